package domicile.document;

import domicile.page.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Words of a document that may settle what a kind of evidence is for.
 *
 * @param page that they begin on, counted from 1; empty where the format has no pages
 * @param toPage that they end on
 * @param hedges what limits them
 * @param warnings what they do not say
 * @param inserted whether they are only proposed
 * @param score the higher, the likelier; from 0 to 1
 */
public record Passage(
        String quote,
        OptionalInt page,
        OptionalInt toPage,
        List<Rectangle> rectangles,
        Values values,
        List<Hedge> hedges,
        Set<Warning> warnings,
        boolean inserted,
        double score) {

    /**
     * What the words give; empty where they give no such thing.
     *
     * @param places codes of countries and blocs
     * @param regions codes of cloud regions
     * @param product as it is written
     * @param date day or month from which it holds
     * @param documentDate the paper's own
     * @param days of retention
     */
    public record Values(
            List<String> places,
            List<String> regions,
            Optional<String> product,
            Optional<String> date,
            Optional<String> documentDate,
            OptionalInt days) {
        public Values {
            places = List.copyOf(places);
            regions = List.copyOf(regions);
        }
    }

    /** Words that limit a passage, and the page that they stand on. */
    public record Hedge(String quote, OptionalInt page) {}

    public Passage {
        rectangles = List.copyOf(rectangles);
        hedges = List.copyOf(hedges);
        warnings = Set.copyOf(warnings);
    }
}
