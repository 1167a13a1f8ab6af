package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.Schemas;
import domicile.problem.ProblemException;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadFile;
import domicile.residency.FactKinds;
import domicile.residency.Register;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every value of a sound file, replaced by every kind of value, taken out and renamed: a schema refuses nothing that
 * the reader takes, and takes what the reader refuses only where that needs the rest of the register to see.
 */
class SchemaPropertiesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "40000",
            "\"\"",
            "\" \"",
            "\"x \"",
            "\"DE\"",
            "\"de\"",
            "\"HIGH\"",
            "\"LOW_20X\"",
            "\"UNSTATED\"",
            "\"AUTHORITY\"",
            "\"FRAMEWORK_PARTNER\"",
            "\"a\\nb\"",
            "\"<b>\"",
            "\"2026-06-01\"",
            "\"2026-02-30\"",
            "\"2026-06\"",
            "\"https://a.example/\"",
            "\"https://a b/\"",
            "[]",
            "[\"DE\"]",
            "[\"de\", \"de\"]",
            "[null]",
            "[1]",
            "{}",
            "{\"a\": 1}");

    /** What only the rest of the register shows. */
    private static final List<String> BEYOND_A_SCHEMA = List.of(
            "there is no source",
            "there is no place",
            "there is no country",
            "there is no provider",
            "there is no offering",
            "has no deployment",
            "stands there twice",
            "days stand there",
            "is in the future",
            "one file with the schema",
            "is unknown",
            "is none of the options",
            "languages");

    private static final Map<String, String> PACK =
            Map.of("pack.json", """
            {"schema": "domicile.pack/1", "id": "p", "name": "P", "published": "2026-06-01",
             "files": ["sources.json", "areas.json", "de.json", "frameworks/f.json"]}""", "sources.json", """
            {"schema": "domicile.sources/1", "sources": [{"number": 0, "kind": "PRESS", "publisher": "P", "title": "T",
             "url": "https://p.example/", "states": "S"}]}""", "areas.json", """
            {"schema": "domicile.areas/1", "countries": [{"code": "DE", "name": "Germany"}],
             "blocs": [{"code": "B", "name": "Bloc", "members": ["DE"], "note": "n", "membersUnpublished": true}],
             "regions": [{"code": "r-1", "name": "R", "cloud": "de", "country": "DE"}],
             "adequacy": [{"country": "DE", "since": "2020-01-01", "scope": "s"}]}""", "de.json", """
            {"schema": "domicile.provider/1", "id": "de", "name": "D", "offerings": [{"id": "o", "name": "O", "operator": "de",
             "products": ["P one"], "models": [{"id": "m-1", "family": "m", "until": "2027-01", "source": [0], "read": ["2026-06-01"]}],
             "facts": [
              {"fact": "placement", "layer": "INFERENCE", "id": "de", "name": "D", "selection": "DEFAULT", "places": ["DE"], "openEnded": true, "since": "2025-07", "models": ["m-1"], "services": ["batch"], "source": 0, "read": "2026-06-01"},
              {"fact": "placement", "layer": "STORAGE", "id": "s", "name": "S", "selection": "DEFAULT", "places": ["r-1"], "deployments": ["de"], "source": [0], "read": "2026-06-01"},
              {"fact": "attestation", "kind": "FEDRAMP", "status": "HELD", "holder": "de", "scope": "s", "level": "HIGH", "since": "2025-07", "deployments": ["de"], "outOfScope": ["x"], "someServicesOutOfScope": true, "models": ["m-1"], "services": ["batch"], "text": "t", "variant": "v", "source": 0, "read": "2026-06-01"},
              {"fact": "retention", "days": 7, "from": "2025-09-14", "what": "logs", "models": ["m-1"], "services": ["batch"], "source": 0, "read": "2026-06-01"},
              {"fact": "zdr", "zdr": "DEFAULT", "models": ["m-1"], "services": ["batch"], "source": 0, "read": "2026-06-01"},
              {"fact": "trainingReuse", "reuse": "VERIFY", "source": 0, "read": "2026-06-01"},
              {"fact": "modelFamilies", "families": ["m"], "openEnded": false, "source": 0, "read": "2026-06-01"},
              {"fact": "corporateTie", "party": "P", "country": "DE", "relation": "OWNER", "source": 0, "read": "2026-06-01"},
              {"fact": "trustPortal", "url": "https://t.example/", "source": 0, "read": "2026-06-01"},
              {"fact": "headquarters", "country": "DE", "city": "C", "source": 0, "read": "2026-06-01"},
              {"fact": "governingLaw", "country": "DE", "source": [0], "read": ["2026-06-01"]},
              {"fact": "note", "topic": "n", "text": "t", "source": 0, "read": "2026-06-01"}]}]}""", "frameworks/f.json", """
            {"schema": "domicile.framework/1", "framework": "F", "version": "1", "name": "N",
             "controls": [{"id": "F:1", "title": "T", "requirements": ["DPA"]}]}""");

    private static final String WORKLOAD = """
            {"schema": "domicile.workload/1", "name": "W", "startsOn": "2026-07-01", "dataCategories": ["PHI"],
             "modelFamilies": ["m"], "location": {"inference": ["DE"], "storage": ["B"], "endpointServices": ["WORLD"]},
             "certifications": ["SOC3"], "fedrampLevel": "HIGH", "dpaRequired": true, "retention": {"maxDays": 0},
             "trainingReuse": "ALLOWED", "services": ["s"], "excludedJurisdictions": ["r-1"], "candidates": ["o"],
             "undecided": ["STORAGE"], "evidence": [{"offering": "o", "kind": "DPA_SIGNED", "date": "2026-06-01",
             "regions": ["DE"], "product": "P", "document": "d"}]}""";

    private static final String QUESTIONNAIRE = """
            {"schema": "domicile.questionnaire/1", "languages": ["en", "de"], "sections": [
             {"id": "A", "title": {"en": "A", "de": "B"}, "questions": [
              {"id": "a1", "type": "MULTI", "title": {"en": "A", "de": "B"}, "why": {"en": "A", "de": "B"},
               "options": [{"value": "YES", "label": {"en": "A", "de": "B"}}]},
              {"id": "a2", "type": "TEXT", "title": {"en": "A", "de": "B"}, "help": {"en": "A", "de": "B"},
               "why": {"en": "A", "de": "B"}, "feeds": "NAME", "requirements": ["DPA"], "controls": ["X:1"],
               "when": {"all": [{"question": "a1", "contains": ["YES"]}, {"any": [{"answered": "a1"}]}]}}]}]}""";

    @Test
    void aQuestionnaireAndItsSchemaAgree() {
        agree(
                QUESTIONNAIRE,
                text -> new Questionnaire(List.of())
                        .with("q.json", text.getBytes(StandardCharsets.UTF_8), Set.of("DPA", "HIGH")),
                "domicile.questionnaire/1");
    }

    @Test
    void aPackAndItsSchemasAgree() {
        pack(PACK);
        PACK.forEach((file, text) ->
                agree(text, changed -> pack(with(file, changed)), text.substring(12, text.indexOf('"', 12))));
    }

    private static Map<String, String> with(String file, String text) {
        Map<String, String> all = new java.util.HashMap<>(PACK);
        all.put(file, text);
        return all;
    }

    private static Pack pack(Map<String, String> files) {
        return new PackReader(
                        name -> Optional.ofNullable(files.get(name))
                                .orElseThrow(() -> new ProblemException("there is no place", name, "for this file"))
                                .getBytes(StandardCharsets.UTF_8),
                        TODAY,
                        FactKinds.SHIPPED)
                .read();
    }

    @Test
    void aWorkloadAndItsSchemaAgree() {
        Register register = pack(PACK).register(TODAY);
        agree(
                WORKLOAD,
                text -> WorkloadFile.read("w.json", text.getBytes(StandardCharsets.UTF_8), register),
                "domicile.workload/1");
    }

    private static void agree(String sound, Consumer<String> reader, String schema) {
        assertThat(Schemas.errors(schema, sound)).as(sound).isEmpty();
        reader.accept(sound);
        List<String> disagreements = new ArrayList<>();
        List<String> changed = changed(sound);
        assertThat(changed).hasSizeGreaterThan(100);
        for (String text : changed) {
            boolean valid = Schemas.errors(schema, text).isEmpty();
            Optional<String> refused = refused(reader, text);
            boolean beyond = refused.filter(r -> BEYOND_A_SCHEMA.stream().anyMatch(r::contains))
                    .isPresent();
            if (valid == refused.isPresent() && !(valid && beyond)) {
                disagreements.add((valid ? "only the reader refuses: " + refused.orElse("") : "only the schema refuses")
                        + " " + text.replaceAll("\\s+", " "));
            }
        }
        assertThat(disagreements).as("%s, %s changes", schema, changed.size()).isEmpty();
    }

    private static Optional<String> refused(Consumer<String> reader, String text) {
        try {
            reader.accept(text);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.what());
        }
    }

    private static List<String> changed(String text) {
        List<String> all = new ArrayList<>();
        JsonNode sound = tree(text);
        List<JsonPointer> pointers = new ArrayList<>();
        pointers(sound, JsonPointer.empty(), pointers);
        for (JsonPointer pointer : pointers) {
            VALUES.forEach(v -> all.add(replaced(sound, pointer, Optional.of(tree(v)))));
            all.add(replaced(sound, pointer, Optional.empty()));
            if (sound.at(pointer.head()) instanceof ObjectNode) {
                ObjectNode renamed = ((ObjectNode) sound).deepCopy();
                ObjectNode parent = (ObjectNode) renamed.at(pointer.head());
                parent.set(
                        pointer.last().getMatchingProperty() + "2",
                        parent.remove(pointer.last().getMatchingProperty()));
                all.add(renamed.toString());
            }
        }
        return all;
    }

    private static void pointers(JsonNode node, JsonPointer at, List<JsonPointer> found) {
        node.properties().forEach(e -> {
            found.add(at.appendProperty(e.getKey()));
            pointers(e.getValue(), at.appendProperty(e.getKey()), found);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.add(at.appendIndex(i));
            pointers(node.get(i), at.appendIndex(i), found);
        }
    }

    private static String replaced(JsonNode sound, JsonPointer pointer, Optional<JsonNode> value) {
        JsonNode copy = sound.deepCopy();
        switch (copy.at(pointer.head())) {
            case ObjectNode parent -> {
                String name = pointer.last().getMatchingProperty();
                value.ifPresentOrElse(v -> parent.set(name, v), () -> parent.remove(name));
            }
            case ArrayNode parent -> {
                int index = pointer.last().getMatchingIndex();
                value.ifPresentOrElse(v -> parent.set(index, v), () -> parent.remove(index));
            }
            default -> throw new AssertionError(pointer);
        }
        return copy.toString();
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
