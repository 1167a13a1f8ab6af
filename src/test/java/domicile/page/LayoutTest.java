package domicile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.util.Matrix;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;

/** Where the words of a document stand, and which of them nobody has accepted yet. */
class LayoutTest {
    private static final List<String> LINES = List.of(
            "Inference runs in Finland alone, and the prompts of the", "Client stay there. Logs are kept in Spain.");

    /** However a page is turned, its text is read, and the rectangles hold the words of their unit and no others. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void theRectanglesHoldTheWords(int turned) throws IOException {
        byte[] pdf = pdf(turned);
        Layout layout = PageReader.layout(pdf, "x.pdf", Optional.empty());
        assertThat(layout.pages()).hasValue(1);
        assertThat(layout.text().units())
                .extracting(Unit::text)
                .containsExactly(
                        "Inference runs in Finland alone, and the prompts of the Client stay there.",
                        "Logs are kept in Spain.");
        for (int i = 0; i < 2; i++) {
            assertThat(words(pdf, layout.spots().get(i).rectangles()))
                    .isEqualTo(layout.text().units().get(i).text());
        }
        QuoteFinder quotes = new QuoteFinder(layout.text());
        for (String quote : List.of(
                "Inference runs in Finland",
                "Finland alone, and the prompts of the Client stay",
                "prompts of the Client stay there. Logs are",
                "are kept in")) {
            assertThat(words(pdf, layout.rectangles(quotes.find(quote, Optional.empty()))))
                    .isEqualTo(quote);
        }
    }

    /** What stands in the rectangles. */
    private static String words(byte[] pdf, List<Rectangle> rectangles) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripperByArea stripper = new PDFTextStripperByArea();
            IntStream.range(0, rectangles.size()).forEach(r -> {
                Rectangle one = rectangles.get(r);
                stripper.addRegion("r" + r, new Rectangle2D.Double(one.x(), one.y(), one.width(), one.height()));
            });
            stripper.extractRegions(document.getPage(0));
            StringBuilder words = new StringBuilder();
            for (int r = 0; r < rectangles.size(); r++) {
                words.append(stripper.getTextForRegion("r" + r).strip()).append(' ');
            }
            return words.toString().strip();
        }
    }

    private static byte[] pdf(int turned) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(turned);
            document.addPage(page);
            PDRectangle box = page.getMediaBox();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(
                        switch (turned) {
                            case 90 -> new Matrix(0, 1, -1, 0, box.getWidth(), 0);
                            case 180 -> new Matrix(-1, 0, 0, -1, box.getWidth(), box.getHeight());
                            case 270 -> new Matrix(0, -1, 1, 0, 0, box.getHeight());
                            default -> new Matrix();
                        });
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.beginText();
                content.newLineAtOffset(70, 400);
                content.showText(LINES.getFirst());
                content.newLineAtOffset(0, -14);
                content.showText(LINES.getLast());
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void whatIsStruckOutIsNoTextAndWhatIsProposedIsMarked() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.createRun().setText("Prompts are kept. ");
            CTRunTrackChange deleted = paragraph.getCTP().addNewDel();
            deleted.addNewR().addNewDelText().setStringValue("Models run in Sweden. ");
            CTRunTrackChange inserted = paragraph.getCTP().addNewIns();
            inserted.addNewR().addNewT().setStringValue("Models run in Norway.");
            document.write(bytes);
            Layout layout = PageReader.layout(bytes.toByteArray(), "x.docx", Optional.empty());
            assertThat(layout.text().units())
                    .extracting(Unit::text)
                    .containsExactly("Prompts are kept.", "Models run in Norway.");
            assertThat(layout.spots()).extracting(Layout.Spot::inserted).containsExactly(false, true);
        }
    }
}
