package domicile.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Source;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    void json(List<Offering> offerings, PrintWriter out) {
        print(out, offerings.stream().map(this::summary).toList());
    }

    void csv(List<Offering> offerings, PrintWriter out) {
        out.print("offering,name,provider,operator,inference,storage,baa,dpa,soc2TypeII,iso27001,fedramp,zdr\r\n");
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
            out.print(cells.stream().map(OfferingTexts::cell).collect(Collectors.joining(",")) + "\r\n");
        }
    }

    /** A CSV cell (RFC 4180) that no spreadsheet takes for a formula. */
    private static String cell(String text) {
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private Map<String, Object> summary(Offering o) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", o.id());
        json.put("name", o.name());
        json.put("provider", o.provider());
        json.put("operator", o.operator());
        json.put("inference", codes(o, Layer.INFERENCE));
        json.put("storage", codes(o, Layer.STORAGE));
        json.put("endpointServices", codes(o, Layer.ENDPOINT_SERVICES));
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

    void showJson(Offering o, PrintWriter out) {
        Map<String, Object> json = summary(o);
        json.put("registerAsOf", register.asOf().toString());
        json.put("registerHash", register.hash());
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
            placements.forEach(f -> line(f, out));
        }
        out.println();
        out.println("EVERYTHING ELSE");
        o.facts().stream().filter(f -> !(f.value() instanceof Placement)).forEach(f -> line(f, out));
        o.conflicts()
                .keySet()
                .forEach(key -> out.println("  CONFLICT: sources disagree about " + key + "; both values stay"));
        out.println();
        out.println("SOURCES");
        o.facts().stream()
                .flatMap(f -> f.citations().stream())
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Citation::source))
                .forEach(c -> register.source(c.source())
                        .ifPresent(s -> out.println("  [" + s.number() + "] " + s.publisher() + ", " + s.title()
                                + (s.kind() == Source.Kind.COMPILED ? " (second-hand)" : "")
                                + (s.url().isEmpty() ? "" : ", " + s.url()) + ", read " + c.read())));
    }

    private static void line(Fact<?> fact, PrintWriter out) {
        boolean oneDay =
                fact.citations().stream().map(Citation::read).distinct().count() == 1;
        String cited = oneDay
                ? fact.citations().stream().map(c -> "[" + c.source() + "]").collect(Collectors.joining()) + " read "
                        + fact.read()
                : fact.citations().stream()
                        .map(c -> "[" + c.source() + "] read " + c.read())
                        .collect(Collectors.joining(", "));
        out.println("  " + says(fact.value()) + " " + cited);
        if (!fact.text().isEmpty()) {
            out.println("      " + fact.text());
        }
    }

    /** A fact in one line. */
    static String says(FactValue value) {
        return switch (value) {
            case Placement p ->
                p.name() + ": " + p.places().stream().map(Place::code).collect(Collectors.joining(", "))
                        + (p.openEnded() ? " (list not published in full)" : "") + ", " + p.selection();
            case Attestation a ->
                a.kind() + " " + a.status() + a.level().map(l -> " " + l).orElse("") + ", " + a.holder()
                        + (a.scope().isEmpty() ? "" : ", " + a.scope())
                        + a.since().map(s -> ", since " + s.text()).orElse("");
            case FactValue.Retention r ->
                "RETENTION " + r.days() + " days, " + r.what()
                        + r.from()
                                .map(PublishedDate::text)
                                .map(d -> ", from " + d)
                                .orElse("");
            case FactValue.ZeroRetention z -> "ZDR " + z.zdr();
            case FactValue.TrainingReuse t -> "TRAINING " + t.reuse();
            case FactValue.ModelFamilies m ->
                "MODELS " + String.join(", ", m.families()) + (m.openEnded() ? " and others" : "");
            case FactValue.CorporateTie c -> "CORPORATE TIE " + c.party() + " (" + c.country() + "), " + c.relation();
            case FactValue.TrustPortal t -> "TRUST PORTAL " + t.url();
            case FactValue.Headquarters h -> "HEADQUARTERS " + h.city() + ", " + h.country();
            case FactValue.GoverningLaw g -> "GOVERNING LAW " + g.country();
            case FactValue.Note n -> "NOTE " + n.topic();
        };
    }

    private static List<String> codes(Offering o, Layer layer) {
        return o.placements(layer).stream()
                .flatMap(f -> f.value().places().stream())
                .map(Place::code)
                .distinct()
                .toList();
    }

    private static String places(Offering o, Layer layer, int most) {
        List<String> codes = codes(o, layer);
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
