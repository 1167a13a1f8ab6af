package domicile.desktop.register;

import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.residency.Layer;
import domicile.residency.LayerPlacements;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.TrainingReuse;
import domicile.search.Facets;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the table says of an offering, column by column, and how it is sorted. */
final class ColumnValues {

    /**
     * One cell.
     *
     * @param style the style class that colours it; empty for plain text
     * @param said the same in full words, where signs stand for some of them
     */
    record Cell(String text, String style, String said) {
        Cell(String text, String style) {
            this(text, style, text);
        }

        static Cell of(Mark mark) {
            return new Cell(mark.text(), mark.style());
        }

        static Cell plain(String text) {
            return new Cell(text, "");
        }
    }

    /** A column to sort by. */
    record Sort(Column column, boolean descending) {}

    /** The sign of a trap, before its words or the row that it is about. */
    static final String TRAP = "⚑ ";

    private static final List<String> GOOD_FIRST = List.of(Mark.GOOD, Mark.PART, "", Mark.OPEN, Mark.BAD, Mark.NONE);

    private final Texts texts;

    ColumnValues(Texts texts) {
        this.texts = texts;
    }

    String title(Column column) {
        // a column's own name first: some attestations' names are longer than a column is wide
        return texts.find("Column." + column.name())
                .or(() -> column.kind().map(k -> Names.attestation(k, texts.locale())))
                .orElseThrow();
    }

    Cell cell(Column column, Offering o, Register register) {
        return switch (column) {
            case OFFERING -> Cell.plain(o.name());
            case PROVIDER -> Cell.plain(register.providerName(o.provider()));
            case OPERATOR -> Cell.plain(register.providerName(o.operator()));
            case INFERENCE -> places(o, Layer.INFERENCE);
            case STORAGE -> places(o, Layer.STORAGE);
            case ENDPOINT_SERVICES -> places(o, Layer.ENDPOINT_SERVICES);
            case BAA, DPA, SOC2, ISO_27001, ISO_27017, ISO_27018, ISO_27701, ISO_42001, CSA_STAR, FEDRAMP ->
                Cell.of(Mark.of(o, column.kind().orElseThrow(), texts));
            case ZDR -> Cell.of(Mark.zdr(o, texts));
            case RETENTION ->
                switch (o.retentionOn(register.asOf())) {
                    case Published.Silent<Retention> s -> unpublished();
                    case Published.Disputed<Retention> d -> disputed();
                    case Published.Agreed<Retention> a ->
                        Cell.plain(texts.get("detail.days", a.value().days()));
                };
            case TRAINING ->
                o.published(TrainingReuse.class).silent() ? unpublished() : Cell.of(Mark.training(o, texts));
            case MODELS ->
                switch (o.published(ModelFamilies.class)) {
                    case Published.Silent<ModelFamilies> s -> unpublished();
                    case Published.Disputed<ModelFamilies> d -> disputed();
                    case Published.Agreed<ModelFamilies> a -> Cell.plain(String.join(", ", OfferingFilter.families(o)));
                };
            case READ -> Cell.plain(Facets.oldest(o).map(texts::day).orElse("–"));
        };
    }

    /** A cell with what a filter does not say of its row: as a sign to see, in words to hear. */
    Cell hinted(Cell cell, String hint) {
        return hint.isEmpty() ? cell : new Cell(TRAP + cell.text(), cell.style(), texts.pair(cell.said(), hint));
    }

    private Cell disputed() {
        return new Cell("! " + texts.get("mark.conflict"), Mark.OPEN);
    }

    private Cell unpublished() {
        return new Cell("? " + texts.get("detail.notPublished"), Mark.OPEN);
    }

    private Cell places(Offering o, Layer layer) {
        if (layer == Layer.STORAGE && OfferingFilter.stateless(o)) {
            return new Cell("✓ " + texts.get("detail.stateless"), Mark.GOOD);
        }
        LayerPlacements placements = LayerPlacements.of(o, layer);
        if (placements.isEmpty()) {
            return unpublished();
        }
        List<String> certain = codes(placements.certain());
        List<String> disputed = codes(placements.disputed());
        List<String> unstated = codes(placements.unstated());
        unstated.removeAll(certain);
        List<String> all = new ArrayList<>(certain);
        disputed.forEach(c -> all.add("!" + c));
        unstated.forEach(c -> all.add("?" + c));
        String text = String.join(", ", all);
        if (all.size() == certain.size()) {
            return Cell.plain(text);
        }
        List<String> said = new ArrayList<>(certain);
        if (!disputed.isEmpty()) {
            said.add(texts.get("cell.disputed", String.join(", ", disputed)));
        }
        if (!unstated.isEmpty()) {
            said.add(texts.get("cell.unstated", String.join(", ", unstated)));
        }
        return new Cell(text, certain.isEmpty() || !disputed.isEmpty() ? Mark.OPEN : "", String.join(", ", said));
    }

    private static List<String> codes(List<Placement> placements) {
        return LayerPlacements.places(placements).stream()
                .map(ColumnValues::code)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A cloud region by its country, so that offerings can be compared by a glance; the detail names the region. */
    private static String code(Place place) {
        return place instanceof Place.CloudRegion region ? region.country() : place.code();
    }

    /** The offerings' positions in the order that columns ask for; equal ones stay in the register's order. */
    int[] order(List<Sort> by, Register register) {
        List<Offering> offerings = register.offerings();
        Comparator<Integer> order = Comparator.comparing(i -> 0);
        for (Sort sort : by) {
            List<Comparable<Object>> keys = keys(sort.column(), register);
            Comparator<Integer> one = Comparator.comparing(keys::get);
            order = order.thenComparing(sort.descending() ? one.reversed() : one);
        }
        List<Integer> positions = new ArrayList<>(offerings.size());
        for (int i = 0; i < offerings.size(); i++) {
            positions.add(i);
        }
        positions.sort(order);
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    @SuppressWarnings("unchecked") // the keys of one column are all of one kind
    private List<Comparable<Object>> keys(Column column, Register register) {
        Collator collator = Collator.getInstance(texts.locale());
        Map<String, CollationKey> known = new java.util.HashMap<>();
        List<Comparable<Object>> keys = new ArrayList<>(register.offerings().size());
        for (Offering o : register.offerings()) {
            Object key = switch (column) {
                case RETENTION ->
                    o.retentionOn(register.asOf()).agreed().map(Retention::days).orElse(Integer.MAX_VALUE);
                case READ -> Facets.oldest(o).orElse(java.time.LocalDate.MAX);
                case OFFERING,
                        PROVIDER,
                        OPERATOR,
                        INFERENCE,
                        STORAGE,
                        ENDPOINT_SERVICES,
                        BAA,
                        DPA,
                        SOC2,
                        ISO_27001,
                        ISO_27017,
                        ISO_27018,
                        ISO_27701,
                        ISO_42001,
                        CSA_STAR,
                        FEDRAMP,
                        ZDR,
                        TRAINING,
                        MODELS -> {
                    Cell cell = cell(column, o, register);
                    yield known.computeIfAbsent(
                            GOOD_FIRST.indexOf(cell.style()) + cell.text(), collator::getCollationKey);
                }
            };
            keys.add((Comparable<Object>) key);
        }
        return keys;
    }
}
