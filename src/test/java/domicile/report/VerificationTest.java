package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.problem.ProblemException;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Pack;
import domicile.register.RegisterFile;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.ReportModel;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A PDF report of the shipped register, checked against what it carries. */
class VerificationTest {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final Register REGISTER = Pack.shipped().register(DATE);
    private static final String WORKLOAD = """
            {"schema": "domicile.workload/1", "name": "Claims triage", "startsOn": "2026-07-01",
             "dataCategories": ["PHI"], "location": {"inference": ["EU"]}, "certifications": ["SOC2_TYPE_II"],
             "undecided": ["SERVICES"], "candidates": ["openai-direct", "groq"]}
            """;
    private static final ReportModel MODEL = ReportModel.of(
            Assessor.assess(
                    WorkloadFile.read("workload", WORKLOAD.getBytes(StandardCharsets.UTF_8), REGISTER),
                    REGISTER,
                    DATE,
                    new Freshness(60, true)),
            REGISTER,
            List.of("Who signs?"),
            Locale.FRENCH);
    private static final byte[] PDF = PdfReport.render(MODEL);
    private static final Verification.Program PROGRAM = Tampered.quick();
    private static final Verification.Outcome HOLDS =
            new Verification.Outcome(Verification.Answer.HOLDS, List.of(), List.of(), List.of());
    private static final Path MADE_BY_0_1 = Path.of("src/test/resources/reports/made-by-0.1.pdf");
    private static final PDRectangle EMPTY_MARGIN = new PDRectangle(2, 300, 30, 20);

    @Test
    void aReportAsItWasMadeHolds() {
        Verification verification = Verification.open(PDF, "report.pdf");

        assertThat(verification.itself()).isEqualTo(HOLDS);
        assertThat(verification.on(REGISTER, DATE)).isEmpty();
        assertThat(verification.title()).contains("\"Claims triage\" of 2026-06-30");
    }

    /** Without candidates a workload is of all offerings. */
    @Test
    void aReportOfAllOfferingsHolds() {
        String all = WORKLOAD.replace(", \"candidates\": [\"openai-direct\", \"groq\"]", "");
        assertThat(all).doesNotContain("candidates");
        byte[] pdf = PdfReport.render(ReportModel.of(
                Assessor.assess(
                        WorkloadFile.read("workload", all.getBytes(StandardCharsets.UTF_8), REGISTER),
                        REGISTER,
                        DATE,
                        Freshness.DEFAULT),
                REGISTER,
                List.of(),
                Locale.ENGLISH));

        Verification verification = Verification.open(pdf, "report.pdf");
        assertThat(verification.itself()).isEqualTo(HOLDS);
        assertThat(verification.on(REGISTER, DATE)).isEmpty();
        assertThat(later(pdf).answer()).isEqualTo(Verification.Answer.NOT_CHECKED);
    }

