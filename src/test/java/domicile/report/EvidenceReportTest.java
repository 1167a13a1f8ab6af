package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Schemas;
import domicile.report.document.Kind;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import domicile.residency.Evidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The documents in hand, in every format: with their clause, or marked as typed. */
class EvidenceReportTest {
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final String QUOTE = "Inference runs in Frankfurt alone, except as set out in Section 7.";
    private static final String HEDGE = "except as set out in Section 7";

    /** Carries a finding by its clause. */
    private static final Evidence SHOWN = new Evidence(
            "vendor-01",
            Evidence.Kind.ORDER_FORM_INFERENCE_REGION,
            LocalDate.of(2026, 6, 10),
            Optional.empty(),
            List.of(Sample.place("eu-central-1")),
            "",
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            List.of(),
            List.of(),
            "order-form-114.pdf",
            new Evidence.Passage(SHA, OptionalInt.of(2), QUOTE, List.of(new Evidence.Hedge(HEDGE, OptionalInt.of(3)))));

    /** Carries a finding, and somebody typed it. */
    private static final Evidence TYPED = new Evidence(
            "vendor-01", Evidence.Kind.DPA_SIGNED, LocalDate.of(2026, 6, 1), List.of(), "", "dpa-2026.pdf");

    /** Does not count, and somebody typed it. */
    private static final Evidence UNCOUNTED = new Evidence(
            "vendor-01",
            Evidence.Kind.ORDER_FORM_STORAGE_REGION,
            LocalDate.of(2026, 5, 1),
            List.of(),
            "",
            "order-form-98.pdf");

    @BeforeAll
    static void initialiseTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static ReportModel model(Locale locale) {
        return ReportModel.of(
                Sample.assessment(
                        Sample.register(),
                        Sample.workload("Triage", List.of("vendor-01", "vendor-02"), List.of(SHOWN, TYPED, UNCOUNTED))),
                Sample.register(),
                List.of(),
                locale);
    }

