package domicile.scan.tree;

import java.util.Arrays;

/** Where the lines of a text begin: LF, CRLF and CR end one. */
public final class Lines {
    private final String text;
    private int[] starts = new int[64];
    private int count = 1;

    public Lines(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
    }

    /** The place of an offset. */
    public Mark mark(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Mark(line + 1, text.codePointCount(starts[line], Math.min(offset, text.length())) + 1);
    }
}
