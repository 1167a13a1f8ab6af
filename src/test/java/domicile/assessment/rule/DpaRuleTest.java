package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Requirement.DPA;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Attestation.Status.HELD;
import static domicile.residency.Attestation.Status.NOT_HELD;
import static domicile.residency.Evidence.Kind.DPA_SIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Status;
import domicile.residency.Attestation;
import domicile.residency.Workload.DataCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row DPA. */
class DpaRuleTest {

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, false",
        "INTERNAL, false",
        "CONFIDENTIAL, false",
        "PERSONAL, true",
        "SPECIAL_CATEGORY, true",
        "PHI, false",
        "FINANCIAL, false",
        "CHILDREN, true",
        "GOVERNMENT, false",
        "TRADE_SECRET, false"
    })
    void isAskedWhenTheDataArePersonal(DataCategory category, boolean asked) {
        assertThat(ask().data(category).noTraining().asks(DPA)).isEqualTo(asked);
    }

    @Test
    void isAskedWhenItIsRequired() {
        assertThat(ask().dpa().asks(DPA)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "HELD, CONDITIONAL, MET",
        "SCOPED, CONDITIONAL, MET",
        "VERIFY, UNVERIFIED, MET",
        "NOT_PUBLISHED, UNVERIFIED, MET",
        "NOT_HELD, NOT_MET, UNVERIFIED"
    })
    void whatIsPublishedDecidesUntilASignedOneIsInHand(Attestation.Status published, Status without, Status with) {
        assertThat(ask().dpa().status(DPA, attestation(Attestation.Kind.DPA, published)))
                .isEqualTo(without);
        assertThat(ask().dpa().with(paper(DPA_SIGNED)).status(DPA, attestation(Attestation.Kind.DPA, published)))
                .isEqualTo(with);
    }

    @Test
    void whereTheRegisterIsSilentASignedOneIsEnough() {
        Finding silent = ask().dpa().finding(DPA);
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.missingCitation()).isPresent();
        assertThat(ask().dpa().with(paper(DPA_SIGNED)).status(DPA)).isEqualTo(MET);
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(ask().dpa()
                        .status(
                                DPA,
                                attestation(Attestation.Kind.DPA, HELD),
                                elsewhere(attestation(Attestation.Kind.DPA, NOT_HELD))))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"2026-06, CONDITIONAL", "2026-07-01, CONDITIONAL", "2026-07-02, NOT_MET", "2026-07, NOT_MET"})
    void sinceIsLookedAt(String since, Status expected) {
        assertThat(ask().dpa().status(DPA, attestation(Attestation.Kind.DPA, HELD, since)))
                .isEqualTo(expected);
    }

    @Test
    void oneSignedBeforeTheCoverageDoesNotCount() {
        assertThat(ask().dpa()
                        .with(paper(DPA_SIGNED).dated("2026-02-09"))
                        .status(DPA, attestation(Attestation.Kind.DPA, HELD, "2026-02-10")))
                .isEqualTo(CONDITIONAL);
    }
}
