package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clauses of documents in hand: from the file into reports and archives, and found again by verify. */
class HeldClausesCommandTest {
    private static final String CLAUSE = "For Amazon Bedrock, the vendor runs all model inference in Germany only.";
    private static final String LIMIT = "The vendor may use other regions during failover.";

    @TempDir
    private Path folder = Path.of(".");

    private Path held = Path.of(".");
    private String sha256 = "";

    /** An order form of two pages whose clause stands on the second, confirmed and kept; and what somebody typed. */
    @BeforeEach
    void aConfirmedClauseAndATypedDocument() throws IOException {
        Path needs = Files.writeString(folder.resolve("needs.json"), """
                {"schema": "domicile.workload/1", "name": "Letters", "startsOn": "2026-07-01", "dpaRequired": true,
                 "location": {"inference": ["DE"]}, "candidates": ["aws-bedrock"],
                 "evidence": [{"offering": "aws-bedrock", "kind": "DPA_SIGNED", "date": "2026-06-01",
                               "document": "dpa.pdf"}]}
                """);
        Path order = folder.resolve("order.pdf");
        try (PDDocument document = new PDDocument()) {
            page(document, "Order Form", "Effective Date: 4 May 2026.");
            page(document, CLAUSE, LIMIT);
            document.save(order.toFile());
        }
        held = folder.resolve("held.json");
        run(
                        "document",
                        "accept",
                        order,
                        "--workload",
                        needs,
                        "--offering",
                        "aws-bedrock",
                        "--kind",
                        "ORDER_FORM_INFERENCE_REGION",
                        "--quote",
                        CLAUSE,
                        "--keep",
                        "--out",
                        held)
                .done();
        sha256 = evidence(1).get("sha256").asText();
        assertThat(evidence(1).get("page").asInt()).isEqualTo(2);
        assertThat(evidence(1).at("/hedges/0/quote").asText()).isEqualTo(LIMIT);
    }

