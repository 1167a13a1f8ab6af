package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.endpoint;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.perhapsElsewhere;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.since;
import static domicile.assessment.Given.storage;
import static domicile.assessment.Requirement.ENDPOINT_SERVICES_LOCATION;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Evidence.Kind.ENDPOINT_SERVICES_REGION;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Given;
import domicile.assessment.Status;
import domicile.residency.Fact;
import domicile.residency.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row ENDPOINT_SERVICES_LOCATION. */
class EndpointServicesLocationRuleTest {

    @Test
    void isAskedWhenAnEndpointServicesAreaIsSet() {
        assertThat(ask().endpoint("EU").asks(ENDPOINT_SERVICES_LOCATION)).isTrue();
        assertThat(ask().inference("EU").asks(ENDPOINT_SERVICES_LOCATION)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, DE, MET",
        "SELECTABLE, DE, CONDITIONAL",
        "BY_CONTRACT, DE, CONDITIONAL",
        "DEDICATED, DE, CONDITIONAL",
        "UNSTATED, DE, UNVERIFIED",
        "DEFAULT, EUROPE, UNVERIFIED",
        "DEFAULT, US, NOT_MET",
        "SELECTABLE, DE US, NOT_MET"
    })
    void publishedPlacementsCountAsForInference(Selection selection, String places, Status expected) {
        assertThat(ask().endpoint("EU").status(ENDPOINT_SERVICES_LOCATION, endpoint("e", selection, places.split(" "))))
                .isEqualTo(expected);
    }

    @Test
    void noneThatIsPublishedIsUnverified() {
        Finding silent = ask().endpoint("EU").finding(ENDPOINT_SERVICES_LOCATION, storage("eu", DEFAULT, "EU"));
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.missingCitation()).isPresent();
    }

    @Test
    void aPlacementThatBeginsAfterTheFirstDayIsNotThereYet() {
        assertThat(ask().endpoint("EU")
                        .status(ENDPOINT_SERVICES_LOCATION, since("2026-07-02", endpoint("e", DEFAULT, "DE"))))
                .isEqualTo(NOT_MET);
    }

    @Test
    void andPerhapsElsewhereIsNeverSurelyInside() {
        assertThat(ask().endpoint("EU")
                        .status(ENDPOINT_SERVICES_LOCATION, perhapsElsewhere(endpoint("e", DEFAULT, "DE"))))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aSecondHandFactNeverGivesMet() {
        assertThat(ask().endpoint("EU").status(ENDPOINT_SERVICES_LOCATION, secondHand(endpoint("e", DEFAULT, "DE"))))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(ask().endpoint("EU")
                        .status(
                                ENDPOINT_SERVICES_LOCATION,
                                endpoint("e", DEFAULT, "DE"),
                                elsewhere(endpoint("e", DEFAULT, "US"))))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest(name = "register {0}, documents {1} against DE -> {2}")
    @CsvSource({
        "silent, DE, MET",
        "silent, EU, UNVERIFIED",
        "silent, US, NOT_MET",
        "silent, DE+US, NOT_MET",
        "DE, DE, MET",
        "DE, US, NOT_MET",
        "DE, EU, UNVERIFIED",
        "DE, US|EU, NOT_MET",
        "DE, DE|US, UNVERIFIED",
        "DE, DE|EU, UNVERIFIED",
        "US, DE, UNVERIFIED",
        "US, EU, UNVERIFIED",
        "US, DE|US, UNVERIFIED",
        "US, US, NOT_MET"
    })
    void aDocumentInHandGoverns(String register, String documents, Status expected) {
        Given.Ask asked = ask().endpoint("DE");
        for (String places : documents.split("\\|")) {
            asked.with(paper(ENDPOINT_SERVICES_REGION).in(places.split("\\+")));
        }
        Fact<?>[] facts =
                register.equals("silent") ? new Fact<?>[0] : new Fact<?>[] {endpoint("e", SELECTABLE, register)};
        assertThat(asked.status(ENDPOINT_SERVICES_LOCATION, facts)).isEqualTo(expected);
    }
}
