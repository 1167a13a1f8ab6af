package domicile.desktop.assessment.common;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.desktop.assessment.AssessmentFactory;
import domicile.desktop.assessment.meeting.ActionsCsv;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Answers;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.register.Pack;
import domicile.report.Reports;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.ReportModel;
import domicile.residency.Evidence;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to an assessment while it is answered, discussed and reviewed. */
class AssessmentViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Questionnaire Q = Questionnaire.shipped();
    private static final Register REGISTER = Pack.shipped().register(DAY);
    private static final AssessmentFactory STARTS = new AssessmentFactory(Q, REGISTER, "not asked");

    private final List<Dossier> saved = new ArrayList<>();

    private AssessmentViewModel model(Dossier dossier) {
        return new AssessmentViewModel(
                UUID.randomUUID(),
                Q,
                REGISTER,
                DAY,
                "Untitled",
                dossier,
                m -> saved.add(m.dossierProperty().get()));
    }

    private static Question question(String id) {
        return Q.question(id).orElseThrow();
    }

    private static Answer given(String... values) {
        return new Answer.Given(List.of(values));
    }

    private static Finding finding(AssessmentViewModel m, String offering, Requirement requirement) {
        return m.assessmentProperty().get().offerings().stream()
                .filter(o -> o.offering().equals(offering))
                .flatMap(o -> o.requirements().stream())
                .filter(f -> f.requirement() == requirement)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExampleIsCalledAsItsReaderCallsIt() {
        AssessmentViewModel m = model(STARTS.example("us-health", "Sichtung von Leistungsanträgen"));
        assertThat(m.name()).isEqualTo("Sichtung von Leistungsanträgen");
        assertThat(m.assessmentProperty().get().workload().name()).isEqualTo("Sichtung von Leistungsanträgen");
    }

    @Test
    void anAnswerSaysWhoItRemovesByWhichRuleAndCitation() {
        AssessmentViewModel m = model(STARTS.example("us-health", "Triage"));
        m.go(question("inference"));
        m.answer(given("EU"));
        Effect openai = m.effectsProperty().get().stream()
                .filter(e -> e.offering().equals("openai-direct"))
                .findFirst()
                .orElseThrow();
        assertThat(openai.direction()).isEqualTo(Effect.Direction.FALLS);
        assertThat(openai.after()).isEqualTo(Verdict.NOT_SUITABLE);
        assertThat(openai.moves().getFirst().after()).satisfies(f -> {
            assertThat(f.requirement()).isEqualTo(Requirement.INFERENCE_LOCATION);
            assertThat(f.citations()).extracting(c -> c.source()).contains(4);
        });
        assertThat(saved).hasSize(1);
    }

    @Test
    void aNoteIsSavedAndIsNoAnswer() {
        AssessmentViewModel m = model(Dossier.begun(Assessor.RULES_VERSION));
        Assessment before = m.assessmentProperty().get();
        m.go(question("training"));
        m.note(a -> a.withNote("ask legal").withOwner("Ada"));
        assertThat(m.currentAnswer()).isEmpty();
        assertThat(m.assessmentProperty().get()).isSameAs(before);
        assertThat(saved.getLast().answers().aside("training").owner()).isEqualTo("Ada");
        m.answer(given("FORBIDDEN"));
        m.clearAnswer();
        assertThat(m.currentAside().note()).as("outlives the answer").isEqualTo("ask legal");
    }

    @Test
    void anEmptiedFieldIsNoAnswerAndNothingInParticularIs() {
        AssessmentViewModel m = model(Dossier.begun(Assessor.RULES_VERSION));
        m.go(question("excluded"));
        m.answer(given("AE"));
        m.answer(given());
        assertThat(m.currentAnswer()).isEmpty();
        m.answerNothing();
        assertThat(m.currentAnswer()).contains(given());
        assertThat(m.assessmentProperty().get().workload().undecided())
                .doesNotContain(Workload.Part.EXCLUDED_JURISDICTIONS);
    }

    @Test
    void nextGoesToWhatDecidesAndFromTheRecordToTheRecord() {
        AssessmentViewModel m = model(STARTS.template("us-health"));
        assertThat(m.currentProperty().get().id()).isEqualTo("name");
        m.answer(given("Claims"));
        while (m.nextOpen()) {
            assertThat(Q.decisive()).contains(m.currentProperty().get().id());
            m.answer(new Answer.NotApplicable("not needed"));
        }
        assertThat(m.assessmentProperty().get().workload().undecided()).isEmpty();
        assertThat(m.open()).as("what is asked for the record").isNotEmpty();
        m.goToOpen();
        int steps = 0;
        do {
            m.answer(new Answer.Unknown());
            assertThat(++steps).isLessThan(60);
        } while (m.nextOpen());
        assertThat(m.open()).as("unknown stays open").hasSize(steps);
    }

    @Test
    void goesToTheQuestionThatDecidesOrToTheOneThatLeadsThere() {
        AssessmentViewModel m = model(Dossier.begun(Assessor.RULES_VERSION));
        m.go(Workload.Part.TRAINING_REUSE);
        assertThat(m.currentProperty().get().feeds()).contains(Question.Feeds.TRAINING_REUSE);
        m.go(Workload.Part.INFERENCE);
        assertThat(m.visible()).contains(m.currentProperty().get());
    }

    @Test
    void aDocumentTurnsConditionalIntoMetUnlessItIsDatedLater() {
        AssessmentViewModel m = model(STARTS.example("us-health", "Triage"));
        m.evidence(List.of(noTraining(DAY.plusDays(1))));
        assertThat(finding(m, "anthropic-bedrock", Requirement.TRAINING_REUSE).status())
                .isEqualTo(Status.CONDITIONAL);
        m.evidence(List.of(noTraining(DAY)));
        assertThat(finding(m, "anthropic-bedrock", Requirement.TRAINING_REUSE).status())
                .isEqualTo(Status.MET);
    }

    private static Evidence noTraining(LocalDate day) {
        return new Evidence("anthropic-bedrock", Evidence.Kind.ORDER_FORM_NO_TRAINING, day, List.of(), "", "order.pdf");
    }

    @Test
    void anAcceptedRiskStaysWhatItIs() {
        AssessmentViewModel m = model(STARTS.example("eu-personal-data", "Triage"));
        Finding outside = finding(m, "openai-direct", Requirement.INFERENCE_LOCATION);
        assertThat(outside.status()).isEqualTo(Status.NOT_MET);
        m.accept("openai-direct", outside, "CISO", "a pilot", DAY.plusDays(30));
        assertThat(finding(m, "openai-direct", Requirement.INFERENCE_LOCATION)).isEqualTo(outside);
        assertThat(m.acceptedRisk("openai-direct", outside).orElseThrow().approver())
                .isEqualTo("CISO");
        assertThat(m.standing(m.acceptedRisk("openai-direct", outside).orElseThrow(), outside))
                .isEqualTo(AcceptedRisk.Standing.COUNTS);
        m.withdraw("openai-direct", outside);
        assertThat(m.acceptedRisk("openai-direct", outside)).isEmpty();
    }

    @Test
    void aReviewSaysWhatHasChangedSinceTheLast() {
        AssessmentViewModel m = model(STARTS.example("us-health", "Triage"));
        var review = ReviewChanges.review(
                m.assessmentProperty().get(), m.answersProperty().get());
        assertThat(ReviewChanges.between(
                                review,
                                m.answersProperty().get(),
                                m.assessmentProperty().get())
                        .none())
                .isTrue();
        m.go(question("inference"));
        m.answer(given("EU"));
        m.evidence(List.of(noTraining(DAY)));
        ReviewChanges since = ReviewChanges.between(
                review, m.answersProperty().get(), m.assessmentProperty().get());
        assertThat(since.questions()).containsExactly("inference");
        assertThat(since.evidence()).isTrue();
        assertThat(since.register()).isFalse();
        assertThat(since.findings())
                .contains(new ReviewChanges.Changed(
                        "openai-direct",
                        Optional.of("INFERENCE_LOCATION"),
                        Optional.of("MET"),
                        Optional.of("NOT_MET")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-personal-data", "us-health", "us-federal", "general"})
    void aTemplateAnswersThePolicyAndLeavesTheRestOpen(String name) {
        Answers answers = STARTS.template(name).answers();
        assertThat(answers.to("name")).as("every workload has its own name").isEmpty();
        assertThat(answers.byQuestion().values()).noneMatch(a -> a instanceof Answer.Unknown);
        AssessmentViewModel m = model(STARTS.template(name));
        assertThat(m.assessmentProperty().get().workload().undecided()).contains(Workload.Part.STARTS_ON);
        assertThat(m.assessmentProperty().get().offerings()).noneMatch(o -> o.verdict() == Verdict.SUITABLE);
    }

    @Test
    void theMinutesSayWhatWasDecidedAndStayWellFormed() throws Exception {
        AssessmentViewModel m = model(STARTS.example("us-health", "Triage"));
        m.keep(d -> d.with(Meeting.NONE
                .held(DAY, 3_700)
                .withAttendees(List.of("Ada", "<b>Grace</b>"))
                .withParked(List.of("exit & return"))
                .with(new Meeting.Decision(
                        Meeting.Subject.CANDIDATE, "groq", Meeting.Outcome.REJECTED, "nobody says where it stores"))));
        m.accept("groq", finding(m, "groq", Requirement.HIPAA_BAA), "CISO", "a pilot", DAY.plusDays(30));
        String html = Reports.html(m.minutes(Locale.ENGLISH), REGISTER);
        var page = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(
                        html.replaceFirst("<!DOCTYPE html>", "").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(page.getDocumentElement().getTextContent())
                .contains("61 minutes", "Ada, <b>Grace</b>", "exit & return", "Rejected", "nobody says where it stores")
                .contains("Unverified", "Accepted by", "CISO, on 30 June 2026");
    }

    @Test
    void aReportShowsTheAcceptedRiskAndTheFindingAsItIs() {
        AssessmentViewModel m = model(STARTS.example("eu-personal-data", "Triage"));
        assertThat(m.minutes(Locale.ENGLISH).any()).as("nothing was recorded").isFalse();
        m.accept(
                "openai-direct",
                finding(m, "openai-direct", Requirement.INFERENCE_LOCATION),
                "CISO",
                "a <pilot>",
                DAY.plusDays(30));
        ReportModel report = ReportModel.of(
                m.assessmentProperty().get(),
                REGISTER,
                List.of(),
                new Enclosed(Optional.of(m.minutes(Locale.ENGLISH)), Letterhead.NONE),
                Locale.ENGLISH);
        String html = new String(Reports.render(report, Reports.Format.HTML), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(html)
                .contains("Accepted risk")
                .contains("✗ Not met")
                .contains("CISO, on 30 June 2026")
                .contains("a &lt;pilot&gt;");
    }

    @Test
    void openActionsAsValues() {
        Meeting meeting = Meeting.NONE.withActions(List.of(
                new Meeting.Action("=cmd()", "Ada", Optional.empty(), false),
                new Meeting.Action("Ask, \"in writing\"", "Grace", Optional.of(DAY), false),
                new Meeting.Action("done", "", Optional.of(DAY), true)));
        assertThat(ActionsCsv.of("Claims", meeting, new Texts(Locale.ENGLISH).screen("assessment")))
                .isEqualTo("Workload,What has to be done,Owner,Due\r\n"
                        + "Claims,\"Ask, \"\"in writing\"\"\",Grace,2026-06-30\r\n"
                        + "Claims,\"'=cmd()\",Ada,\r\n");
    }
}
