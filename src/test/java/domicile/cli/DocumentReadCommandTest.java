package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code domicile document read}. */
class DocumentReadCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void showsClausesWithWhatHedgesThem() throws IOException {
        Path form = Files.writeString(folder.resolve("form.md"), """
                # Order Form

                Effective Date: 4 May 2027.

                Vendor runs inference in Finland only, except during failover.
                """);
        CommandLineRun json = run("read", form, "--format", "json");
        assertThat(json.code()).isZero();
        assertThat(Schemas.errors("domicile.clauses/1", json.out())).isEmpty();
        assertThat(json.out())
                .containsIgnoringWhitespaces(
                        "\"quote\": \"Vendor runs inference in Finland only, except during failover.\"",
                        "\"places\": [\"FI\"]",
                        "\"hedges\": [{\"quote\": \"except during failover\", \"page\": null}]");
        assertThat(run("read", form, "--offering", "aws-bedrock").out())
                .contains(
                        "Order form: inference region",
                        "  + Vendor runs inference in Finland only",
                        "places FI; from 2027-05-04",
                        "! it leaves something out",
                        "~ except during failover",
                        "SOC 2 report: not found in this document");
    }

    @Test
    void saysOfAScanThatItHasNoTextAndRefusesWhatItCannotRead() throws IOException {
        Path scan = folder.resolve("scan.pdf");
        Path locked = folder.resolve("locked.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(scan.toFile());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(locked.toFile());
        }
        assertThat(run("read", scan).out()).contains("There is no text in this file");
        CommandLineRun json = run("read", scan, "--format", "json");
        assertThat(json.out())
                .containsIgnoringWhitespaces("\"textLayer\": false")
                .doesNotContain("\"quote\"");
        assertThat(Schemas.errors("domicile.clauses/1", json.out())).isEmpty();

        Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\nnothing");
        for (Path file : java.util.List.of(locked, broken, folder.resolve("none.pdf"))) {
            CommandLineRun refused = run("read", file);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().strip().lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(file.getFileName().toString());
        }
        assertThat(run("read", scan, "--offering", "nobody").err()).contains("'nobody'", "aws-bedrock");
    }

    @Test
    void showsWhatAVendorAnsweredInAWorkbookWithItsCells() throws IOException {
        Path book = Files.writeString(folder.resolve("caiq.csv"), """
                Consensus Assessment Initiative Questionnaire v4.1.0,,
                Question ID,CSP CAIQ Answer,CSP Implementation Description
                A&A-02.1,Yes,SOC 2 Type II each year
                DSP-19.1,,
                """);
        CommandLineRun json = run("read", book, "--format", "json");
        assertThat(json.code()).isZero();
        assertThat(Schemas.errors("domicile.workbook/1", json.out())).isEmpty();
        assertThat(json.out())
                .containsIgnoringWhitespaces(
                        "\"control\": \"CAIQ-4.1.0:A&A-02.1\"",
                        "\"answer\": \"YES\", \"cell\": \"B3\", \"said\": \"Yes\","
                                + " \"remark\": {\"cell\": \"C3\", \"said\": \"SOC 2 Type II each year\"}",
                        "\"blank\": false");
        assertThat(run("read", book).out())
                .contains("CAIQ 4.1.0", "B3  the vendor says: \"Yes\"", "B4  left open", "CSA_STAR_2");
        assertThat(run("read", book, "--format", "json").out()).isEqualTo(json.out());

        Path older = Files.writeString(
                folder.resolve("older.csv"),
                "Consensus Assessments Initiative Questionnaire Version 4.0.3\nQuestion ID,Answer\nDSP-19.1,Yes\n");
        assertThat(run("read", older).out())
                .contains("CAIQ 4.0.3", "Of another edition than the register knows, so not compared: DSP-19.1")
                .doesNotContain("the vendor says");

        Path other = Files.writeString(folder.resolve("prices.csv"), "Name,Price\nA,1\n");
        CommandLineRun refused = run("read", other);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().strip().lines()).hasSize(1).first().asString().contains("prices.csv");
    }

    private static CommandLineRun run(Object... args) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("document"), Stream.of(args).map(Object::toString))
                        .toList());
    }
}
