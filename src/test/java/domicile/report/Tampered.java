package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.problem.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** What can be done to a report after it was made. */
final class Tampered {
    private static final Path SIGNATURE = Path.of("src/test/resources/reports/signature.p7s");

    private Tampered() {}

    interface Change {
        void to(PDDocument document) throws IOException;
    }

    /** Saved again with a change. */
    static byte[] with(byte[] pdf, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.to(document);
            document.save(out);
        }
        return out.toByteArray();
    }

    /** With a change of its first page appended, as many programs save. */
    static byte[] appended(byte[] pdf, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.to(document);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }

    /** With another text in one of the files that it carries. */
    static void rewrite(PDDocument document, String file, UnaryOperator<String> change) throws IOException {
        PDComplexFileSpecification carried = Objects.requireNonNull(
                document.getDocumentCatalog()
                        .getNames()
                        .getEmbeddedFiles()
                        .getNames()
                        .get(file),
                file);
        String was = new String(carried.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        String now = change.apply(was);
        assertThat(now).as(file).isNotEqualTo(was);
        carry(document, file, now.getBytes(StandardCharsets.UTF_8));
    }

    /** Carrying a file, in the place of one of its name where there is one. */
    static void carry(PDDocument document, String file, byte[] bytes) throws IOException {
        PDEmbeddedFilesNameTreeNode tree =
                document.getDocumentCatalog().getNames().getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> files = new TreeMap<>(tree.getNames());
        PDComplexFileSpecification carried = new PDComplexFileSpecification();
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        embedded.setSubtype("application/json");
        embedded.setSize(bytes.length);
        carried.setFile(file);
        carried.setFileUnicode(file);
        carried.setEmbeddedFile(embedded);
        carried.setEmbeddedFileUnicode(embedded);
        files.put(file, carried);
        tree.setNames(files);
        COSArray associated = new COSArray();
        files.values().forEach(associated::add);
        document.getDocumentCatalog().getCOSObject().setItem(name("AF"), associated);
    }

    static void stamp(PDDocument document) throws IOException {
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(new PDRectangle(40, 600, 400, 60));
        stamp.setContents("VERDICT: SUITABLE");
        annotate(document.getPage(0), stamp);
    }

    static void annotate(PDPage page, PDAnnotation annotation) throws IOException {
        List<PDAnnotation> all = page.getAnnotations();
        all.add(annotation);
        page.setAnnotations(all);
    }

    static void overlay(PDDocument document) throws IOException {
        try (PDPageContentStream text =
                new PDPageContentStream(document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
            text.beginText();
            text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            text.newLineAtOffset(50, 50);
            text.showText("All of them are suitable");
            text.endText();
        }
    }

    /** Signed by a program that appends, with a change of the page where there is one. */
    static byte[] signed(byte[] pdf, Change change) throws IOException {
        return signed(pdf, change, new SignatureOptions());
    }

    static byte[] signed(byte[] pdf) throws IOException {
        return signed(pdf, d -> {});
    }

    /** Signed with a field that is seen. */
    static byte[] signedVisibly(byte[] pdf, PDRectangle where) throws IOException {
        try (SignatureOptions options = new SignatureOptions()) {
            options.setPage(0);
            options.setVisualSignature(new ByteArrayInputStream(field(where)));
            return signed(pdf, d -> {}, options);
        }
    }

    private static byte[] signed(byte[] pdf, Change change, SignatureOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.to(document);
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setName("anybody");
            GregorianCalendar day = new GregorianCalendar(2026, 6, 2, 9, 30);
            day.setTimeZone(TimeZone.getTimeZone("Europe/Berlin"));
            signature.setSignDate(day);
            document.addSignature(signature, Tampered::cms, options);
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }

    private static byte[] cms(InputStream content) throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
        return Files.readAllBytes(SIGNATURE);
    }

    private static byte[] field(PDRectangle where) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            form.setFields(List.of(field));
            widget.setRectangle(where);
            PDAppearanceStream looks = new PDAppearanceStream(document);
            looks.setBBox(new PDRectangle(where.getWidth(), where.getHeight()));
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.getCOSObject().setDirect(true);
            appearance.setNormalAppearance(looks);
            widget.setAppearance(appearance);
            document.save(out);
        }
        return out.toByteArray();
    }

    /** A program that makes each report once, so that many can be verified. */
    static Verification.Program quick() {
        Map<String, byte[]> made = new HashMap<>();
        return new Verification.Program(
                Verification.Program.THIS.version(), Verification.Program.THIS.rules(), (model, kind) -> {
                    Attachments all = Attachments.of(model, kind);
                    StringBuilder key = new StringBuilder(model.enclosed().toString());
                    for (byte[] one : List.of(all.workload(), all.assessment(), all.register(), all.making())) {
                        key.append(Sha256.hex(one));
                    }
                    return made.computeIfAbsent(key.toString(), k -> PdfReport.render(model, kind));
                });
    }

    /** A program of another version and rules. */
    static Verification.Program later() {
        return new Verification.Program("99.1", "99", PdfReport::render);
    }

    static COSName name(String name) {
        return COSName.getPDFName(name);
    }
}
