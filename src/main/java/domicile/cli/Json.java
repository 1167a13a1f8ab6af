package domicile.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import domicile.register.FieldChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the register's commands write as JSON. An empty Optional is null. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new SimpleModule().addSerializer(new Maybe()));

    private Json() {}

    /** Jackson would write an Optional as an object that says whether it is there. */
    private static final class Maybe extends StdSerializer<Optional<?>> {
        private static final long serialVersionUID = 1;

        Maybe() {
            super(Optional.class, false);
        }

        @Override
        public void serialize(Optional<?> maybe, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writePOJO(maybe.orElse(null));
        }
    }

    /** A value as indented text. */
    static String text(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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