    private static void page(PDDocument document, String... lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            out.beginText();
            out.newLineAtOffset(60, 700);
            for (String line : lines) {
                out.showText(line);
                out.newLineAtOffset(0, -40);
            }
            out.endText();
        }
    }

    private JsonNode evidence(int index) throws IOException {
        return new ObjectMapper().readTree(held.toFile()).get("evidence").get(index);
    }

    private CommandLineRun run(Object... args) {
        return CommandLineRun.on(folder.resolve("register"), args);
    }

    private static CommandLineRun alone(String... args) {
        return CommandLineRun.of(List.of(args));
    }

    private Path report(String name) {
        Path file = folder.resolve(name);
        run("report", held, "--out", file).done();
        return file;
    }

    private Path unpacked() throws IOException {
        Path into = folder.resolve("unpacked");
        try (ZipFile zip = new ZipFile(report("report.zip").toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        return into;
    }

    private Path document(Path unpacked) throws IOException {
        try (Stream<Path> files = Files.walk(unpacked.resolve("documents"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void theClauseIsFoundAgainInTheArchiveInItsFolderAndInTheRegister() throws IOException {
        Path folderOfArchive = unpacked();
        assertThat(document(folderOfArchive).getFileName()).hasToString(sha256 + "-order.pdf");
        Files.writeString(folderOfArchive.resolve(".DS_Store"), "left by a desktop");
        for (Path archive : List.of(folder.resolve("report.zip"), folderOfArchive)) {
            assertThat(alone("verify", archive.toString()).done().out())
                    .startsWith("HOLDS")
                    .contains("found 1 clause in order.pdf (sha256:" + sha256 + ")")
                    .contains("typed, no clause shown: dpa.pdf");
        }
        Path pdf = report("report.pdf");
        assertThat(alone("verify", pdf.toString()).done().out())
                .contains("document not in hand of 1 clause: order.pdf");
        assertThat(run("verify", pdf).done().out()).contains("found 1 clause in order.pdf");
        JsonNode json = new ObjectMapper()
                .readTree(run("verify", pdf, "--format", "json").done().out());
        assertThat(json.at("/documents"))
                .extracting(d -> d.get("state").asText())
                .containsExactly("TYPED", "FOUND");
        assertThat(json.at("/documents/1/page").asInt()).isEqualTo(2);
        assertThat(json.at("/documents/1/quote").asText()).isEqualTo(CLAUSE);
    }

    /** The ending of a file's name tells Markdown from text; evidence may call the file as people do. */
    @Test
    void aFileIsReadByTheNameUnderWhichItIsKept() throws IOException {
        Path order = Files.writeString(folder.resolve("order.md"), """
                # Order Form

                Effective Date: 4 May 2026.

                For **Amazon Bedrock**, the vendor runs all model inference in Germany only.
                """);
        run(
                        "document",
                        "accept",
                        order,
                        "--workload",
                        held,
                        "--offering",
                        "aws-bedrock",
                        "--kind",
                        "ENDPOINT_SERVICES_REGION",
                        "--quote",
                        CLAUSE,
                        "--keep",
                        "--out",
                        folder.resolve("both.json"))
                .done();
        held = folder.resolve("both.json");
        Files.writeString(held, Files.readString(held).replace("order.md", "Order form of 2026"));
        assertThat(run("verify", report("report.pdf")).done().out())
                .contains("found 2 clauses in order.pdf", "Order form of 2026 (sha256:");
        assertThat(alone("verify", report("report.zip").toString()).done().out())
                .contains("found 2 clauses in order.pdf", "Order form of 2026 (sha256:");
    }

    @Test
    void anAlteredDocumentIsToldInTheFolderAndInTheRegister() throws IOException {
        Path pdf = report("report.pdf");
        Path unpacked = unpacked();
        Path kept = folder.resolve("register/evidence").resolve(sha256);
        for (Path file : List.of(document(unpacked), kept)) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        CommandLineRun ofFolder = alone("verify", unpacked.toString());
        assertThat(ofFolder.code()).isEqualTo(Cli.FAILED);
        assertThat(ofFolder.out())
                .startsWith("ALTERED")
                .contains("-order.pdf is not what SHA256SUMS lists", "its bytes have another hash")
                .contains("ALTERED document of 1 clause: order.pdf");
        CommandLineRun ofRegister = run("verify", pdf);
        assertThat(ofRegister.code()).isEqualTo(Cli.FAILED);
        assertThat(ofRegister.out()).contains("ALTERED document of 1 clause: order.pdf");
    }

    /** The report is sound in itself: only the file shows that the words do not stand there. */
    @Test
    void wordsAPageOrALimitThatTheFileDoesNotBearOutAreAFailure() throws IOException {
        String said = Files.readString(held);
        for (String wrong : List.of(
                said.replace(CLAUSE, CLAUSE.replace("only", "alone")),
                said.replaceFirst("\"page\" : 2", "\"page\" : 1"),
                said.replace(LIMIT, LIMIT.replace("may", "may not")))) {
            assertThat(wrong).isNotEqualTo(said);
            Files.writeString(held, wrong);
            CommandLineRun run = run("verify", report("report.pdf"));
            assertThat(run.code()).isEqualTo(Cli.FAILED);
            assertThat(run.out()).startsWith("HOLDS").contains("NOT FOUND in order.pdf (sha256:" + sha256 + "): \"For");
        }
    }

    @Test
    void whatNobodyKeptIsToldAndWhatIsKeptForAnotherOfferingComesToo() throws IOException {
        Path bare = folder.resolve("bare");
        Path zip = folder.resolve("bare.zip");
        CommandLineRun lacks =
                CommandLineRun.on(bare, "report", held, "--out", zip).done();
        assertThat(lacks.err()).contains("the archive lacks order.pdf");
        assertThat(alone("verify", zip.toString()).done().out()).contains("document not in hand of 1 clause");
        CommandLineRun.on(bare, "register", "evidence", folder.resolve("order.pdf"), "--offering", "groq")
                .done();
        assertThat(CommandLineRun.on(bare, "report", held, "--out", zip).done().err())
                .doesNotContain("lacks");
        assertThat(alone("verify", zip.toString()).done().out()).contains("found 1 clause in order.pdf");
    }

    @Test
    void theCommandLineMarksWhatIsTyped() {
        assertThat(run("assess", held).done().out())
                .contains("RELIED ON aws-bedrock order.pdf (order form: inference region), “" + CLAUSE + "”, page 2, ")
                .contains("Limited by: “" + LIMIT + "”, page 2, sha256:" + sha256 + ": INFERENCE_LOCATION")
                .contains("RELIED ON aws-bedrock dpa.pdf (signed DPA), typed, no clause shown: DPA");
    }

    @Test
    void aFolderWithoutSumsIsNoArchive() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        alone("verify", folder.resolve("empty").toString()).refused("SHA256SUMS");
    }
}
