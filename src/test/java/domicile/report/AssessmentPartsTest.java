package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Schemas;
import domicile.assessment.Advisable;
import domicile.assessment.DocumentNotCounted;
import domicile.report.data.CsvReport;
import domicile.report.data.JsonReport;
import domicile.report.data.OscalReport;
import domicile.report.data.XlsxReport;
import domicile.report.document.Kind;
import domicile.report.model.AssessmentTexts;
import domicile.report.model.ReportModel;
import domicile.residency.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What version 2 of the rules adds to an assessment stands in every format. */
class AssessmentPartsTest {
    private static final ReportModel MODEL = Sample.report(2, Locale.ENGLISH);
    private static final Pattern SPACE = Pattern.compile("[\\s\u00A0]");
    private static final String UNASKED =
            "Not asked although advisable: the kinds of data, training on prompts, how long prompts"
                    + " are kept, where data at rest stays, where endpoint services run. It changes no verdict.";
    private static final List<String> SAID = List.of(
            UNASKED,
            "Documents that do not count",
            "FedRAMP authorization",
            "It names another product, not this offering.",
            "Read first-hand: Vendor 1 via Large Cloud: Data processing agreement, on a page of the provider’s own",
            "iso-certificate.pdf",
            "851 days",
            "citations after 90 days, documents after 730 days; listed",
            "The four failure modes",
            "Coverage is not every model",
            "ISO/IEC 27001; in force from 1 April 2024; models: claude-opus-4-6; services: batch",
            "“The certificate covers the model service.”, page 3",
            "Limited by: “apart from previews”, page 4",
            "SHA-256: " + "ab".repeat(32),
            "typed, no clause shown",
            "Data centre named",
            "Nothing asked");

