package domicile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Pack;
import domicile.report.data.JsonReport;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Workloads with the results that must come out of the shipped register. */
class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyCaseComesOutAsItMust() throws IOException {
        Register register = Pack.shipped().register(DATE);
        List<Path> workloads;
        try (Stream<Path> files = Files.list(CASES)) {
            workloads = files.filter(f -> f.toString().endsWith(".workload.json"))
                    .sorted()
                    .toList();
        }
        assertThat(workloads).hasSizeGreaterThan(15);
        return workloads.stream().map(f -> dynamicTest(f.getFileName().toString(), () -> check(f, register)));
    }

    private static void check(Path file, Register register) throws IOException {
        Path expectedFile = Path.of(file.toString().replace(".workload.", ".expected."));
        JsonNode expected = MAPPER.readTree(expectedFile.toFile());
        String json = JsonReport.render(
                List.of(Assessor.assess(WorkloadFile.read(file, register), register, DATE, Freshness.DEFAULT)));
        Map<String, JsonNode> found = new HashMap<>();
        MAPPER.readTree(json)
                .get(0)
                .get("offerings")
                .forEach(o -> found.put(o.get("offering").asText(), o));
        for (Map.Entry<String, JsonNode> offering : expected.properties()) {
            JsonNode actual = java.util.Objects.requireNonNull(found.get(offering.getKey()), offering.getKey());
            JsonNode must = offering.getValue();
            if (must.has("verdict")) {
                assertThat(actual.get("verdict")).as(offering.getKey()).isEqualTo(must.get("verdict"));
            }
            same(offering.getKey(), must.path("requirements"), actual.get("requirements"), "requirement", "status");
            same(offering.getKey(), must.path("failureModes"), actual.get("failureModes"), "failureMode", "state");
        }
    }

    private static void same(String offering, JsonNode must, JsonNode actual, String name, String value) {
        Map<String, String> found = new HashMap<>();
        actual.forEach(n -> found.put(n.get(name).asText(), n.get(value).asText()));
        must.properties()
                .forEach(e -> assertThat(found)
                        .as(offering)
                        .containsEntry(e.getKey(), e.getValue().asText()));
    }
}