    @Test
    void aReportWithALogoAndWhatWasRecordedHoldsToo() throws IOException {
        ReportModel dressed = ReportModel.of(
                MODEL.assessment(),
                REGISTER,
                MODEL.openQuestions(),
                new Enclosed(
                        Optional.of(Sample.minutes(Sample.accepted(
                                "openai-direct", "RETENTION", "la direction", "essai", DATE, DATE.plusDays(1)))),
                        new Letterhead("Beispiel GmbH", Optional.of(LetterheadTest.logo("png", 400, 90)))),
                Locale.FRENCH);
        byte[] pdf = PdfReport.render(dressed);

        assertThat(Verification.open(pdf, "report.pdf").itself()).isEqualTo(HOLDS);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Beispiel GmbH", "la direction");
        }
    }

    @Test
    void theRegisterComesBackWithItsHash() {
        Register read = RegisterFile.read("register.json", RegisterFile.write(REGISTER), DATE);

        assertThat(read.hash()).isEqualTo(REGISTER.hash());
        assertThat(read.offerings()).isEqualTo(REGISTER.offerings());
        assertThat(read.sources()).isEqualTo(REGISTER.sources());
        assertThat(read.controls()).containsExactlyInAnyOrderElementsOf(REGISTER.controls());
    }

    @Test
    void anAlteredFindingIsNamed() throws IOException {
        byte[] altered = Tampered.with(
                PDF,
                d -> Tampered.rewrite(
                        d,
                        "assessment.json",
                        a -> a.replaceFirst("\"verdict\" : \"NOT_SUITABLE\"", "\"verdict\" : \"SUITABLE\"")));

        assertThat(Verification.open(altered, "report.pdf").itself().problems())
                .contains("openai-direct: SUITABLE -> NOT_SUITABLE");
    }

    @Test
    void anAlteredRegisterIsTold() throws IOException {
        byte[] altered = Tampered.with(
                PDF,
                d -> Tampered.rewrite(
                        d, "register.json", r -> r.replaceFirst("OpenAI announced", "OpenAI has announced")));

        assertThat(Verification.open(altered, "report.pdf").itself().problems())
                .anyMatch(p -> p.startsWith("the attached register has the hash"));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("page 1: added: an annotation (Stamp)", Tampered::stamp),
                change("page 1: its content was changed", Tampered::overlay),
                change("page 2: its box (CropBox) is another", d -> d.getPage(1).setCropBox(new PDRectangle(300, 300))),
                change(
                        "page 2: its box (MediaBox) is another",
                        d -> d.getPage(1).setMediaBox(PDRectangle.A3)),
                change("page 1: its box (Rotate) is another", d -> d.getPage(0).setRotation(180)),
                change("page 1: its content was changed", VerificationTest::reword),
                change("page 1: its fonts or pictures were changed", VerificationTest::swapFonts),
                change(
                        "page 1: added: an action that runs by itself",
                        d -> d.getPage(0).getCOSObject().setItem(COSName.AA, new COSDictionary())),
                change(
                        "page 1: changed: an annotation (Link)",
                        d -> d.getPage(0).getAnnotations().getFirst().setRectangle(new PDRectangle(10, 10))),
                change("page 1: gone: an annotation (Link)", d -> {
                    List<PDAnnotation> all = d.getPage(0).getAnnotations();
                    all.removeLast();
                    d.getPage(0).setAnnotations(all);
                }),
                change(
                        "added: an action that runs when it is opened",
                        d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('suitable')"))),
                change(
                        "added: a script",
                        d -> d.getDocumentCatalog()
                                .getNames()
                                .getCOSObject()
                                .setItem(COSName.JAVA_SCRIPT, new PDActionJavaScript("1"))),
                change("added: a form", d -> d.getDocumentCatalog().setAcroForm(new PDAcroForm(d))),
                change(
                        "added: layers that can be hidden",
                        d -> d.getDocumentCatalog().setOCProperties(new PDOptionalContentProperties())),
                change(
                        "changed: the bookmarks",
                        d -> d.getDocumentCatalog()
                                .getDocumentOutline()
                                .getFirstChild()
                                .setTitle("Suitable")),
                change(
                        "changed: the metadata",
                        d -> d.getDocumentCatalog().getMetadata().importXMPMetadata(utf8("<x/>"))),
                change(
                        "the document's properties",
                        d -> d.getDocumentInformation().setTitle("Suitable")),
                change("it has", d -> d.removePage(d.getNumberOfPages() - 1)),
                change("saved again by another program?", d -> {}));
    }

    private static Arguments change(String told, Tampered.Change change) {
        return Arguments.of(told, change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasChangedIsNamed(String told, Tampered.Change change) throws IOException {
        Verification.Outcome outcome = verified(Tampered.with(PDF, change));

        assertThat(outcome.answer()).isEqualTo(Verification.Answer.ALTERED);
        assertThat(outcome.problems()).anyMatch(p -> p.contains(told));
    }

    /** One glyph for another in the first text of a page. */
    private static void reword(PDDocument document) throws IOException {
        PDStream stream = new PDStream(document);
        byte[] content = document.getPage(0).getContents().readAllBytes();
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("> Tj") - 1;
        content[at] = (byte) (content[at] == '1' ? '2' : '1');
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        document.getPage(0).setContents(stream);
    }

    private static void swapFonts(PDDocument document) {
        COSDictionary fonts = document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        COSBase first = fonts.getItem(COSName.getPDFName("F1"));
        fonts.setItem(COSName.getPDFName("F1"), fonts.getItem(COSName.getPDFName("F2")));
        fonts.setItem(COSName.getPDFName("F2"), first);
    }

    @Test
    void appendedBytesAreToldWithWhatTheyChange() throws IOException {
        byte[] stamped = Tampered.appended(PDF, Tampered::stamp);
        byte[] spaces = Arrays.copyOf(PDF, PDF.length + 7);

        assertThat(Arrays.mismatch(stamped, PDF)).isEqualTo(PDF.length);
        assertThat(verified(stamped).problems())
                .containsExactly(
                        (stamped.length - PDF.length)
                                + " bytes were appended to the file, and they are not a signature alone",
                        "page 1: added: an annotation (Stamp)");
        assertThat(verified(spaces).problems())
                .containsExactly("7 bytes were appended to the file, and they are not a signature alone");
    }

    @Test
    void anotherCompressionIsNoChange() throws IOException {
        byte[] other = recompressed(PDF);

        assertThat(other).isNotEqualTo(PDF);
        assertThat(verified(other)).isEqualTo(HOLDS);
        other[other.length - 9]++;
        assertThat(verified(other).answer()).isEqualTo(Verification.Answer.ALTERED);
    }

    /** As another zlib would have made it: every stream is squeezed harder, and the list of places follows. */
    private static byte[] recompressed(byte[] pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<Integer, Integer> places = new HashMap<>();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        Matcher streams = Pattern.compile("(\\d+) 0 obj\n<<\n/Length (\\d+)\n[^\\x00]*?>>\nstream\r\n")
                .matcher(text);
        int done = 0;
        while (streams.find(done)) {
            int from = streams.end();
            int to = from + Integer.parseInt(streams.group(2));
            byte[] data = Arrays.copyOfRange(pdf, from, to);
            String head = text.substring(done, from);
            Matcher objects = Pattern.compile("(?:^|\n)\\d+ 0 obj\n").matcher(head);
            while (objects.find()) {
                int skip = objects.group().startsWith("\n") ? 1 : 0;
                places.put(done + objects.start() + skip, out.size() + objects.start() + skip);
            }
            if (head.contains("/Type /XRef")) {
                byte[] rows = new InflaterInputStream(new ByteArrayInputStream(data)).readAllBytes();
                ByteBuffer list = ByteBuffer.wrap(rows);
                for (int i = 0; i + 5 <= rows.length; i += 5) {
                    int place = list.getInt(i) & 0xFFFFFF;
                    if (rows[i] == 1) {
                        list.putInt(i, 1 << 24 | places.getOrDefault(place, 0));
                    }
                }
                data = deflated(rows);
            } else if (head.substring(head.lastIndexOf(" obj\n")).contains("/FlateDecode")) {
                data = deflated(new InflaterInputStream(new ByteArrayInputStream(data)).readAllBytes());
            }
            int length = streams.start(2) - done;
            String said = head.substring(0, length)
                    + data.length
                    + head.substring(length + streams.group(2).length());
            out.writeBytes(said.getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(data);
            done = to;
        }
        String end = text.substring(done);
        Matcher start = Pattern.compile("startxref\n(\\d+)").matcher(end);
        assertThat(start.find()).isTrue();
        out.writeBytes(end.replace(
                        start.group(1), String.valueOf(places.getOrDefault(Integer.parseInt(start.group(1)), 0)))
                .getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream to = new DeflaterOutputStream(out, new Deflater(1))) {
            to.write(data);
        }
        return out.toByteArray();
    }

    @Test
    void aSignatureThatWasAddedIsNamed() throws IOException {
        byte[] signed = Tampered.signed(PDF);
        String named = "signed afterwards by Erika Mustermann on 2026-07-02; the signature itself is not checked";

        assertThat(verified(signed))
                .isEqualTo(new Verification.Outcome(Verification.Answer.HOLDS, List.of(), List.of(named), List.of()));
        assertThat(verified(Tampered.signed(signed)).notes()).containsExactly(named, named);
        assertThat(verified(Tampered.signedVisibly(PDF, EMPTY_MARGIN)).notes())
                .containsExactly(named, "page 1 shows the field of a signature; what that shows is not the report's");
    }

    @Test
    void aSignatureHidesNothing() throws IOException {
        byte[] over = Tampered.signedVisibly(PDF, new PDRectangle(40, 600, 400, 60));
        byte[] stamped = Tampered.signed(PDF, d -> {
            Tampered.stamp(d);
            d.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
        byte[] titled = Tampered.signed(PDF, d -> {
            d.getDocumentInformation().setTitle("Suitable");
            d.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
        });

        assertThat(verified(over).problems()).contains("page 1: added: an annotation (Widget)");
        assertThat(verified(stamped).problems()).contains("page 1: added: an annotation (Stamp)");
        assertThat(verified(titled).problems()).contains("other than it was made: the document's properties");
        assertThat(verified(Tampered.appended(Tampered.signed(PDF), Tampered::stamp))
                        .answer())
                .isEqualTo(Verification.Answer.ALTERED);
    }

    @Test
    void aReportOfAnotherVersionIsNotChecked() throws IOException {
        byte[] old = Files.readAllBytes(MADE_BY_0_1);

        Verification.Outcome outcome = later(old);

        assertThat(outcome.answer()).isEqualTo(Verification.Answer.NOT_CHECKED);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.notes().getFirst())
                .isEqualTo("made by 0.1.0 under rules 1; this program cannot make its findings anew");
        assertThat(outcome.news()).isNotEmpty().allMatch(n -> n.startsWith("under rules 99: "));
        assertThat(later(Tampered.signed(old)).notes())
                .contains("signed afterwards by Erika Mustermann on 2026-07-02; the signature itself is not checked");
        assertThat(later(PDF).answer()).isEqualTo(Verification.Answer.NOT_CHECKED);
    }

    @Test
    void whatTodaysRulesSayIsNews() throws IOException {
        byte[] pdf = Tampered.with(
                PDF,
                d -> Tampered.rewrite(
                        d,
                        "assessment.json",
                        a -> a.replaceFirst(
                                "(\"failureMode\" : \"STORAGE_IS_NOT_INFERENCE\",\\s+\"state\" : \")FLAGGED",
                                "$1OPEN")));

        Verification.Outcome outcome = later(pdf);

        assertThat(outcome.answer()).isEqualTo(Verification.Answer.NOT_CHECKED);
        assertThat(outcome.news()).contains("under rules 99: openai-direct STORAGE_IS_NOT_INFERENCE: OPEN -> FLAGGED");
    }

    static Stream<Arguments> changesOfAnotherVersion() {
        return Stream.of(
                change("page 1: an annotation (Stamp)", Tampered::stamp),
                change("page 1: content that was added to its own", Tampered::overlay),
                change("page 1: something is painted outside its tags", Tampered::overlay),
                change("page 1: a font or a form that no report has", Tampered::overlay),
                change("page 2: a box that cuts", d -> d.getPage(1).setCropBox(new PDRectangle(300, 300))),
                change("page 1: a box that cuts", d -> d.getPage(0).setRotation(90)),
                change(
                        "an action that runs when it is opened",
                        d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("1"))),
                change(
                        "a script",
                        d -> d.getDocumentCatalog()
                                .getNames()
                                .getCOSObject()
                                .setItem(COSName.JAVA_SCRIPT, new PDActionJavaScript("1"))),
                change("a form", d -> d.getDocumentCatalog().setAcroForm(new PDAcroForm(d))),
                change(
                        "layers that can be hidden",
                        d -> d.getDocumentCatalog().setOCProperties(new PDOptionalContentProperties())),
                change("the attached register has the hash", d -> Tampered.carry(d, "register.json", utf8("{}"))),
                change(
                        "SUITABLE is not the worst of its findings",
                        d -> Tampered.rewrite(
                                d,
                                "assessment.json",
                                a -> a.replace("\"verdict\" : \"NOT_SUITABLE\"", "\"verdict\" : \"SUITABLE\""))),
                change("!workload.json#", d -> Tampered.carry(d, "workload.json", utf8("{"))),
                change(
                        "no register.json is attached",
                        d -> d.getDocumentCatalog()
                                .getNames()
                                .getEmbeddedFiles()
                                .setNames(Map.of(
                                        "workload.json",
                                        d.getDocumentCatalog()
                                                .getNames()
                                                .getEmbeddedFiles()
                                                .getNames()
                                                .get("workload.json"),
                                        "assessment.json",
                                        d.getDocumentCatalog()
                                                .getNames()
                                                .getEmbeddedFiles()
                                                .getNames()
                                                .get("assessment.json")))));
    }

    @ParameterizedTest
    @MethodSource("changesOfAnotherVersion")
    void aReportOfAnotherVersionThatWasTamperedWithIsAltered(String told, Tampered.Change change) throws IOException {
        Verification.Outcome outcome = later(Tampered.with(Files.readAllBytes(MADE_BY_0_1), change));

        assertThat(outcome.answer()).isEqualTo(Verification.Answer.ALTERED);
        assertThat(outcome.problems()).anyMatch(p -> p.contains(told));
    }

    @Test
    void whatWasAppendedToAReportOfAnotherVersionIsTold() throws IOException {
        byte[] old = Files.readAllBytes(MADE_BY_0_1);

        assertThat(later(Tampered.appended(old, Tampered::stamp)).problems())
                .anyMatch(p -> p.contains("bytes were appended"))
                .contains("page 1: an annotation (Stamp)", "it was saved again after it was made");
    }

    private static Verification.Outcome verified(byte[] pdf) {
        return Verification.open(pdf, "report.pdf", PROGRAM).itself();
    }

    private static Verification.Outcome later(byte[] pdf) {
        return Verification.open(pdf, "report.pdf", Tampered.later()).itself();
    }

    @Test
    void onAnotherRegisterTheChangedFindingsAreNamed() {
        List<Offering> silent = REGISTER.offerings().stream()
                .map(o -> o.id().equals("openai-direct")
                        ? new Offering(o.id(), o.name(), o.provider(), o.operator(), List.of())
                        : o)
                .toList();
        Register present = new Register(
                DATE,
                r -> "none",
                REGISTER.providers(),
                silent,
                REGISTER.sources(),
                REGISTER.areas(),
                REGISTER.controls(),
                List.of());

        assertThat(Verification.open(PDF, "report.pdf").on(present, DATE))
                .contains("openai-direct INFERENCE_LOCATION: NOT_MET -> UNVERIFIED")
                .noneMatch(p -> p.startsWith("groq"));
    }

    @Test
    void aPdfWithoutAttachmentsIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }

        assertThatThrownBy(() -> Verification.open(out.toByteArray(), "plain.pdf"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no workload.json is attached");
    }

    @Test
    void everySourceThatIsCitedIsInTheRegisterThatIsCarried() {
        assertThat(MODEL.sources())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(REGISTER.source(row.number()).map(Source::url))
                        .isPresent());
    }

    /** A PDF that carries other minutes. */
    static byte[] withMinutes(byte[] pdf, byte[] minutes) throws IOException {
        return Tampered.with(pdf, d -> Tampered.carry(d, "minutes.json", minutes));
    }

    private static Attachments attached() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            return Attachments.from(document, "report.pdf");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
