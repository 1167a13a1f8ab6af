package domicile.desktop.register;

import domicile.assessment.Traps;
import domicile.desktop.kit.Texts;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.search.Facet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What ticked facets do not say, and a reader could take them to say: the traps beside the table, and of each row. */
final class FilterHints {
    /** So many offerings are named in a line. */
    private static final int NAMED = 4;

    private final Traps traps;
    private final Traps.Asked asked;
    private final Texts texts;
    private final List<String> lines;

    /**
     * The hints of a filter.
     *
     * @param ticked the facets that are ticked
     * @param shown the offerings that pass
     */
    FilterHints(Traps traps, Collection<Facet> ticked, List<Offering> shown, Texts texts) {
        this.traps = traps;
        this.asked = asked(ticked);
        this.texts = texts;
        this.lines = traps.warnings(shown, asked).stream().map(this::line).toList();
    }

    private static Traps.Asked asked(Collection<Facet> ticked) {
        List<Place> stored = new ArrayList<>();
        boolean inference = false;
        boolean place = false;
        boolean soc2 = false;
        boolean baa = false;
        for (Facet facet : ticked) {
            if (facet instanceof Facet.Inside inside) {
                place = true;
                inference |= inside.layer() == Layer.INFERENCE;
                if (inside.layer() == Layer.STORAGE) {
                    stored.add(inside.place());
                }
            }
            soc2 |= facet instanceof Facet.Certification c && Traps.soc2(c.kind());
            baa |= facet instanceof Facet.Contract c
                    && c.kind() == Attestation.Kind.BAA
                    && (c.said() == Facet.Said.HELD || c.said() == Facet.Said.SCOPED);
        }
        return new Traps.Asked(
                stored.isEmpty() ? Optional.empty() : Optional.of(new Area(stored)), inference, place, soc2, baa);
    }

    private String line(Traps.Warning warning) {
        String says = warning.says().in(texts.locale());
        if (warning.named().isEmpty()) {
            return says;
        }
        String names = warning.named().stream().limit(NAMED).map(Offering::name).collect(Collectors.joining(", "));
        return texts.pair(says, warning.named().size() > NAMED ? names + ", …" : names);
    }

    /** What to say beside the rows. */
    List<String> lines() {
        return lines;
    }

    /** What to say of one row, with the numbers of the sources; empty where the filter makes no trap of it matter. */
    String row(Offering offering) {
        return traps.of(offering, asked).stream()
                .map(t -> t.says().in(texts.locale()) + " " + numbers(t.citations()))
                .collect(Collectors.joining(" "));
    }

    private static String numbers(List<Citation> citations) {
        return citations.stream()
                .map(Citation::source)
                .distinct()
                .map(n -> "[" + n + "]")
                .collect(Collectors.joining());
    }
}
