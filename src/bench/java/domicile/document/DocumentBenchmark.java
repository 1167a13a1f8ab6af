package domicile.document;

import domicile.page.Layout;
import domicile.page.PageReader;
import domicile.register.Pack;
import domicile.residency.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A contract of 60 pages: its text by PDFBox alone, its text with the places of words, and the clauses in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class DocumentBenchmark {
    private static final int PAGES = 60;
    private static final int LINES = 46;
    private static final List<String> SUBJECTS = List.of(
            "The vendor", "The customer", "Either party", "An affiliate", "Each authorised user", "The support team");
    private static final List<String> VERBS = List.of(
            "processes", "stores", "may disclose", "shall delete", "keeps", "encrypts", "will not train models with");
    private static final List<String> OBJECTS = List.of(
            "customer data", "prompts and outputs", "usage records", "invoices", "backups", "confidential information");
    private static final List<String> PLACES = List.of(
            "in Germany", "in the eu-central-1 region", "in the United States", "at rest", "for 30 days", "on request");
    private static final List<String> LIMITS = List.of(
            "", "", "except during failover", "unless the law requires otherwise", "with reasonable efforts");

    private byte[] pdf = {};
    private Register register = Pack.shipped().register(LocalDate.of(2026, 6, 30));

    @Setup
    public void make() throws IOException {
        Random random = new Random(7);
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < PAGES; page++) {
                List<String> lines = new ArrayList<>();
                while (lines.size() < LINES) {
                    String limit = pick(LIMITS, random);
                    lines.add((page + 1) + "." + (lines.size() + 1) + " " + pick(SUBJECTS, random) + " "
                            + pick(VERBS, random) + " " + pick(OBJECTS, random) + " " + pick(PLACES, random)
                            + (limit.isEmpty() ? "" : ", " + limit) + ".");
                }
                write(document, lines);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            pdf = bytes.toByteArray();
        }
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static void write(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
            content.setLeading(15);
            content.newLineAtOffset(60, 770);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    @Benchmark
    public String pdfBoxAlone() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The bar: at most 3 times {@link #pdfBoxAlone}. */
    @Benchmark
    public Layout read() {
        return PageReader.layout(pdf, "contract.pdf", Optional.empty());
    }

    /** What somebody waits for who opens a document: read, and every kind of evidence looked for. */
    @Benchmark
    public Clauses readAndFind() {
        return new ClauseReader(
                        DocumentFile.of("contract.pdf", pdf, Optional.empty()), register, Optional.of("aws-bedrock"))
                .clauses();
    }
}
