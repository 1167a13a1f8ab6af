package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Schemas;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.questionnaire.WorkloadFile;
import domicile.register.EvidenceLocker;
import domicile.register.Pack;
import domicile.register.RegisterStore;
import domicile.report.data.Csv;
import domicile.report.data.CsvReport;
import domicile.report.data.OscalReportTest;
import domicile.report.data.XlsxReport;
import domicile.report.document.Kind;
import domicile.report.model.CleanText;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.ReportModel;
import domicile.residency.Register;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Every place of a report that somebody's or a register's text can come from, times every format, with text that was
 * written to do harm: it stays text, is whole where it is shown in full, and adds nothing to the document but its
 * letters.
 */
class UntrustedTextTest {
    /** Half of a character, and what is none: no reader of UTF-8 or XML takes them. */
    private static final String HALVES = "half\uD83Dand\uDE80none\uFFFF\uFFFE";

    private static final String TEMPLATE = "${1+1} !{x} @if(true) {{x}} </style></title></textarea> url(javascript:x)";
    private static final String EVIL = String.join(
            " ",
            Untrusted.MARKUP,
            Untrusted.BIDI,
            Untrusted.CONTROL,
            HALVES,
            Untrusted.FORMULA,
            Untrusted.PATH,
            TEMPLATE,
            Untrusted.LETTERS,
            "'\"><svg onload=alert(1)>");
    private static final String NOTE = "Words of a note that nobody would read. ".repeat(100_000 / 40);
    private static final String WORD = "x".repeat(20_000);
    /** Seen in a text, these would turn what surrounds it round, end it or not be seen. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\u202A-\u202E\u2066-\u2069&&[^\n\r\t]]");

    private static final Set<String> LONG = Set.of("note", "decision", "action", "parked", "question", "fact");
    private static final ReportModel PLAIN = Untrusted.everywhere(place -> "Plain " + place);
    private static final ReportModel HARM = Untrusted.everywhere(place -> place + " " + EVIL);

    /** As all formats for people show it. */
    private static String shown(String place) {
        return CleanText.of(place + " " + EVIL);
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\u00A0]", "");
    }

    // ---- HTML

    static Stream<Named<UnaryOperator<String>>> texts() {
        return Stream.of(
                Named.of("written to do harm", place -> place + " " + EVIL),
                Named.of("long", place -> LONG.contains(place) ? NOTE + WORD : place));
    }

    private static List<String> pages(ReportModel model) {
        return Stream.concat(
                        Stream.of(Kind.values()).map(kind -> Rendered.html(model, kind)),
                        model.minutes().stream().map(m -> Reports.html(m, model.register())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aPageHasTheElementsAndAttributesThatItHasWithPlainText(UnaryOperator<String> text) throws Exception {
        List<String> harmed = pages(Untrusted.everywhere(text));
        List<String> plain = pages(PLAIN);

        for (int i = 0; i < plain.size(); i++) {
            List<String> expected = structure(html5(plain.get(i)));
            assertThat(expected).hasSizeGreaterThan(20);
            assertThat(structure(html5(harmed.get(i)))).isEqualTo(expected);
            assertThat(structure(xml(harmed.get(i)))).isEqualTo(structure(xml(plain.get(i))));
            assertThat(UNSEEN.matcher(harmed.get(i)).find()).isFalse();
        }
    }

    @Test
    void aPageShowsTheTextOfEveryPlaceInFull() throws Exception {
        String report = html5(Rendered.html(HARM)).getDocumentElement().getTextContent();
        String minutes = html5(Reports.html(HARM.minutes().orElseThrow(), HARM.register()))
                .getDocumentElement()
                .getTextContent();

        assertThat(report)
                .contains(
                        Untrusted.PLACES.stream().map(UntrustedTextTest::shown).toList());
        assertThat(minutes).contains(shown("note"), shown("noteOwner"), shown("noteEvidence"), shown("action"));
    }

    /** What elements there are, with their attributes and, but for those that say a text, their values. */
    private static List<String> structure(Document document) {
        NodeList nodes = document.getElementsByTagName("*");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            List<String> attributes = new ArrayList<>();
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                String name = element.getAttributes().item(a).getNodeName();
                boolean says =
                        List.of("title", "content", "name", "aria-label", "alt").contains(name);
                attributes.add(says ? name : element.getAttributes().item(a).toString());
            }
            Collections.sort(attributes);
            found.add(element.getTagName().toLowerCase(Locale.ROOT) + attributes);
        }
        return found;
    }

    private static Document html5(String page) throws Exception {
        return new HtmlDocumentBuilder(XmlViolationPolicy.ALTER_INFOSET).parse(new InputSource(new StringReader(page)));
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    // ---- PDF

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPdfOpensAndDoesNothing(Kind kind) throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfReport.render(HARM, kind))) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(catalog.getCOSObject().containsKey("OpenAction")).isFalse();
            assertThat(catalog.getCOSObject().containsKey("AA")).isFalse();
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
                    if (((PDAnnotationLink) annotation).getAction() instanceof PDActionURI link) {
                        assertThat(link.getURI()).startsWith("https://vendor");
                    }
                }
            }
            assertThat(UNSEEN.matcher(document.getDocumentInformation().getTitle())
                            .find())
                    .isFalse();
        }
    }

    @Test
    void aPdfShowsTheTextOfEveryPlaceInFull() throws IOException {
        String latin = Untrusted.MARKUP + Untrusted.FORMULA + Untrusted.PATH + TEMPLATE;
        byte[] pdf = PdfReport.render(Untrusted.everywhere(place -> place + " " + latin));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = letters(new PDFTextStripper().getText(document));
            assertThat(text)
                    .contains(Untrusted.PLACES.stream()
                            .filter(place -> !place.equals("workload")) // cut to what page one has room for
                            .map(place -> letters(place + latin))
                            .toList());
        }
    }

    @Test
    void longNotesAndWordsAreSetWholeOnAsManyPagesAsTheyNeed() throws IOException {
        ReportModel model = Untrusted.everywhere(place -> switch (place) {
            case "parked" -> NOTE;
            case "action" -> WORD;
            default -> place;
        });
        try (PDDocument document = Loader.loadPDF(PdfReport.render(model))) {
            // some 5000 letters of prose are a page, and a column of the table of actions takes a third of its width
            assertThat(document.getNumberOfPages()).isBetween(30, 70);
            assertThat(letters(new PDFTextStripper().getText(document)))
                    .contains("Wordsofanotethatnobodywouldread.".repeat(20), "x".repeat(500));
        }
        try (PDDocument board =
                Loader.loadPDF(PdfReport.render(Untrusted.everywhere(place -> place + WORD), Kind.BOARD))) {
            assertThat(board.getNumberOfPages()).isEqualTo(1);
        }
    }

    // ---- Word, Excel, CSV

    static Stream<String> firstLetters() {
        return Stream.of("=", "+", "-", "@", "\t=", "\n+", "＝", "\u0000=");
    }

    @ParameterizedTest
    @MethodSource("firstLetters")
    void noSpreadsheetTakesATextForAFormula(String first) throws IOException {
        ReportModel model = Untrusted.everywhere(place -> first + place + EVIL);

        List<List<String>> rows = ReportsTest.parsed(CsvReport.render(model));
        assertThat(rows.stream().map(List::size).distinct()).hasSize(1);
        assertThat(rows.stream().flatMap(List::stream))
                .noneMatch(Csv::looksLikeFormula)
                .noneMatch(cell -> UNSEEN.matcher(cell).find() || cell.contains("\n") || cell.contains("\t"));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XlsxReport.render(model)))) {
            List<Cell> cells = new ArrayList<>();
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
            assertThat(cells).noneMatch(c -> c.getCellType() == CellType.FORMULA);
            List<Cell> texts = cells.stream()
                    .filter(c -> c.getCellType() == CellType.STRING)
                    .toList();
            assertThat(texts)
                    .filteredOn(c -> Csv.looksLikeFormula(c.getStringCellValue()))
                    .allMatch(c -> c.getCellStyle().getQuotePrefixed());
            assertThat(texts)
                    .noneMatch(c -> UNSEEN.matcher(c.getStringCellValue()).find())
                    .anyMatch(c -> c.getStringCellValue().contains(Untrusted.MARKUP));
        }
    }

    @Test
    void officeFilesAreWellFormedAndReachNowhere() throws Exception {
        for (ReportModel model :
                List.of(HARM, Untrusted.everywhere(place -> LONG.contains(place) ? NOTE + WORD : place))) {
            for (byte[] file : List.of(Rendered.docx(model), XlsxReport.render(model))) {
                parts(file).forEach((name, text) -> {
                    try {
                        xml(text);
                    } catch (Exception e) {
                        throw new AssertionError(name, e);
                    }
                    assertThat(UNSEEN.matcher(text).find()).as(name).isFalse();
                    if (name.endsWith(".rels")) {
                        assertThat(text).as(name).doesNotContain("evil.example", "javascript:");
                    }
                });
            }
        }
        String word = xml(parts(Rendered.docx(HARM)).getOrDefault("word/document.xml", ""))
                .getDocumentElement()
                .getTextContent();
        assertThat(word)
                .contains(
                        Untrusted.PLACES.stream().map(UntrustedTextTest::shown).toList());
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().matches(".*\\.(xml|rels)")) {
                    parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }

    // ---- JSON

    @ParameterizedTest
    @MethodSource("texts")
    void jsonIsValidAndSaysTheTextAsItIs(UnaryOperator<String> text) throws IOException {
        ReportModel model = Untrusted.everywhere(text);
        String assessment = utf8(Reports.render(model, Reports.Format.JSON));
        String minutes = Reports.json(model.minutes().orElseThrow());
        String oscal = utf8(Reports.render(model, Reports.Format.OSCAL));

        assertThat(Schemas.errors("domicile.assessment/1", assessment)).isEmpty();
        assertThat(Schemas.errors("domicile.minutes/1", minutes)).isEmpty();
        assertThat(OscalReportTest.errors(oscal)).isEmpty();
        assertThat(Stream.of(assessment, minutes, oscal))
                .noneMatch(json -> UNSEEN.matcher(json).find() || json.contains("<script"));
        JsonNode read = new ObjectMapper().readTree(assessment);
        assertThat(read.get("workload").asText()).isEqualTo(text.apply("workload"));
        assertThat(read.at("/minutes/actions/0/what").asText()).isEqualTo(text.apply("action"));
    }

    @Test
    void aPdfOfHalfACharacterHoldsWhenItIsVerified() {
        LocalDate day = LocalDate.of(2026, 6, 30);
        Register register = Pack.shipped().register(day);
        String file = "{\"schema\": \"domicile.workload/1\", \"name\": \"a\\uD83Db\","
                + " \"startsOn\": \"2026-07-01\", \"candidates\": [\"groq\"]}";
        ReportModel model = ReportModel.of(
                Assessor.assess(
                        WorkloadFile.read("workload", file.getBytes(StandardCharsets.UTF_8), register),
                        register,
                        day,
                        Freshness.DEFAULT),
                register,
                List.of(),
                new Enclosed(Untrusted.everywhere(place -> place + HALVES).minutes(), Letterhead.NONE),
                Locale.ENGLISH);

        assertThat(model.workload()).isEqualTo("a[U+D83D]b");
        assertThat(Verification.open(PdfReport.render(model), "report.pdf")
                        .itself()
                        .problems())
                .isEmpty();
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    // ---- files

    @Test
    void everyFileThatIsWrittenLiesInItsFolder(@TempDir Path folder) throws IOException {
        Path into = Files.createDirectory(folder.resolve("out"));
        Path document = Files.writeString(folder.resolve("order.pdf"), "an order form");
        List<Path> written;
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), Clock.systemUTC())) {
            EvidenceLocker locker = store.evidence();
            locker.add(document, "vendor-01", Untrusted.PATH, Untrusted.PATH);
            ReportModel model = Untrusted.everywhere(place -> Untrusted.PATH);
            written =
                    new ArrayList<>(Reports.write(model, Kind.DILIGENCE, List.of(into.resolve("report.zip")), locker));
            written.addAll(Reports.write(model, Kind.LETTER, List.of(into.resolve("letter.html"))));
        }

        assertThat(written)
                .map(file -> String.valueOf(into.relativize(file)))
                .containsExactlyInAnyOrder("report.zip", "letter-cloud.html", "letter-vendor.html");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(f -> f.toString().matches(".*\\.(html|zip|part)")))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
        try (ZipFile zip = new ZipFile(written.getFirst().toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .extracting(ZipEntry::getName)
                    .hasSizeGreaterThan(7)
                    .allMatch(name -> name.matches("[A-Za-z0-9_-][A-Za-z0-9._/-]*") && !name.contains(".."));
        }
    }
}
