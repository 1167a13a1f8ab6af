package domicile.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.json.StrictJson;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactKind;
import domicile.residency.Quote;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a part as a person edits them: each a plain text, or JSON where the value is no text. {@code HELD} and
 * {@code ["US"]} need no quotes around them.
 */
public final class PartFields {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The fields of what is no fact whose value is no text. */
    private static final Set<String> NO_TEXT = Set.of("number", "models", "products");

    private static final Set<String> CITATION = Set.of("source", "read", "quote");

    private PartFields() {}

    /** The fields of a part's JSON, without its citation. */
    public static Map<String, String> of(String json) {
        ObjectNode node = RegisterJson.fields(json);
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties().forEach(f -> {
            if (!CITATION.contains(f.getKey())) {
                fields.put(
                        f.getKey(),
                        f.getValue().isTextual()
                                ? f.getValue().asText()
                                : f.getValue().toString());
            }
        });
        return fields;
    }

    /** The items of a field's JSON as plain texts, a model by its id; one for what is no list. */
    public static List<String> items(String json) {
        try {
            JsonNode value = MAPPER.readTree(json);
            List<String> items = new ArrayList<>();
            (value.isArray() ? value : List.of(value))
                    .forEach(item -> items.add(
                            item.isValueNode() ? item.asText() : item.path("id").asText(item.toString())));
            return items;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of a list's JSON, each as JSON again. */
    public static List<String> objects(String json) {
        try {
            List<String> objects = new ArrayList<>();
            MAPPER.readTree(json).forEach(item -> objects.add(item.toString()));
            return objects;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A part's JSON with some of its fields replaced; an empty text takes a field out.
     *
     * @param kind of the fact; empty for what is none
     */
    public static String with(String json, Map<String, String> changed, Optional<FactKind<?>> kind) {
        ObjectNode node = RegisterJson.fields(json);
        changed.forEach((field, text) -> {
            if (text.isBlank()) {
                node.remove(field);
            } else {
                node.set(field, value(isText(field, kind), text.strip()));
            }
        });
        return node.toString();
    }

    /** The pages that a fact's JSON cites. */
    public static List<Citation> citations(String json) {
        return RegisterJson.cited(RegisterJson.fields(json)).entrySet().stream()
                .map(c -> new Citation(
                        c.getKey(),
                        LocalDate.parse(c.getValue().read()),
                        c.getValue().quote().map(PartFields::quote)))
                .toList();
    }

    /** A fact's JSON with these citations instead of its own. */
    public static String cite(Fact<?> fact, List<Citation> citations) {
        return RegisterJson.cite(
                        RegisterJson.fields(RegisterJson.text(RegisterJson.fact(fact))), RegisterJson.cited(citations))
                .toString();
    }

    private static Quote quote(Object json) {
        return FactReader.quote(StrictJson.read("quote", json.toString()));
    }

    /** A fact's or a model's JSON of these fields and citations, of which there is at least one. */
    public static String cited(Map<String, String> fields, List<Citation> citations, Optional<FactKind<?>> kind) {
        return RegisterJson.cite(RegisterJson.fields(with("{}", fields, kind)), RegisterJson.cited(citations))
                .toString();
    }

    private static boolean isText(String field, Optional<FactKind<?>> kind) {
        return kind.map(k -> k.field(field).map(f -> f.type().form().text()).orElse(true))
                .orElse(!NO_TEXT.contains(field));
    }

    /** What is said is text, even where it reads like a number. */
    private static JsonNode value(boolean isText, String text) {
        if (isText) {
            return MAPPER.getNodeFactory().textNode(text);
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException plain) {
            return MAPPER.getNodeFactory().textNode(text);
        }
    }
}
