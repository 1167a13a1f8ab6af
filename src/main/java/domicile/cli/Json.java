package domicile.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.register.FieldChange;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the register's commands write as JSON. An empty Optional is null. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** A value as indented text. */
    static String text(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.valueToTree(bare(value)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object bare(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((name, inner) -> plain.put(String.valueOf(name), bare(inner)));
                yield plain;
            }
            case Iterable<?> all
            when !(value instanceof JsonNode) -> {
                var list = MAPPER.createArrayNode();
                all.forEach(inner -> list.add(MAPPER.<JsonNode>valueToTree(bare(inner))));
                yield list;
            }
            case Optional<?> maybe -> maybe.<Object>map(inner -> bare(inner)).orElse(MAPPER.nullNode());
            default -> value;
        };
    }

    /** A text that is JSON, as what it says. */
    static JsonNode raw(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> field(FieldChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", change.field());
        json.put("before", change.before().map(Json::raw));
        json.put("after", change.after().map(Json::raw));
        return json;
    }
}
