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

    private static CommandLineRun run(Object... args) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("document"), Stream.of(args).map(Object::toString))
                        .toList());
    }
}
