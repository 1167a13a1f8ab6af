package domicile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.residency.FactField;
import domicile.residency.FactKind;
import domicile.residency.FactKinds;
import domicile.residency.FieldType;
import java.io.IOException;
import java.util.List;

/** What the schema of a provider's file says of kinds of facts, made from the kinds. */
public final class FactSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FactSchema() {}

    /** The published schema with these kinds of facts instead of its own. */
    public static ObjectNode of(FactKinds kinds) throws IOException {
        ObjectNode schema = published();
        ObjectNode fact = (ObjectNode) schema.at("/$defs/fact");
        ArrayNode ids = ((ObjectNode) fact.at("/properties/fact")).putArray("enum");
        JsonNode always = fact.at("/allOf").path(fact.at("/allOf").size() - 1);
        ArrayNode choices = fact.putArray("allOf");
        for (FactKind<?> kind : kinds.all()) {
            ids.add(kind.id());
            ObjectNode choice = choices.addObject();
            choice.putObject("if").putObject("properties").putObject("fact").put("const", kind.id());
            choice.putObject("then").put("$ref", "#/$defs/" + kind.id());
            ((ObjectNode) schema.path("$defs")).set(kind.id(), of(kind));
        }
        choices.add(always);
        return schema;
    }

    /** The published schema. */
    public static ObjectNode published() throws IOException {
        return (ObjectNode)
                MAPPER.readTree(Schemas.DATA.resolve("provider.schema.json").toFile());
    }

    private static ObjectNode of(FactKind<?> kind) {
        ObjectNode schema = MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
        ArrayNode required = schema.putArray("required").add("fact");
        kind.fields().stream().filter(FactField::needed).map(FactField::name).forEach(required::add);
        if (kind.wordy()) {
            required.add("text");
        }
        required.add("source").add("read");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("fact").put("const", kind.id());
        kind.fields()
                .forEach(f -> properties.set(
                        f.name(), kind.own().stream().anyMatch(f::equals) ? of(f.type()) : ref(f.name())));
        properties.set("text", ref("text"));
        properties.set("variant", ref("id"));
        properties.set("source", ref("source"));
        properties.set("read", ref("read"));
        properties.set("quote", ref("quote"));
        return schema;
    }

    private static ObjectNode of(FieldType<?> type) {
        return switch (type.form()) {
            case LINE, WORDS -> ref("text");
            case ID, PROVIDER -> ref("id");
            case ADDRESS -> ref("url");
            case COUNTRY -> ref("country");
            case PUBLISHED_DATE -> ref("dayOrMonth");
            case IDS, DEPLOYMENTS -> list("id").put("uniqueItems", true);
            case NAMES -> list("text").put("uniqueItems", true);
            case PLACES -> list("code");
            case FLAG -> MAPPER.createObjectNode().put("type", "boolean");
            case WHOLE ->
                MAPPER.createObjectNode()
                        .put("type", "integer")
                        .put("minimum", 0)
                        .put("maximum", type.most());
            case CHOICE -> {
                ObjectNode choice = MAPPER.createObjectNode();
                List<String> names = type.choices().stream().map(Enum::name).toList();
                choice.set("enum", MAPPER.valueToTree(names));
                yield choice;
            }
            case MODELS -> throw new IllegalArgumentException("no field of a fact: " + type);
        };
    }

    private static ObjectNode ref(String name) {
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode list(String of) {
        ObjectNode list = MAPPER.createObjectNode().put("type", "array").put("minItems", 1);
        list.set("items", ref(of));
        return list;
    }
}
