package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Schemas;
import domicile.scan.Trees;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code domicile scan} and {@code domicile gate --scan} as pipelines call them. */
class GateScanTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NASTY = "a|b<i>`x`\n## [t](http:x)\u202e&\".py";

    @TempDir
    private Path folder = Path.of(".");

    private Path tree = Path.of(".");

    @BeforeEach
    void aProject() {
        tree = folder.resolve("tree");
        Trees.write(tree, "app.py", "U = \"us.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(tree, "ok.py", "U = \"eu.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(tree, "bad.json", "{\n\"a\": ");
        Trees.write(tree, NASTY, "U = \"https://api.x.ai\"\n");
        Trees.write(
                folder,
                "w.json",
                "{\"schema\": \"domicile.workload/1\", \"name\": \"Writer\", \"startsOn\": \"2026-07-01\","
                        + " \"location\": {\"inference\": [\"EU\"]}, \"candidates\": [\"anthropic-bedrock\"]}");
    }

    private CommandLineRun gate(Object... more) {
        List<Object> args =
                new ArrayList<>(List.of("gate", folder.resolve("w.json"), "--scan", tree, "--allow", "CONDITIONAL"));
        args.addAll(List.of(more));
        return CommandLineRun.on(folder.resolve("register"), args.toArray());
    }

    @Test
    void everyFindingIsNamedAndTheExitCodeSaysSo() {
        CommandLineRun run = gate();
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out().lines().findFirst()).contains("0 accepted for a time");
        assertThat(run.out())
                .contains("NOT_MET app.py:1", "UNVERIFIED bad.json:2", "NOT_ASSESSED a|b", "write eu.anthropic.")
                .doesNotContain("ok.py", "\u202e");
        assertThat(run.out().lines()).hasSize(4);
    }

    @Test
    void theJsonOfBothIsValidByItsSchema() throws Exception {
        CommandLineRun gate = gate("--format", "json");
        assertThat(Schemas.errors("domicile.gate/1", gate.out())).isEmpty();
        assertThat(MAPPER.readTree(gate.out()).path("findings")).hasSize(4);
        CommandLineRun scan = CommandLineRun.on(folder.resolve("register"), "scan", tree, "--format", "json")
                .done();
        assertThat(Schemas.errors("domicile.usage/1", scan.out())).isEmpty();
        assertThat(scan.out()).doesNotContain(folder.toString());
    }

    @Test
    void sarifHasWhatCodeScanningReads() throws Exception {
        JsonNode log = MAPPER.readTree(gate("--format", "sarif").out());
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        JsonNode run = log.path("runs").path(0);
        assertThat(run.path("originalUriBaseIds").has("%SRCROOT%")).isTrue();
        List<String> rules = run.path("tool").path("driver").path("rules").findValuesAsText("id");
        assertThat(rules).containsExactly("NOT_ASSESSED", "NOT_MET", "UNVERIFIED");
        assertThat(run.path("results")).hasSize(3);
        for (JsonNode result : run.path("results")) {
            assertThat(result.path("ruleId").asText())
                    .isEqualTo(rules.get(result.path("ruleIndex").asInt()));
            JsonNode place = result.path("locations").path(0).path("physicalLocation");
            String uri = place.path("artifactLocation").path("uri").asText();
            assertThat(new java.net.URI(uri).isAbsolute()).isFalse();
            assertThat(place.path("artifactLocation").path("uriBaseId").asText())
                    .isEqualTo("%SRCROOT%");
            assertThat(place.path("region").path("startLine").asInt()).isPositive();
            assertThat(result.path("partialFingerprints").size()).isEqualTo(1);
            assertThat(result.path("message").path("text").asText())
                    .isNotBlank()
                    .doesNotContain("\u202e", "\n");
            assertThat(result.path("level").asText())
                    .isEqualTo(result.path("ruleId").asText().equals("UNVERIFIED") ? "warning" : "error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate", "scan"})
    void junitIsXmlWithACaseAPlace(String command) throws Exception {
        String xml = command.equals("gate")
                ? gate("--format", "junit").out()
                : CommandLineRun.on(folder.resolve("register"), "scan", tree, "--format", "junit")
                        .out();
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(xml).contains("time=\"0\"").doesNotContain("\u202e");
    }

    @Test
    void nothingOfANameIsMarkupInMarkdown() {
        String table = gate("--format", "markdown").out();
        assertThat(table.lines().filter(l -> l.startsWith("|"))).hasSize(6).allMatch(l -> bars(l) == 7);
        assertThat(table).doesNotContain("<i>", "\n##", "\u202e").contains("&lt;i&gt;");
    }

    private static long bars(String line) {
        return line.replace("\\|", "").chars().filter(c -> c == '|').count();
    }

    @Test
    void aBaselineIsWrittenAndAcceptsUntilItsDay() throws Exception {
        Path baseline = folder.resolve("baseline.json");
        gate("--write-baseline", baseline, "--until", "2026-07-31", "--reason", "A pilot.");
        assertThat(Schemas.errors("domicile.baseline/1", Files.readString(baseline)))
                .isEmpty();
        CommandLineRun accepted = gate("--baseline", baseline);
        assertThat(accepted.code()).as(accepted.out()).isZero();
        assertThat(accepted.out()).startsWith("3 accepted for a time");
        CommandLineRun later = gate("--baseline", baseline, "--date", "2026-08-01");
        assertThat(later.code()).isEqualTo(1);
        assertThat(later.out()).contains("ended on 2026-07-31");
        JsonNode sarif = MAPPER.readTree(
                gate("--baseline", baseline, "--format", "sarif").out());
        assertThat(sarif.findValuesAsText("justification")).hasSize(3);
        assertThat(sarif.findValuesAsText("baselineState")).containsOnly("unchanged");
        // one that is named, never one that lies in the tree
        Files.copy(baseline, tree.resolve("baseline.json"));
        assertThat(gate().code()).isEqualTo(1);
    }

    /** The project may be gone when its report is checked. */
    @Test
    void aReportTellsOfAProjectAndIsMadeAgainWithoutIt() throws Exception {
        Path report = folder.resolve("report.pdf");
        Path csv = folder.resolve("report.csv");
        CommandLineRun.on(
                        folder.resolve("register"),
                        "report",
                        folder.resolve("w.json"),
                        "--scan",
                        tree,
                        "--out",
                        report,
                        "--out",
                        csv)
                .done();
        assertThat(Files.readString(csv)).contains("NOT_MET", "app.py:1").doesNotContain(folder.toString());
        Files.move(tree, folder.resolve("elsewhere"));
        CommandLineRun verified = CommandLineRun.on(folder.resolve("register"), "verify", report);
        assertThat(verified.out()).startsWith("HOLDS");
        for (String kind : List.of("letter", "board")) {
            CommandLineRun.on(
                            folder.resolve("register"),
                            "report",
                            folder.resolve("w.json"),
                            "--scan",
                            folder.resolve("elsewhere"),
                            "--kind",
                            kind,
                            "--out",
                            folder.resolve("other.pdf"))
                    .refused("--scan");
        }
        CommandLineRun.on(
                        folder.resolve("register"),
                        "report",
                        folder.resolve("w.json"),
                        "--include",
                        "tests",
                        "--out",
                        folder.resolve("other.pdf"))
                .refused("--scan");
    }

    @Test
    void wrongUsageIsRefused() {
        gate("--write-baseline", folder.resolve("b.json")).refused("--until");
        Path workload = folder.resolve("w.json");
        gate("--write-baseline", workload, "--until", "2026-07-31", "--reason", "A pilot.")
                .refused("--write-baseline");
        assertThat(workload).content().contains("domicile.workload/1");
        gate("--environment", "moon").refused("--environment");
        CommandLineRun.on(folder.resolve("register"), "gate", folder.resolve("w.json"), "--include", "tests")
                .refused("--scan");
        CommandLineRun.on(folder.resolve("register"), "scan", folder.resolve("nowhere"))
                .refused("nowhere");
        Trees.write(
                folder,
                "all.json",
                "{\"schema\": \"domicile.workload/1\", \"name\": \"All\", \"startsOn\": \"2026-07-01\"}");
        CommandLineRun.on(folder.resolve("register"), "gate", folder.resolve("all.json"), "--scan", tree)
                .refused("candidates");
        Trees.write(
                folder,
                "b.json",
                "{\"schema\": \"domicile.baseline/1\", \"accepted\": [{\"file\": \"a\", \"reason\": \" \", \"until\": \"2026-07-31\"}]}");
        gate("--baseline", folder.resolve("b.json")).refused("/accepted/0/reason");
    }

    @Test
    void aScanAloneFailsWhenAskedTo() {
        Object register = folder.resolve("register");
        CommandLineRun.on(register, "scan", tree).done();
        assertThat(CommandLineRun.on(register, "scan", tree, "--exit-code").code())
                .isEqualTo(1);
        Path good = folder.resolve("good");
        Trees.write(good, "a.env", "AZURE_OPENAI_ENDPOINT=${E}\n");
        assertThat(CommandLineRun.on(register, "scan", good, "--exit-code").code())
                .isEqualTo(1);
        Trees.write(folder, "given.env", "E=https://x.openai.azure.com\n");
        CommandLineRun.on(register, "scan", good, "--exit-code", "--values", folder.resolve("given.env"))
                .done();
    }
}
