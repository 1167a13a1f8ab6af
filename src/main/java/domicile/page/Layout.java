package domicile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A document's text with where its words stand.
 *
 * @param spots of the text's units, in the same order
 * @param pages how many it has; empty where its format has none
 */
public record Layout(PageText text, List<Spot> spots, OptionalInt pages) {

    /**
     * Where a unit stands.
     *
     * @param block number of the paragraph, heading or cell that it is of
     * @param number that counts its block, as {@code 2.1}; empty when it is not the first of a block, or there is none
     * @param rectangles of its words, line by line; empty where the format has no pages
     * @param inserted whether somebody has proposed its words, and nobody has accepted them yet
     * @param part tells where some of its words stand
     */
    public record Spot(int block, String number, List<Rectangle> rectangles, boolean inserted, Part part) {
        public Spot {
            rectangles = List.copyOf(rectangles);
        }
    }

    /** Where a part of a unit stands. */
    @FunctionalInterface
    public interface Part {
        /** Nowhere: the format has no pages. */
        Part NOWHERE = (from, to) -> List.of();

        /** The rectangles of the letters and digits from one to another, counted from the unit's first. */
        List<Rectangle> of(int from, int to);
    }

    public Layout {
        spots = List.copyOf(spots);
    }

    /** A text of which nobody knows where it stands. */
    static Layout unplaced(PageText text) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < text.units().size(); i++) {
            spots.add(new Spot(i, "", List.of(), false, Part.NOWHERE));
        }
        return new Layout(text, spots, OptionalInt.empty());
    }

    /** Where words stand that were found in its text, line by line; empty where the format has no pages. */
    public List<Rectangle> rectangles(QuoteFinder.Found found) {
        List<Rectangle> all = new ArrayList<>();
        for (int i = found.first(); i < found.end(); i++) {
            int letters = letters(text.units().get(i).text());
            int from = i == found.first() ? found.before() : 0;
            int to = letters - (i == found.end() - 1 ? found.after() : 0);
            Spot spot = spots.get(i);
            all.addAll(
                    from == 0 && to == letters ? spot.rectangles() : spot.part().of(from, to));
        }
        return all;
    }

    /** Whether there are words in it: a scan has none. */
    public boolean hasText() {
        return !text.units().isEmpty();
    }

    /** How many letters and digits a text has once it is folded: the signs that no format adds or leaves out. */
    static int letters(String text) {
        String folded = text.length() == 1 && text.charAt(0) < 0x80 ? text : Folding.fold(text);
        return (int) folded.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** Notes where the units of a page stand, block by block, after each has been read. */
    static final class Builder {
        private final PageText.Builder page;
        private final List<Spot> spots = new ArrayList<>();
        private int blocks;

        Builder(PageText.Builder page) {
            this.page = page;
        }

        /** The units that the page got of a block, of which letters stand in rectangles. */
        void block(String text, BiFunction<Integer, Integer, List<Rectangle>> rectangles) {
            add(text, rectangles, i -> false);
        }

        /** The units that the page got of a block, of which letters are inserted. */
        void paragraph(String text, IntPredicate inserted) {
            add(text, (from, to) -> List.of(), inserted);
        }

        /** The next unit, which is a cell's piece, of which letters are inserted. */
        void cell(String text, IntPredicate inserted) {
            boolean proposed = IntStream.range(0, letters(text)).anyMatch(inserted);
            spots.add(new Spot(blocks++, "", List.of(), proposed, Part.NOWHERE));
        }

        private void add(String text, BiFunction<Integer, Integer, List<Rectangle>> rectangles, IntPredicate inserted) {
            List<Unit> units = page.units().subList(spots.size(), page.units().size());
            int all = letters(text);
            int kept = units.stream().mapToInt(u -> letters(u.text())).sum();
            // a mark that only counts is no part of the first unit
            int at = Math.max(0, all - kept);
            String folded = Folding.fold(text);
            String number = folded.substring(
                            0,
                            folded.length() - PageText.Builder.unmarked(folded).length())
                    .strip();
            for (Unit unit : units) {
                int to = at + letters(unit.text());
                int from = at;
                boolean proposed = from < to && IntStream.range(from, to).anyMatch(inserted);
                spots.add(new Spot(
                        blocks,
                        number,
                        rectangles.apply(from, to),
                        proposed,
                        (first, last) -> rectangles.apply(from + first, from + last)));
                number = "";
                at = to;
            }
            blocks++;
        }

        Layout layout(OptionalInt pages) {
            return new Layout(page.text(), spots, pages);
        }
    }
}
