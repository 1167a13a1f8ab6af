package domicile.assessment;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.ofModels;
import static domicile.assessment.Given.ofServices;
import static domicile.assessment.Given.retention;
import static domicile.assessment.Given.storage;
import static domicile.assessment.Given.zdr;
import static domicile.assessment.Requirement.HIPAA_BAA;
import static domicile.assessment.Requirement.INFERENCE_LOCATION;
import static domicile.assessment.Requirement.RETENTION;
import static domicile.assessment.Requirement.STORAGE_LOCATION;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Attestation.Status.HELD;
import static domicile.residency.Attestation.Status.NOT_HELD;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Attestation.Kind;
import domicile.residency.Fact;
import domicile.residency.Workload.DataCategory;
import domicile.residency.ZeroRetention.Zdr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Model and service" of the rules. */
class EvaluationTest {

    @ParameterizedTest(name = "models {0}, services {1} -> {2}")
    @CsvSource({
        "opus, -, MET",
        "haiku, -, NOT_MET",
        "opus+haiku, -, NOT_MET",
        "opus, batch, NOT_MET",
        "opus, files, MET"
    })
    void whatTheWorkloadNamesIsAssessedByItsOwnFactsAndTheWorstCounts(String models, String services, Status expected) {
        Given.Ask asked = ask().keptAtMost(7);
        asked.usingModels(models.split("\\+"));
        if (!services.equals("-")) {
            asked.using(services);
        }
        assertThat(asked.status(
                        RETENTION,
                        retention(30, ""),
                        ofModels(retention(7, ""), "opus"),
                        ofServices(retention(29, ""), "batch")))
                .isEqualTo(expected);
    }

    @Test
    void thePlainCallIsAUseBesideTheServices() {
        assertThat(ask().keptAtMost(7)
                        .using("batch")
                        .status(RETENTION, retention(30, ""), ofServices(retention(7, ""), "batch")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void forAModelThatANarrowerFactNamesTheNarrowerOneHolds() {
        Fact<?>[] facts = {
            attestation(Kind.BAA, HELD), ofModels(attestation(Kind.BAA, NOT_HELD), "opus"),
        };
        Given.Ask health = ask().data(DataCategory.PHI).plainCall();
        assertThat(health.status(HIPAA_BAA, facts)).isEqualTo(CONDITIONAL);
        assertThat(health.usingModels("haiku").status(HIPAA_BAA, facts)).isEqualTo(CONDITIONAL);
        assertThat(health.usingModels("opus").status(HIPAA_BAA, facts)).isEqualTo(NOT_MET);
        assertThat(health.usingModels("haiku", "opus").status(HIPAA_BAA, facts)).isEqualTo(NOT_MET);
    }

    @Test
    void aPlacementOfSomeModelsHoldsForTheseAlone() {
        Fact<?>[] facts = {inference("global", DEFAULT, "WORLD"), ofModels(inference("us", DEFAULT, "US"), "opus")};
        assertThat(ask().inference("US").usingModels("opus").status(INFERENCE_LOCATION, facts))
                .isEqualTo(MET);
        assertThat(ask().inference("US").usingModels("haiku").status(INFERENCE_LOCATION, facts))
                .isEqualTo(NOT_MET);
    }

    @Test
    void whereOnlyANarrowerFactWouldSatisfyAndNoModelIsNamedItIsConditionalAtBestNamingTheModels() {
        Finding finding = ask().inference("US")
                .finding(
                        INFERENCE_LOCATION,
                        inference("global", DEFAULT, "WORLD"),
                        ofModels(inference("us", DEFAULT, "US"), "opus", "sonnet"));
        assertThat(finding.status()).isEqualTo(CONDITIONAL);
        assertThat(finding.reason().english()).contains("opus").contains("sonnet");
        assertThat(ask().keptAtMost(0).status(RETENTION, ofModels(retention(0, ""), "opus")))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void aNarrowerFactThatIsNoBetterThanConditionalStaysWhatItIs() {
        assertThat(ask().inference("US")
                        .status(
                                INFERENCE_LOCATION,
                                inference("global", DEFAULT, "WORLD"),
                                ofModels(inference("us", SELECTABLE, "US"), "opus")))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().inference("DE")
                        .status(
                                INFERENCE_LOCATION,
                                inference("global", DEFAULT, "WORLD"),
                                ofModels(inference("eu", DEFAULT, "EU"), "opus")))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aFactOfTheWholeOfferingNeedsNoModel() {
        assertThat(ask().inference("US")
                        .status(
                                INFERENCE_LOCATION,
                                inference("us", DEFAULT, "US"),
                                ofModels(inference("eu", DEFAULT, "EU"), "opus")))
                .isEqualTo(MET);
    }

    @Test
    void aServiceThatStoresIsNotCoveredByStateless() {
        Fact<?>[] facts = {zdr(Zdr.STATELESS), ofServices(storage("files", DEFAULT, "US"), "files")};
        assertThat(ask().storage("EU").plainCall().status(STORAGE_LOCATION, facts))
                .isEqualTo(MET);
        assertThat(ask().storage("EU").using("files").status(STORAGE_LOCATION, facts))
                .isEqualTo(NOT_MET);
        assertThat(ask().storage("US").using("files").status(STORAGE_LOCATION, facts))
                .isEqualTo(MET);
    }

    @Test
    void aServiceThatNoFactNamesIsThePlainCall() {
        assertThat(ask().storage("EU").using("web-search").status(STORAGE_LOCATION, zdr(Zdr.STATELESS)))
                .isEqualTo(MET);
    }

    @Test
    void aRegisterWithoutNarrowerFactsGivesTheSameWhateverIsNamed() {
        Fact<?>[] facts = {inference("eu", SELECTABLE, "EU"), retention(30, ""), zdr(Zdr.APPROVAL)};
        Given.Ask plain = ask().inference("EU").keptAtMost(0);
        Given.Ask named = ask().inference("EU").keptAtMost(0).using("batch", "files");
        assertThat(named.of(facts).requirements()).isEqualTo(plain.of(facts).requirements());
    }
}
