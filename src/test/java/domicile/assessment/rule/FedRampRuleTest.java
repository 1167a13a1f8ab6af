package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.fedRamp;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Requirement.FEDRAMP;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Evidence.Kind.FEDRAMP_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Given;
import domicile.assessment.Status;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Fact;
import domicile.residency.PublishedDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row FEDRAMP. */
class FedRampRuleTest {

    private static Given.Paper letter(FedRampLevel level) {
        return paper(FEDRAMP_AUTHORIZATION).naming("Vendor it").at(level);
    }

    private static Fact<?> since(String date) {
        return Given.fact(new Attestation(
                Attestation.Kind.FEDRAMP,
                Attestation.Status.HELD,
                "vendor",
                "",
                Optional.of(FedRampLevel.HIGH),
                List.of(),
                Optional.of(new PublishedDate(date)),
                List.of()));
    }

    @Test
    void isAskedWhenALevelIsSet() {
        assertThat(ask().fedRamp(FedRampLevel.LOW).asks(FEDRAMP)).isTrue();
        assertThat(ask().noTraining().asks(FEDRAMP)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LI_SAAS, LI_SAAS, CONDITIONAL",
        "LI_SAAS, LOW, NOT_MET",
        "LOW, LI_SAAS, CONDITIONAL",
        "LOW, LOW, CONDITIONAL",
        "LOW, MODERATE, NOT_MET",
        "MODERATE, LOW, CONDITIONAL",
        "MODERATE, MODERATE, CONDITIONAL",
        "MODERATE, HIGH, NOT_MET",
        "HIGH, LI_SAAS, CONDITIONAL",
        "HIGH, HIGH, CONDITIONAL",
        "LOW_20X, LI_SAAS, CONDITIONAL",
        "LOW_20X, LOW, CONDITIONAL",
        "LOW_20X, MODERATE, NOT_MET",
        "MODERATE_20X, LOW, CONDITIONAL",
        "MODERATE_20X, MODERATE, CONDITIONAL",
        "MODERATE_20X, HIGH, NOT_MET"
    })
    void theLevelHeldIsMeasuredAgainstTheLevelAsked(FedRampLevel held, FedRampLevel asked, Status expected) {
        assertThat(ask().fedRamp(asked).status(FEDRAMP, fedRamp(held))).isEqualTo(expected);
    }

    @Test
    void aLevelHeldIsLiftedByConfirmingTheBoundary() {
        assertThat(ask().fedRamp(FedRampLevel.LOW)
                        .finding(FEDRAMP, fedRamp(FedRampLevel.HIGH))
                        .lifts())
                .anyMatch(l -> l.english().contains("boundary holds this service and region"));
    }

    @ParameterizedTest
    @CsvSource({"VERIFY, UNVERIFIED", "NOT_PUBLISHED, UNVERIFIED", "HELD, UNVERIFIED", "NOT_HELD, NOT_MET"})
    void withoutALevelItIsUnverifiedAndNotHeldIsNotMet(Attestation.Status published, Status expected) {
        assertThat(ask().fedRamp(FedRampLevel.LOW).status(FEDRAMP, attestation(Attestation.Kind.FEDRAMP, published)))
                .isEqualTo(expected);
    }

    @Test
    void silenceIsUnverifiedAndNamesTheMissingPage() {
        Finding silent = ask().fedRamp(FedRampLevel.LOW).finding(FEDRAMP);
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.missingCitation()).isPresent();
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(ask().fedRamp(FedRampLevel.LOW)
                        .status(FEDRAMP, fedRamp(FedRampLevel.HIGH), elsewhere(fedRamp(FedRampLevel.LOW))))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01, CONDITIONAL", "2026-07-02, NOT_MET", "2026-06, CONDITIONAL", "2026-07, NOT_MET"})
    void aSinceAfterTheFirstDayIsNotMet(String since, Status expected) {
        assertThat(ask().fedRamp(FedRampLevel.HIGH).status(FEDRAMP, since(since)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"MODERATE, MET", "HIGH, MET", "LOW, CONDITIONAL"})
    void anAuthorizationThatNamesTheProductAndALevelAsHighIsMet(FedRampLevel shown, Status expected) {
        assertThat(ask().fedRamp(FedRampLevel.MODERATE)
                        .with(letter(shown))
                        .status(FEDRAMP, fedRamp(FedRampLevel.MODERATE)))
                .isEqualTo(expected);
    }

    @Test
    void anAuthorizationThatNamesNoProductOrNoLevelShowsNothing() {
        for (Given.Paper paper : List.of(
                paper(FEDRAMP_AUTHORIZATION).at(FedRampLevel.HIGH),
                paper(FEDRAMP_AUTHORIZATION).naming("Vendor it"),
                letter(FedRampLevel.HIGH).naming("Other Thing"))) {
            assertThat(ask().fedRamp(FedRampLevel.LOW).with(paper).status(FEDRAMP, fedRamp(FedRampLevel.HIGH)))
                    .as("%s", paper.evidence())
                    .isEqualTo(CONDITIONAL);
        }
    }

    @Test
    void anAuthorizationDoesNotLiftWhatIsNotMet() {
        assertThat(ask().fedRamp(FedRampLevel.LOW)
                        .with(letter(FedRampLevel.HIGH))
                        .status(FEDRAMP, attestation(Attestation.Kind.FEDRAMP, Attestation.Status.NOT_HELD)))
                .isEqualTo(NOT_MET);
        assertThat(ask().fedRamp(FedRampLevel.LOW)
                        .with(letter(FedRampLevel.HIGH))
                        .status(FEDRAMP, since("2026-08")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void a20xAuthorizationHasToBeAcceptedByTheAgencyAlsoWithItInHand() {
        Finding finding = ask().fedRamp(FedRampLevel.MODERATE)
                .with(letter(FedRampLevel.MODERATE))
                .finding(FEDRAMP, fedRamp(FedRampLevel.MODERATE_20X));
        assertThat(finding.status()).isEqualTo(CONDITIONAL);
        assertThat(finding.reason().english()).contains("20x").contains("agency has to accept it");
        assertThat(ask().fedRamp(FedRampLevel.MODERATE)
                        .with(letter(FedRampLevel.MODERATE_20X))
                        .status(FEDRAMP, fedRamp(FedRampLevel.MODERATE_20X)))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void oneLimitedToADeploymentNamesIt() {
        Finding finding = ask().fedRamp(FedRampLevel.HIGH).finding(FEDRAMP, fedRamp(FedRampLevel.HIGH, "gov"));
        assertThat(finding.status()).isEqualTo(CONDITIONAL);
        assertThat(finding.deployment()).contains("gov");
    }
}
