package domicile.desktop.compare;

import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactKind;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Note;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Placement;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a register says about a few offerings, row by row.
 *
 * @param rows the three layers first and apart, then attestations and contracts, then everything else that anybody
 *     states
 */
record Comparison(List<Offering> offerings, List<Row> rows) {
    /** The kinds that have rows of another form, and notes, of which no two are about one thing. */
    private static final List<FactKind<?>> APART = List.of(Placement.FACT_KIND, Attestation.FACT_KIND, Note.FACT_KIND);

    /**
     * One row.
     *
     * @param cells one for each offering, with everything that is said: where sources disagree, that first, then all
     *     their values
     * @param differs whether the offerings differ in it; who holds an attestation and how a deployment is called do not
     *     count
     * @param silent whether nobody states anything: to be silent alike is not to be the same
     */
    record Row(String label, List<List<Entry>> cells, boolean differs, boolean silent) {}

    /**
     * One thing that is said, or that nothing is.
     *
     * @param citations none where nothing is said
     * @param style the style class that colours it; empty for plain text
     */
    record Entry(String text, List<Citation> citations, String style) {
        /** The text with the numbers of its sources. */
        String cited() {
            return text
                    + citations.stream()
                            .map(c -> "[" + c.source() + "]")
                            .distinct()
                            .collect(Collectors.joining("", citations.isEmpty() ? "" : " ", ""));
        }
    }

    static Comparison of(List<Offering> offerings, Register register, Texts texts) {
        FactTexts says = new FactTexts(texts, register);
        List<Row> rows = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            rows.add(row(texts.of(layer), offerings, o -> layer(o, layer), says, texts));
        }
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            add(
                    rows,
                    Names.attestation(kind, texts.locale()),
                    offerings,
                    o -> List.copyOf(o.attestations(kind)),
                    says,
                    texts);
        }
        for (FactKind<?> kind : texts.kinds().all()) {
            if (!APART.contains(kind)) {
                add(
                        rows,
                        texts.get("fact." + kind.id()),
                        offerings,
                        o -> List.copyOf(o.facts(kind.type())),
                        says,
                        texts);
            }
        }
        models(offerings, says, texts).ifPresent(rows::add);
        names(offerings, says, texts).ifPresent(rows::add);
        return new Comparison(List.copyOf(offerings), List.copyOf(rows));
    }

    private interface Said {
        List<Fact<?>> of(Offering offering);
    }

    /** The placements; of storage where nothing is stored, what says so. */
    private static List<Fact<?>> layer(Offering o, Layer layer) {
        List<Fact<?>> said = new ArrayList<>(o.placements(layer));
        if (layer == Layer.STORAGE && OfferingFilter.stateless(o)) {
            said.addAll(0, o.zeroRetention().facts());
        }
        return said;
    }

    private static void add(
            List<Row> rows, String label, List<Offering> offerings, Said said, FactTexts says, Texts texts) {
        if (offerings.stream().anyMatch(o -> !said.of(o).isEmpty())) {
            rows.add(row(label, offerings, said, says, texts));
        }
    }

    private static Row row(String label, List<Offering> offerings, Said said, FactTexts says, Texts texts) {
        List<List<Entry>> cells = new ArrayList<>();
        Set<Set<String>> different = new HashSet<>();
        for (Offering o : offerings) {
            List<Fact<?>> facts = said.of(o);
            cells.add(cell(entries(o, facts, says, texts), texts));
            different.add(facts.stream().map(f -> key(f.value(), says)).collect(Collectors.toSet()));
        }
        return new Row(
                label,
                cells,
                different.size() > 1,
                offerings.stream().allMatch(o -> said.of(o).isEmpty()));
    }

    private static List<Entry> cell(List<Entry> entries, Texts texts) {
        return entries.isEmpty() ? List.of(new Entry("? " + texts.get("mark.unknown"), List.of(), Mark.OPEN)) : entries;
    }

    /**
     * What facts say; of a dispute first that it is one, and then its values without the colour that one of them alone
     * would have.
     */
    private static List<Entry> entries(Offering o, List<Fact<?>> facts, FactTexts says, Texts texts) {
        Set<String> disputed = o.conflicts().keySet();
        Set<String> told = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        for (Fact<?> fact : facts) {
            String key = fact.value().key();
            if (disputed.contains(key) && told.add(key)) {
                entries.add(new Entry("! " + texts.get("mark.conflict"), List.of(), Mark.OPEN));
            }
            entries.add(entry(fact, disputed.contains(key) ? "" : says.style(fact.value()), says, texts));
        }
        return entries;
    }

    private static Entry entry(Fact<?> fact, String style, FactTexts says, Texts texts) {
        String value = says.value(fact.value());
        String text = fact.value() instanceof Placement p ? texts.pair(p.name(), value) : value;
        return new Entry(text, fact.citations(), style);
    }

    /** What contracts call the offerings; empty where the register says it of none. */
    private static Optional<Row> names(List<Offering> offerings, FactTexts says, Texts texts) {
        return listed(
                says.products(),
                offerings,
                o -> o.products().stream().map(p -> new Entry(p, List.of(), "")).toList(),
                texts);
    }

    /** The models that the offerings list; empty where the register lists none. */
    private static Optional<Row> models(List<Offering> offerings, FactTexts says, Texts texts) {
        return listed(
                says.models(),
                offerings,
                o -> o.models().stream()
                        .map(m -> new Entry(says.model(m), m.citations(), ""))
                        .toList(),
                texts);
    }

    private static Optional<Row> listed(
            String label, List<Offering> offerings, Function<Offering, List<Entry>> of, Texts texts) {
        List<List<Entry>> listed = offerings.stream().map(of).toList();
        boolean differs = listed.stream()
                        .map(cell -> cell.stream().map(Entry::text).collect(Collectors.toSet()))
                        .distinct()
                        .count()
                > 1;
        return listed.stream().allMatch(List::isEmpty)
                ? Optional.empty()
                : Optional.of(
                        new Row(label, listed.stream().map(e -> cell(e, texts)).toList(), differs, false));
    }

    private static String key(FactValue value, FactTexts says) {
        return value instanceof Attestation a
                ? a.status() + " " + a.level() + " " + a.scope() + " " + a.since()
                : says.value(value);
    }

    /** The rows to show. */
    List<Row> rows(boolean onlyDifferences) {
        return rows.stream().filter(r -> r.differs() || !onlyDifferences).toList();
    }
}
