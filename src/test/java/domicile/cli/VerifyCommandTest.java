package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code domicile verify} says, by its exit code too. */
class VerifyCommandTest {
    private static final Path WORKLOAD = Path.of("src/test/resources/cases/eu-inference.workload.json");

    @Test
    void aReportHoldsByItselfAndOnTheRegisterThatItWasMadeWith(@TempDir Path folder) {
        Path register = folder.resolve("register");
        Path report = folder.resolve("report.pdf");
        CommandLineRun.on(register, "report", WORKLOAD, "--kind", "board", "--out", report)
                .done();

        CommandLineRun run = CommandLineRun.on(register, "verify", report).done();

        assertThat(run.out().lines().toList())
                .hasSize(2)
                .satisfies(lines ->
                        assertThat(lines.getFirst()).startsWith("HOLDS ").endsWith("\" of 2026-06-30"))
                .satisfies(
                        lines -> assertThat(lines.getLast()).contains("still hold on the register as of 2026-06-30"));
    }

    @Test
    void aStampedReportIsAltered(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("report.pdf");
        CommandLineRun.on(folder.resolve("register"), "report", WORKLOAD, "--out", report)
                .done();
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(report))) {
            List<PDAnnotation> all = document.getPage(0).getAnnotations();
            all.add(new PDAnnotationRubberStamp());
            document.getPage(0).setAnnotations(all);
            document.save(report.toFile());
        }

        CommandLineRun run = CommandLineRun.of(List.of("verify", report.toString()));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        "ALTERED " + report + ": \"EU-only inference\" of 2026-06-30",
                        "page 1: added: an annotation (Stamp)");
        assertThat(run.err()).isEmpty();
        assertThat(CommandLineRun.of(List.of("verify", "--format", "json", report.toString()))
                        .out())
                .isEqualToNormalizingNewlines("""
                        {
                          "answer" : "ALTERED",
                          "problems" : [ "page 1: added: an annotation (Stamp)" ],
                          "notes" : [ ],
                          "news" : [ ],
                          "changed" : null,
                          "quotes" : [ ],
                          "documents" : [ ],
                          "workbooks" : [ ]
                        }
                        """);
    }

    @Test
    void aReportOf01HasItsAnswerInOneOfThreeWords() {
        CommandLineRun run = CommandLineRun.of(List.of("verify", "src/test/resources/reports/made-by-0.1.pdf"));

        assertThat(run.out()).matches("(?s)(HOLDS|ALTERED|NOT CHECKED) src/test/.*");
        assertThat(run.code()).isEqualTo(run.out().startsWith("HOLDS") ? 0 : 1);
    }

    @Test
    void lettersAreNoWorkbook(@TempDir Path folder) {
        CommandLineRun.on(
                        folder.resolve("register"),
                        "report",
                        WORKLOAD,
                        "--kind",
                        "letter",
                        "--out",
                        folder.resolve("letters.xlsx"))
                .refused("letters.xlsx", "only a diligence report is written as XLSX");
    }

    @Test
    void whatIsNoReportIsRefused(@TempDir Path folder) throws IOException {
        Path cut = folder.resolve("cut.pdf");
        Files.writeString(cut, "%PDF-1.7 but no more");

        CommandLineRun.on(folder.resolve("register"), "verify", cut)
                .refused("cut.pdf", "this is no PDF that can be read");
        CommandLineRun.on(folder.resolve("register"), "verify", folder.resolve("none.pdf"))
                .refused("none.pdf", "there is no such file");
    }
}
