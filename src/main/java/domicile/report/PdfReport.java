package domicile.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
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
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * The report as PDF/A-3 and PDF/UA-1: A4, tagged, every font embedded. Its dates are the assessment's and its
 * identifier is made from its content, so that the same model gives the same bytes.
 */
public final class PdfReport {
    static {
        // the renderer logs its progress to standard error unless told otherwise
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private PdfReport() {}

    /** Renders the report. */
    public static byte[] render(ReportModel model) {
        return render(model, Reports.Kind.DILIGENCE);
    }

    /** Renders a kind of report. */
    static byte[] render(ReportModel model, Reports.Kind kind) {
        PdfFonts fonts = new PdfFonts();
        PageOne front = kind == Reports.Kind.BOARD ? PageOne.board(model) : PageOne.paper(model);
        String page = fonts.covered(HtmlReport.page(
                "pdf.jte", Map.of("r", model, "front", front, "kind", kind, "css", Assets.text("pdf.css"))));
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useDefaultPageSize(210, 297, PageSizeUnits.MM);
        builder.useFastMode();
        builder.useUnicodeLineBreaker(new LineBreaks()).useUnicodeCharacterBreaker(new LineBreaks.Letters());
        builder.withProducer("Domicile");
        // nothing is fetched, whatever a text may say; a logo is in the page
        Optional<String> logo = model.enclosed().letterhead().logo().map(Logo::dataUri);
        builder.useUriResolver(
                (base, uri) -> uri.startsWith("#") || logo.filter(uri::equals).isPresent() ? uri : null);
        fonts.register(builder);
        Optional<RightToLeft> rightToLeft =
                RightToLeft.isIn(page) ? Optional.of(new RightToLeft(PdfFonts::always)) : Optional.empty();
        rightToLeft.ifPresent(
                r -> builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new).useUnicodeBidiReorderer(r));
        builder.withHtmlContent(page, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            long id = Long.parseUnsignedLong(HtmlReport.sha256Hex(page).substring(0, 15), 16);
            byte[] saved = save(renderer.getPdfDocument(), model, kind, id);
            return rightToLeft.isPresent() ? rightToLeft.orElseThrow().told(saved, id) : saved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] save(PDDocument document, ReportModel model, Reports.Kind kind, long id) throws IOException {
        LocalDate date = model.assessment().date();
        PDDocumentInformation info = document.getDocumentInformation();
        Calendar day = GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
        day.setTimeZone(TimeZone.getTimeZone("UTC"));
        info.setCreationDate(day);
        if (kind
                != Reports.Kind
                        .LETTER) { // a letter leaves the house: the findings about other vendors do not go with it
            Attachments.of(model, kind).embed(document, day);
        }
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll(
                        "<xmp:CreateDate>[^<]*</xmp:CreateDate>",
                        String.format(Locale.ROOT, "<xmp:CreateDate>%sT00:00:00+00:00</xmp:CreateDate>", date));
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        document.save(out);
        return out.toByteArray();
    }
}
