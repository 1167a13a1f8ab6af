package domicile.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.residency.Areas;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactKind;
import domicile.residency.FrameworkControl;
import domicile.residency.Model;
import domicile.residency.Offering;
import domicile.residency.Source;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of a register as JSON, field by field as a pack says them: what {@link PackReader} reads back. */
final class RegisterJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RegisterJson() {}

    static String text(Object json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of a text that {@link #text} wrote. */
    static ObjectNode fields(String json) {
        try {
            return MAPPER.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fact's fields in the order in which {@link #fact} writes them. */
    static ObjectNode inPackOrder(ObjectNode fact) {
        ObjectNode ordered = fact.deepCopy();
        for (String last : List.of("variant", "text", "source", "read")) {
            JsonNode value = ordered.remove(last);
            if (value != null) {
                ordered.set(last, value);
            }
        }
        return ordered;
    }

    static Map<String, Object> fact(Fact<?> fact) {
        FactKind<?> kind = fact.value().factKind();
        Map<String, Object> line = ordered("fact", kind.id());
        line.putAll(kind.json(fact.value()));
        if (!fact.variant().isEmpty()) {
            line.put("variant", fact.variant());
        }
        if (!fact.text().isEmpty()) {
            line.put("text", fact.text());
        }
        cite(line, fact.citations());
        return line;
    }

    /** Whether all pages were read on one day, which is then said once. */
    private static boolean oneDay(SortedMap<Integer, String> cited) {
        return Set.copyOf(cited.values()).size() == 1;
    }

    /** The pages that a fact's fields cite, each with the day that it was read. */
    static SortedMap<Integer, String> cited(ObjectNode fact) {
        JsonNode source = fact.path("source");
        JsonNode read = fact.path("read");
        SortedMap<Integer, String> cited = new TreeMap<>();
        if (source.isArray()) {
            for (int i = 0; i < source.size(); i++) {
                cited.put(source.get(i).asInt(), (read.isArray() ? read.path(i) : read).asText());
            }
        } else if (source.isInt()) {
            cited.put(source.asInt(), read.asText());
        }
        return cited;
    }

    /** Lets a fact's fields cite these pages and no others. */
    static ObjectNode cite(ObjectNode fact, SortedMap<Integer, String> cited) {
        fact.set("source", MAPPER.valueToTree(cited.size() == 1 ? cited.firstKey() : cited.keySet()));
        fact.set("read", MAPPER.valueToTree(oneDay(cited) ? cited.get(cited.firstKey()) : cited.values()));
        return fact;
    }

    /**
     * What an offering says of itself, without its facts. A field that says nothing is left out, so that its hash
     * stays.
     */
    static Map<String, Object> offering(Offering o) {
        Map<String, Object> json =
                ordered("id", o.id(), "name", o.name(), "provider", o.provider(), "operator", o.operator());
        list(json, "products", o.products());
        if (!o.models().isEmpty()) {
            json.put("models", o.models().stream().map(RegisterJson::model).toList());
        }
        return json;
    }

    static Map<String, Object> model(Model m) {
        Map<String, Object> json = ordered("id", m.id(), "family", m.family());
        m.until().ifPresent(until -> json.put("until", until.text()));
        cite(json, m.citations());
        return json;
    }

    private static void cite(Map<String, Object> line, List<Citation> citations) {
        SortedMap<Integer, String> cited = new TreeMap<>();
        citations.forEach(c -> cited.put(c.source(), c.read().toString()));
        line.put("source", cited.size() == 1 ? cited.firstKey() : List.copyOf(cited.keySet()));
        line.put("read", oneDay(cited) ? cited.get(cited.firstKey()) : List.copyOf(cited.values()));
    }

    private static void flag(Map<String, Object> line, String name, boolean set) {
        if (set) {
            line.put(name, true);
        }
    }

    private static void list(Map<String, Object> line, String name, List<String> items) {
        if (!items.isEmpty()) {
            line.put(name, items);
        }
    }

    static Map<String, Object> source(Source s) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", s.number());
        json.put("kind", s.kind().name());
        json.put("publisher", s.publisher());
        json.put("title", s.title());
        json.put("url", s.url());
        json.put("states", s.states());
        return json;
    }

    static Map<String, Object> country(Areas.CountryDefinition c) {
        return ordered("code", c.code(), "name", c.name());
    }

    static Map<String, Object> bloc(Areas.BlocDefinition b) {
        Map<String, Object> json = ordered(
                "code",
                b.code(),
                "name",
                b.name(),
                "members",
                b.members().stream().sorted().toList(),
                "note",
                b.note());
        flag(json, "membersUnpublished", b.membersUnpublished());
        return json;
    }

    static Map<String, Object> region(Areas.RegionDefinition r) {
        return ordered("code", r.code(), "name", r.name(), "cloud", r.cloud(), "country", r.country());
    }

    static Map<String, Object> adequacy(Areas.AdequacyDecision a) {
        return ordered("country", a.country(), "since", a.since().toString(), "scope", a.scope());
    }

    static Map<String, Object> control(FrameworkControl c) {
        return ordered(
                "id",
                c.id(),
                "title",
                c.title(),
                "requirements",
                c.requirements().stream().sorted().toList());
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return json;
    }
}
