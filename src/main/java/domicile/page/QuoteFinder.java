package domicile.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the words that somebody wants to rely on in a page, and says where they stand; refused where that is not one
 * place.
 */
public final class QuoteFinder {
    /** How many characters before and after the words are kept with them. */
    private static final int AROUND = 60;
    /** How many units above a passage may tell it apart. */
    private static final int FAR = 12;

    private final TextIndex text;
    private final Places places;

    public QuoteFinder(PageText page) {
        this.text = new TextIndex(page);
        this.places = new Places(text);
    }

    /**
     * Words in their place.
     *
     * @param exact as the page has them, blanks folded
     * @param prefix what stands before them; empty at the beginning
     * @param suffix what stands after them; empty at the end
     * @param row the words of the row or of the heading that tell them apart; empty where they stand once
     * @param first index of the first unit that they touch
     * @param end index of the unit after the last
     * @param before how many letters and digits of the first unit stand before them
     * @param after how many letters and digits of the last unit stand after them
     */
    public record Found(
            String exact,
            String prefix,
            String suffix,
            Unit.Kind unit,
            Optional<String> row,
            int first,
            int end,
            int before,
            int after) {}

    /**
     * The place of some words.
     *
     * @param row the words of a table's row or of a heading, where the words stand more than once
     * @throws domicile.problem.ProblemException when they do not stand there, or more than once and nothing tells the
     *     places apart
     */
    public Found find(String words, Optional<String> row) {
        List<TextIndex.Span> said = places.of(words);
        if (said.isEmpty()) {
            throw PageProblem.QUOTE_NOT_THERE.at(words);
        }
        if (said.size() == 1 || places.twins(said)) {
            return found(said.getFirst(), Optional.empty());
        }
        return row.flatMap(r -> places.inRow(said, r).map(span -> found(span, row)))
                .orElseThrow(() -> PageProblem.QUOTE_TWICE.at(words, said.size()));
    }

    /** Each place in which words stand, in the order of the page; those that are whole units where there are such. */
    public List<Found> everywhere(String words) {
        return places.of(words).stream()
                .map(span -> found(span, Optional.empty()))
                .toList();
    }

    /** As {@link #find}; empty where that refuses. */
    public Optional<Found> look(String words, Optional<String> row) {
        List<TextIndex.Span> said = places.of(words);
        if (said.size() == 1 || places.twins(said)) {
            return Optional.of(found(said.getFirst(), Optional.empty()));
        }
        return row.flatMap(r -> places.inRow(said, r).map(span -> found(span, row)));
    }

    /**
     * Whole units that somebody has chosen, with what tells them apart where they stand more than once.
     *
     * @param first index of the first unit
     * @param end index of the unit after the last
     * @throws domicile.problem.ProblemException when nothing does
     */
    public Found at(int first, int end) {
        String words = text.text(first, end);
        List<TextIndex.Span> said = places.of(words);
        if (said.size() == 1 || places.twins(said)) {
            return found(said.getFirst(), Optional.empty());
        }
        return names(first)
                .flatMap(name -> places
                        .inRow(said, name)
                        .filter(span -> text.touched(span)[0] == first)
                        .map(span -> found(span, Optional.of(name)))
                        .stream())
                .findFirst()
                .orElseThrow(() -> PageProblem.QUOTE_TWICE.at(words, said.size()));
    }

    /**
     * What may tell a place from others, the shortest first: its row's name, with the head of its column where it has
     * one, so that the cell is still told when another one of the row comes to say the same; or its heading and the
     * lines above.
     */
    private Stream<String> names(int unit) {
        if (text.units().get(unit).row() >= 0) {
            int start = text.rowStart(unit);
            String name = text.text(start, start + 1);
            String head = text.units().get(unit).head();
            return Stream.of(
                    head.isEmpty() ? name : name + Unit.CELLS + head,
                    name,
                    String.join(
                            Unit.CELLS,
                            IntStream.range(start, text.rowEnd(unit))
                                    .mapToObj(i -> text.text(i, i + 1))
                                    .toList()));
        }
        int heading = text.units().get(unit).heading();
        return Stream.concat(
                heading < 0 ? Stream.empty() : Stream.of(text.text(heading, heading + 1)),
                IntStream.iterate(unit - 1, i -> i >= 0 && i > unit - FAR, i -> i - 1)
                        .mapToObj(i -> text.text(i, i + 1)));
    }

    private Found found(TextIndex.Span span, Optional<String> row) {
        int[] touched = text.touched(span);
        int count = touched[1] - touched[0];
        boolean inRow = text.units().get(touched[0]).row() >= 0;
        Unit.Kind unit = count == 1 ? text.units().get(touched[0]).kind() : inRow ? Unit.Kind.ROW : Unit.Kind.PARAGRAPH;
        return new Found(
                text.slice(span.from(), span.to()),
                text.before(span.from(), AROUND),
                text.after(span.to(), AROUND),
                unit,
                row,
                touched[0],
                touched[1],
                Layout.letters(text.slice(text.start(touched[0]), span.from())),
                Layout.letters(text.slice(span.to(), text.start(touched[1]))));
    }
}
