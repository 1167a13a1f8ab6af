package domicile.desktop.kit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A page of a PDF as it is shown, in points.
 *
 * @param number counted from 0
 */
public record PdfPage(byte[] pdf, Optional<String> password, int number, double width, double height) {
    static final double POINTS = 72;
    /** So many pixels a picture may have: a page as large as a wall is drawn coarsely. */
    private static final double MOST_PIXELS = 16e6;

    /** All pages of a document; not for the FX thread. */
    public static List<PdfPage> of(byte[] pdf) throws IOException {
        return of(pdf, Optional.empty());
    }

    /** As {@link #of(byte[])}, of one that is locked. */
    public static List<PdfPage> of(byte[] pdf, Optional<String> password) throws IOException {
        List<PdfPage> pages = new ArrayList<>();
        try (PDDocument document = open(pdf, password)) {
            for (PDPage page : document.getPages()) {
                PDRectangle box = page.getCropBox();
                boolean lying = page.getRotation() % 180 != 0;
                pages.add(new PdfPage(
                        pdf,
                        password,
                        pages.size(),
                        lying ? box.getHeight() : box.getWidth(),
                        lying ? box.getWidth() : box.getHeight()));
            }
        }
        return pages;
    }

    private static PDDocument open(byte[] pdf, Optional<String> password) throws IOException {
        return Loader.loadPDF(pdf, password.orElse(""));
    }

    /**
     * What it looks like; not for the FX thread.
     *
     * @param dots an inch
     */
    Image picture(double dots) throws IOException {
        double most = POINTS * Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
        try (PDDocument document = open(pdf, password)) {
            return SwingFXUtils.toFXImage(
                    new PDFRenderer(document).renderImageWithDPI(number, (float) Math.min(dots, most)), null);
        } catch (StackOverflowError e) {
            throw new IOException("nested too deep", e);
        }
    }
}
