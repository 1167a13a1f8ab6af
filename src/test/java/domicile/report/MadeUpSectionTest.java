package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.report.document.Block;
import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Column;
import domicile.report.document.Block.Fact;
import domicile.report.document.Block.Flow;
import domicile.report.document.Block.Look;
import domicile.report.document.Block.Paragraph;
import domicile.report.document.Block.Row;
import domicile.report.document.Block.Section;
import domicile.report.document.Block.Style;
import domicile.report.document.Document;
import domicile.report.document.Documents;
import domicile.report.document.Inline;
import domicile.report.document.Kind;
import domicile.report.document.Medium;
import domicile.report.docx.WordRenderer;
import domicile.report.html.HtmlPage;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Mark;
import domicile.report.pdf.PdfRenderer;
import domicile.words.Sign;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A section of blocks that no report has stands in every format, though no renderer was told of it. */
class MadeUpSectionTest {
    private static final ReportModel MODEL = Sample.report(2, Locale.ENGLISH);
    private static final Mark FLAGGED = new Mark(Sign.Tone.BAD, "⚑", "Turned");
    private static final String EVIL = "<script>alert(1)</script> & \"more\"";

    private static final Section TIDES = Section.of(
            "tides",
            "When the tide turns",
            Flow.NEW_PAGE,
            List.of(
                    Paragraph.of("The moon has been asked. " + EVIL),
                    new Paragraph(
                            Style.DETAIL,
                            List.of(
                                    new Inline.Strong("Strongly"),
                                    new Inline.Soft("softly"),
                                    new Inline.Code("sha256:abc"),
                                    new Inline.Lack("nobody knows", "who does"),
                                    new Inline.Badge(FLAGGED),
                                    new Inline.Count(7, FLAGGED),
                                    new Inline.Cite("[0†]", "s0", "a compiled page"),
                                    new Inline.Break(),
                                    new Inline.Link("the first candidate", "c1", "Vendor"),
                                    new Inline.OnPage("the high water", "high-water"),
                                    new Inline.Web("https://tides.example/table", "a table of tides"))),
                    new Block.Heading(3, "High water", "high-water"),
                    new Block.Listing(true, List.of(List.of(Paragraph.of("Springs"), Paragraph.of("at full moon")))),
                    new Block.Listing(false, List.of(List.of(Paragraph.of("Neaps")))),
                    new Block.Facts(
                            "About it", "What", "Value", 1, List.of(new Fact("Port", new Inline.Text("Brest")))),
                    new Block.Table(
                            Look.LIST,
                            "Tides of a day",
                            List.of(new Column("Hour", 1), new Column("Height", 2)),
                            List.of(
                                    Row.of(Cell.of("Six"), Cell.of("Seven metres")),
                                    new Row(
                                            "noon",
                                            "v-met",
                                            List.of(
                                                    Cell.of("Noon"),
                                                    new Cell(
                                                            List.of(new Paragraph(
                                                                    Style.PLAIN,
                                                                    List.of(new Inline.Result(
                                                                            FLAGGED, "noon", "at noon")))),
                                                            Optional.of(FLAGGED),
                                                            "v-met"))),
                                    Row.of(Cell.of("Night"), Cell.EMPTY))),
                    new Block.Box(List.of(Paragraph.of("Boxed in"))),
                    new Block.Room("Signed by the harbour master")));

    private static final List<String> SAID = List.of(
            "When the tide turns",
            "The moon has been asked. " + EVIL,
            "Strongly",
            "softly",
            "sha256:abc",
            "nobody knows",
            "Turned",
            "[0†]",
            "the first candidate",
            "the high water",
            "https://tides.example/table",
            "High water",
            "Springs",
            "at full moon",
            "Neaps",
            "Port",
            "Brest",
            "Hour",
            "Height",
            "Six",
            "Seven metres",
            "Noon",
            "Night",
            "Boxed in",
            "Signed by the harbour master");

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static Document with(Kind kind, Medium medium) {
        return Documents.of(MODEL, kind, medium).with(TIDES);
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\u00A0]", "");
    }

    private static List<String> said() {
        return SAID.stream().map(MadeUpSectionTest::letters).toList();
    }

    /** The texts between the tags of a page. */
    private static List<String> texts(String page) {
        return Stream.of(page.replaceAll("(?s)<title>.*?</title>|<style>.*?</style>|<caption>.*?</caption>", "")
                        .split("<[^>]*>"))
                .map(text -> text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#160;", "")
                        .replace("&amp;", "&"))
                .map(MadeUpSectionTest::letters)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String word(Document document) throws IOException {
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(WordRenderer.render(document)));
                XWPFWordExtractor words = new XWPFWordExtractor(read)) {
            return letters(words.getText());
        }
    }

    @Test
    void aPageShowsItAndItsContentsNameIt() {
        String page = HtmlPage.render(with(Kind.DILIGENCE, Medium.SCREEN));

        assertThat(letters(String.join("", texts(page)))).contains(said());
        assertThat(page)
                .contains(
                        "<section class=\"new-page\" id=\"tides\">",
                        "href=\"#tides\"",
                        "<tr id=\"noon\" class=\"v-met\">")
                .contains("<td class=\"notmet v-met\"><a href=\"#noon\" title=\"at noon\">", "<caption>Tides of a day")
                .contains("&lt;script&gt;", ".w333{width:33.3%}")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPdfOfEveryKindShowsItAndIsValid(Kind kind) throws IOException {
        byte[] pdf = PdfRenderer.render(with(kind, Medium.PAPER), PdfRenderer.Attached.NOTHING);

        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(letters(new PDFTextStripper().getText(read))).contains(said());
            assertThat(read.getDocumentCatalog().getDocumentOutline().children())
                    .last()
                    .satisfies(item -> assertThat(item.getTitle()).isEqualTo(TIDES.title()));
        }
    }

    @Test
    void aDocumentForWordShowsItUnderARealHeading() throws IOException {
        Document document = with(Kind.DILIGENCE, Medium.WORD);
        assertThat(word(document)).contains(said());
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(WordRenderer.render(document)))) {
            assertThat(read.getParagraphs().stream()
                            .filter(p -> "Heading1".equals(p.getStyle()))
                            .map(XWPFParagraph::getText))
                    .endsWith(TIDES.title());
            assertThat(read.getTables().getLast().getRow(0).isRepeatHeader()).isTrue();
        }
    }

    /** Word may be written of each: what a page shows stands there too, and nothing is lost on the way. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void wordSaysWhatAPageSays(Kind kind) throws IOException {
        Document document = with(kind, Medium.WORD);

        assertThat(word(document)).contains(texts(HtmlPage.render(document)));
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(with(Kind.BOARD, Medium.PAPER)).isEqualTo(with(Kind.BOARD, Medium.PAPER));
        assertThat(WordRenderer.render(with(Kind.LETTER, Medium.WORD)))
                .isEqualTo(WordRenderer.render(with(Kind.LETTER, Medium.WORD)));
    }
}
