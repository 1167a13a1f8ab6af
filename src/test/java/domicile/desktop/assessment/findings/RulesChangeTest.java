package domicile.desktop.assessment.findings;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.assessment.Requirement;
import domicile.desktop.assessment.AssessmentFactory;
import domicile.desktop.assessment.common.ReviewChanges;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Answers;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.Review;
import domicile.questionnaire.WorkloadOf;
import domicile.register.Pack;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an assessment of earlier rules tells, and until when. */
class RulesChangeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final String EARLIER = "0";
    private static final Questionnaire Q = Questionnaire.shipped();
    private static final Register REGISTER = Pack.shipped().register(DAY);
    private static final Answers ANSWERS = new AssessmentFactory(Q, REGISTER, "not asked")
            .example("us-health", "Triage")
            .answers();
    private static final Assessment TODAY = Assessor.assess(
            WorkloadOf.answers(Q, ANSWERS, REGISTER.areas(), "Triage", DAY), REGISTER, DAY, Freshness.DEFAULT);

    private static Review review(String rules) {
        Review same = ReviewChanges.review(TODAY, ANSWERS);
        Map<String, Review.Outcome> candidates = new LinkedHashMap<>(same.candidates());
        Map<String, String> statuses = new LinkedHashMap<>(candidates
                .getOrDefault("groq", new Review.Outcome("", Map.of()))
                .statuses());
        statuses.put("HIPAA_BAA", "MET");
        candidates.put("groq", new Review.Outcome("SUITABLE", statuses));
        // no candidate then
        candidates.remove("cohere");
        return new Review(DAY, DAY, same.registerHash(), rules, ANSWERS, candidates);
    }

    private static Dossier dossier(String rules) {
        return Dossier.of(ANSWERS, rules);
    }

    @Test
    void aNewAssessmentHasNothingToTell() {
        assertThat(RulesChange.of(dossier(Assessor.RULES_VERSION), TODAY)).isEmpty();
    }

    @Test
    void aReviewOfEarlierRulesTellsWhoCameToWhatThenAndNowByWhichRule() {
        Dossier reviewed = dossier(EARLIER).reviewed(review(EARLIER), DAY.plusDays(9));
        RulesChange change = RulesChange.of(reviewed, TODAY).orElseThrow();
        assertThat(change.then()).isEqualTo(EARLIER);
        assertThat(change.now()).isEqualTo(Assessor.RULES_VERSION);
        assertThat(change.candidates()).containsOnlyKeys("groq");
        assertThat(change.candidates().getOrDefault("groq", java.util.List.of()))
                .extracting(ReviewChanges.Changed::requirement, ReviewChanges.Changed::before)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Optional.empty(), Optional.of("SUITABLE")),
                        org.assertj.core.groups.Tuple.tuple(Optional.of("HIPAA_BAA"), Optional.of("MET")));
        assertThat(RulesChange.of(reviewed.seen(Assessor.RULES_VERSION), TODAY)).isEmpty();
    }

    @Test
    void withoutAReviewNoVerdictIsMadeUp() {
        RulesChange change = RulesChange.of(dossier(EARLIER), TODAY).orElseThrow();
        assertThat(change.recorded()).isEmpty();
        assertThat(change.candidates()).isEmpty();
        assertThat(change.asked()).contains(Requirement.HIPAA_BAA, Requirement.RETENTION);
    }

    /** Every requirement has a text that says what its rule has become. */
    @Test
    void everyRequirementsChangeCanBeSaid() {
        Texts texts = new Texts(Locale.ENGLISH).screen("assessment");
        for (Requirement r : Requirement.values()) {
            assertThat(texts.get(RulesChange.key(r))).as(r.name()).endsWith(".");
        }
    }
}
