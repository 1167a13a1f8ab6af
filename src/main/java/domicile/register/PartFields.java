package domicile.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.residency.Citation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a part as a person edits them: each a plain text, or JSON where the value is no text. {@code HELD} and
 * {@code ["US"]} need no quotes around them.
 */
public final class PartFields {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PartFields() {}

    /** The fields of a part's JSON, without its citation. */
    public static Map<String, String> of(String json) {
        ObjectNode node = RegisterJson.fields(json);
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties().forEach(f -> {
            if (!f.getKey().equals("source") && !f.getKey().equals("read")) {
                fields.put(
                        f.getKey(),
                        f.getValue().isTextual()
                                ? f.getValue().asText()
                                : f.getValue().toString());
            }
        });
        return fields;
    }

    /** Whether a fact's JSON cites a source. */
    public static boolean cites(String json, int source) {
        JsonNode cited = RegisterJson.fields(json).path("source");
        if (!cited.isArray()) {
            return cited.asInt(-1) == source;
        }
        for (JsonNode one : cited) {
            if (one.asInt(-1) == source) {
                return true;
            }
        }
        return false;
    }

    /** A part's JSON with some of its fields replaced; an empty text takes a field out. */
    public static String with(String json, Map<String, String> changed) {
        ObjectNode node = RegisterJson.fields(json);
        changed.forEach((field, text) -> {
            if (text.isBlank()) {
                node.remove(field);
            } else {
                node.set(field, value(field, text.strip()));
            }
        });
        return node.toString();
    }

    /** A fact's JSON of these fields and a citation. */
    public static String cited(Map<String, String> fields, Citation citation) {
        ObjectNode node = RegisterJson.fields(with("{}", fields));
        return node.put("source", citation.source())
                .put("read", citation.read().toString())
                .toString();
    }

    /** What a page says is text, even where it reads like a number. */
    private static JsonNode value(String field, String text) {
        if (field.equals("text") || field.equals("name") || field.equals("title") || field.equals("states")) {
            return MAPPER.getNodeFactory().textNode(text);
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException plain) {
            return MAPPER.getNodeFactory().textNode(text);
        }
    }
}
