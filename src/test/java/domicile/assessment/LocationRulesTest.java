package domicile.assessment;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.find;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.openEnded;
import static domicile.assessment.Given.storage;
import static domicile.assessment.Given.zdr;
import static domicile.assessment.Requirement.ENDPOINT_SERVICES_LOCATION;
import static domicile.assessment.Requirement.INFERENCE_LOCATION;
import static domicile.assessment.Requirement.STORAGE_LOCATION;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Evidence.Kind;
import domicile.residency.FactValue.Zdr;
import org.junit.jupiter.api.Test;

/** The rows INFERENCE_LOCATION, STORAGE_LOCATION and ENDPOINT_SERVICES_LOCATION of the rules. */
class LocationRulesTest {

    @Test
    void inferenceTakesTheBestDeployment() {
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION, inference("d", DEFAULT, "EU")))
                .isEqualTo(MET);
        assertThat(ask().inference("EU")
                        .status(INFERENCE_LOCATION, inference("us", DEFAULT, "US"), inference("eu", SELECTABLE, "DE")))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().inference("DE").status(INFERENCE_LOCATION, inference("d", DEFAULT, "EU")))
                .isEqualTo(UNVERIFIED);
        assertThat(ask().inference("DE").status(INFERENCE_LOCATION, inference("p", SELECTABLE, "DE", "FR", "IE")))
                .as("a profile that may also run elsewhere is no guarantee")
                .isEqualTo(NOT_MET);
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION, inference("w", DEFAULT, "WORLD")))
                .isEqualTo(NOT_MET);
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION, openEnded("regional", "WORLD")))
                .isEqualTo(UNVERIFIED);
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION)).isEqualTo(UNVERIFIED);
    }

    @Test
    void icelandIsInTheEeaAndNotInTheEu() {
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION, inference("d", DEFAULT, "IS")))
                .isEqualTo(NOT_MET);
        assertThat(ask().inference("EEA").status(INFERENCE_LOCATION, inference("d", DEFAULT, "IS")))
                .isEqualTo(MET);
    }

    @Test
    void anOrderFormInsideTheAreaSettlesWhatIsOpenAndContradictsWhatIsPublished() {
        var order = ask().inference("EU").holding(Kind.ORDER_FORM_INFERENCE_REGION, "eu-central-1");
        assertThat(order.status(INFERENCE_LOCATION, inference("eu", SELECTABLE, "DE")))
                .isEqualTo(MET);
        assertThat(order.status(INFERENCE_LOCATION, openEnded("regional", "WORLD")))
                .isEqualTo(MET);
        Finding contradiction = find(order.of(inference("us", DEFAULT, "US")), INFERENCE_LOCATION);
        assertThat(contradiction.status()).isEqualTo(UNVERIFIED);
        assertThat(contradiction.reason().english()).contains("one of them is wrong");
        assertThat(ask().inference("DE")
                        .holding(Kind.ORDER_FORM_INFERENCE_REGION, "eu-central-1", "US")
                        .status(INFERENCE_LOCATION, inference("de", SELECTABLE, "DE")))
                .as("every region of the order form has to be inside")
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void storageTakesTheBestPlacementOrNothingAtRest() {
        var eu = ask().storage("EU");
        assertThat(eu.status(STORAGE_LOCATION, zdr(Zdr.STATELESS))).isEqualTo(MET);
        assertThat(eu.status(STORAGE_LOCATION, storage("eu", DEFAULT, "EU"))).isEqualTo(MET);
        assertThat(eu.status(STORAGE_LOCATION, storage("eu", SELECTABLE, "US", "EU")))
                .as("placements that the buyer selects count per selected place")
                .isEqualTo(CONDITIONAL);
        assertThat(eu.status(STORAGE_LOCATION, storage("us", DEFAULT, "US"))).isEqualTo(NOT_MET);
        assertThat(eu.status(STORAGE_LOCATION)).isEqualTo(UNVERIFIED);
        assertThat(ask().storage("EU").holding(Kind.ZDR_ADDENDUM).status(STORAGE_LOCATION))
                .isEqualTo(MET);
        assertThat(ask().storage("EU")
                        .holding(Kind.ORDER_FORM_STORAGE_REGION, "DE")
                        .status(STORAGE_LOCATION))
                .isEqualTo(MET);
    }

    @Test
    void obtainableZeroRetentionLiftsStorageToConditionalAndNoFurther() {
        for (Zdr zdr : Zdr.values()) {
            if (zdr == Zdr.STATELESS) {
                continue;
            }
            Status outside = ask().storage("EU").status(STORAGE_LOCATION, storage("us", DEFAULT, "US"), zdr(zdr));
            Status silent = ask().storage("EU").status(STORAGE_LOCATION, zdr(zdr));
            assertThat(outside).as("%s", zdr).isEqualTo(zdr.obtainable() ? CONDITIONAL : NOT_MET);
            assertThat(silent).as("%s", zdr).isEqualTo(zdr.obtainable() ? CONDITIONAL : UNVERIFIED);
        }
    }

    @Test
    void endpointServicesAreUnverifiedUntilADocumentSaysOtherwise() {
        assertThat(ask().endpoint("EU").status(ENDPOINT_SERVICES_LOCATION, storage("eu", DEFAULT, "EU")))
                .isEqualTo(UNVERIFIED);
        assertThat(ask().endpoint("EU")
                        .holding(Kind.ENDPOINT_SERVICES_REGION, "DE")
                        .status(ENDPOINT_SERVICES_LOCATION))
                .isEqualTo(MET);
        assertThat(ask().endpoint("EU")
                        .holding(Kind.ENDPOINT_SERVICES_REGION, "DE", "US")
                        .status(ENDPOINT_SERVICES_LOCATION))
                .isEqualTo(NOT_MET);
    }

    @Test
    void aFindingCitesOrNamesWhatIsMissing() {
        Finding cited = find(ask().inference("EU").of(inference("us", DEFAULT, "US")), INFERENCE_LOCATION);
        assertThat(cited.citations()).hasSize(1);
        assertThat(cited.missingCitation()).isEmpty();
        Finding silent = find(ask().endpoint("EU").of(), ENDPOINT_SERVICES_LOCATION);
        assertThat(silent.citations()).isEmpty();
        assertThat(silent.missingCitation()).isPresent();
    }
}
