package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.register.VersionOne;
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
    void bringsARegisterOfRulesVersionOneToVersionTwo() throws IOException {
        Path old = folder.resolve("old");
        VersionOne.open(old.toString(), CommandLineRun.CLOCK).close();
        String waiting =
                "domicile: 41 facts of the register are worded for rules version 1; run 'domicile register upgrade'";
        CommandLineRun list = CommandLineRun.on(old, "list").done();
        assertThat(list.err()).isEqualToIgnoringNewLines(waiting);
        assertThat(list.out()).doesNotContain("rules version");
        assertThat(CommandLineRun.on(old, "list", "--quiet").done().err()).isEmpty();
        assertThat(CommandLineRun.on(old, "list", "--quiet").done().out()).isEqualTo(list.out());

        CommandLineRun dry =
                CommandLineRun.on(old, "register", "upgrade", "--dry-run").done();
        assertThat(dry.out())
                .contains("CHANGED groq:placement/INFERENCE/us", "selection: \"SELECTABLE\" -> \"UNSTATED\"")
                .contains("REMOVED adequacy:CH 2000-07-26", "ADDED bloc:EUROPE")
                .doesNotContain("edited since");
        assertThat(dry.err()).contains("nothing was written; it would bring 41 facts", "in force from 2026-06-01");
        assertThat(CommandLineRun.on(old, "list").done().err()).contains(waiting);

        JsonNode json = MAPPER.readTree(
                CommandLineRun.on(old, "register", "upgrade", "--who", "Ada", "--why", "rules 2", "--format", "json")
                        .done()
                        .out());
        assertThat(json.get("schema").asText()).isEqualTo("domicile.upgrade/1");
        assertThat(json.get("written").asBoolean()).isTrue();
        assertThat(json.get("facts").asInt()).isEqualTo(41);
        assertThat(json.get("edited")).isEmpty();
        assertThat(CommandLineRun.on(old, "register", "history").done().out()).contains("Ada", "rules 2");
        assertThat(CommandLineRun.on(old, "register", "diff", "data", "--remove")
                        .done())
                .satisfies(r -> assertThat(r.out()).contains("0 differences"))
                .satisfies(r -> assertThat(r.err()).isEmpty());
        assertThat(CommandLineRun.on(old, "register", "upgrade").done().err())
                .contains("nothing is worded for rules version 1");
        CommandLineRun.on(old, "register", "undo", 2).done();
        assertThat(CommandLineRun.on(old, "list").done().err()).contains(waiting);
    }

    @Test
    void anUpgradeListsWhatWasEdited() {
        Path old = folder.resolve("edited");
        VersionOne.open(old.toString(), CommandLineRun.CLOCK).close();
        CommandLineRun.on(
                        old,
                        "register",
                        "edit",
                        "groq:placement/INFERENCE/us",
                        "--set",
                        "name=US sites",
                        "--source",
                        "20",
                        "--read",
                        "2026-06-30",
                        "--why",
                        "their word")
                .done();
        CommandLineRun done = CommandLineRun.on(old, "register", "upgrade").done();
        assertThat(done.out()).contains("edited since, left as they are", "  groq:placement/INFERENCE/us");
        assertThat(done.err()).contains("brought 40 facts", "1 was edited since and left");
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
