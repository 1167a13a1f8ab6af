package domicile.desktop.maintenance;

import domicile.page.PageText;
import domicile.page.QuoteFinder;
import domicile.page.Rectangle;
import domicile.page.Unit;
import domicile.register.RegisterKey;
import domicile.residency.Capture;
import domicile.residency.Quote;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A capture as it is read in the window: its units line by line, and where the words of facts stand.
 *
 * @param lines the units, those of a table's row in one
 * @param places where the words of a fact stand in this capture
 * @param printed its pages as they look; empty for a format that has none
 */
record OpenPage(
        SourceReview review,
        Capture capture,
        PageText text,
        QuoteFinder finder,
        List<Line> lines,
        Map<RegisterKey, QuoteFinder.Found> places,
        Optional<PrintedPage> printed) {

    /**
     * What is read in one.
     *
     * @param first index of its first unit
     * @param end index of the unit after its last
     */
    record Line(int first, int end) {
        boolean touches(QuoteFinder.Found found) {
            return found.first() < end && found.end() > first;
        }
    }

    static OpenPage of(SourceReview review, Capture capture, PageText text, Optional<PrintedPage> printed) {
        QuoteFinder finder = new QuoteFinder(text);
        Map<RegisterKey, QuoteFinder.Found> places = new LinkedHashMap<>();
        boolean newest = review.newest().equals(Optional.of(capture));
        for (QuotedFact fact : review.facts()) {
            fact.citation()
                    .quote()
                    .filter(q -> !q.withdrawn() && q.capture().equals(capture.sha256()))
                    .flatMap(q -> finder.look(q.exact(), q.row()))
                    .or(() -> newest ? fact.place() : Optional.empty())
                    .ifPresent(found -> places.put(fact.part(), found));
        }
        return new OpenPage(review, capture, text, finder, lines(text.units()), places, printed);
    }

    private static List<Line> lines(List<Unit> units) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= units.size(); i++) {
            boolean sameRow = i < units.size()
                    && units.get(i).row() >= 0
                    && units.get(i).row() == units.get(from).row();
            if (!sameRow) {
                lines.add(new Line(from, i));
                from = i;
            }
        }
        return lines;
    }

    List<Unit> units(Line line) {
        return text.units().subList(line.first(), line.end());
    }

    /** What a line says, its cells with a bar between. */
    String words(Line line) {
        return String.join(Unit.CELLS, units(line).stream().map(Unit::text).toList());
    }

    /** The facts whose words stand in a line, in part or whole. */
    List<QuotedFact> quoted(Line line) {
        return review.facts().stream()
                .filter(f -> Optional.ofNullable(places.get(f.part()))
                        .filter(line::touches)
                        .isPresent())
                .toList();
    }

    /** Where words stand on the page as it was printed. */
    List<Rectangle> rectangles(QuoteFinder.Found found) {
        return printed.map(p -> p.layout().rectangles(found)).orElse(List.of());
    }

    /** The first line in which some words stand. */
    Optional<Integer> line(QuoteFinder.Found found) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).touches(found))
                .boxed()
                .findFirst();
    }

    Optional<QuoteFinder.Found> place(QuotedFact fact) {
        return Optional.ofNullable(places.get(fact.part()));
    }

    /** Whether it is the source's newest page, against which it is decided. */
    boolean newest() {
        return review.newest().equals(Optional.of(capture));
    }

    /** The passage that has taken the place of a fact's words. */
    Optional<QuoteFinder.Found> nearest(QuotedFact fact) {
        return newest()
                ? fact.result()
                        .flatMap(r -> r.now())
                        .flatMap(now -> finder.look(now, fact.citation().quote().flatMap(Quote::row)))
                : Optional.empty();
    }

    /** Where words that are kept with a citation stand here. */
    Optional<QuoteFinder.Found> place(Quote quote) {
        return finder.look(quote.exact(), quote.row());
    }

    /**
     * The words that somebody has chosen.
     *
     * @param part a part of the lines' words; all of them when it is empty
     * @throws domicile.problem.ProblemException when they do not stand in one place
     */
    QuoteFinder.Found chosen(List<Line> chosen, String part) {
        int first = chosen.stream().mapToInt(Line::first).min().orElseThrow();
        int end = chosen.stream().mapToInt(Line::end).max().orElseThrow();
        QuoteFinder.Found whole = finder.at(first, end);
        return part.isBlank() ? whole : finder.find(part, whole.row().or(() -> rowOf(first)));
    }

    /** What may tell words from others: the cells of their row. */
    private Optional<String> rowOf(int unit) {
        return text.units().get(unit).row() < 0
                ? Optional.empty()
                : lines.stream()
                        .filter(l -> l.first() <= unit && unit < l.end())
                        .findFirst()
                        .map(this::words);
    }
}
