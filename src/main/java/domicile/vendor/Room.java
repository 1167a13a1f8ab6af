package domicile.vendor;

/** How much of a file is read: more cells or letters are no questionnaire that people fill in. */
final class Room {
    static final int MOST_COLUMNS = 16_384;
    /** A merged cell that covers more places than this is taken as its first place alone. */
    static final int MOST_MERGED = 20_000;

    private static final int MOST_CELLS = 500_000;
    private static final long MOST_LETTERS = 50_000_000;

    private final String file;
    private int cells;
    private long letters;

    /** @param file its name, for what is said of it */
    Room(String file) {
        this.file = file;
    }

    /**
     * Counts one more cell.
     *
     * @throws domicile.problem.ProblemException when the file has too many
     */
    void take(int more) {
        cells++;
        letters += more;
        if (cells > MOST_CELLS || letters > MOST_LETTERS) {
            throw VendorProblem.WORKBOOK_TOO_LARGE.at(file);
        }
    }
}
