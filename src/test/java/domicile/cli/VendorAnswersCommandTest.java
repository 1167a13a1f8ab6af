package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What vendors answered: from their workbooks into reports, letters and archives, and found again by verify. */
class VendorAnswersCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    private Path workload = Path.of(".");
    private Path older = Path.of(".");
    private Path newer = Path.of(".");

    @BeforeEach
    void twoWorkbooks() throws IOException {
        workload = Files.writeString(folder.resolve("w.json"), """
                {"schema": "domicile.workload/1", "name": "Letters", "startsOn": "2026-07-01",
                 "trainingReuse": "FORBIDDEN", "location": {"storage": ["EU"]},
                 "candidates": ["anthropic-direct", "aws-bedrock"]}
                """);
        older = Files.writeString(folder.resolve("older.csv"), "HECVAT 4.1.4;\nID;Answer\nAISC-02;No\nTHRD-02;Yes\n");
        newer = Files.writeString(
                folder.resolve("newer.csv"),
                "HECVAT 4.1.4;\nID;Answer\nAISC-02;Yes\nDCTR-03;In Ireland\nTHRD-02;Yes\n");
    }

    private CommandLineRun run(Object... args) {
        return CommandLineRun.on(folder.resolve("register"), args);
    }

    private static String of(Path file) {
        return "anthropic-direct=" + file;
    }

    @Test
    void aReportAndALetterTellOfThem() throws IOException {
        Path json = folder.resolve("r.json");
        run("report", workload, "--answers", of(older), "--answers", of(newer), "--out", json)
                .done();
        JsonNode answers = new ObjectMapper().readTree(json.toFile()).get("vendorAnswers");
        assertThat(Schemas.errors("domicile.assessment/1", Files.readString(json)))
                .isEmpty();
        assertThat(answers.get(0).get("contradictions").findValuesAsText("of"))
                .containsExactly("REGISTER", "EARLIER_ANSWER");
        assertThat(answers.get(0).get("taken").asText()).isEqualTo("2026-06-30");
        run("report", workload, "--kind", "letter", "--answers", of(newer), "--out", folder.resolve("l.html"))
                .done();
        assertThat(Files.readString(folder.resolve("l-anthropic.html")))
                .contains("you have answered in your questionnaire", "In Ireland");
        assertThat(Files.readString(folder.resolve("l-aws.html"))).doesNotContain("questionnaire");
    }

    @Test
    void anArchiveHoldsTheFileAndVerifyFindsTheAnswersInIt() throws IOException {
        Path zip = folder.resolve("r.zip");
        CommandLineRun lacking = run("report", workload, "--answers", of(newer), "--out", zip);
        assertThat(lacking.done().err()).contains("the archive lacks newer.csv");
        assertThat(run("verify", zip).out()).contains("workbook not in hand: newer.csv");
        run("register", "evidence", newer, "--offering", "anthropic-direct").done();
        Path full = folder.resolve("full.zip");
        assertThat(run("report", workload, "--answers", of(newer), "--out", full)
                        .done()
                        .err())
                .doesNotContain("lacks");
        CommandLineRun found = CommandLineRun.of(List.of("verify", full.toString()));
        assertThat(found.code()).isZero();
        assertThat(found.out()).contains("HOLDS", "found 3 vendor's answers in newer.csv");
        assertThat(new ObjectMapper()
                        .readTree(CommandLineRun.of(List.of("verify", full.toString(), "--format", "json"))
                                .out())
                        .at("/workbooks/0/state")
                        .asText())
                .isEqualTo("FOUND");
    }

    @Test
    void compareSaysWhichAnswersChanged() throws IOException {
        CommandLineRun table = run("document", "compare", older, newer).done();
        assertThat(table.out())
                .contains(
                        "! HECVAT-4.14:AISC-02",
                        "before: B3  \"No\"",
                        "now:    B3  \"Yes\"",
                        "~ HECVAT-4.14:DCTR-03",
                        "before: not in the file",
                        "2 answers changed, 1 are the same");
        JsonNode json = new ObjectMapper()
                .readTree(run("document", "compare", older, newer, "--format", "json")
                        .done()
                        .out());
        assertThat(json).hasSize(2);
        assertThat(json.get(0).get("turned").asBoolean()).isTrue();
        assertThat(json.get(1).get("before").isNull()).isTrue();
        Path other = Files.writeString(folder.resolve("prices.csv"), "Name,Price\nA,1\n");
        run("document", "compare", older, other).refused("prices.csv", "no sheet has an id");
        run("document", "compare", older, newer, "--workload", workload).refused("leave out --workload");
        run("document", "compare", workload, workload).refused("--workload");
    }

    @Test
    void whatCannotBeTakenInIsRefusedAndNothingIsWritten() throws IOException {
        Path out = folder.resolve("r.html");
        Path broken = Files.writeString(folder.resolve("broken.xlsx"), "PK\u0003\u0004nothing");
        Path tooLong = Files.writeString(
                folder.resolve("long.csv"), "HECVAT 4.1.4;\nID;Answer\nAISC-02;" + "word ".repeat(25_000) + "\n");
        for (Path file : List.of(folder.resolve("none.csv"), broken, tooLong, folder)) {
            run("report", workload, "--answers", of(file), "--out", out)
                    .refused(file.getFileName().toString());
        }
        run("report", workload, "--answers", newer, "--out", out).refused("--answers", "anthropic-direct, aws-bedrock");
        run("report", workload, "--kind", "board", "--answers", of(newer), "--out", out)
                .refused("--answers", "board");
        run("report", workload, "--answers", of(newer), "--out", newer).refused("--out");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".html"))).isEmpty();
        }
    }
}