    @Test
    void theJsonHasEveryPartByItsContract() throws IOException {
        String json = JsonReport.render(MODEL.assessment());

        assertThat(Schemas.errors("domicile.assessment/1", json)).isEmpty();
        JsonNode root = new ObjectMapper().readTree(json);
        assertThat(root.get("freshness"))
                .hasToString(
                        "{\"maxAgeDays\":90,\"maxDocumentAgeDays\":730,\"hardLimit\":false,\"requireQuotes\":false}");
        assertThat(root.get("notAsked"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "DATA_CATEGORIES",
                        "TRAINING_REUSE",
                        "RETENTION",
                        "STORAGE_LOCATION",
                        "ENDPOINT_SERVICES_LOCATION");
        JsonNode first = offering(root, "vendor-01");
        assertThat(first.get("failureModes").get(3).get("failureMode").asText())
                .isEqualTo("COVERAGE_IS_NOT_EVERY_MODEL");
        assertThat(first.get("documentsNotCounted"))
                .hasToString("[{\"kind\":\"CERTIFICATE\",\"document\":\"iso-certificate.pdf\",\"date\":\"2024-03-01\","
                        + "\"why\":\"NAMES_ANOTHER_PRODUCT\"},{\"kind\":\"FEDRAMP_AUTHORIZATION\",\"document\":\"\",\"date\":\"2026-05-01\","
                        + "\"why\":\"NAMES_ANOTHER_PRODUCT\"}]");
        assertThat(first.get("stale"))
                .map(JsonNode::toString)
                .contains("{\"kind\":\"CERTIFICATE\",\"document\":\"iso-certificate.pdf\",\"date\":\"2024-03-01\","
                        + "\"ageDays\":851}");
        assertThat(first.get("alternatives"))
                .map(JsonNode::toString)
                .contains("{\"offering\":\"vendor-01\",\"deployment\":null,\"documents\":[\"CERTIFICATE\"],"
                        + "\"needs\":[{\"kind\":\"CERTIFICATE\",\"says\":\"A signed DPA for vendor-01\","
                        + "\"regions\":[\"DE\",\"EU\"],\"product\":\"Vendor\",\"certification\":\"ISO_27001\","
                        + "\"level\":\"HIGH\",\"days\":0,\"models\":[\"claude-opus-4-6\"],\"services\":[\"batch\"]}],"
                        + "\"readFirstHand\":[\"vendor-01:attestation/DPA\"],\"reaches\":\"CONDITIONAL\"}");
    }

    /** What a schema lets pass is no proof that it looks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"notAsked\" : [ \"DATA_CATEGORIES\"|\"notAsked\" : [ \"COLOUR\"",
                "\"why\" : \"NAMES_ANOTHER_PRODUCT\"|\"why\" : \"UGLY\"",
                "\"documents\" : [ \"CERTIFICATE\" ]|\"documents\" : [ \"A certificate\" ]",
                "\"ageDays\" : 851|\"days\" : 851",
                "\"level\" : \"HIGH\"|\"level\" : \"LOW_20X\"",
                "\"vendor-01:attestation/DPA\"|\"attestation/DPA\"",
                "\"rulesVersion\" : \"2\"|\"rulesVersion\" : \"1\""
            })
    void theSchemaRefusesWhatTheContractDoesNotSay(String change) {
        String[] parts = change.split("\\|");
        String json = JsonReport.render(MODEL.assessment());

        assertThat(json).contains(parts[0]);
        assertThat(Schemas.errors("domicile.assessment/1", json.replace(parts[0], parts[1])))
                .isNotEmpty();
    }

    @Test
    void everyPaperSaysThem() throws IOException {
        String html = Rendered.html(MODEL).replaceAll("<style>.*?</style>|<[^>]+>", "");
        assertThat(letters(html)).contains(letters(SAID));
        try (PDDocument document = Loader.loadPDF(PdfReport.render(MODEL))) {
            String pages = letters(new PDFTextStripper().getText(document));
            assertThat(pages).contains(letters(UNASKED)).contains(letters("Documents that do not count"));
            assertThat(pages.indexOf(letters(UNASKED))).isLessThan(pages.indexOf(letters(MODEL.t("section.contents"))));
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Rendered.docx(MODEL)));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(letters(words.getText())).contains(letters(SAID));
        }
        assertThat(letters(Rendered.html(MODEL, Kind.BOARD))).contains(letters(UNASKED));
        assertThat(Rendered.html(MODEL, Kind.LETTER)).doesNotContain("Not asked although");
    }

    @Test
    void theWorkbookTheTableAndTheControlsFileSayThem() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XlsxReport.render(MODEL)))) {
            assertThat(rows(book.getSheet("Documents that do not count")))
                    .containsExactly(
                            "Vendor 1 via Large Cloud|[D3] iso-certificate.pdf|certificate|2024-03-01|It names another"
                                    + " product, not this offering.",
                            "Vendor 1 via Large Cloud|[D4] unnamed document: typed, no clause shown|FedRAMP"
                                    + " authorization|2026-05-01|It names another product, not this offering.",
                            "Vendor 2 via Large Cloud|[D2] soc2-report.pdf: typed, no clause shown|SOC 2 report|2026-05-01|It lacks what a document of"
                                    + " its kind has to say, such as the certification or the level.");
            assertThat(rows(book.getSheet("Stale documents")))
                    .containsExactly("Vendor 1 via Large Cloud|[D3] iso-certificate.pdf|certificate|2024-03-01|851");
            assertThat(rows(book.getSheet("Summary")))
                    .contains(
                            "not asked|" + UNASKED,
                            "Citations are stale after, in days|90",
                            "Documents are stale after, in days|730");
            assertThat(rows(book.getSheet("Alternatives")))
                    .anyMatch(row -> row.endsWith("Data processing agreement, on a page of the provider’s own"));
            assertThat(rows(book.getSheet("Documents in hand")))
                    .anyMatch(row -> row.contains(
                            "|FALSE|It names another product, not this offering.|typed, no clause shown|"));
        }
        List<String> lines = CsvReport.render(MODEL).lines().toList();
        assertThat(lines.getFirst())
                .contains("baaIsNotProductCoverage,coverageIsNotEveryModel,requirement")
                .endsWith("lifts,notAsked,documentsNotCounted,facts,factsWithQuote,quotes,evidence,documentsInHand");
        assertThat(lines)
                .anyMatch(line -> line.contains(",DATA_CATEGORIES TRAINING_REUSE RETENTION STORAGE_LOCATION"
                        + " ENDPOINT_SERVICES_LOCATION,\"iso-certificate.pdf: NAMES_ANOTHER_PRODUCT; FEDRAMP_AUTHORIZATION"
                        + " 2026-05-01: NAMES_ANOTHER_PRODUCT\""));
        assertThat(OscalReport.render(MODEL))
                .contains("Not asked although advisable", "It names another product, not this offering.", "851 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "batch, files"})
    void servicesThatAreNotSaidAreNotTheSameAsNone(String named) {
        assertThat(services(Optional.empty(), Set.of())).isEqualTo("not said");
        assertThat(services(Optional.empty(), EnumSet.of(Workload.Part.SERVICES)))
                .isEqualTo("undecided");
        assertThat(services(Optional.of(named.isEmpty() ? List.of() : List.of(named.split(", "))), Set.of()))
                .isEqualTo(named.isEmpty() ? "none: the plain model call" : named);
    }

    private static String services(Optional<List<String>> services, Set<Workload.Part> undecided) {
        Workload w = Sample.workload("Services", List.of("vendor-01"), List.of());
        Workload asked = new Workload(
                w.name(),
                w.startsOn(),
                w.dataCategories(),
                w.modelFamilies(),
                w.inference(),
                w.storage(),
                w.endpointServices(),
                w.certifications(),
                w.fedRampLevel(),
                w.dpaRequired(),
                w.retentionMaxDays(),
                w.trainingReuse(),
                services,
                w.excludedJurisdictions(),
                w.candidates(),
                w.evidence(),
                undecided,
                List.of("claude-opus-4-6"));
        ReportModel model = ReportModel.of(
                Sample.assessment(Sample.register(), asked), Sample.register(), List.of(), Locale.ENGLISH);
        assertThat(model.asked()).contains(new ReportModel.Pair("Models", "claude-opus-4-6"));
        return model.asked().stream()
                .filter(p -> p.label().equals("Features beside the model call"))
                .map(ReportModel.Pair::value)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource(DocumentNotCounted.Why.class)
    void everyReasonHasWordsOfItsOwnInEveryLanguage(DocumentNotCounted.Why why) {
        assertThat(List.of(Locale.ROOT, Locale.GERMAN, Locale.FRENCH))
                .extracting(l -> new AssessmentTexts(l).of(why))
                .doesNotHaveDuplicates()
                .allMatch(said -> said.endsWith("."));
    }

    @ParameterizedTest
    @EnumSource(Advisable.class)
    void whatIsAdvisableHasWordsInEveryLanguage(Advisable advisable) {
        assertThat(List.of(Locale.ROOT, Locale.GERMAN, Locale.FRENCH))
                .extracting(l -> new AssessmentTexts(l).of(advisable))
                .doesNotHaveDuplicates();
    }

    private static JsonNode offering(JsonNode root, String id) {
        for (JsonNode offering : root.get("offerings")) {
            if (offering.get("offering").asText().equals(id)) {
                return offering;
            }
        }
        throw new AssertionError(id);
    }

    private static List<String> rows(XSSFSheet sheet) {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
            XSSFRow row = sheet.getRow(i);
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(
                    switch (cell.getCellType()) {
                        case NUMERIC ->
                            org.apache.poi.ss.usermodel.DateUtil.isCellDateFormatted(cell)
                                    ? cell.getLocalDateTimeCellValue()
                                            .toLocalDate()
                                            .toString()
                                    : String.valueOf((long) cell.getNumericCellValue());
                        case _NONE, STRING, FORMULA, BLANK, BOOLEAN, ERROR -> cell.toString();
                    }));
            rows.add(String.join("|", cells));
        }
        return rows;
    }

    private static String letters(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    private static List<String> letters(List<String> texts) {
        return texts.stream().map(AssessmentPartsTest::letters).toList();
    }
}
