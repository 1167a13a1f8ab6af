package domicile.desktop.register;

import domicile.desktop.Texts;
import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Containment;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What ticked filters do not say, and a reader could take them to say: that storage is not inference, that a SOC 2 report proves no
 * place, and that a BAA covers a product from a day.
 *
 * @param lines what to say beside the rows
 * @param rows what to say of single rows, by the offering's id
 */
record FilterHints(List<String> lines, Map<String, String> rows) {
    static final FilterHints NONE = new FilterHints(List.of(), Map.of());

    /** So many offerings are named in a line. */
    private static final int NAMED = 4;

    FilterHints {
        lines = List.copyOf(lines);
        rows = Map.copyOf(rows);
    }

    /**
     * The hints of a filter.
     *
     * @param ticked the facets that are ticked
     * @param shown the offerings that pass
     */
    static FilterHints of(Collection<Facet> ticked, List<Offering> shown, Register register, Texts texts) {
        List<String> lines = new ArrayList<>();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<Place> stored = new ArrayList<>();
        boolean place = false;
        boolean soc2 = false;
        boolean baa = false;
        for (Facet facet : ticked) {
            if (facet instanceof Facet.Inside inside) {
                place = true;
                if (inside.layer() == Layer.STORAGE) {
                    stored.add(inside.place());
                }
            }
            soc2 |= facet instanceof Facet.Certification c
                    && (c.kind() == Attestation.Kind.SOC2_TYPE_I || c.kind() == Attestation.Kind.SOC2_TYPE_II);
            baa |= facet instanceof Facet.Contract c
                    && c.kind() == Attestation.Kind.BAA
                    && (c.said() == Facet.Said.HELD || c.said() == Facet.Said.SCOPED);
        }
        if (!stored.isEmpty()) {
            elsewhere(stored, shown, register, texts, lines, rows);
        }
        if (soc2 && place) {
            lines.add(texts.get("hint.soc2"));
        }
        if (baa && !shown.isEmpty()) {
            lines.add(texts.get("hint.baa"));
            shown.forEach(o -> say(rows, o, baa(o, texts)));
        }
        Map<String, String> joined = new HashMap<>();
        rows.forEach((id, said) -> joined.put(id, String.join("; ", said)));
        return lines.isEmpty() ? NONE : new FilterHints(lines, joined);
    }

    private static void say(Map<String, List<String>> rows, Offering o, String said) {
        rows.computeIfAbsent(o.id(), id -> new ArrayList<>()).add(said);
    }

    private static void elsewhere(
            List<Place> stored,
            List<Offering> shown,
            Register register,
            Texts texts,
            List<String> lines,
            Map<String, List<String>> rows) {
        Area area = new Area(stored);
        // few placements are unlike each other, however many rows there are
        Map<Placement, Boolean> outside = new HashMap<>();
        List<Offering> elsewhere = shown.stream()
                .filter(o -> infersOutside(o, area, register.areas(), outside))
                .toList();
        if (elsewhere.isEmpty()) {
            return;
        }
        String where = stored.stream()
                .map(p -> Names.place(p, register.areas(), texts.locale()))
                .collect(Collectors.joining(", "));
        String names = elsewhere.stream().limit(NAMED).map(Offering::name).collect(Collectors.joining(", "))
                + (elsewhere.size() > NAMED ? ", …" : "");
        lines.add(texts.get("hint.elsewhere", elsewhere.size(), where, names));
        elsewhere.forEach(o -> say(rows, o, texts.get("hint.elsewhere.row", where)));
    }

    /** Whether all that is published of where an offering infers lies outside for sure; silence is not outside. */
    private static boolean infersOutside(Offering o, Area area, Areas areas, Map<Placement, Boolean> known) {
        List<Fact<Placement>> deployments = o.deployments();
        return !deployments.isEmpty()
                && deployments.stream()
                        .allMatch(f -> known.computeIfAbsent(f.value(), p -> areas.within(p, area) == Containment.NO));
    }

    private static String baa(Offering o, Texts texts) {
        return o.published(Attestation.Kind.BAA)
                .agreed()
                .map(a -> {
                    List<String> said = new ArrayList<>();
                    said.add(a.since()
                            .map(s -> texts.get("hint.baa.since", FactTexts.date(s, texts)))
                            .orElse(texts.get("hint.baa.noDay")));
                    if (!a.scope().isEmpty()) {
                        said.add(texts.get("hint.baa.scope", a.scope()));
                    }
                    if (!o.products().isEmpty()) {
                        said.add(texts.get("hint.baa.product", o.products().getFirst()));
                    }
                    if (a.someServicesOutOfScope()) {
                        said.add(texts.get("detail.someOutOfScope"));
                    }
                    return texts.pair(texts.of(Facet.Group.BAA), String.join("; ", said));
                })
                .orElse("");
    }
}
