package domicile.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import domicile.assessment.FailureMode;
import domicile.assessment.Traps;
import domicile.report.data.Csv;
import domicile.residency.AppliesTo;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.FactWords;
import domicile.residency.FieldType;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.LayerPlacements;
import domicile.residency.Model;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Offerings as tables, JSON and CSV. Unknown is said, never left blank. */
final class OfferingTexts {
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private static final String UNKNOWN = "unknown";
    private static final String CONFLICT = "CONFLICT";

    private final Register register;

    OfferingTexts(Register register) {
        this.register = register;
    }

    void table(List<Offering> offerings, PrintWriter out) {
        Table table = new Table("OFFERING", "INFERENCE", "BAA", "DPA", "SOC 2 II", "ISO 27001", "FEDRAMP", "ZDR");
        for (Offering o : offerings) {
            table.row(
                    o.id(),
                    places(o, Layer.INFERENCE, 34),
                    status(o, Attestation.Kind.BAA),
                    status(o, Attestation.Kind.DPA),
                    status(o, Attestation.Kind.SOC2_TYPE_II),
                    status(o, Attestation.Kind.ISO_27001),
                    status(o, Attestation.Kind.FEDRAMP),
                    zdr(o));
        }
        table.print(out);
    }

    /** What a filter does not say, and what it does not say of which of the offerings that pass it. */
    void traps(List<Offering> offerings, Traps.Asked asked, PrintWriter out) {
        Traps traps = new Traps(register);
        Map<FailureMode, List<String>> warnings = new LinkedHashMap<>();
        traps.warnings(offerings, asked)
                .forEach(w -> warnings.computeIfAbsent(w.mode(), m -> new ArrayList<>())
                        .add(w.says().english()
                                + (w.named().isEmpty()
                                        ? ""
                                        : w.named().stream()
                                                .map(Offering::id)
                                                .collect(Collectors.joining(", ", ": ", "")))));
        warnings.forEach((mode, lines) -> {
            out.println();
            lines.forEach(out::println);
            // what is the same of several offerings is said once
            Map<String, List<String>> said = new LinkedHashMap<>();
            offerings.forEach(o -> traps.of(o, asked).stream()
                    .filter(t -> t.mode() == mode)
                    .forEach(t -> said.computeIfAbsent(
                                    t.says().english() + " " + cited(t.citations()), s -> new ArrayList<>())
                            .add(o.id())));
            said.forEach((says, ids) -> out.println("  " + String.join(", ", ids) + ": " + says));
        });
    }

    void json(List<Offering> offerings, PrintWriter out) {
        print(out, offerings.stream().map(this::summary).toList());
    }

    void csv(List<Offering> offerings, Csv csv, PrintWriter out) {
        out.print(csv.line(List.of(
                "offering",
                "name",
                "provider",
                "operator",
                "inference",
                "storage",
                "baa",
                "dpa",
                "soc2TypeII",
                "iso27001",
                "fedramp",
                "zdr")));
        for (Offering o : offerings) {
            List<String> cells = List.of(
                    o.id(),
                    o.name(),
                    o.provider(),
                    o.operator(),
                    places(o, Layer.INFERENCE, Integer.MAX_VALUE),
                    places(o, Layer.STORAGE, Integer.MAX_VALUE),
                    status(o, Attestation.Kind.BAA),
                    status(o, Attestation.Kind.DPA),
                    status(o, Attestation.Kind.SOC2_TYPE_II),
                    status(o, Attestation.Kind.ISO_27001),
                    status(o, Attestation.Kind.FEDRAMP),
                    zdr(o));
            out.print(csv.line(cells));
        }
    }

