package domicile.residency;

import domicile.problem.Sha256;
import java.util.Optional;

/**
 * The words of a page that carry a fact, as a text quote selector (W3C Web Annotation) in one capture of the page.
 *
 * @param capture the SHA-256 of the capture's bytes, 64 hexadecimal digits
 * @param exact the words
 * @param prefix what stands before them in the page; empty at its beginning
 * @param suffix what stands after them; empty at its end
 * @param unit what holds them: a sentence, an item of a list, a table's row
 * @param row the words of the table's row or of the heading that tell them apart; empty where they stand once
 * @param withdrawn whether a person has withdrawn the capture: the words count no more
 */
public record Quote(
        String capture,
        String exact,
        String prefix,
        String suffix,
        Unit unit,
        Optional<String> row,
        boolean withdrawn) {
    /** The most characters of {@code exact} and of {@code row}. */
    public static final int MOST = 4000;

    /** The most characters of {@code prefix} and of {@code suffix}. */
    public static final int MOST_AROUND = 200;

    /** The capture's hash, as {@link Capture#hash()} writes it. */
    public String hash() {
        return Sha256.PREFIX + capture;
    }

    /** The same quote after its capture was withdrawn. */
    public Quote withdraw() {
        return new Quote(capture, exact, prefix, suffix, unit, row, true);
    }

    /**
     * What holds the words; quotes that touch several units of a row are held by the ROW, of a text by the PARAGRAPH.
     */
    public enum Unit {
        SENTENCE,
        ITEM,
        HEADING,
        CELL,
        LINE,
        PARAGRAPH,
        ROW
    }
}
