package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.endpoint;
import static domicile.assessment.Given.fedRamp;
import static domicile.assessment.Given.going;
import static domicile.assessment.Given.headquarters;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.law;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.perhapsElsewhere;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.storage;
import static domicile.assessment.Given.zdr;
import static domicile.assessment.Requirement.SAME_DEPLOYMENT;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Evidence.Kind.ORDER_FORM_INFERENCE_REGION;
import static domicile.residency.Evidence.Kind.ZDR_ADDENDUM;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Given;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Fact;
import domicile.residency.ZeroRetention.Zdr;
import org.junit.jupiter.api.Test;

/** The row SAME_DEPLOYMENT. */
class SameDeploymentRuleTest {
    private static final Fact<?> EU = inference("eu", SELECTABLE, "EU");
    private static final Fact<?> US = inference("us", SELECTABLE, "US");

    private static Given.Ask both() {
        return ask().inference("EU").storage("EU");
    }

    @Test
    void isAskedWhenTwoOrMoreRequirementsDependOnTheRegion() {
        assertThat(ask().inference("EU").asks(SAME_DEPLOYMENT)).isFalse();
        assertThat(ask().inference("EU").keptAtMost(0).noTraining().asks(SAME_DEPLOYMENT))
                .isFalse();
        assertThat(ask().inference("EU").storage("EU").asks(SAME_DEPLOYMENT)).isTrue();
        assertThat(ask().storage("EU").endpoint("EU").asks(SAME_DEPLOYMENT)).isTrue();
        assertThat(ask().inference("EU").fedRamp(FedRampLevel.LOW).asks(SAME_DEPLOYMENT))
                .isTrue();
        assertThat(ask().excluding("AE").storage("EU").asks(SAME_DEPLOYMENT)).isTrue();
    }