    private Map<String, Object> summary(Offering o) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", o.id());
        json.put("name", o.name());
        json.put("provider", o.provider());
        json.put("operator", o.operator());
        Map<String, Object> disputed = new LinkedHashMap<>();
        Map<String, Object> unstated = new LinkedHashMap<>();
        for (Layer layer : Layer.values()) {
            LayerPlacements placements = LayerPlacements.of(o, layer);
            json.put(name(layer), codes(o, layer));
            put(disputed, name(layer), codes(placements.disputed()));
            put(unstated, name(layer), codes(placements.unstated()));
        }
        if (!disputed.isEmpty()) {
            json.put("disputedPlaces", disputed);
        }
        if (!unstated.isEmpty()) {
            json.put("unstatedPlaces", unstated);
        }
        Map<String, Object> attestations = new LinkedHashMap<>();
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            if (!o.attestations(kind).isEmpty()) {
                attestations.put(kind.name(), status(o, kind));
            }
        }
        json.put("attestations", attestations);
        json.put("zdr", zdr(o));
        return json;
    }

    private static String name(Layer layer) {
        return switch (layer) {
            case INFERENCE -> "inference";
            case STORAGE -> "storage";
            case ENDPOINT_SERVICES -> "endpointServices";
        };
    }

    private static void put(Map<String, Object> json, String name, List<String> items) {
        if (!items.isEmpty()) {
            json.put(name, items);
        }
    }

    void showJson(Offering o, PrintWriter out) {
        Map<String, Object> json = summary(o);
        json.put("registerAsOf", register.asOf().toString());
        json.put("registerHash", register.hash());
        put(json, "products", o.products());
        if (!o.models().isEmpty()) {
            json.put("models", o.models().stream().map(this::model).toList());
        }
        json.put("facts", o.facts().stream().map(this::fact).toList());
        json.put("conflicts", List.copyOf(o.conflicts().keySet()));
        print(out, json);
    }

    private Map<String, Object> fact(Fact<?> fact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fact", fact.id());
        json.put("says", says(fact.value()));
        if (!fact.text().isEmpty()) {
            json.put("text", fact.text());
        }
        json.put("citations", fact.citations().stream().map(this::citation).toList());
        return json;
    }

    private Map<String, Object> model(Model model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", model.id());
        json.put("family", model.family());
        model.until().ifPresent(until -> json.put("until", until.text()));
        json.put("citations", model.citations().stream().map(this::citation).toList());
        return json;
    }

    private Map<String, Object> citation(Citation c) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", c.source());
        json.put("read", c.read().toString());
        register.source(c.source()).ifPresent(s -> {
            json.put("publisher", s.publisher());
            json.put("url", s.url());
        });
        return json;
    }

    void show(Offering o, PrintWriter out) {
        out.println(o.name() + "  (" + o.id() + ")");
        out.println("Sold by " + register.providerName(o.provider()) + ", operated by "
                + register.providerName(o.operator()) + ". Register as of " + register.asOf() + ", " + register.hash());
        if (!o.products().isEmpty()) {
            out.println("Called in contracts: " + String.join("; ", o.products()));
        }
        Set<String> disputed = o.conflicts().keySet();
        for (Layer layer : Layer.values()) {
            out.println();
            out.println(
                    switch (layer) {
                        case INFERENCE -> "INFERENCE";
                        case STORAGE -> "STORAGE";
                        case ENDPOINT_SERVICES -> "ENDPOINT SERVICES";
                    });
            List<Fact<Placement>> placements = o.placements(layer);
            if (placements.isEmpty()) {
                out.println("  not published");
            }
            placements.forEach(f -> line(f, disputed, out));
        }
        out.println();
        out.println("EVERYTHING ELSE");
        o.facts().stream().filter(f -> !(f.value() instanceof Placement)).forEach(f -> line(f, disputed, out));
        o.models()
                .forEach(m -> out.println("  MODEL " + m.id() + " (" + m.family() + ")"
                        + m.until().map(u -> ", served until " + u.text()).orElse("") + " " + cited(m.citations())));
        disputed.forEach(key -> out.println("  CONFLICT: sources disagree about " + key + "; both values stay"));
        List<Traps.Trap> traps = new Traps(register).of(o);
        if (!traps.isEmpty()) {
            out.println();
            out.println("WHAT THESE FACTS DO NOT PROVE");
            traps.forEach(t -> out.println("  " + t.says().english() + " " + cited(t.citations())));
        }
        out.println();
        out.println("SOURCES");
        Stream.concat(
                        o.facts().stream().flatMap(f -> f.citations().stream()),
                        o.models().stream().flatMap(m -> m.citations().stream()))
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Citation::source))
                .forEach(c -> register.source(c.source())
                        .ifPresent(s -> out.println("  [" + s.number() + "] " + s.publisher() + ", " + s.title()
                                + (s.secondHand() ? " (second-hand)" : "")
                                + (s.url().isEmpty() ? "" : ", " + s.url()) + ", read " + c.read())));
    }

    /** A fact with its citations; of what sources disagree about, marked so. */
    private static void line(Fact<?> fact, Set<String> disputed, PrintWriter out) {
        String mark = disputed.contains(fact.value().key()) ? CONFLICT + ": " : "";
        out.println("  " + mark + says(fact.value()) + " " + cited(fact.citations()));
        if (!fact.text().isEmpty()) {
            out.println("      " + fact.text());
        }
    }

    private static String cited(List<Citation> citations) {
        boolean oneDay = citations.stream().map(Citation::read).distinct().count() == 1;
        return oneDay
                ? citations.stream().map(c -> "[" + c.source() + "]").collect(Collectors.joining()) + " read "
                        + citations.getFirst().read()
                : citations.stream()
                        .map(c -> "[" + c.source() + "] read " + c.read())
                        .collect(Collectors.joining(", "));
    }

    /** A fact in one line. */
    static String says(FactValue value) {
        return switch (value) {
            case Placement p ->
                p.name() + ": " + p.places().stream().map(Place::code).collect(Collectors.joining(", "))
                        + (p.openEnded() ? " (list not published in full)" : "") + ", " + p.selection()
                        + (p.selection() == Selection.UNSTATED
                                ? " (data centre named; whether it can be pinned is not published)"
                                : "")
                        + p.since().map(s -> ", since " + s.text()).orElse("") + use(p);
            case Attestation a ->
                a.kind() + " " + a.status() + a.level().map(l -> " " + l).orElse("") + ", " + a.holder()
                        + (a.scope().isEmpty() ? "" : ", " + a.scope())
                        + a.since().map(s -> ", since " + s.text()).orElse("")
                        + (a.outOfScope().isEmpty() ? "" : ", out of scope: " + String.join(" ", a.outOfScope()))
                        + (a.someServicesOutOfScope() ? ", some services out of scope, not named" : "") + use(a);
            case Retention r ->
                "RETENTION " + r.days() + " days, " + r.what()
                        + r.from()
                                .map(PublishedDate::text)
                                .map(d -> ", from " + d)
                                .orElse("")
                        + use(r);
            case ZeroRetention z -> "ZDR " + z.zdr() + use(z);
            case TrainingReuse t -> "TRAINING " + t.reuse();
            case ModelFamilies m -> "MODELS " + String.join(", ", m.families()) + (m.openEnded() ? " and others" : "");
            case CorporateTie c -> "CORPORATE TIE " + c.party() + " (" + c.country() + "), " + c.relation();
            case Headquarters h -> "HEADQUARTERS " + h.city() + ", " + h.country();
            default ->
                english(value, "fact." + value.factKind().id())
                                .orElse(value.factKind().id())
                                .toUpperCase(Locale.ROOT) + " "
                        + String.join(", ", FactWords.of(value, new Plain(value)))
                        + use(value);
        };
    }

    private static Optional<String> english(FactValue value, String key) {
        return value.factKind().word(key, Locale.ROOT);
    }

    /** Fields by their English names, values as packs have them. */
    private record Plain(FactValue value) implements FactWords.Shown {
        @Override
        public Optional<String> word(String key) {
            return key.startsWith("field.")
                    ? english(value, key).map(w -> w.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        }

        @Override
        public Optional<String> choice(Enum<?> value) {
            return Optional.empty();
        }

        @Override
        public String item(FieldType.Form form, String said) {
            return said;
        }

        @Override
        public String pair(String name, String value) {
            return name + " " + value;
        }
    }

    /** The models and services that a fact narrower than its offering speaks for. */
    private static String use(FactValue value) {
        AppliesTo to = value.appliesTo();
        return (to.models().isEmpty() ? "" : ", only for " + String.join(" ", to.models()))
                + (to.services().isEmpty() ? "" : ", only with " + String.join(" ", to.services()));
    }

    private static List<String> codes(Offering o, Layer layer) {
        return codes(o.placements(layer).stream().map(Fact::value).toList());
    }

    private static List<String> codes(List<Placement> placements) {
        return LayerPlacements.places(placements).stream().map(Place::code).toList();
    }

    /**
     * The codes of a layer's places: {@code !DE} where sources disagree, {@code ?DE} where a data centre is named
     * alone.
     */
    private static String places(Offering o, Layer layer, int most) {
        LayerPlacements placements = LayerPlacements.of(o, layer);
        List<String> certain = codes(placements.certain());
        List<String> codes = new ArrayList<>(certain);
        codes(placements.disputed()).forEach(c -> codes.add("!" + c));
        codes(placements.unstated()).stream().filter(c -> !certain.contains(c)).forEach(c -> codes.add("?" + c));
        if (codes.isEmpty()) {
            return UNKNOWN;
        }
        String all = String.join(" ", codes);
        if (all.length() <= most) {
            return all;
        }
        int cut = all.lastIndexOf(' ', most - 2);
        return all.substring(0, cut) + " …";
    }

    private static String status(Offering o, Attestation.Kind kind) {
        return said(
                o.published(kind), a -> a.status() + a.level().map(l -> " " + l).orElse(""));
    }

    private static String zdr(Offering o) {
        return said(o.zeroRetention(), z -> z.zdr().name());
    }

    private static <V extends FactValue> String said(Published<V> published, Function<V, String> word) {
        return switch (published) {
            case Published.Silent<V> s -> UNKNOWN;
            case Published.Disputed<V> d -> CONFLICT;
            case Published.Agreed<V> a -> word.apply(a.value());
        };
    }

    private static void print(PrintWriter out, Object json) {
        try {
            out.println(JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
