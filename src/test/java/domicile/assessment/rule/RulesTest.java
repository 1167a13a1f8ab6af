package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Requirement.NOTHING_ASKED;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Selection.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Verdict;
import domicile.residency.Workload.DataCategory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The row NOTHING_ASKED, and that each row has one rule. */
class RulesTest {

    @Test
    void anEmptyWorkloadMakesNobodySuitable() {
        var assessment = ask().of(inference("eu", DEFAULT, "EU"));
        assertThat(assessment.requirements()).singleElement().satisfies(f -> {
            assertThat(f.requirement()).isEqualTo(NOTHING_ASKED);
            assertThat(f.status()).isEqualTo(UNVERIFIED);
            assertThat(f.missingCitation()).isPresent();
            assertThat(f.lifts()).isNotEmpty();
        });
        assertThat(assessment.verdict()).isEqualTo(Verdict.VERIFY_FIRST);
    }

    @Test
    void dataThatNoRuleAsksAboutAskNothing() {
        assertThat(ask().data(DataCategory.INTERNAL).asks(NOTHING_ASKED)).isTrue();
        assertThat(ask().data(DataCategory.INTERNAL).noTraining().asks(NOTHING_ASKED))
                .isFalse();
    }

    @Test
    void everyRequirementHasOneRuleInTheOrderOfTheTable() {
        List<Requirement> alone =
                List.of(Requirement.SAME_DEPLOYMENT, Requirement.UNDECIDED, Requirement.NOTHING_ASKED);
        assertThat(Rules.ALL)
                .extracting(Rule::id)
                .containsExactlyElementsOf(Arrays.stream(Requirement.values())
                        .filter(r -> !alone.contains(r))
                        .toList());
    }

    @Test
    void findingsStandInTheOrderOfTheTable() {
        assertThat(ask().models("claude")
                        .inference("EU")
                        .storage("EU")
                        .keptAtMost(0)
                        .of()
                        .requirements())
                .extracting(Finding::requirement)
                .containsExactly(
                        Requirement.INFERENCE_LOCATION,
                        Requirement.STORAGE_LOCATION,
                        Requirement.RETENTION,
                        Requirement.MODEL_AVAILABILITY,
                        Requirement.SAME_DEPLOYMENT);
    }
}