    private static Document html(ReportModel model) {
        return Jsoup.parse(Rendered.html(model));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|typed, no clause shown|“%s”, page 2|Limited by: “%s”, page 3",
                "de|eingetippt, keine Klausel gezeigt|„%s“, Seite 2|Eingeschränkt durch: „%s“, Seite 3",
                "fr|saisi, aucune clause montrée|«\u00a0%s\u00a0», page 2|Limité par\u00a0: «\u00a0%s\u00a0», page 3"
            })
    void everyFormatSaysTheClauseOrThatNoneIsShown(String language, String typed, String quote, String limit)
            throws IOException {
        ReportModel model = model(Locale.of(language));
        String clause = String.format(Locale.ROOT, quote, QUOTE);
        String hedge = String.format(Locale.ROOT, limit, HEDGE);

        for (Reports.Format format : Reports.Format.values()) {
            byte[] bytes = Reports.render(model, format);
            assertThat(Reports.render(model, format)).as("%s again", format).isEqualTo(bytes);
            String text = letters(text(format, bytes));
            if (format == Reports.Format.JSON) {
                assertThat(text).contains(letters("\"quote\": \"" + QUOTE), letters("\"typed\" : true"), SHA);
            } else {
                assertThat(text).as(format.name()).contains(letters(typed), letters(clause), letters(hedge), SHA);
            }
        }
    }

    private static String text(Reports.Format format, byte[] bytes) throws IOException {
        return switch (format) {
            case HTML ->
                Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)).body().text();
            case PDF -> {
                try (PDDocument document = Loader.loadPDF(bytes)) {
                    yield new PDFTextStripper().getText(document);
                }
            }
            case DOCX -> {
                try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes));
                        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
                    yield words.getText();
                }
            }
            case XLSX -> {
                StringBuilder cells = new StringBuilder();
                try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                    book.forEach(sheet -> sheet.forEach(row -> row.forEach(cells::append)));
                }
                yield cells.toString();
            }
            case CSV, JSON, OSCAL -> new String(bytes, StandardCharsets.UTF_8).replace("\\", "");
        };
    }

    /** Without blanks, which papers break lines at, and without the signs that formats set or escape their own way. */
    private static String letters(String text) {
        return text.replaceAll("[\\s\u00A0\u202F\"“”„«»*_-]", "");
    }

    @Test
    void aFindingAndItsDocumentLeadToEachOther() {
        Document page = html(model(Locale.ENGLISH));

        assertThat(page.select("a[href^=#]"))
                .allSatisfy(a -> assertThat(page.getElementById(a.attr("href").substring(1)))
                        .as(a.outerHtml())
                        .isNotNull());
        Element finding = byId(page, "c1-inference-location");
        assertThat(finding.text()).contains("Relied on: [D1] order-form-114.pdf: “" + QUOTE + "”, page 2");
        assertThat(finding.select("a[href=#d1]").text()).isEqualTo("[D1]");
        Element document = byId(page, "d1");
        assertThat(document.select("a").eachAttr("href")).contains("#c1-inference-location");
        assertThat(document.text()).contains("SHA-256: " + SHA).doesNotContain("typed");
        assertThat(byId(page, "c1-dpa").text()).contains("[D2] dpa-2026.pdf: typed, no clause shown");
        assertThat(byId(page, "d2").select("a").eachAttr("href")).containsExactly("#c1-dpa");
        assertThat(byId(page, "d3").text()).contains("typed, no clause shown", "Does not count");
    }

    private static Element byId(Document page, String id) {
        return Optional.ofNullable(page.getElementById(id)).orElseThrow();
    }

    @Test
    void onPaperTooALinkLeadsToTheListOfDocumentsAndBack() throws IOException {
        byte[] pdf = PdfReport.render(model(Locale.ENGLISH));
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int list = page(document, "SHA-256: " + SHA);
            int finding = page(document, "Relied on:");
            assertThat(list).isLessThan(finding);
            assertThat(targets(document, finding)).contains(list);
            assertThat(targets(document, list)).contains(finding);
        }
    }

    private static int page(PDDocument document, String words) throws IOException {
        for (int i = 1; i <= document.getNumberOfPages(); i++) {
            PDFTextStripper one = new PDFTextStripper();
            one.setStartPage(i);
            one.setEndPage(i);
            if (letters(one.getText(document)).contains(letters(words))) {
                return i - 1;
            }
        }
        throw new AssertionError(words);
    }

    private static List<Integer> targets(PDDocument document, int page) throws IOException {
        PDPage from = document.getPage(page);
        return from.getAnnotations().stream()
                .filter(PDAnnotationLink.class::isInstance)
                .map(EvidenceReportTest::destination)
                .flatMap(Optional::stream)
                .map(PDPageDestination::retrievePageNumber)
                .toList();
    }

    private static Optional<PDPageDestination> destination(PDAnnotation link) {
        try {
            return ((PDAnnotationLink) link).getAction() instanceof PDActionGoTo to
                            && to.getDestination() instanceof PDPageDestination page
                    ? Optional.of(page)
                    : Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DILIGENCE", "BOARD"})
    void pageOneSaysHowMuchIsTyped(Kind kind) throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfReport.render(model(Locale.ENGLISH), kind))) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(letters(first.getText(document)))
                    .contains(letters("Typed, no clause shown: 1 of the 2 documents that findings rest on."));
        }
    }

    @Test
    void theLetterAsksForTheClauseOfWhatIsTypedAndSaysWhatInHandDoesNotShowIt() {
        ReportModel model = model(Locale.ENGLISH);
        Candidate candidate = model.candidates().stream()
                .filter(c -> c.id().equals("vendor-01"))
                .findFirst()
                .orElseThrow();
        assertThat(candidate.asks())
                .extracting(ReportModel.Ask::question)
                .filteredOn(q -> q.startsWith("On which page"))
                .as("what is shown is not asked for")
                .containsExactly("On which page of dpa-2026.pdf (signed DPA), dated 1 June 2026, does it say so, and in"
                        + " which words? No clause is shown yet for: Data processing agreement.");
        String letter =
                Jsoup.parse(Rendered.html(model.to("cloud"), Kind.LETTER)).text();
        assertThat(letter)
                .contains("On which page of dpa-2026.pdf")
                .contains("In hand: order-form-98.pdf, dated 1 May 2026. It names no region, so it commits to none.")
                .doesNotContain(QUOTE);
    }

    @Test
    void theJsonListsTheDocumentsAndFindingsPointToThem() throws IOException {
        String json = new String(Reports.render(model(Locale.ENGLISH), Reports.Format.JSON), StandardCharsets.UTF_8);
        assertThat(Schemas.errors("domicile.assessment/1", json)).isEmpty();
        JsonNode root = new ObjectMapper().readTree(json);
        assertThat(root.at("/evidence/0/quote").asText()).isEqualTo(QUOTE);
        assertThat(root.at("/evidence/0/page").asInt()).isEqualTo(2);
        assertThat(root.at("/evidence/0/hedges")).hasToString("[{\"quote\":\"" + HEDGE + "\",\"page\":3}]");
        assertThat(root.at("/evidence"))
                .extracting(e -> e.get("typed").asBoolean())
                .containsExactly(false, true, true);
        JsonNode dpa = StreamSupport.stream(root.at("/offerings").spliterator(), false)
                .filter(o -> o.get("offering").asText().equals("vendor-01"))
                .flatMap(o -> StreamSupport.stream(o.get("requirements").spliterator(), false))
                .filter(f -> f.get("requirement").asText().equals("DPA"))
                .findFirst()
                .orElseThrow();
        assertThat(dpa.get("documents")).hasToString("[\"dpa-2026.pdf\"]");
        assertThat(dpa.get("evidence")).hasToString("[1]");
        for (String wrong : List.of(
                json.replaceFirst("\"typed\" : false", "\"typed\" : true"),
                json.replaceFirst("\"typed\" : true", "\"typed\" : false"),
                json.replaceFirst("\"evidence\" : \\[ 1 \\]", "\"evidence\" : [ \"dpa\" ]"),
                json.replace(SHA, "sha256:" + SHA))) {
            assertThat(wrong).isNotEqualTo(json);
            assertThat(Schemas.errors("domicile.assessment/1", wrong)).isNotEmpty();
        }
    }
}
