package domicile.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import domicile.problem.Sha256;
import domicile.report.document.Document;
import domicile.report.html.HtmlPage;
import domicile.report.model.Logo;
import domicile.report.type.Assets;
import domicile.report.type.LineBreaks;
import domicile.report.type.PdfFonts;
import domicile.report.type.RightToLeft;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * A document as PDF/A-3 and PDF/UA-1: A4, tagged, every font embedded. Its dates are the document's and its identifier
 * is made from its content, so that the same document gives the same bytes.
 */
public final class PdfRenderer {
    static {
        // the renderer logs its progress to standard error unless told otherwise
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private PdfRenderer() {}

    /** What is put into a PDF beside its pages. */
    @FunctionalInterface
    public interface Attached {
        /** Nothing. */
        Attached NOTHING = (pdf, day) -> {};

        /**
         * Puts it in.
         *
         * @param day what files in it are dated
         */
        void to(PDDocument pdf, Calendar day) throws IOException;
    }

    /** Renders a document. */
    public static byte[] render(Document document, Attached attached) {
        PdfFonts fonts = new PdfFonts();
        String page = fonts.covered(HtmlPage.forPaper(document, Assets.text("pdf.css")));
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useDefaultPageSize(210, 297, PageSizeUnits.MM);
        builder.useFastMode();
        builder.useUnicodeLineBreaker(new LineBreaks()).useUnicodeCharacterBreaker(new LineBreaks.Letters());
        builder.withProducer("Domicile");
        // nothing is fetched, whatever a text may say; a logo is in the page
        Optional<String> logo = document.letterhead().logo().map(Logo::dataUri);
        builder.useUriResolver(
                (base, uri) -> uri.startsWith("#") || logo.filter(uri::equals).isPresent() ? uri : null);
        fonts.register(builder);
        Optional<RightToLeft> rightToLeft =
                RightToLeft.isIn(page) ? Optional.of(new RightToLeft(PdfFonts::always)) : Optional.empty();
        rightToLeft.ifPresent(
                r -> builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new).useUnicodeBidiReorderer(r));
        builder.withHtmlContent(page, null);
        long id = Long.parseUnsignedLong(Sha256.hex(page).substring(0, 15), 16);
        try (PDDocument pdf = pages(builder)) {
            byte[] saved = save(pdf, document.date(), attached, id);
            return rightToLeft.isPresent() ? rightToLeft.orElseThrow().told(saved, id) : saved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its pages; what they were made of is let go, or it would be held until they are saved. */
    private static PDDocument pages(PdfRendererBuilder builder) throws IOException {
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            return renderer.getPdfDocument();
        }
    }

    private static byte[] save(PDDocument pdf, LocalDate date, Attached attached, long id) throws IOException {
        Calendar day = GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
        day.setTimeZone(TimeZone.getTimeZone("UTC"));
        pdf.getDocumentInformation().setCreationDate(day);
        attached.to(pdf, day);
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll(
                        "<xmp:CreateDate>[^<]*</xmp:CreateDate>",
                        String.format(Locale.ROOT, "<xmp:CreateDate>%sT00:00:00+00:00</xmp:CreateDate>", date));
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        pdf.save(out);
        return out.toByteArray();
    }
}
