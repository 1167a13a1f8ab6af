package domicile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import domicile.assessment.Advisable;
import domicile.assessment.Assessor;
import domicile.assessment.DocumentNotCounted;
import domicile.assessment.FailureMode;
import domicile.assessment.Freshness;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Question;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Pack;
import domicile.report.data.JsonReport;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.residency.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The published schemas: sound and strict, in agreement with the code's own lists, and every file that is shipped or
 * written is valid.
 */
class SchemasTest {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path CASES = Path.of("src/test/resources/cases");

    private static List<Path> files(Path folder, Predicate<String> named) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> named.test(f.toString())).sorted().toList();
        }
    }

    private static boolean isSchema(String file) {
        return file.endsWith(".schema.json");
    }

    private static String name(Path file) throws IOException {
        return MAPPER.readTree(file.toFile()).path("schema").asText();
    }

    @TestFactory
    Stream<DynamicTest> everyShippedFileIsValid() throws IOException {
        List<Path> shipped = files(Schemas.DATA, f -> f.endsWith(".json") && !isSchema(f));
        List<Path> cases = files(CASES, f -> f.endsWith(".workload.json"));
        assertThat(shipped).hasSizeGreaterThan(20);
        return Stream.concat(shipped.stream(), cases.stream())
                .map(f -> dynamicTest(
                        f.toString(),
                        () -> assertThat(Schemas.errors(name(f), Schemas.text(f)))
                                .isEmpty()));
    }

    @Test
    void everySchemaIsKnownAndShippedInsideTheApplication() throws IOException {
        assertThat(files(Schemas.DATA, SchemasTest::isSchema))
                .containsExactlyInAnyOrderElementsOf(Schemas.FILES.values());
        for (Path schema : Schemas.FILES.values()) {
            assertThat(Pack.class.getResource("/domicile/data/" + Schemas.DATA.relativize(schema)))
                    .as(schema.toString())
                    .isNotNull();
        }
    }

    @Test
    void everySchemaIsSoundAndStrict() throws IOException {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (Path file : Schemas.FILES.values()) {
            assertThat(meta.validate(Schemas.text(file), InputFormat.JSON))
                    .as(file.toString())
                    .isEmpty();
            List<String> open = new ArrayList<>();
            open(MAPPER.readTree(file.toFile()), "", open);
            assertThat(open).as(file + ": objects that take any field").isEmpty();
        }
    }

    /**
     * Objects that are described and take any field. One that hands over to others (allOf, oneOf) is as strict as they
     * are.
     */
    private static void open(JsonNode node, String at, List<String> found) {
        boolean described = node.path("type").asText().equals("object") && !node.has("allOf") && !node.has("oneOf");
        if (described
                && !node.path("additionalProperties")
                        .equals(MAPPER.getNodeFactory().booleanNode(false))) {
            found.add(at);
        }
        node.properties().forEach(e -> open(e.getValue(), at + "/" + e.getKey(), found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            open(node.get(i), at + "/" + i, found);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyListOfValuesIsTheCodesOwn() {
        Attestation.Kind[] certifications = Arrays.stream(Attestation.Kind.values())
                .filter(Attestation.Kind::certification)
                .toArray(Attestation.Kind[]::new);
        Attestation.FedRampLevel[] levels = Arrays.stream(Attestation.FedRampLevel.values())
                .filter(Attestation.FedRampLevel::revision5)
                .toArray(Attestation.FedRampLevel[]::new);
        return Stream.of(
                list("domicile.sources/1", "/$defs/source/properties/kind", Source.Kind.values()),
                list("domicile.workload/1", "/properties/dataCategories/items", Workload.DataCategory.values()),
                list("domicile.workload/1", "/$defs/certification", certifications),
                list("domicile.workload/1", "/properties/fedrampLevel", levels),
                list("domicile.workload/1", "/properties/undecided/items", Workload.Part.values()),
                list("domicile.workload/1", "/properties/trainingReuse", Workload.TrainingPolicy.values()),
                list("domicile.workload/1", "/$defs/evidence/properties/kind", Evidence.Kind.values()),
                list("domicile.workload/1", "/$defs/evidence/properties/level", levels),
                list("domicile.assessment/1", "/$defs/requirement", Requirement.values()),
                list("domicile.assessment/1", "/$defs/verdict", Verdict.values()),
                list("domicile.assessment/1", "/$defs/finding/properties/status", Status.values()),
                list("domicile.assessment/1", "/$defs/failureMode/properties/failureMode", FailureMode.values()),
                list("domicile.assessment/1", "/$defs/failureMode/properties/state", FailureMode.State.values()),
                list("domicile.assessment/1", "/$defs/evidenceKind", Evidence.Kind.values()),
                list("domicile.assessment/1", "/$defs/certification", certifications),
                list("domicile.assessment/1", "/$defs/level", levels),
                list(
                        "domicile.assessment/1",
                        "/$defs/documentNotCounted/properties/why",
                        DocumentNotCounted.Why.values()),
                list("domicile.assessment/1", "/$defs/assessment/properties/notAsked/items", Advisable.values()),
                list("domicile.minutes/1", "/$defs/outcome", Meeting.Outcome.values()),
                list("domicile.minutes/1", "/$defs/candidate/properties/verdict", Verdict.values()),
                list("domicile.minutes/1", "/$defs/acceptedRisk/properties/status", Status.values()),
                list("domicile.questionnaire/1", "/$defs/question/properties/type", Question.Type.values()),
                list("domicile.questionnaire/1", "/$defs/question/properties/feeds", Question.Feeds.values()));
    }

    private static DynamicTest list(String schema, String pointer, Enum<?>... values) {
        return dynamicTest(schema + pointer, () -> {
            JsonNode list = MAPPER.readTree(Schemas.text(java.util.Objects.requireNonNull(Schemas.FILES.get(schema))))
                    .at(pointer + "/enum");
            List<String> said = new ArrayList<>();
            list.forEach(v -> said.add(v.asText()));
            said.remove("null"); // an absent value may be written as null
            assertThat(said)
                    .containsExactlyInAnyOrder(
                            Arrays.stream(values).map(Enum::name).toArray(String[]::new));
        });
    }

    @Test
    void everyAssessmentThatIsWrittenIsValid() throws IOException {
        Register register = Pack.shipped().register(DATE);
        List<Path> workloads = new ArrayList<>(files(CASES, f -> f.endsWith(".workload.json")));
        workloads.addAll(files(Schemas.DATA.resolve("examples"), f -> f.endsWith(".json")));
        assertThat(workloads).hasSizeGreaterThanOrEqualTo(9);
        List<domicile.assessment.Assessment> all = new ArrayList<>();
        for (Path file : workloads) {
            // both with and without stale citations
            all.add(Assessor.assess(WorkloadFile.read(file, register), register, DATE, Freshness.DEFAULT));
            all.add(Assessor.assess(
                    WorkloadFile.read(file, register), register, DATE.plusYears(1), new Freshness(1, true)));
        }
        String json = JsonReport.render(all);
        assertThat(Schemas.errors("domicile.assessment/1", json)).isEmpty();
        assertThat(Schemas.errors(
                        "domicile.assessment/1", MAPPER.readTree(json).get(0).toString()))
                .isEmpty();
        assertThat(Schemas.errors("domicile.assessment/1", json.replace("\"citations\" :", "\"cites\" :")))
                .isNotEmpty();
    }

    @Test
    void anExportedPackIsValid(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("pack");
        Pack.shipped().write(out);
        for (Path file : files(out, f -> f.endsWith(".json"))) {
            assertThat(Schemas.errors(name(file), Schemas.text(file)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void theSchemaFilesInAFolderDoNotDisturbThePack() {
        assertThat(Pack.read(Schemas.DATA, LocalDate.of(2026, 11, 24))
                        .register(DATE)
                        .hash())
                .isEqualTo(Pack.shipped().register(DATE).hash());
        assertThat(Map.copyOf(Schemas.FILES)).hasSize(19);
    }
}
