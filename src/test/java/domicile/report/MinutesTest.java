package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Schemas;
import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.json.StrictJson;
import domicile.questionnaire.Answer;
import domicile.questionnaire.AnswerNote;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Meeting.Decision;
import domicile.questionnaire.Meeting.Outcome;
import domicile.questionnaire.Meeting.Subject;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadFile;
import domicile.questionnaire.WorkloadOf;
import domicile.register.Approvals;
import domicile.register.Pack;
import domicile.report.data.MinutesJson;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import domicile.residency.Evidence;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The minutes of a review meeting in every format of the report, and as a document of their own. */
class MinutesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Questionnaire Q = Questionnaire.shipped();
    private static final Register REGISTER = Pack.shipped().register(DAY);

    private static Dossier all() {
        return Dossier.of(
                WorkloadOf.workload(
                        Q, WorkloadFile.read(Path.of("data/examples/eu-personal-data.json"), REGISTER), "not asked"),
                Assessor.RULES_VERSION);
    }

    /** A few candidates are enough where pages are not the point. */
    private static Dossier quiet() {
        Dossier all = all();
        return all.with(all.answers()
                .with(
                        "candidates",
                        new Answer.Given(List.of("aws-bedrock", "mistral-la-plateforme", "openai-direct"))));
    }

    private static Dossier held() {
        Dossier quiet = quiet();
        Meeting meeting = Meeting.NONE
                .held(DAY, 45 * 60)
                .withAttendees(List.of("Ada Lovelace", "Grace Hopper"))
                .with(new Decision(Subject.QUESTION, "training", Outcome.AGREED, "as the policy has it"))
                .with(new Decision(
                        Subject.CANDIDATE, "openai-direct", Outcome.REJECTED, "it runs in the United States"))
                .with(new Decision(Subject.CANDIDATE, "cerebras", Outcome.PUT_OFF, "no candidate any more"))
                .withActions(List.of(
                        new Meeting.Action(
                                "Ask for the order form", "Grace", Optional.of(LocalDate.of(2026, 7, 15)), false),
                        new Meeting.Action("=1+1", "", Optional.empty(), true)))
                .withParked(List.of("exit & return"));
        return new Dossier(
                quiet.answers().with("training", new AnswerNote("see \u00a74", "Ada", List.of("policy.pdf"))),
                meeting,
                List.of(Sample.accepted(
                        "openai-direct", "INFERENCE_LOCATION", "CISO", "a pilot", DAY, DAY.plusDays(30))),
                Optional.empty(),
                Optional.empty(),
                Map.of("parking-what", "half a thought"),
                Assessor.RULES_VERSION,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Assessment assessment(Dossier dossier) {
        return Assessor.assess(
                WorkloadOf.answers(Q, dossier.answers(), REGISTER.areas(), "Untitled", DAY),
                REGISTER,
                DAY,
                Freshness.DEFAULT);
    }

    private static Minutes minutes(Dossier dossier, Locale locale) {
        return Minutes.of(dossier, Q, assessment(dossier), REGISTER, locale);
    }

    /** A register without roles has none of it: not a byte of its minutes and reports is another one. */
    @Test
    void whatASecondPersonHasApprovedOrStillHasToIsSaid() {
        Minutes without = minutes(held(), Locale.ENGLISH);
        Approvals.Matter risk = new Approvals.Matter(
                3,
                Approvals.Kind.RISK,
                "id",
                "Claims",
                "openai-direct HIPAA_BAA",
                "ed",
                Instant.EPOCH,
                Optional.empty());
        Approvals.Matter pack = new Approvals.Matter(
                1,
                Approvals.Kind.IMPORT,
                "7",
                "shipped",
                "7",
                "ed",
                Instant.EPOCH,
                Optional.of(new Approvals.Approval("ap", Instant.parse("2026-06-30T23:00:00Z"), "Looked at")));
        Minutes with = without.with(List.of(risk, pack));

        assertThat(Reports.html(with, REGISTER))
                .contains(
                        "Approved by a second person",
                        "waits for another login to approve it",
                        "approved by the login ap, on 30 June 2026",
                        "Import: shipped");
        String json = Reports.json(with);
        assertThat(Schemas.errors("domicile.minutes/1", json)).isEmpty();
        assertThat(MinutesJson.read(StrictJson.read("minutes", json))).isEqualTo(with);
        assertThat(Reports.json(without.with(List.of())))
                .isEqualTo(Reports.json(without))
                .doesNotContain("approvals");
        assertThat(Reports.html(without.with(List.of()), REGISTER)).isEqualTo(Reports.html(without, REGISTER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|policy.pdf: typed, no clause shown",
                "de|policy.pdf: eingetippt, keine Klausel gezeigt",
                "fr|policy.pdf\u00a0: saisi, aucune clause montrée"
            })
    void aDocumentThatWasTypedIsMarkedInTheMinutes(String language, String marked) {
        Locale locale = Locale.of(language);
        Evidence typed = new Evidence("openai-direct", Evidence.Kind.DPA_SIGNED, DAY, List.of(), "", "policy.pdf");
        Workload workload = WorkloadOf.answers(Q, held().answers(), REGISTER.areas(), "Untitled", DAY)
                .withMoreEvidence(List.of(typed));
        Assessment assessment = Assessor.assess(workload, REGISTER, DAY, Freshness.DEFAULT);
        Minutes minutes = Minutes.of(held(), Q, assessment, REGISTER, locale);

        assertThat(Reports.html(minutes, REGISTER)).contains(marked);
        String json = Reports.json(minutes);
        assertThat(Schemas.errors("domicile.minutes/1", json)).isEmpty();
        assertThat(MinutesJson.read(StrictJson.read("minutes", json))).isEqualTo(minutes);
        assertThat(Reports.html(minutes(held(), locale), REGISTER))
                .as("a file that nobody entered as evidence")
                .contains("policy.pdf")
                .doesNotContain(marked);
    }

    private static ReportModel report(Dossier dossier, Locale locale) {
        return ReportModel.of(
                assessment(dossier),
                REGISTER,
                List.of(),
                new Enclosed(Optional.of(minutes(dossier, locale)), Letterhead.NONE),
                locale);
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String docx(byte[] bytes) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    private static String xlsx(byte[] bytes) throws IOException {
        StringBuilder all = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            book.forEach(sheet -> {
                all.append(sheet.getSheetName()).append('\n');
                sheet.forEach(row -> row.forEach(cell -> all.append(cell).append('\n')));
            });
        }
        return all.toString();
    }

    private static List<String> saidIn(ReportModel report) throws IOException {
        return List.of(
                text(Reports.render(report, Reports.Format.HTML)).replace("&amp;", "&"),
                pdf(Reports.render(report, Reports.Format.PDF)),
                docx(Reports.render(report, Reports.Format.DOCX)),
                xlsx(Reports.render(report, Reports.Format.XLSX)),
                text(Reports.render(report, Reports.Format.CSV)),
                text(Reports.render(report, Reports.Format.JSON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everyFormatSaysAllOfIt(String language) throws IOException {
        Locale locale = Locale.of(language);
        for (String said : saidIn(report(held(), locale))) {
            assertThat(said)
                    .contains("Ada Lovelace", "Grace Hopper")
                    .contains("as the policy has it", "it runs in the United States", "no candidate any more")
                    .contains("Ask for the order form", "exit & return", "CISO", "a pilot");
            assertThat(said)
                    .as("the title of the question that was decided on")
                    .contains(Q.question("training")
                            .orElseThrow()
                            .title()
                            .in(locale)
                            .substring(0, 20));
        }
    }

    @Test
    void withoutAMeetingThereIsNothingOfIt() {
        Locale locale = Locale.ENGLISH;
        ReportModel quiet = report(quiet(), locale);
        assertThat(quiet.minutes()).isEmpty();
        ReportModel plain = ReportModel.of(assessment(quiet()), REGISTER, List.of(), locale);
        for (Reports.Format format : Reports.Format.values()) {
            assertThat(Reports.render(quiet, format)).as(format.name()).isEqualTo(Reports.render(plain, format));
        }
        assertThat(text(Reports.render(quiet, Reports.Format.JSON))).doesNotContain("minutes");
    }

    @Test
    void anAcceptedRiskIsShownWithoutAMeeting() {
        Dossier accepted = quiet().with(held().accepted().getFirst());
        assertThat(text(Reports.render(report(accepted, Locale.ENGLISH), Reports.Format.HTML)))
                .contains("<h2>Accepted risks</h2>", "✗ Not met", "CISO, on 30 June 2026", "30 July 2026")
                .doesNotContain("Decision on each candidate");
    }

    @Test
    void anAcceptanceOfOtherRulesIsToBeConfirmedInEveryForm() {
        Dossier other = quiet().with(Sample.accepted(
                "openai-direct", "INFERENCE_LOCATION", "CISO", "a pilot", DAY, DAY.plusDays(30), "0"));
        Minutes minutes = minutes(other, Locale.ENGLISH);
        assertThat(minutes.risks()).extracting(Minutes.Risk::inForce).containsExactly(false);
        assertThat(Reports.json(minutes)).contains("\"TO_BE_CONFIRMED\"", "\"rulesVersion\" : \"0\"");
        assertThat(Schemas.errors("domicile.minutes/1", Reports.json(minutes))).isEmpty();
        assertThat(MinutesJson.read(StrictJson.read("minutes.json", Reports.json(minutes))))
                .isEqualTo(minutes);
        assertThat(text(Reports.render(report(other, Locale.ENGLISH), Reports.Format.HTML)))
                .contains("to be confirmed");
        assertThat(text(Reports.render(report(other, Locale.ENGLISH), Reports.Format.CSV)))
                .contains("TO_BE_CONFIRMED");
    }

    @Test
    void minutesOfTheFirstVersionAreReadForGood() {
        String json = Reports.json(minutes(held(), Locale.ENGLISH));
        String first = json.replaceAll("(?s),\\s*\"standing\".*?\"rulesVersion\"[^}]*}", "");
        assertThat(first).doesNotContain("standing", "given").contains("\"inForce\" : true");
        assertThat(Schemas.errors("domicile.minutes/1", first)).isEmpty();
        assertThat(MinutesJson.read(StrictJson.read("minutes.json", first)).risks())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.inForce()).isTrue();
                    assertThat(r.accepted().given()).isEmpty();
                });
    }

    @Test
    void theVerdictsAreTheSameWithAndWithoutAMeeting() {
        assertThat(assessment(held())).isEqualTo(assessment(quiet()));
    }

    @Test
    void asADocumentTheyAreValidAndReadAgainAsTheyWere() {
        Minutes minutes = minutes(held(), Locale.FRENCH);
        assertThat(Schemas.errors("domicile.minutes/1", Reports.json(minutes))).isEmpty();
        assertThat(MinutesJson.read(StrictJson.read("minutes.json", Reports.json(minutes))))
                .isEqualTo(minutes);
        Minutes none = minutes(quiet(), Locale.ENGLISH);
        assertThat(Schemas.errors("domicile.minutes/1", Reports.json(none))).isEmpty();
        assertThat(MinutesJson.read(StrictJson.read("minutes.json", Reports.json(none))))
                .isEqualTo(none);
    }

    @Test
    void aReportInJsonIsValidWithThem() {
        String json = text(Reports.render(report(held(), Locale.ENGLISH), Reports.Format.JSON));
        assertThat(Schemas.errors("domicile.assessment/1", json)).isEmpty();
        assertThat(Schemas.errors("domicile.assessment/1", json.replace("\"parked\"", "\"parking\"")))
                .isNotEmpty();
    }

    @Test
    void everyRowOfTheValuesHasTheSameColumns() {
        List<String> rows = text(Reports.render(report(held(), Locale.ENGLISH), Reports.Format.CSV))
                .lines()
                .toList();
        assertThat(rows.getFirst()).endsWith("record,subject,outcome,rationale,owner,due,done");
        assertThat(rows).anyMatch(r -> r.endsWith("ACTION,\"'=1+1\",,,,,true"));
        assertThat(rows.stream().map(MinutesTest::cells).distinct()).containsExactly(31);
    }

    private static int cells(String row) {
        boolean[] quoted = {false};
        return 1
                + (int) row.chars()
                        .filter(c -> {
                            quoted[0] ^= c == '"';
                            return c == ',' && !quoted[0];
                        })
                        .count();
    }

    @Test
    void aPdfWithThemHoldsAndOneWhoseMinutesWereAlteredDoesNot() throws IOException {
        ReportModel report = report(held(), Locale.GERMAN);
        byte[] sound = Reports.render(report, Reports.Format.PDF);
        assertThat(Verification.open(sound, "report.pdf").itself().problems()).isEmpty();
        Minutes said = report.minutes().orElseThrow();
        Minutes altered = new Minutes(
                said.language(),
                said.workload(),
                said.date(),
                said.heldOn(),
                said.seconds(),
                List.of("Somebody else entirely"),
                said.questions(),
                said.candidates(),
                said.actions(),
                said.parked(),
                said.risks(),
                Optional.empty(),
                List.of());
        assertThat(VerificationTest.withMinutes(sound, Reports.json(altered).getBytes(StandardCharsets.UTF_8)))
                .satisfies(bytes -> assertThat(
                                Verification.open(bytes, "report.pdf").itself().problems())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void pageOneSaysThatItIsProvisional(String language) throws IOException {
        Locale locale = Locale.of(language);
        List<String> open = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "Open question number " + i + ", which is not a short one?")
                .toList();
        Dossier all = all();
        ReportModel report = ReportModel.of(assessment(all), REGISTER, open, locale);
        try (PDDocument document = Loader.loadPDF(Reports.render(report, Reports.Format.PDF))) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String page = first.getText(document).replaceAll("\\s+", " ");
            assertThat(page).contains(report.t("provisional.title"), "12 ", report.t("section.open"));
            report.candidates().forEach(c -> assertThat(page).contains(c.name().split(" ")[0]));
        }
        assertThat(text(Reports.render(report, Reports.Format.HTML)))
                .contains(report.t("provisional.title"), open.getLast());
        ReportModel settled = ReportModel.of(assessment(all), REGISTER, List.of(), locale);
        assertThat(pdf(Reports.render(settled, Reports.Format.PDF))).doesNotContain(report.t("provisional.title"));
    }
}
