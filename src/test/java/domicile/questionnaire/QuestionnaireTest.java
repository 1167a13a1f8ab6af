package domicile.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Place;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped questionnaire: branching, progress, and the way from answers to a workload and back. */
class QuestionnaireTest {
    private static final Questionnaire Q = Questionnaire.shipped();
    private static final Areas AREAS = new Areas(
            List.of(new Areas.CountryDefinition("DE", "Germany"), new Areas.CountryDefinition("AE", "UAE")),
            List.of(new Areas.BlocDefinition("EU", "European Union", Set.of("DE"), "")),
            List.of(),
            List.of());
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static Answer given(String... values) {
        return new Answer.Given(List.of(values));
    }

    @Test
    void aQuestionShowsOnlyWhenAnEarlierAnswerMakesItMatter() {
        assertThat(Q.visible(Answers.NONE))
                .extracting(Question::id)
                .doesNotContain("inference", "hipaaRole", "fedramp");
        Answers health = Answers.NONE.with("data", given("PHI")).with("inferenceAsked", given("YES"));
        assertThat(Q.visible(health)).extracting(Question::id).contains("inference", "hipaaRole");
    }

    @Test
    void everyRequirementQuestionSaysWhyItIsAsked() {
        assertThat(Q.questions()).allSatisfy(q -> {
            assertThat(q.title().in(java.util.Locale.ENGLISH)).isNotBlank();
            assertThat(q.why().in(java.util.Locale.ENGLISH)).isNotBlank();
        });
        assertThat(Q.questions().stream().flatMap(q -> q.feeds().stream()))
                .containsExactlyInAnyOrder(Question.Feeds.values());
    }

    @Test
    void answersThatNoLongerApplyAreKeptAndDoNotCount() {
        Answers yes = Answers.NONE.with("inferenceAsked", given("YES")).with("inference", given("EU"));
        assertThat(WorkloadOf.answers(Q, yes, AREAS, "x", DAY).inference()).isPresent();
        Answers no = yes.with("inferenceAsked", given("NO"));
        assertThat(WorkloadOf.answers(Q, no, AREAS, "x", DAY).inference()).isEmpty();
        assertThat(Q.noLongerApplies(no)).extracting(Question::id).containsExactly("inference");
        assertThat(no.values("inference")).containsExactly("EU");
    }

    @Test
    void unknownStaysOpenAndAsksForNothing() {
        Answers unknown = Answers.NONE.with("inferenceAsked", given("YES")).with("inference", new Answer.Unknown());
        assertThat(Q.open(unknown))
                .extracting(Question::id)
                .contains("inference")
                .doesNotContain("inferenceAsked");
        assertThat(WorkloadOf.answers(Q, unknown, AREAS, "x", DAY).inference()).isEmpty();
    }

    @Test
    void progressCountsWhatMattersNow() {
        Questionnaire.Section policy = Q.sections().get(2);
        assertThat(Q.progress(Answers.NONE).get(policy)).isEqualTo(new Questionnaire.Progress(0, 4));
        assertThat(Q.progress(Answers.NONE.with("inferenceAsked", given("YES"))).get(policy))
                .isEqualTo(new Questionnaire.Progress(1, 5));
    }

    @Test
    void theWorkedExamplesLoadAndKeepAllTheyAsk() throws java.io.IOException {
        var register = domicile.register.Pack.shipped().register(DAY);
        for (String name : List.of("eu-personal-data", "us-health", "us-federal", "general")) {
            Workload example = WorkloadFile.read(java.nio.file.Path.of("data/examples", name + ".json"), register);
            assertThat(WorkloadOf.answers(Q, WorkloadOf.workload(Q, example, "not asked"), register.areas(), "x", DAY))
                    .isEqualTo(example);
        }
    }

    @Test
    void answersSurviveBeingSaved() {
        Answers answers = Answers.NONE
                .with("name", given("Ünïcode <b>"))
                .with("data", new Answer.Unknown())
                .with("excluded", new Answer.NotApplicable("no policy"))
                .with("noSuchQuestion", given("kept"))
                .with(new Evidence(
                        "a", Evidence.Kind.DPA_SIGNED, DAY, List.of(new Place.Country("DE")), "", "dpa.pdf"));
        assertThat(DossierJson.read("saved", DossierJson.write(Dossier.of(answers, "2")), AREAS)
                        .answers())
                .isEqualTo(answers);
    }

    @Test
    void aWorkloadSurvivesTheWayThroughItsAnswers() {
        Answers answers = Answers.NONE
                .with("name", given("Claims"))
                .with("startsOn", given("2026-08-01"))
                .with("data", given("PHI", "GOVERNMENT"))
                .with("training", given("FORBIDDEN"))
                .with("inferenceAsked", given("YES"))
                .with("inference", given("EU", "AE"))
                .with("retentionAsked", given("YES"))
                .with("retention", given("0"))
                .with("fedrampAsked", given("YES"))
                .with("fedramp", given("HIGH"))
                .with("certifications", given("SOC2_TYPE_II"))
                .with("dpa", given("YES"))
                .with("excluded", given("AE"));
        Workload workload = WorkloadOf.answers(Q, answers, AREAS, "x", DAY);
        assertThat(workload.certifications()).containsExactly(Attestation.Kind.SOC2_TYPE_II);
        assertThat(WorkloadOf.answers(Q, WorkloadOf.workload(Q, workload, "not asked"), AREAS, "x", DAY))
                .isEqualTo(workload);
    }
}
