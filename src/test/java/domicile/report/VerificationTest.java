package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Pack;
import domicile.register.RegisterFile;
import domicile.residency.InputException;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

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

    @Test
    void aReportAsItWasMadeHolds() {
        Verification verification = Verification.open(PDF, "report.pdf");

        assertThat(verification.itself()).isEqualTo(new Verification.Outcome(List.of(), List.of()));
        assertThat(verification.on(REGISTER, DATE).holds()).isTrue();
        assertThat(verification.name()).isEqualTo("Claims triage");
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

        assertThat(Verification.open(pdf, "report.pdf").itself())
                .isEqualTo(new Verification.Outcome(List.of(), List.of()));
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
        String better = JsonReport.render(MODEL.assessment())
                .replaceFirst("\"verdict\" : \"NOT_SUITABLE\"", "\"verdict\" : \"SUITABLE\"");
        byte[] altered = with(new Attachments(
                attached().workload(),
                utf8(better),
                attached().register(),
                attached().making(),
                Optional.empty(),
                Optional.empty()));

        assertThat(Verification.open(altered, "report.pdf").itself().problems())
                .contains("openai-direct: SUITABLE -> NOT_SUITABLE");
    }

    @Test
    void anAlteredRegisterIsTold() throws IOException {
        String register = new String(attached().register(), StandardCharsets.UTF_8);
        byte[] altered = with(new Attachments(
                attached().workload(),
                attached().assessment(),
                utf8(register.replaceFirst("OpenAI announced", "OpenAI has announced")),
                attached().making(),
                Optional.empty(),
                Optional.empty()));

        assertThat(Verification.open(altered, "report.pdf").itself().problems())
                .anyMatch(p -> p.startsWith("the attached register has the hash"));
    }

    @Test
    void anAlteredPageIsTold() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(PDF)) {
            PDPage first = document.getPage(0);
            try (PDPageContentStream text =
                    new PDPageContentStream(document, first, PDPageContentStream.AppendMode.APPEND, true)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(50, 50);
                text.showText("All of them are suitable");
                text.endText();
            }
            document.save(out);
        }

        assertThat(Verification.open(out.toByteArray(), "report.pdf").itself().problems())
                .singleElement()
                .asString()
                .startsWith("the pages do not print what was found");
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
                REGISTER.controls());

        assertThat(Verification.open(PDF, "report.pdf").on(present, DATE).problems())
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
                .isInstanceOf(InputException.class)
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Attachments was = Attachments.from(document, "report.pdf");
            new Attachments(
                            was.workload(),
                            was.assessment(),
                            was.register(),
                            was.making(),
                            was.logo(),
                            Optional.of(minutes))
                    .embed(document, document.getDocumentInformation().getCreationDate());
            document.save(out);
        }
        return out.toByteArray();
    }

    private static Attachments attached() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            return Attachments.from(document, "report.pdf");
        }
    }

    private static byte[] with(Attachments attachments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(PDF)) {
            attachments.embed(document, document.getDocumentInformation().getCreationDate());
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
