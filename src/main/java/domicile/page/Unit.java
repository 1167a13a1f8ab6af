package domicile.page;

/**
 * One piece of a page's text that is judged as a whole.
 *
 * @param text as a reader sees it, folded by {@link Folding}
 * @param mark how many of its first characters only count it, as {@code (ii) }: they are no words of it
 * @param heading index of the heading that it stands under; -1 before the first
 * @param row number of the table row that it stands in, counted over the page; -1 outside of tables
 * @param head the head of its column; empty where there is none
 */
public record Unit(Kind kind, String text, int mark, int heading, int row, String head) {
    /** Between the cells of a row where it is shown in one line; no document has it. */
    public static final String CELLS = " | ";

    /** The words without the mark that counts them. */
    public String words() {
        return text.substring(mark);
    }

    /** What a unit is in its page. */
    public enum Kind {
        SENTENCE,
        ITEM,
        HEADING,
        CELL,
        LINE,
        PARAGRAPH,
        /** All cells of a table's row; a page has its cells as units, a quote of several is judged as a row. */
        ROW
    }

    /** A row's words as its document has them: without the signs between its cells. */
    public static String unparted(String row) {
        return row.replace(CELLS, " ");
    }
}
