package domicile.document;

import domicile.page.Rectangle;
import java.util.List;
import java.util.OptionalInt;

/**
 * A sentence, an item or a row of a document: what is shown as a whole.
 *
 * @param text its words; the cells of a row with {@code " | "} between them
 * @param number that counts it, as {@code 2.1}; empty where there is none
 * @param block of the document that it is of
 * @param first index of its first unit
 * @param end index of the unit after its last
 * @param heading index of the segment that is its heading; -1 before the first
 * @param lead the words that a list begins with, for an item of it
 * @param head what names the columns of a row; empty outside of tables
 * @param cells of a row; empty outside of tables
 */
record Segment(
        Form form,
        String text,
        String lower,
        String number,
        int block,
        int first,
        int end,
        int heading,
        String lead,
        String head,
        List<String> cells,
        List<Rectangle> rectangles,
        boolean inserted) {

    /** What it is. */
    enum Form {
        SENTENCE,
        ITEM,
        HEADING,
        ROW,
        /** A row of a table that lists companies: sub-processors and their places. */
        COMPANY
    }

    Segment {
        cells = List.copyOf(cells);
        rectangles = List.copyOf(rectangles);
    }

    /** The same row, of a table that lists companies. */
    Segment company() {
        return new Segment(
                Form.COMPANY, text, lower, number, block, first, end, heading, lead, head, cells, rectangles, inserted);
    }

    OptionalInt page() {
        return rectangles.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(rectangles.getFirst().page());
    }

    OptionalInt toPage() {
        return rectangles.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(rectangles.getLast().page());
    }

    /** Whether it is a row of some table. */
    boolean row() {
        return form == Form.ROW || form == Form.COMPANY;
    }
}
