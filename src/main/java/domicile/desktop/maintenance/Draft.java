package domicile.desktop.maintenance;

import domicile.register.Attribution;
import domicile.register.Edit;
import domicile.register.PartFields;
import domicile.register.RegisterKey;
import domicile.residency.Citation;
import domicile.residency.FactKinds;
import domicile.residency.FieldType;
import domicile.residency.Quote;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is being added or changed by hand, as far as it was written.
 *
 * @param offering whose fact it is; empty for what is no fact
 * @param part what is changed; empty for something new
 * @param fields its fields as a person writes them, lists with commas between
 * @param cited the pages that a fact cites; the one page that the change of anything else rests on
 * @param seen number of the last change before the part was read: a later one of the part is told
 */
record Draft(
        EditableKind shape,
        String offering,
        Optional<RegisterKey> part,
        Map<String, String> fields,
        List<Cited> cited,
        LocalDate validFrom,
        String why,
        long seen) {

    /** One that minds no other's changes. */
    Draft(
            EditableKind shape,
            String offering,
            Optional<RegisterKey> part,
            Map<String, String> fields,
            List<Cited> cited,
            LocalDate validFrom,
            String why) {
        this(shape, offering, part, fields, cited, validFrom, why, Long.MAX_VALUE);
    }

    /** A page, the day that it was read, and its words, as far as they were given. */
    record Cited(Optional<Integer> source, Optional<LocalDate> read, Optional<Quote> quote) {
        static final Cited NOTHING = new Cited(Optional.empty(), Optional.empty());

        Cited(Optional<Integer> source, Optional<LocalDate> read) {
            this(source, read, Optional.empty());
        }

        static Cited of(Citation citation) {
            return new Cited(Optional.of(citation.source()), Optional.of(citation.read()), citation.quote());
        }

        Optional<Citation> citation() {
            return source.flatMap(s -> read.map(r -> new Citation(s, r, quote)));
        }
    }

    /** A part as it stands, to be changed. */
    static Draft of(RegisterKey part, String json, LocalDate validFrom, FactKinds kinds) {
        Map<String, String> said = PartFields.of(json);
        EditableKind shape = EditableKind.of(part, kinds);
        Map<String, String> fields = new LinkedHashMap<>();
        shape.fields()
                .forEach(f -> Optional.ofNullable(said.get(f.name())).ifPresent(v -> fields.put(f.name(), said(f, v))));
        List<Cited> cited = PartFields.citations(json).stream().map(Cited::of).toList();
        return new Draft(
                shape,
                part.offering(),
                Optional.of(part),
                fields,
                cited.isEmpty() ? List.of(Cited.NOTHING) : cited,
                validFrom,
                "");
    }

    /** The same, read after a change. */
    Draft seen(long change) {
        return new Draft(shape, offering, part, fields, cited, validFrom, why, change);
    }

    /** The same, resting on this citation of its page, for a reason. */
    Draft citing(Citation citation, String because) {
        List<Cited> others = cited.stream()
                .filter(c -> !c.equals(Cited.NOTHING) && !c.source().equals(Optional.of(citation.source())))
                .toList();
        return new Draft(
                shape,
                offering,
                part,
                fields,
                Stream.concat(Stream.of(Cited.of(citation)), others.stream()).toList(),
                validFrom,
                because,
                seen);
    }

    private static String said(Field field, String value) {
        return field.input() == FieldType.Form.MODELS
                ? ModelLine.written(value)
                : field.input().several() ? written(field, value) : value;
    }

    /** Something new. */
    static Draft fresh(EditableKind shape, String offering, Map<String, String> fields, LocalDate validFrom) {
        return new Draft(shape, offering, Optional.empty(), fields, List.of(Cited.NOTHING), validFrom, "");
    }

    boolean isFact() {
        return shape.kind() == RegisterKey.Kind.FACT;
    }

    String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** The items of a list. */
    List<String> items(String name) {
        boolean names =
                shape.field(name).filter(f -> f.input() == FieldType.Form.NAMES).isPresent();
        return Stream.of(field(name).split(names ? ";" : "[,;\\s]+"))
                .map(String::strip)
                .filter(i -> !i.isEmpty())
                .toList();
    }

    /** All that a rule reads: everything but what the page says in words. */
    Map<String, String> value() {
        return shape.fields().stream()
                .filter(f -> !f.name().equals("text") && !field(f.name()).isEmpty())
                .collect(Collectors.toMap(
                        Field::name, f -> f.input().several() ? String.join(",", items(f.name())) : field(f.name())));
    }

    List<Citation> citations() {
        return cited.stream().flatMap(c -> c.citation().stream()).toList();
    }

    /** The citations that were not there before, or have another day than they had; those of today count as well. */
    List<Citation> readAnew(Draft before, LocalDate today) {
        return citations().stream()
                .filter(c -> !before.citations().contains(c) || c.read().equals(today))
                .toList();
    }

    /**
     * The page that the change rests on: of those that were read for it, the one read last, a new one before others.
     */
    Optional<Citation> restsOn(Draft before, LocalDate today) {
        List<Integer> known =
                before.cited.stream().flatMap(c -> c.source().stream()).toList();
        return readAnew(before, today).stream()
                .max(Comparator.comparing(Citation::read)
                        .thenComparing(c -> !known.contains(c.source()))
                        .thenComparing(Citation::source, Comparator.reverseOrder()));
    }

    private String json() {
        Map<String, String> said = new LinkedHashMap<>();
        shape.fact().ifPresent(kind -> said.put("fact", kind.id()));
        for (Field field : shape.fields()) {
            String value = field(field.name()).replaceAll("\\s*\\R\\s*", " ");
            if (field.input() == FieldType.Form.MODELS) {
                value = ModelLine.json(field(field.name()), citations());
            }
            if (!value.isEmpty()) {
                said.put(field.name(), field.input().several() ? list(items(field.name())) : value);
            }
        }
        if (isFact()) {
            return PartFields.cited(said, citations(), shape.fact());
        }
        return shape.equals(EditableKind.SOURCE) && !said.containsKey("url")
                ? PartFields.with("{\"url\":\"\"}", said, shape.fact())
                : PartFields.with("{}", said, shape.fact());
    }

    /** The change that it comes to. */
    Edit edit() {
        return part.<Edit>map(p -> new Edit.Put(p, json()))
                .orElseGet(() -> new Edit.Add(shape.kind(), offering, json()));
    }

    Attribution by(String who, Citation restsOn) {
        return new Attribution(validFrom, who, why, Optional.of(new Citation(restsOn.source(), restsOn.read())));
    }

    private static String list(List<String> items) {
        return items.stream()
                .map(i -> "\"" + i.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** {@code ["US","CA"]} as a person writes it. */
    private static String written(Field field, String json) {
        return String.join(field.input() == FieldType.Form.NAMES ? "; " : ", ", PartFields.items(json));
    }
}
