package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.FailureMode;
import domicile.assessment.Finding;
import domicile.assessment.Freshness;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Answers;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadFile;
import domicile.questionnaire.WorkloadOf;
import domicile.register.Pack;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From answers to verdicts: what was skipped, or answered with unknown, never passes. */
class UndecidedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Register REGISTER = Pack.shipped().register(DAY);
    private static final Questionnaire Q = Questionnaire.shipped();

    /** Answers every question that matters with what asks for the least. */
    private static Answers asksForNothing() {
        Answers answers = Answers.NONE;
        for (int i = 0; i < Q.questions().size(); i++) {
            Question q = Q.questions().get(i);
            if (q.when().holds(answers)) {
                answers = answers.with(q.id(), least(q));
            }
        }
        return answers;
    }

    private static Answer least(Question q) {
        return switch (q.type()) {
            case MULTI, AREA, OFFERINGS, WORDS -> new Answer.Given(List.of());
            case YES_NO -> new Answer.Given(List.of("NO"));
            case DATE -> new Answer.Given(List.of(DAY.toString()));
            case TEXT, NUMBER, CHOICE -> new Answer.NotApplicable("not needed");
        };
    }

    private static Assessment assess(Answers answers) {
        return Assessor.assess(
                WorkloadOf.answers(Q, answers, REGISTER.areas(), "Untitled", DAY), REGISTER, DAY, Freshness.DEFAULT);
    }

    @Test
    void whoAsksForNothingIsShownNothing() {
        assertThat(assess(asksForNothing()).offerings()).allSatisfy(o -> {
            assertThat(o.verdict()).isEqualTo(Verdict.VERIFY_FIRST);
            assertThat(o.requirements()).extracting(Finding::requirement).containsExactly(Requirement.NOTHING_ASKED);
        });
    }

    @Test
    void nobodyIsSuitableBeforeTheFirstAnswer() {
        Assessment before = assess(Answers.NONE);
        assertThat(before.offerings()).allSatisfy(o -> {
            assertThat(o.verdict()).isEqualTo(Verdict.VERIFY_FIRST);
            assertThat(o.failureModes()).noneMatch(f -> f.state() == FailureMode.State.CLEARED);
            assertThat(o.failureModes()).noneMatch(f -> f.state() == FailureMode.State.NOT_APPLICABLE);
            assertThat(o.askList())
                    .as("the vendor is not asked what the buyer wants")
                    .isEmpty();
        });
    }

    /** Whichever questions of the deciding ones are left open, by skipping or by unknown, the verdict says so. */
    @Test
    void anyOpenQuestionThatAsksForSomethingKeepsEveryVerdictBack() {
        Random random = new Random(6);
        for (int round = 0; round < 60; round++) {
            Answers answers = asksForNothing();
            List<Question> visible = new ArrayList<>(Q.visible(answers));
            java.util.Collections.shuffle(visible, random);
            for (Question q : visible.subList(0, 1 + random.nextInt(4))) {
                answers = random.nextBoolean() ? answers.without(q.id()) : answers.with(q.id(), new Answer.Unknown());
            }
            Workload workload = WorkloadOf.answers(Q, answers, REGISTER.areas(), "Untitled", DAY);
            assertThat(assess(answers).offerings()).allSatisfy(o -> {
                assertThat(o.verdict()).isEqualTo(Verdict.VERIFY_FIRST);
                // nothing that is asked carries what is open, so it is a finding of its own
                assertThat(o.requirements().stream().anyMatch(f -> f.requirement() == Requirement.UNDECIDED))
                        .isEqualTo(!workload.undecided().isEmpty());
            });
        }
    }

    @Test
    void whoNamesNoModelHasNotLeftOneOpenAndWhoDoesNotKnowHas() {
        Answers unsaid = asksForNothing().without("models");
        assertThat(Q.visible(unsaid)).extracting(Question::id).contains("models");
        assertThat(Q.undecided(unsaid)).isEmpty();
        assertThat(Q.undecided(unsaid.with("models", new Answer.Unknown())))
                .extracting(Question::id)
                .containsExactly("models");
    }

    @Test
    void anOpenQuestionLeavesOpenWhatItHides() {
        Answers unknown = asksForNothing().with("inferenceAsked", new Answer.Unknown());
        assertThat(Q.visible(unknown)).extracting(Question::id).doesNotContain("inference");
        assertThat(Q.undecided(unknown)).extracting(Question::id).contains("inference");
        assertThat(finding(unknown, Requirement.UNDECIDED).orElseThrow().status())
                .isEqualTo(Status.UNVERIFIED);
        // an area that was answered before does not count while nobody knows whether it is asked
        Answers kept = unknown.with("inference", new Answer.Given(List.of("WORLD")));
        assertThat(finding(kept, Requirement.INFERENCE_LOCATION)).isEmpty();
        assertThat(finding(kept, Requirement.UNDECIDED).orElseThrow().status()).isEqualTo(Status.UNVERIFIED);
    }

    @Test
    void aPlaceThatTheRegisterForgotLeavesItsQuestionOpen() {
        Answers gone = asksForNothing()
                .with("inferenceAsked", new Answer.Given(List.of("YES")))
                .with("inference", new Answer.Given(List.of("EU", "atlantis-1")));
        assertThat(finding(gone, Requirement.INFERENCE_LOCATION).orElseThrow().status())
                .isEqualTo(Status.UNVERIFIED);
    }

    private static Optional<Finding> finding(Answers answers, Requirement requirement) {
        return assess(answers).offerings().stream()
                .filter(o -> o.offering().equals("anthropic-bedrock"))
                .flatMap(o -> o.requirements().stream())
                .filter(f -> f.requirement() == requirement)
                .findFirst();
    }

    /** A workload file can say it too, and a command line that reads it passes nothing over. */
    @ParameterizedTest
    @EnumSource(Workload.Part.class)
    void aWorkloadFileCarriesWhatIsUndecided(Workload.Part part) {
        String json = """
                {"schema": "domicile.workload/1", "name": "n", "startsOn": "2026-07-01", "dataCategories": ["PHI"],
                 "retention": {"maxDays": 0}, "undecided": ["%s"]}
                """.formatted(part);
        Workload workload = WorkloadFile.read("w.json", json.getBytes(StandardCharsets.UTF_8), REGISTER);
        assertThat(workload.undecided()).containsExactly(part);
        assertThat(WorkloadOf.answers(
                        Q, WorkloadOf.workload(Q, workload, "not asked"), REGISTER.areas(), "x", workload.startsOn()))
                .satisfies(w -> assertThat(w.undecided()).contains(part));
        assertThat(Assessor.assess(workload, REGISTER, DAY, Freshness.DEFAULT).offerings())
                .allSatisfy(o -> assertThat(o.verdict()).isLessThanOrEqualTo(Verdict.VERIFY_FIRST));
    }
}
