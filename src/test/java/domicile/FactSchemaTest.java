package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.residency.FactKind;
import domicile.residency.FactKinds;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The published schema follows from the kinds of facts, but for its prose and what one field says of another. */
class FactSchemaTest {

    @Test
    void thePublishedSchemaSaysWhatTheKindsSay() throws IOException {
        ObjectNode published = FactSchema.published();
        assertThat(published.at("/$defs/attestation/dependentSchemas").isObject())
                .isTrue();
        ((ObjectNode) published.at("/$defs/attestation")).remove("dependentSchemas");
        ObjectNode made = FactSchema.of(FactKinds.SHIPPED);
        for (FactKind<?> kind : FactKinds.SHIPPED.all()) {
            assertThat(bare(published.at("/$defs/" + kind.id())))
                    .as(
                            "data/provider.schema.json, $defs, \"%s\": %s",
                            kind.id(), made.at("/$defs/" + kind.id()).toPrettyString())
                    .isEqualTo(made.at("/$defs/" + kind.id()));
        }
        assertThat(bare(published.at("/$defs/fact"))).isEqualTo(bare(made.at("/$defs/fact")));
    }

    private static JsonNode bare(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.remove("description");
        }
        schema.forEach(FactSchemaTest::bare);
        return schema;
    }
}