    @Test
    void oneDeploymentThatSatisfiesThemAllGivesTheWorstOfThemThere() {
        assertThat(both().status(SAME_DEPLOYMENT, inference("eu", DEFAULT, "EU"), storage("s", DEFAULT, "EU")))
                .isEqualTo(MET);
        Finding finding = both().finding(SAME_DEPLOYMENT, US, EU, storage("s", DEFAULT, "EU"));
        assertThat(finding.status()).isEqualTo(CONDITIONAL);
        assertThat(finding.deployment()).contains("eu");
        assertThat(both().status(SAME_DEPLOYMENT, EU, storage("s", DEFAULT, "EUROPE")))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void eachInADifferentDeploymentIsNotMetNamingWhich() {
        Finding apart = both().finding(
                        SAME_DEPLOYMENT,
                        EU,
                        US,
                        going(storage("in the EU", SELECTABLE, "EU"), "us"),
                        going(storage("in the US", SELECTABLE, "US"), "eu"));
        assertThat(apart.status()).isEqualTo(NOT_MET);
        assertThat(apart.reason().english())
                .contains("inference location in eu")
                .contains("storage location in us");
    }

    @Test
    void endpointServicesCountAsTheyAreWithTheDeployment() {
        assertThat(ask().inference("EU")
                        .endpoint("EU")
                        .status(
                                SAME_DEPLOYMENT,
                                EU,
                                US,
                                going(endpoint("a", SELECTABLE, "EU"), "us"),
                                going(endpoint("b", SELECTABLE, "US"), "eu")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void fedRampByRegionHoldsInItsDeploymentsAlone() {
        Given.Ask asked = ask().inference("EU").fedRamp(FedRampLevel.HIGH);
        Fact<?> gov = inference("gov", SELECTABLE, "us-gov-west-1");
        Finding apart = asked.finding(SAME_DEPLOYMENT, EU, gov, fedRamp(FedRampLevel.HIGH, "gov"));
        assertThat(apart.status()).isEqualTo(NOT_MET);
        assertThat(apart.reason().english()).contains("in eu").contains("in gov");
        assertThat(asked.status(SAME_DEPLOYMENT, EU, gov, fedRamp(FedRampLevel.HIGH, "eu")))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void exclusionsCountAsTheyAreInTheDeployment() {
        assertThat(ask().inference("EU")
                        .excluding("FR")
                        .status(
                                SAME_DEPLOYMENT,
                                headquarters("US"),
                                law("US"),
                                inference("fr", SELECTABLE, "FR"),
                                inference("us", SELECTABLE, "US")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void storageThatHoldsOnlyByAZdrNotInHandIsConditionalNamingTheZdr() {
        Fact<?>[] facts = {
            inference("eu", DEFAULT, "EU"), going(storage("s", SELECTABLE, "EU"), "other"), zdr(Zdr.APPROVAL)
        };
        Finding finding = both().finding(SAME_DEPLOYMENT, facts);
        assertThat(finding.status()).isEqualTo(CONDITIONAL);
        assertThat(finding.lifts()).anyMatch(l -> l.english().contains("zero-data-retention"));
        assertThat(both().with(paper(ZDR_ADDENDUM)).status(SAME_DEPLOYMENT, facts))
                .isEqualTo(MET);
    }

    @Test
    void aDocumentThatContradictsTheRegisterMakesItUnverifiedHere() {
        assertThat(both().with(paper(ORDER_FORM_INFERENCE_REGION).in("DE"))
                        .status(SAME_DEPLOYMENT, inference("us", DEFAULT, "US"), storage("s", DEFAULT, "EU")))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aDocumentThatSupportsOneDeploymentLiftsIt() {
        assertThat(both().with(paper(ORDER_FORM_INFERENCE_REGION).in("DE"))
                        .status(SAME_DEPLOYMENT, EU, US, storage("s", DEFAULT, "EU")))
                .isEqualTo(MET);
    }

    @Test
    void anOrderFormBuysNoOtherDeploymentThanThoseThatMayHaveItsPlaces() {
        assertThat(ask().inference("EU", "US")
                        .storage("US")
                        .with(paper(ORDER_FORM_INFERENCE_REGION).in("DE"))
                        .status(
                                SAME_DEPLOYMENT,
                                EU,
                                US,
                                going(storage("s", DEFAULT, "US"), "us"),
                                going(storage("t", DEFAULT, "EU"), "eu")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void aFedRampWithoutPublishedRegionsHoldsForWhatLiesSurelyInTheUnitedStates() {
        Given.Ask asked = ask().inference("US", "EU").fedRamp(FedRampLevel.HIGH);
        Fact<?> authorized = fedRamp(FedRampLevel.HIGH);
        assertThat(asked.status(SAME_DEPLOYMENT, US, authorized)).isEqualTo(CONDITIONAL);
        assertThat(asked.status(SAME_DEPLOYMENT, EU, authorized)).isEqualTo(UNVERIFIED);
        assertThat(asked.status(SAME_DEPLOYMENT, perhapsElsewhere(inference("us", DEFAULT, "US")), authorized))
                .as("primarily in the United States is not surely there")
                .isEqualTo(UNVERIFIED);
        assertThat(asked.with(paper(ORDER_FORM_INFERENCE_REGION).in("us-gov-west-1"))
                        .status(SAME_DEPLOYMENT, perhapsElsewhere(inference("us", DEFAULT, "US")), authorized))
                .as("by an order form")
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void aRequirementThatFailsOnItsOwnIsNamed() {
        Finding finding = both().finding(SAME_DEPLOYMENT, US, storage("s", DEFAULT, "EU"));
        assertThat(finding.status()).isEqualTo(NOT_MET);
        assertThat(finding.reason().english()).contains("inference location");
    }

    @Test
    void whereNoDeploymentIsPublishedItIsUnverified() {
        Finding same = ask().storage("EU")
                .fedRamp(FedRampLevel.HIGH)
                .finding(SAME_DEPLOYMENT, zdr(Zdr.STATELESS), fedRamp(FedRampLevel.HIGH));
        assertThat(same.status()).isEqualTo(UNVERIFIED);
        assertThat(same.missingCitation()).isPresent();
    }

    @Test
    void aSecondHandDeploymentNeverGivesMet() {
        assertThat(both().status(
                                SAME_DEPLOYMENT,
                                secondHand(inference("eu", DEFAULT, "EU")),
                                storage("s", DEFAULT, "EU")))
                .isEqualTo(CONDITIONAL);
    }
}
