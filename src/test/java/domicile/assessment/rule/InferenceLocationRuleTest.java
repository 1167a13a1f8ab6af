package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.citing;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.openEnded;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.perhapsElsewhere;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.since;
import static domicile.assessment.Requirement.INFERENCE_LOCATION;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Evidence.Kind.ORDER_FORM_INFERENCE_REGION;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Given;
import domicile.assessment.Status;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Selection;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row INFERENCE_LOCATION. */
class InferenceLocationRuleTest {

    @Test
    void isAskedWhenAnInferenceAreaIsSet() {
        assertThat(ask().inference("EU").asks(INFERENCE_LOCATION)).isTrue();
        assertThat(ask().storage("EU").asks(INFERENCE_LOCATION)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, DE, EU, MET",
        "SELECTABLE, DE, EU, CONDITIONAL",
        "BY_CONTRACT, DE, EU, CONDITIONAL",
        "DEDICATED, DE, EU, CONDITIONAL",
        "UNSTATED, DE, EU, UNVERIFIED",
        "DEFAULT, EU, DE, UNVERIFIED",
        "SELECTABLE, EU, DE, UNVERIFIED",
        "DEFAULT, EUROPE, DE, UNVERIFIED",
        "DEFAULT, EUROPE, EU, UNVERIFIED",
        "DEFAULT, EUROPE, US, NOT_MET",
        "DEFAULT, EU, EU, MET",
        "DEFAULT, EU, EEA, MET",
        "DEFAULT, IS, EU, NOT_MET",
        "DEFAULT, US, EU, NOT_MET",
        "SELECTABLE, US, EU, NOT_MET",
        "UNSTATED, US, EU, NOT_MET",
        "DEFAULT, WORLD, EU, NOT_MET",
        "DEFAULT, eu-central-1, DE, MET",
        "DEFAULT, DE, eu-central-1, UNVERIFIED",
        "SELECTABLE, DE FR IE, DE, NOT_MET",
        "SELECTABLE, DE FR IE, EU, CONDITIONAL"
    })
    void aPlaceInsideCountsByHowItIsSelected(Selection selection, String places, String area, Status expected) {
        assertThat(ask().inference(area).status(INFERENCE_LOCATION, inference("d", selection, places.split(" "))))
                .isEqualTo(expected);
    }

