package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import domicile.report.data.XlsxReport;
import domicile.report.document.Kind;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.Logo;
import domicile.report.model.ReportModel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** An organisation's name and logo, in every format that shows them. */
class LetterheadTest {
    private static final String NAME = "Société <Générale> & Söhne \u202E株式会社";

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Logo logo(String format, int width, int height) {
        return Logo.of(picture(format, width, height), "logo." + format);
    }

    private static byte[] picture(String format, int width, int height) {
        boolean see = format.equals("png");
        BufferedImage image =
                new BufferedImage(width, height, see ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x1D, 0x45, 0x68));
        pen.fillOval(0, 0, width / 2, height - 1);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, out)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static ReportModel report(int candidates, Logo logo) {
        ReportModel plain = Sample.report(candidates, Locale.GERMAN);
        return ReportModel.of(
                plain.assessment(),
                plain.register(),
                plain.openQuestions(),
                new Enclosed(Optional.empty(), new Letterhead(NAME, Optional.of(logo))),
                Locale.GERMAN);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPdfOfEveryKindShowsItAndIsValid(Kind kind) throws IOException {
        Logo logo = kind == Kind.BOARD ? logo("jpeg", 800, 200) : logo("png", 300, 310);
        ReportModel model = report(14, logo);
        byte[] pdf = Reports.render(model, Reports.Format.PDF, kind);

        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getAuthor()).startsWith("Société <Générale>");
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
            if (kind == Kind.BOARD) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
            }
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String page = first.getText(document);
            assertThat(page).contains("Société <Générale> & Söhne [U+202E]株式会社");
            if (kind != Kind.LETTER) {
                assertThat(page.replaceAll("\\s", ""))
                        .contains(model.candidates().getLast().name().replaceAll("\\s", ""));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anHtmlOfEveryKindHoldsItInsideItsPolicy(Kind kind) {
        String html = new String(
                Reports.render(report(2, logo("png", 64, 64)), Reports.Format.HTML, kind), StandardCharsets.UTF_8);

        assertThat(html)
                .contains("img-src data:;", "<img src=\"data:image/png;base64,", "width=\"48\" height=\"48\"")
                .contains("Société &lt;Générale&gt; &amp; Söhne [U+202E]株式会社")
                .doesNotContain("<Générale>");
        assertThat(Rendered.html(Sample.report(1, Locale.GERMAN))).doesNotContain("img-src", "<img");
    }

    @Test
    void aDocumentHasThePictureAndAWorkbookTheName() throws IOException {
        ReportModel model = report(2, logo("jpeg", 64, 32));
        byte[] docx = Rendered.docx(model);

        assertThat(Rendered.docx(model)).isEqualTo(docx);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getAllPictures()).hasSize(1);
            assertThat(document.getParagraphs().get(1).getText()).startsWith("Société <Générale>");
            assertThat(document.getParagraphs()
                            .getFirst()
                            .getRuns()
                            .getFirst()
                            .getCTR()
                            .getDrawingArray(0)
                            .getInlineArray(0)
                            .getDocPr()
                            .getDescr())
                    .startsWith("Logo: Société");
        }
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(XlsxReport.render(model)))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .startsWith("Société <Générale>");
        }
    }

    @Test
    void aLogoKeepsItsProportions() {
        assertThat(logo("png", 2000, 100)).extracting(Logo::width, Logo::height).containsExactly(220, 11);
        assertThat(logo("png", 100, 2000)).extracting(Logo::width, Logo::height).containsExactly(2, 48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a.............", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "", "\u0089PNG"})
    void whatIsNoPictureIsRefused(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("logo.png"), content);
        refused(file, "the logo is neither a PNG nor a JPEG picture");
    }

    @Test
    void whatIsMissingBrokenOrTooLargeIsRefused(@TempDir Path folder) throws IOException {
        refused(folder.resolve("none.png"), "there is no such file");
        refused(folder, "this is a folder");
        refused(Files.write(folder.resolve("large.png"), new byte[1024 * 1024 + 1]), "the logo is larger than 1 MB");
        byte[] cut = picture("png", 300, 300);
        refused(Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(cut, cut.length / 2)), "is broken");
        refused(Files.write(folder.resolve("bomb.png"), bomb()), "60000 by 60000 pixels, more than 4000 a side");
    }

    private static void refused(Path file, String saying) {
        assertThatThrownBy(() -> Logo.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(saying)
                .hasMessageContaining(file.toString());
    }

    /** A small file that claims to be a picture of 60,000 by 60,000 pixels: 14 GB once it is unpacked. */
    private static byte[] bomb() {
        ByteBuffer png = ByteBuffer.wrap(picture("png", 8, 8));
        png.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt(29, (int) crc.getValue());
        return png.array();
    }
}
