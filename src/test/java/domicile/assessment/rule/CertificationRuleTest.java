package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Attestation.Kind.ISO_27001;
import static domicile.residency.Attestation.Kind.ISO_27017;
import static domicile.residency.Attestation.Kind.SOC2_TYPE_II;
import static domicile.residency.Attestation.Status.HELD;
import static domicile.residency.Attestation.Status.SCOPED;
import static domicile.residency.Attestation.Status.VERIFY;
import static domicile.residency.Evidence.Kind.CERTIFICATE;
import static domicile.residency.Evidence.Kind.SOC2_REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The row of the certifications. */
class CertificationRuleTest {

    @ParameterizedTest
    @EnumSource(
            value = Attestation.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FEDRAMP", "BAA", "DPA"})
    void eachIsAskedWhenItIsListedAndMetWhenItIsHeld(Attestation.Kind kind) {
        Requirement requirement = Requirement.valueOf(kind.name());
        assertThat(ask().certified(kind).status(requirement, attestation(kind, HELD)))
                .isEqualTo(MET);
        assertThat(ask().noTraining().asks(requirement)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HELD, MET",
        "SCOPED, CONDITIONAL",
        "VERIFY, UNVERIFIED",
        "NOT_PUBLISHED, UNVERIFIED",
        "NOT_HELD, NOT_MET"
    })
    void whatIsPublishedDecides(Attestation.Status published, Status expected) {
        assertThat(ask().certified(ISO_27001).status(Requirement.ISO_27001, attestation(ISO_27001, published)))
                .isEqualTo(expected);
    }

    @Test
    void silenceIsUnverifiedAndNamesTheMissingPage() {
        Finding silent = ask().certified(ISO_27001).finding(Requirement.ISO_27001);
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.missingCitation()).isPresent();
    }

    @Test
    void heldSecondHandIsConditional() {
        assertThat(ask().certified(ISO_27001).status(Requirement.ISO_27001, secondHand(attestation(ISO_27001, HELD))))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(ask().certified(ISO_27001)
                        .status(
                                Requirement.ISO_27001,
                                attestation(ISO_27001, HELD),
                                elsewhere(attestation(ISO_27001, VERIFY))))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01, MET", "2026-07-02, NOT_MET", "2026-06, MET", "2026-07, NOT_MET"})
    void aSinceAfterTheFirstDayIsNotMet(String since, Status expected) {
        assertThat(ask().certified(ISO_27001).status(Requirement.ISO_27001, attestation(ISO_27001, HELD, since)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CERTIFICATE, HELD, MET",
        "CERTIFICATE, SCOPED, MET",
        "CERTIFICATE, VERIFY, MET",
        "CERTIFICATE, NOT_PUBLISHED, MET",
        "CERTIFICATE, NOT_HELD, NOT_MET",
        "SOC2_REPORT, SCOPED, MET",
        "SOC2_REPORT, VERIFY, MET"
    })
    void aDocumentThatNamesTheCertificationLiftsConditionalAndUnverified(
            Evidence.Kind kind, Attestation.Status published, Status expected) {
        assertThat(ask().certified(SOC2_TYPE_II)
                        .with(paper(kind).certifying(SOC2_TYPE_II).naming("Vendor it"))
                        .status(Requirement.SOC2_TYPE_II, attestation(SOC2_TYPE_II, published)))
                .isEqualTo(expected);
    }

    @Test
    void aDocumentLiftsSilenceDisputeAndWhatIsSecondHand() {
        var shown = paper(CERTIFICATE).certifying(ISO_27001);
        assertThat(ask().certified(ISO_27001).with(shown).status(Requirement.ISO_27001))
                .isEqualTo(MET);
        assertThat(ask().certified(ISO_27001)
                        .with(shown)
                        .status(Requirement.ISO_27001, secondHand(attestation(ISO_27001, HELD))))
                .isEqualTo(MET);
        assertThat(ask().certified(ISO_27001)
                        .with(shown)
                        .status(
                                Requirement.ISO_27001,
                                attestation(ISO_27001, HELD),
                                elsewhere(attestation(ISO_27001, VERIFY))))
                .isEqualTo(MET);
    }

    @Test
    void aDocumentDoesNotLiftWhatBeginsLater() {
        assertThat(ask().certified(ISO_27001)
                        .with(paper(CERTIFICATE).certifying(ISO_27001))
                        .status(Requirement.ISO_27001, attestation(ISO_27001, HELD, "2026-08")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void aDocumentCountsForTheCertificationThatItNames() {
        assertThat(ask().certified(ISO_27001)
                        .with(paper(CERTIFICATE).certifying(ISO_27017))
                        .status(Requirement.ISO_27001))
                .isEqualTo(UNVERIFIED);
        assertThat(ask().certified(SOC2_TYPE_II)
                        .with(paper(SOC2_REPORT).naming("Vendor it"))
                        .status(Requirement.SOC2_TYPE_II))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void forAScopedOneTheDocumentAlsoNamesTheProduct() {
        assertThat(ask().certified(ISO_27001)
                        .with(paper(CERTIFICATE).certifying(ISO_27001))
                        .status(Requirement.ISO_27001, attestation(ISO_27001, SCOPED)))
                .isEqualTo(CONDITIONAL);
    }
}
