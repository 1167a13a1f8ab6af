package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.problem.ProblemException;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Pack;
import domicile.report.model.ReportModel;
import domicile.residency.Register;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Reports that were altered at random: none of them holds. The seed is fixed, so that a failure comes again. */
class VerificationMutantsTest {
    private static final Logger PDFBOX = (Logger) LoggerFactory.getLogger("org.apache.pdfbox");
    private static final int OF_EACH_KIND = 26;
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final Register REGISTER = Pack.shipped().register(DATE);
    private static final String WORKLOAD = """
            {"schema": "domicile.workload/1", "name": "Mutants", "startsOn": "2026-07-01",
             "dataCategories": ["CONFIDENTIAL"], "location": {"inference": ["EU"]}, "candidates": ["cohere"]}
            """;
    private static final ReportModel MODEL = ReportModel.of(
            Assessor.assess(
                    WorkloadFile.read("workload", WORKLOAD.getBytes(StandardCharsets.UTF_8), REGISTER),
                    REGISTER,
                    DATE,
                    Freshness.DEFAULT),
            REGISTER,
            List.of(),
            Locale.ENGLISH);
    private static final byte[] PDF = PdfReport.render(MODEL, domicile.report.document.Kind.BOARD);
    private static final byte[] MANY_PAGES = PdfReport.render(MODEL);
    private static final Verification.Program PROGRAM = Tampered.quick();
    private static final List<String> SUBTYPES = List.of(
            "Stamp",
            "FreeText",
            "Square",
            "Highlight",
            "Ink",
            "Text",
            "Popup",
            "Widget",
            "Link",
            "Redact",
            "Watermark",
            "FileAttachment",
            "Movie",
            "Screen",
            "3D",
            "Unheard");
    private static final List<String> BOXES =
            List.of("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit");

    private enum Kind {
        BYTE,
        BYTES_GONE,
        CONTENT,
        ANNOTATION,
        BOX,
        APPENDED,
        APPENDED_CHANGE,
        ATTACHMENT,
        CATALOGUE,
        PAGE_ORDER,
        IDENTIFIER,
        SIGNED_AND_CHANGED
    }

    private enum Answered {
        ALTERED,
        NOT_CHECKED,
        REFUSED
    }

    /** PDFBox tells of everything that it finds damaged. */
    @BeforeAll
    static void quiet() {
        PDFBOX.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        PDFBOX.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource
    void noMutantHolds(Kind kind) throws IOException {
        Random random = new Random(20260630L + kind.ordinal());
        Map<Answered, Integer> counts = new EnumMap<>(Answered.class);
        for (int i = 0; i < OF_EACH_KIND; i++) {
            byte[] mutant = mutant(kind, random);
            assertThat(mutant)
                    .as("%s %d is a mutant", kind, i)
                    .isNotEqualTo(PDF)
                    .isNotEqualTo(MANY_PAGES);
            counts.merge(answer(mutant, kind + " " + i), 1, Integer::sum);
        }
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                .as("%s: %s", kind, counts)
                .isEqualTo(OF_EACH_KIND);
    }

    @Test
    void whatTheyAreMadeOfHolds() {
        assertThat(List.of(PDF, MANY_PAGES))
                .allSatisfy(pdf -> assertThat(Verification.open(pdf, "report.pdf", PROGRAM)
                                .itself()
                                .answer())
                        .isEqualTo(Verification.Answer.HOLDS));
    }

    private static Answered answer(byte[] mutant, String which) {
        try {
            Verification.Outcome outcome =
                    Verification.open(mutant, "report.pdf", PROGRAM).itself();
            assertThat(outcome.answer()).as(which).isNotEqualTo(Verification.Answer.HOLDS);
            return Answered.valueOf(outcome.answer().name());
        } catch (ProblemException e) {
            return Answered.REFUSED;
        }
    }

    private static byte[] mutant(Kind kind, Random random) throws IOException {
        return switch (kind) {
            case BYTE -> flipped(PDF, random);
            case BYTES_GONE -> {
                int from = random.nextInt(PDF.length - 1);
                int to = Math.min(PDF.length, from + 1 + random.nextInt(1000));
                byte[] rest = Arrays.copyOf(PDF, PDF.length - (to - from));
                System.arraycopy(PDF, to, rest, from, PDF.length - to);
                yield rest;
            }
            case CONTENT -> Tampered.with(PDF, d -> content(d, page(d, random), random));
            case ANNOTATION -> Tampered.with(PDF, d -> annotation(page(d, random), random));
            case BOX -> Tampered.with(PDF, d -> box(page(d, random), random));
            case APPENDED -> {
                byte[] more = new byte[1 + random.nextInt(200)];
                random.nextBytes(more);
                yield joined(PDF, random.nextBoolean() ? more : Arrays.copyOfRange(PDF, PDF.length - 200, PDF.length));
            }
            case APPENDED_CHANGE ->
                Tampered.appended(PDF, d -> {
                    switch (random.nextInt(3)) {
                        case 0 -> annotation(d.getPage(0), random);
                        case 1 -> box(d.getPage(0), random);
                        default -> content(d, d.getPage(0), random);
                    }
                });
            case ATTACHMENT -> Tampered.with(PDF, d -> attachment(d, random));
            case CATALOGUE -> Tampered.with(PDF, d -> catalogue(d, random));
            case PAGE_ORDER ->
                Tampered.with(MANY_PAGES, d -> {
                    int from = random.nextInt(d.getNumberOfPages());
                    PDPage page = d.getPage(from);
                    d.removePage(from);
                    if (random.nextBoolean()) {
                        d.getPages().insertBefore(page, d.getPage(random.nextInt(d.getNumberOfPages())));
                    }
                });
            case IDENTIFIER ->
                Tampered.with(PDF, d -> {
                    byte[] other = new byte[16];
                    random.nextBytes(other);
                    COSArray id = new COSArray();
                    id.add(new COSString(other));
                    id.add(new COSString(other));
                    d.getDocument().getTrailer().setItem(COSName.ID, id);
                });
            case SIGNED_AND_CHANGED ->
                switch (random.nextInt(3)) {
                    case 0 ->
                        Tampered.signed(PDF, d -> {
                            annotation(d.getPage(0), random);
                            d.getPage(0).getCOSObject().setNeedToBeUpdated(true);
                        });
                    case 1 -> Tampered.appended(Tampered.signed(PDF), d -> box(d.getPage(0), random));
                    default -> {
                        byte[] signed = Tampered.signed(PDF);
                        signed[random.nextInt(PDF.length)]++;
                        yield signed;
                    }
                };
        };
    }

    private static PDPage page(PDDocument document, Random random) {
        return document.getPage(random.nextInt(document.getNumberOfPages()));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
        return flipped;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static void content(PDDocument document, PDPage page, Random random) throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(flipped(page.getContents().readAllBytes(), random));
        }
        page.setContents(stream);
        page.getContentStreams().forEachRemaining(s -> s.getCOSObject().setNeedToBeUpdated(true));
    }

