package domicile.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.residency.Areas;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactKind;
import domicile.residency.FrameworkControl;
import domicile.residency.Model;
import domicile.residency.Offering;
import domicile.residency.Quote;
import domicile.residency.Source;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of a register as JSON, field by field as a pack says them: what {@link PackReader} reads back. */
final class RegisterJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String QUOTE = "quote";

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
        for (String last : List.of("variant", "text", "source", "read", QUOTE)) {
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
    private static boolean oneDay(SortedMap<Integer, Cited> cited) {
        return cited.values().stream().map(Cited::read).distinct().count() == 1;
    }

    /**
     * What a fact's fields say of one page that they cite.
     *
     * @param read the day, as it is written
     * @param quote the words of the page, without the source's number
     */
    record Cited(String read, Optional<Object> quote) {
        Cited readOn(String day) {
            return new Cited(day, quote);
        }
    }

    /** The pages that a fact's fields cite, each with the day that it was read. */
    static SortedMap<Integer, Cited> cited(ObjectNode fact) {
        JsonNode source = fact.path("source");
        JsonNode read = fact.path("read");
        SortedMap<Integer, Cited> cited = new TreeMap<>();
        if (source.isArray()) {
            for (int i = 0; i < source.size(); i++) {
                int number = source.get(i).asInt();
                cited.put(number, new Cited((read.isArray() ? read.path(i) : read).asText(), quote(fact, number)));
            }
        } else if (source.isInt()) {
            cited.put(source.asInt(), new Cited(read.asText(), quote(fact, source.asInt())));
        }
        return cited;
    }

    private static Optional<Object> quote(ObjectNode fact, int source) {
        JsonNode quotes = fact.path(QUOTE);
        for (JsonNode quote : quotes.isArray() ? quotes : List.of(quotes)) {
            if (quote instanceof ObjectNode words && words.path("source").asInt(source) == source) {
                ObjectNode plain = words.deepCopy();
                plain.remove("source");
                return Optional.of(plain);
            }
        }
        return Optional.empty();
    }

    /** Lets a fact's fields cite these pages and no others. */
    static ObjectNode cite(ObjectNode fact, SortedMap<Integer, Cited> cited) {
        fact.remove(QUOTE);
        said(cited).forEach((name, value) -> fact.set(name, MAPPER.valueToTree(value)));
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
        line.putAll(said(cited(citations)));
    }

    /** Citations by their page, as fields say them. */
    static SortedMap<Integer, Cited> cited(List<Citation> citations) {
        SortedMap<Integer, Cited> cited = new TreeMap<>();
        citations.forEach(c ->
                cited.put(c.source(), new Cited(c.read().toString(), c.quote().map(RegisterJson::quote))));
        return cited;
    }

    /** The fields that cite these pages: what is the same for all is said once, and no quote where there is none. */
    private static Map<String, Object> said(SortedMap<Integer, Cited> cited) {
        boolean one = cited.size() == 1;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", one ? cited.firstKey() : List.copyOf(cited.keySet()));
        List<String> days = cited.values().stream().map(Cited::read).toList();
        fields.put("read", oneDay(cited) ? days.getFirst() : days);
        List<Object> quotes = new ArrayList<>();
        cited.forEach((source, page) -> page.quote().ifPresent(quote -> {
            Map<String, Object> named = new LinkedHashMap<>();
            if (!one) {
                named.put("source", source);
            }
            MAPPER.<ObjectNode>valueToTree(quote).properties().forEach(f -> named.put(f.getKey(), f.getValue()));
            quotes.add(named);
        }));
        if (!quotes.isEmpty()) {
            fields.put(QUOTE, one ? quotes.getFirst() : quotes);
        }
        return fields;
    }

    private static Map<String, Object> quote(Quote quote) {
        Map<String, Object> json = ordered(
                "capture",
                quote.hash(),
                "exact",
                quote.exact(),
                "prefix",
                quote.prefix(),
                "suffix",
                quote.suffix(),
                "unit",
                quote.unit().name());
        quote.row().ifPresent(row -> json.put("row", row));
        flag(json, "withdrawn", quote.withdrawn());
        return json;
    }

    static Map<String, Object> capture(Capture c) {
        Map<String, Object> json = ordered(
                "source",
                c.source(),
                "day",
                c.day().toString(),
                "sha256",
                c.hash(),
                "bytes",
                c.bytes(),
                "mediaType",
                c.mediaType(),
                "name",
                c.name(),
                "address",
                c.address(),
                "taken",
                c.taken().toString(),
                "who",
                c.who(),
                "how",
                c.how().name());
        c.withdrawn()
                .ifPresent(
                        w -> json.put("withdrawn", ordered("at", w.at().toString(), "who", w.who(), "why", w.why())));
        return json;
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
