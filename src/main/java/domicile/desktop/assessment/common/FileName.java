package domicile.desktop.assessment.common;

/** What a file is called that an assessment is exported to. */
public final class FileName {
    /** So many letters of a workload's name are a file's: with an ending no file system refuses it. */
    private static final int LONGEST = 50;

    private FileName() {}

    /** A workload's name as a file's, without an ending. */
    public static String of(String name) {
        String safe = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String kept = safe.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("-$", "");
        return kept.isEmpty() ? "assessment" : kept;
    }
}