    private static void annotation(PDPage page, Random random) throws IOException {
        COSDictionary annotation = new COSDictionary();
        annotation.setName(COSName.TYPE, "Annot");
        annotation.setName(COSName.SUBTYPE, SUBTYPES.get(random.nextInt(SUBTYPES.size())));
        annotation.setItem(
                COSName.RECT,
                new PDRectangle(random.nextInt(500), random.nextInt(800), random.nextInt(90), random.nextInt(90)));
        annotation.setInt(COSName.F, random.nextInt(64));
        if (random.nextBoolean()) {
            PDActionURI action = new PDActionURI();
            action.setURI("https://example.com/" + random.nextInt());
            annotation.setItem(COSName.A, action);
        }
        Tampered.annotate(page, PDAnnotation.createAnnotation(annotation));
    }

    private static void box(PDPage page, Random random) {
        String key = BOXES.get(random.nextInt(BOXES.size()));
        COSDictionary dictionary = page.getCOSObject();
        switch (key) {
            case "Rotate" -> dictionary.setInt(key, 90 * (1 + random.nextInt(3)));
            case "UserUnit" -> dictionary.setInt(key, 2 + random.nextInt(3));
            default ->
                dictionary.setItem(
                        COSName.getPDFName(key),
                        new PDRectangle(
                                random.nextInt(200),
                                random.nextInt(200),
                                1 + random.nextInt(400),
                                1 + random.nextInt(400)));
        }
        dictionary.setNeedToBeUpdated(true);
    }

    private static void attachment(PDDocument document, Random random) throws IOException {
        Attachments was = Attachments.from(document, "report.pdf");
        int which = random.nextInt(5);
        new Attachments(
                        which == 0 ? flipped(was.workload(), random) : was.workload(),
                        which == 1 ? flipped(was.assessment(), random) : was.assessment(),
                        which == 2 ? flipped(was.register(), random) : was.register(),
                        which == 3 ? flipped(was.making(), random) : was.making(),
                        Optional.empty(),
                        which == 4 ? Optional.of(flipped(was.workload(), random)) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .embed(document, document.getDocumentInformation().getCreationDate());
    }

    private static void catalogue(PDDocument document, Random random) {
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        List<String> keys = List.of(
                "OpenAction",
                "AA",
                "AcroForm",
                "OCProperties",
                "Collection",
                "Threads",
                "Metadata",
                "Lang",
                "AF",
                "StructTreeRoot",
                "Outlines",
                "ViewerPreferences",
                "PageMode",
                "Perms",
                "DSS",
                "Unheard");
        COSName key = COSName.getPDFName(keys.get(random.nextInt(keys.size())));
        switch (random.nextInt(3)) {
            case 0 -> catalogue.setItem(key, new PDActionJavaScript("app.alert(" + random.nextInt() + ")"));
            case 1 -> catalogue.setItem(key, COSName.getPDFName("X" + random.nextInt()));
            default ->
                document.getDocumentCatalog()
                        .getNames()
                        .getCOSObject()
                        .setItem(COSName.JAVA_SCRIPT, new PDActionJavaScript("" + random.nextInt()));
        }
    }
}
