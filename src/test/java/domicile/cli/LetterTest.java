package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter leaves the house: no vendor may read in it about another. */
class LetterTest {
    private static final Path WORKLOAD = Path.of("src/test/resources/cases/eu-inference.workload.json");

    @TempDir
    private Path folder;

    private CommandLineRun letter(Object... more) {
        Object[] args = new Object[more.length + 4];
        System.arraycopy(new Object[] {"report", WORKLOAD, "--kind", "letter"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return CommandLineRun.on(folder.resolve("register"), args);
    }

    @Test
    void everyVendorGetsAFileOfItsOwnWithNothingAboutTheOthers() throws IOException {
        CommandLineRun run = letter(
                        "--out",
                        folder.resolve("letter.html"),
                        "--out",
                        folder.resolve("letter.pdf"),
                        "--organisation",
                        "We")
                .done();

        assertThat(folder.resolve("letter.html")).doesNotExist();
        assertThat(folder.resolve("letter.pdf")).doesNotExist();
        assertThat(run.err()).contains("letter-openai.pdf", "letter-anthropic.html");
        String openai = Files.readString(folder.resolve("letter-openai.html"));
        assertThat(openai)
                .contains("Questions to OpenAI", "We</p>")
                .doesNotContain("Anthropic", "Bedrock", "Azure", "Microsoft");
        assertThat(Files.readString(folder.resolve("letter-anthropic.html"))).doesNotContain("OpenAI", "Bedrock");
        // what is bought through a cloud is the cloud's to answer for
        assertThat(Files.readString(folder.resolve("letter-microsoft.html")))
                .contains("Questions to Microsoft", "Azure");
        try (PDDocument document =
                Loader.loadPDF(folder.resolve("letter-openai.pdf").toFile())) {
            assertThat(document.getDocumentCatalog().getNames())
                    .as("attachments")
                    .isNull();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Questions to OpenAI");
            assertThat(new PDFTextStripper().getText(document))
                    .doesNotContain("Anthropic", "Bedrock", "Azure", "Microsoft");
        }
    }

    @Test
    void oneVendorIsNamed() throws IOException {
        letter("--vendor", "openai", "--out", folder.resolve("one.html")).done();

        assertThat(Files.readString(folder.resolve("one.html")))
                .contains("OpenAI")
                .doesNotContain("Anthropic");
        letter("--vendor", "nobody", "--out", folder.resolve("two.html"))
                .refused("no vendor \"nobody\" has anything to answer", "--vendor", "openai");
        CommandLineRun.on(
                        folder.resolve("register"),
                        "report",
                        WORKLOAD,
                        "--vendor",
                        "openai",
                        "--out",
                        folder.resolve("three.html"))
                .refused("only a letter is written to a vendor", "--kind letter");
        assertThat(folder.resolve("two.html")).doesNotExist();
    }

    @Test
    void aBadLogoIsToldBeforeAnythingIsWritten() throws IOException {
        Path text = Files.writeString(folder.resolve("logo.png"), "no picture");
        letter("--logo", text, "--out", folder.resolve("letter.pdf")).refused("neither a PNG nor a JPEG", "logo.png");
        letter("--logo", folder.resolve("none.png"), "--out", folder.resolve("letter.pdf"))
                .refused("there is no such file", "none.png");
    }
}
