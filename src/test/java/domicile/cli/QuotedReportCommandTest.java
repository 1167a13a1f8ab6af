package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of pages from the register into reports and back: require-quotes, captures in archives, verify. */
class QuotedReportCommandTest {
    private static final String WORDS = "The DPA is signed by everyone.";
    private static final String WORKLOAD = """
            {"schema": "domicile.workload/1", "name": "Signed", "startsOn": "2026-12-01", "dataCategories": ["INTERNAL"],
             "dpaRequired": true, "candidates": ["groq"]}
            """;

    @TempDir
    private Path folder;

    private Path register;
    private Path workload;
    private String sha256 = "";

    @BeforeEach
    void quotedRegister() throws IOException {
        register = folder.resolve("register");
        workload = Files.writeString(folder.resolve("signed.json"), WORKLOAD);
        Path page = Files.writeString(folder.resolve("page.md"), "# Trust\n\n" + WORDS + "\n\nMore is said here.\n");
        sha256 = run("source", "capture", 0, page).done().out().strip().substring("sha256:".length());
        run("source", "quote", "groq:attestation/DPA", "--text", WORDS).done();
    }

    private CommandLineRun run(Object... args) {
        return CommandLineRun.on(register, args);
    }

    private JsonNode json(Object... args) throws IOException {
        return new ObjectMapper().readTree(run(args).out());
    }

    private Path capture() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.getFileName().toString().equals(sha256))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void requiredQuotesLetOnlyWhatIsQuotedPass() throws IOException {
        assertThat(json("assess", workload, "--require-quotes", "--format", "json")
                        .at("/0/offerings/0/verdict")
                        .asText())
                .isEqualTo("CONDITIONAL");
        run("gate", workload, "--allow", "CONDITIONAL", "--require-quotes").done();
        Path bare = folder.resolve("bare");
        CommandLineRun.on(bare, "gate", workload, "--allow", "CONDITIONAL").done();
        CommandLineRun gate = CommandLineRun.on(bare, "gate", workload, "--allow", "CONDITIONAL", "--require-quotes");
        assertThat(gate.code()).isEqualTo(Cli.FAILED);
        assertThat(gate.out()).contains("groq is VERIFY_FIRST", "The words of the page are not in hand");
        Path report = folder.resolve("strict.pdf");
        CommandLineRun.on(bare, "report", workload, "--require-quotes", "--out", report)
                .done();
        assertThat(CommandLineRun.on(bare, "verify", report).done().out())
                .as("made anew with the same setting")
                .startsWith("HOLDS");
    }

    @Test
    void theWordsAreFoundAgainInTheArchiveAndInTheRegister() throws IOException {
        Path zip = folder.resolve("report.zip");
        Path pdf = folder.resolve("report.pdf");
        run("report", workload, "--out", zip, "--out", pdf, "--captures").done();
        assertThat(CommandLineRun.of(List.of("verify", zip.toString())).done().out())
                .contains("HOLDS", "found 1 quote in sha256:" + sha256 + " of source 0");
        assertThat(CommandLineRun.of(List.of("verify", pdf.toString())).done().out())
                .contains("page not in hand of 1 quote");
        assertThat(run("verify", pdf).done().out()).contains("found 1 quote");

        run("source", "withdraw", 0, sha256, "--why", "the wrong page").done();
        JsonNode withdrawn = json("verify", pdf, "--format", "json");
        assertThat(withdrawn.at("/quotes/0/state").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/quotes/0/exact").asText()).isEqualTo(WORDS);
    }

    @Test
    void capturesNeedAnArchive() {
        run("report", workload, "--out", folder.resolve("r.pdf"), "--captures")
                .refused("--captures", "name an --out that ends in .zip");
    }

    @Test
    void anAlteredOrMissingCaptureIsToldByRegisterVerifyAndByVerify() throws IOException {
        Path pdf = folder.resolve("report.pdf");
        run("report", workload, "--out", pdf).done();
        Path capture = capture();
        byte[] was = Files.readAllBytes(capture);
        Files.writeString(capture, "The DPA is signed by nobody.");
        CommandLineRun altered = run("register", "verify");
        assertThat(altered.code()).isEqualTo(Cli.FAILED);
        assertThat(altered.out())
                .contains("the page page.md of source 0 was altered")
                .doesNotContain("do not stand");
        CommandLineRun verify = run("verify", pdf);
        assertThat(verify.code()).isEqualTo(Cli.FAILED);
        assertThat(verify.out()).contains("ALTERED page of 1 quote: sha256:" + sha256);
        Files.delete(capture);
        assertThat(run("register", "verify").out()).contains("the page page.md of source 0 is missing");
        assertThat(run("verify", pdf).done().out()).contains("page not in hand of 1 quote");
        run("report", workload, "--out", folder.resolve("r.zip"), "--captures").refused("page.md");
        assertThat(folder.resolve("r.zip")).doesNotExist();
        Files.write(capture, was);
        assertThat(run("register", "verify").done().out()).contains("sound");
    }

    @Test
    void wordsThatDoNotStandInTheirCaptureAreToldByBoth() throws IOException {
        Path pack = folder.resolve("pack");
        run("register", "export", pack, "--captures").done();
        Path groq = pack.resolve("groq.json");
        Files.writeString(groq, Files.readString(groq).replace(WORDS, "The DPA is signed by nobody."));
        Path other = folder.resolve("other");
        CommandLineRun.on(other, "register", "import", pack).done();
        CommandLineRun verify = CommandLineRun.on(other, "register", "verify");
        assertThat(verify.code()).isEqualTo(Cli.FAILED);
        assertThat(verify.out()).contains("groq:attestation/DPA", "do not stand in the page page.md of source 0");
        Path pdf = folder.resolve("report.pdf");
        CommandLineRun.on(other, "report", workload, "--out", pdf).done();
        CommandLineRun report = CommandLineRun.on(other, "verify", pdf);
        assertThat(report.code()).isEqualTo(Cli.FAILED);
        assertThat(report.out()).contains("NOT FOUND in sha256:" + sha256, "signed by nobody");
    }
}
