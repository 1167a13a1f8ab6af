package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register's life on the command line. */
class RegisterLifeTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WORKLOAD = "data/examples/us-health.json";

    @TempDir
    private Path folder;

    private Path pack;

    private CommandLineRun run(Object... args) {
        return CommandLineRun.on(folder.resolve("register"), args);
    }

    @BeforeEach
    void aPackWithAChangeAContradictionAndSomethingMissing() throws IOException {
        pack = folder.resolve("pack");
        run("register", "export", pack).done();
        Path groq = pack.resolve("groq.json");
        Files.writeString(
                groq,
                Files.readString(groq)
                        .replaceFirst("\"kind\":\"BAA\",\"status\":\"VERIFY\"", "\"kind\":\"BAA\",\"status\":\"HELD\"")
                        .replaceFirst(
                                "\"fact\":\"zdr\",\"zdr\":\"VERIFY\",(.*?)\"source\":0",
                                "\"fact\":\"zdr\",\"zdr\":\"STATELESS\",\"source\":19")
                        .replaceFirst("(?m)^.*\"topic\":\"expansion\".*\\R", ""));
    }

    @Test
    void tellsDifferencesByKindAndWhichFindingsChange() throws IOException {
        JsonNode diff = MAPPER.readTree(run("register", "diff", pack, "--format", "json", "--workload", WORKLOAD)
                .done()
                .out());
        assertThat(diff.get("schema").asText()).isEqualTo("domicile.diff/1");
        assertThat(diff.get("differences"))
                .extracting(d -> d.get("kind").asText() + " " + d.get("id").asText())
                .containsExactlyInAnyOrder(
                        "CHANGED groq:attestation/BAA", "CONTRADICTS groq:zdr", "REMOVED groq:note/expansion");
        assertThat(diff.at("/assessments/0/workload").asText()).isEqualTo("Claims triage");
        assertThat(diff.at("/assessments/0/offerings/0/offering").asText()).isEqualTo("groq");
        assertThat(diff.at("/assessments/0/offerings/0/requirements").findValuesAsText("requirement"))
                .contains("HIPAA_BAA");
        assertThat(run("register", "diff", pack).done().out())
                .contains("CHANGED groq:attestation/BAA", "status: \"VERIFY\" -> \"HELD\"", "3 differences");
    }

    @Test
    void takesOnlyWhatIsAskedFor() {
        run("register", "import", pack, "--accept", "groq:nothing").refused("groq:nothing", "--accept");
        assertThat(run("register", "import", pack, "--dry-run").done().out()).contains("2 differences");
        assertThat(run("register", "diff", pack).done().out()).contains("3 differences");
        assertThat(run("register", "import", pack, "--accept", "groq:zdr", "--keep-both")
                        .done()
                        .out())
                .contains("CONTRADICTS groq:zdr")
                .contains("1 difference:");
        assertThat(run("show", "groq").done().out()).contains("ZDR VERIFY", "ZDR STATELESS");
        assertThat(run("register", "import", pack, "--remove").done().out()).contains("REMOVED groq:note/expansion");
        assertThat(run("register", "diff", pack, "--remove").done().out()).contains("0 differences");
        run("register", "verify").done();
        run("register", "undo", 3).done();
        run("register", "undo", 2).done();
        assertThat(run("register", "diff", pack).done().out()).contains("3 differences");
    }

    @Test
    void editsConfirmsAndTellsWhatIsStale() {
        run("register", "edit", "groq:attestation/BAA", "--set", "status=HELD", "--why", "x", "--read", "2026-06-20")
                .refused("--source");
        run(
                        "register",
                        "edit",
                        "groq:attestation/BAA",
                        "--set",
                        "status=HOLD",
                        "--source",
                        19,
                        "--read",
                        "2026-06-20",
                        "--why",
                        "x")
                .refused("groq:attestation/BAA#/status", "HOLD");
        run(
                        "register",
                        "edit",
                        "groq:attestation/BAA",
                        "--set",
                        "status=HELD",
                        "--source",
                        19,
                        "--read",
                        "2026-06-20",
                        "--why",
                        "offered now")
                .done();
        assertThat(run("register", "history", "groq").done().out())
                .contains("status: \"VERIFY\" -> \"HELD\"", "offered now [19, read 2026-06-20]")
                .as("the text of the other page went with its citation")
                .contains("text: \"Verify on trust.groq.com\" -> -");
        assertThat(run("register", "stale", "--max-age-days", 20, "--workload", WORKLOAD)
                        .done()
                        .out())
                .contains("groq:zdr")
                .doesNotContain("groq:attestation/BAA");
        assertThat(run("register", "stale", "--max-age-days", 20, "--exit-code").code())
                .isEqualTo(1);
        run("register", "stale", "--exit-code").done();
        run("register", "confirm", "groq:zdr").done();
        assertThat(run("register", "stale", "--max-age-days", 20).done().out()).doesNotContain("groq:zdr");
        run("assess", WORKLOAD, "--known-on", "2026-06-29").refused("knew nothing by", "2026-06-30T10:00:00Z");
    }

    @Test
    void keepsDocumentsAndFindsTheMissing() throws IOException {
        Path order = Files.writeString(folder.resolve("order-form.pdf"), "an order form");
        run("register", "evidence", order).refused("--offering");
        String hash = run("register", "evidence", order, "--offering", "groq")
                .done()
                .out()
                .split(" ", 2)[0];
        assertThat(run("register", "evidence").done().out()).contains("order-form.pdf", hash);
        run("register", "verify").done();
        Path zip = folder.resolve("report.zip");
        Path html = folder.resolve("report.html");
        run("report", WORKLOAD, "--out", html, "--out", zip).done();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            assertThat(archive.stream())
                    .extracting(ZipEntry::getName)
                    .contains("documents/groq/" + hash + "-order-form.pdf");
        }
        Files.delete(html);
        Files.delete(zip);
        Files.delete(folder.resolve("register").resolve("evidence").resolve(hash));
        run("report", WORKLOAD, "--out", html, "--out", zip).refused("order-form.pdf of groq is missing");
        assertThat(html).doesNotExist();
        assertThat(zip).doesNotExist();
        CommandLineRun verified = run("register", "verify");
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out()).contains("FAILED").contains("order-form.pdf");
    }
}