    @Test
    void theBestDeploymentCounts() {
        Fact<?> us = inference("us", DEFAULT, "US");
        Fact<?> site = inference("site", Selection.UNSTATED, "FR");
        Fact<?> eu = inference("eu", SELECTABLE, "DE");
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION, us, site)).isEqualTo(UNVERIFIED);
        Finding best = ask().inference("EU").finding(INFERENCE_LOCATION, us, site, eu);
        assertThat(best.status()).isEqualTo(CONDITIONAL);
        assertThat(best.deployment()).contains("eu");
    }

    @Test
    void silenceIsUnverifiedAndNamesTheMissingPage() {
        Finding silent = ask().inference("EU").finding(INFERENCE_LOCATION);
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.citations()).isEmpty();
        assertThat(silent.missingCitation()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, MET", "2026-07-01, MET", "2026-07-02, NOT_MET", "2026-06, MET", "2026-07, NOT_MET"})
    void aPlacementThatBeginsAfterTheFirstDayIsNotThereYet(String since, Status expected) {
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION, since(since, inference("d", DEFAULT, "DE"))))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNotThereYetLeavesTheOthers() {
        assertThat(ask().inference("EU")
                        .status(
                                INFERENCE_LOCATION,
                                since("2026-08-01", inference("d", DEFAULT, "DE")),
                                inference("fr", SELECTABLE, "FR")))
                .isEqualTo(CONDITIONAL);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, DE, EU, UNVERIFIED",
        "SELECTABLE, DE, EU, UNVERIFIED",
        "DEFAULT, US, EU, NOT_MET",
        "DEFAULT, DE US, EU, NOT_MET",
        "DEFAULT, WORLD, EU, UNVERIFIED",
        "DEFAULT, US, WORLD, MET",
        "SELECTABLE, US, WORLD, CONDITIONAL"
    })
    void andPerhapsElsewhereIsNeverSurelyInside(Selection selection, String places, String area, Status expected) {
        assertThat(ask().inference(area)
                        .status(INFERENCE_LOCATION, perhapsElsewhere(inference("d", selection, places.split(" ")))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, MET",
        "3, MET",
        "4, MET",
        "2, CONDITIONAL",
        "5, CONDITIONAL",
        "2 5, CONDITIONAL",
        "2 1, MET",
        "5 4, MET"
    })
    void aSecondHandFactNeverGivesMet(String sources, Status expected) {
        int[] cited =
                Arrays.stream(sources.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(ask().inference("EU")
                        .status(
                                INFERENCE_LOCATION,
                                citing(inference("d", DEFAULT, "DE").value(), cited)))
                .isEqualTo(expected);
    }

    @Test
    void secondHandIsLiftedByThePagesOwnerOrByADocument() {
        Fact<?> second = secondHand(inference("d", DEFAULT, "DE"));
        Finding finding = ask().inference("EU").finding(INFERENCE_LOCATION, second);
        assertThat(finding.lifts()).anyMatch(l -> l.english().contains("provider's own page"));
        assertThat(ask().inference("EU")
                        .with(paper(ORDER_FORM_INFERENCE_REGION).in("DE"))
                        .status(INFERENCE_LOCATION, second))
                .isEqualTo(MET);
    }

    @Test
    void whatASecondHandFactMakesNotMetStaysSo() {
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION, secondHand(inference("d", DEFAULT, "US"))))
                .isEqualTo(NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"DE, US", "DE, FR", "US, JP"})
    void whatSourcesDisputeIsUnverified(String one, String other) {
        assertThat(ask().inference("EU")
                        .status(
                                INFERENCE_LOCATION,
                                inference("d", DEFAULT, one),
                                elsewhere(inference("d", DEFAULT, other))))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest(name = "register {0}, documents {1} against DE -> {2}")
    @CsvSource({
        // the register silent, in doubt, conditional, met: documents govern
        "silent, DE, MET",
        "silent, US, NOT_MET",
        "silent, EU, UNVERIFIED",
        "EU, DE, MET",
        "EU, eu-central-1, MET",
        "EU, US, NOT_MET",
        "DE, DE, MET",
        "DE, US, NOT_MET",
        "DE, DE+US, NOT_MET",
        "DE, EU, UNVERIFIED",
        "DE, EU+US, NOT_MET",
        "DE, US|EU, NOT_MET",
        "DE, DE|US, UNVERIFIED",
        "DE, DE|EU, UNVERIFIED",
        "DE, DE|EU|US, UNVERIFIED",
        "DE, DE|DE, MET",
        // the register says no
        "US, DE, UNVERIFIED",
        "US, EU, UNVERIFIED",
        "US, DE|US, UNVERIFIED",
        "US, DE|EU, UNVERIFIED",
        "US, US, NOT_MET",
        "US, US|EU, NOT_MET"
    })
    void aDocumentInHandGoverns(String register, String documents, Status expected) {
        Given.Ask asked = ask().inference("DE");
        for (String places : documents.split("\\|")) {
            asked.with(paper(ORDER_FORM_INFERENCE_REGION).in(places.split("\\+")));
        }
        Fact<?>[] facts =
                register.equals("silent") ? new Fact<?>[0] : new Fact<?>[] {inference("d", SELECTABLE, register)};
        assertThat(asked.status(INFERENCE_LOCATION, facts)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"DE", "EU", "DE|US"})
    void aDocumentAgainstARegisterThatSaysNoContradictsIt(String documents) {
        Given.Ask asked = ask().inference("DE");
        for (String place : documents.split("\\|")) {
            asked.with(paper(ORDER_FORM_INFERENCE_REGION).in(place).called(place + ".pdf"));
        }
        Finding finding = asked.finding(INFERENCE_LOCATION, inference("us", DEFAULT, "US"));
        assertThat(finding.reason().english()).contains("contradicts the register");
        assertThat(finding.citations()).isNotEmpty();
    }

    @Test
    void documentsThatDisagreeAreNamed() {
        Finding finding = ask().inference("DE")
                .with(
                        paper(ORDER_FORM_INFERENCE_REGION).in("DE").called("one.pdf"),
                        paper(ORDER_FORM_INFERENCE_REGION).in("EU").called("two.pdf"))
                .finding(INFERENCE_LOCATION, inference("de", SELECTABLE, "DE"));
        assertThat(finding.reason().english()).contains("one.pdf").contains("two.pdf");
        assertThat(finding.documents()).containsExactlyInAnyOrder("one.pdf", "two.pdf");
    }

    @Test
    void aDocumentAboutAnotherLayerSaysNothing() {
        assertThat(ask().inference("DE")
                        .with(paper(Evidence.Kind.ORDER_FORM_STORAGE_REGION).in("DE"))
                        .status(INFERENCE_LOCATION, openEnded("d", "WORLD")))
                .isEqualTo(UNVERIFIED);
    }
}
