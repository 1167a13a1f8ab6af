package domicile.report.model;

import domicile.problem.SafeText;

/**
 * Makes text that others wrote safe to show: what cannot be seen, or would change how its surroundings read, is written
 * out as its code point, such as {@code [U+202E]}. Markup is not touched here; every renderer escapes for its own
 * format.
 */
public final class CleanText {
    /** Where a word may be broken; a text program puts it there and shows nothing. */
    private CleanText() {}

    /**
     * The text on one line, with control, direction, private and unassigned characters written out, and without soft
     * hyphens.
     */
    public static String of(String raw) {
        if (raw.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return raw;
        }
        StringBuilder clean = new StringBuilder(raw.length() + 16);
        SafeText.withoutSoftHyphens(raw).codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                clean.append(' ');
            } else if (visible(c)) {
                clean.appendCodePoint(c);
            } else {
                clean.append(SafeText.named(c));
            }
        });
        return clean.toString();
    }

    /** The text cut to a length in characters, with an ellipsis where something was left out. */
    public static String cut(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        int end = text.offsetByCodePoints(0, length - 1);
        int space = text.lastIndexOf(' ', end);
        // a break at a word, unless the last word is so long that little would remain
        String kept = text.substring(0, space > end * 3 / 4 ? space : end).stripTrailing();
        return kept.replaceFirst("[,;:.(]+$", "") + "…";
    }

    private static boolean visible(int c) {
        // joiners: names in Persian and in Indic scripts need them
        return c == 0x200C || c == 0x200D || !SafeText.unsafe(c);
    }
}
