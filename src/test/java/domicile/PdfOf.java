package domicile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A PDF of a test's own: its pages, each with its paragraphs, which fit in a line each. */
public final class PdfOf {
    private static final float LEFT = 70;
    private static final float TOP = 770;
    private static final float PARAGRAPH = 40;

    private PdfOf() {}

    /** One that everybody may open. */
    public static byte[] pages(List<List<String>> pages) throws IOException {
        try (PDDocument document = made(pages)) {
            return bytes(document);
        }
    }

    /** One that asks for a password. */
    public static byte[] locked(List<List<String>> pages, String password) throws IOException {
        try (PDDocument document = made(pages)) {
            document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            return bytes(document);
        }
    }

    private static PDDocument made(List<List<String>> pages) throws IOException {
        PDDocument document = new PDDocument();
        for (List<String> paragraphs : pages) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.beginText();
                content.newLineAtOffset(LEFT, TOP);
                for (String paragraph : paragraphs) {
                    content.showText(paragraph);
                    content.newLineAtOffset(0, -PARAGRAPH);
                }
                content.endText();
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
