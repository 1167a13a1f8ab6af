package domicile.assessment;

import static domicile.assessment.FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE;
import static domicile.assessment.FailureMode.COVERAGE_IS_NOT_EVERY_MODEL;
import static domicile.assessment.FailureMode.SOC2_IS_NOT_GEOGRAPHY;
import static domicile.assessment.FailureMode.STORAGE_IS_NOT_INFERENCE;
import static domicile.assessment.FailureMode.State.CLEARED;
import static domicile.assessment.FailureMode.State.FLAGGED;
import static domicile.assessment.FailureMode.State.NOT_APPLICABLE;
import static domicile.assessment.FailureMode.State.OPEN;
import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.baaBut;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.models;
import static domicile.assessment.Given.ofModels;
import static domicile.assessment.Given.ofServices;
import static domicile.assessment.Given.offering;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.retention;
import static domicile.assessment.Given.state;
import static domicile.assessment.Given.storage;
import static domicile.residency.Attestation.Kind.BAA;
import static domicile.residency.Attestation.Status.HELD;
import static domicile.residency.Attestation.Status.NOT_HELD;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.FailureMode.State;
import domicile.residency.Attestation;
import domicile.residency.Evidence.Kind;
import domicile.residency.Fact;
import domicile.residency.Workload.DataCategory;
import domicile.residency.Workload.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the failure modes. */
class FailureModesTest {

    private static Given.Ask health() {
        return ask().data(DataCategory.PHI);
    }

    private static Given.Paper schedule() {
        return paper(Kind.BAA_PRODUCT_SCHEDULE).naming("Vendor it");
    }

    @Test
    void allFourAreStatedForEveryCandidateInTheirOrderWithTheReason() {
        var none = ask().of(inference("us", DEFAULT, "US"));
        assertThat(none.failureModes()).extracting(FailureFinding::failureMode).containsExactly(FailureMode.values());
        assertThat(none.failureModes())
                .allSatisfy(f -> assertThat(f.state()).isEqualTo(NOT_APPLICABLE))
                .allSatisfy(f -> assertThat(f.reason().english()).isNotBlank());
    }

    // STORAGE_IS_NOT_INFERENCE

    @ParameterizedTest(name = "inference in {0}, storage in {1} -> {2}")
    @CsvSource({
        "US, EU, FLAGGED",
        "US, DE, FLAGGED",
        "US, US, NOT_APPLICABLE",
        "US, -, NOT_APPLICABLE",
        "DE, EU, CLEARED",
        "EUROPE, EU, OPEN",
        "-, EU, OPEN"
    })
    void storageInTheAreaIsNotInferenceInTheArea(String inference, String stored, State expected) {
        List<Fact<?>> facts = new ArrayList<>();
        if (!inference.equals("-")) {
            facts.add(inference("i", SELECTABLE, inference));
        }
        if (!stored.equals("-")) {
            facts.add(storage("s", SELECTABLE, stored));
        }
        assertThat(state(ask().inference("EU").of(facts.toArray(Fact<?>[]::new)), STORAGE_IS_NOT_INFERENCE))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', FLAGGED", "DE, FLAGGED", "US, NOT_APPLICABLE"})
    void aResidencyClaimInsideOrWithoutARegionFlags(String region, State expected) {
        Given.Paper claim = paper(Kind.STORAGE_RESIDENCY_CLAIM);
        assertThat(state(
                        ask().inference("EU")
                                .with(region.isEmpty() ? claim : claim.in(region))
                                .of(inference("us", DEFAULT, "US")),
                        STORAGE_IS_NOT_INFERENCE))
                .isEqualTo(expected);
    }

    @Test
    void aFlagNamesTheWayOut() {
        var flagged = ask().inference("EU")
                .in(
                        offering(
                                "it",
                                models("gpt"),
                                inference("us", DEFAULT, "US"),
                                storage("europe", SELECTABLE, "EU")),
                        offering("lane", models("gpt"), inference("zone", SELECTABLE, "EU")));
        assertThat(flagged.failureModes().getFirst().reason().english()).contains("Vendor lane (zone)");
    }

    // SOC2_IS_NOT_GEOGRAPHY

    @Test
    void aSoc2ReportThatIsReliedOnWithoutARegionalCommitmentIsFlagged() {
        assertThat(state(ask().inference("EU").with(paper(Kind.SOC2_REPORT)).of(), SOC2_IS_NOT_GEOGRAPHY))
                .isEqualTo(FLAGGED);
        assertThat(state(ask().inference("EU").of(), SOC2_IS_NOT_GEOGRAPHY)).isEqualTo(OPEN);
    }

    @ParameterizedTest(name = "inference form {0}, storage form {1} -> {2}")
    @CsvSource({"DE, DE, CLEARED", "DE, -, OPEN", "-, DE, OPEN", "US, DE, OPEN", "EUROPE, DE, OPEN", "-, -, OPEN"})
    void aRegionalCommitmentInsideTheAreaForEachLayerAskedClears(String inference, String stored, State expected) {
        Given.Ask asked = ask().inference("EU").storage("EU");
        if (!inference.equals("-")) {
            asked.with(paper(Kind.ORDER_FORM_INFERENCE_REGION).in(inference));
        }
        if (!stored.equals("-")) {
            asked.with(paper(Kind.ORDER_FORM_STORAGE_REGION).in(stored));
        }
        assertThat(state(asked.of(), SOC2_IS_NOT_GEOGRAPHY)).isEqualTo(expected);
    }

    @Test
    void aCommitmentThatDoesNotCountClearsNothing() {
        assertThat(state(
                        ask().inference("EU")
                                .with(paper(Kind.ORDER_FORM_INFERENCE_REGION)
                                        .in("DE")
                                        .inForceFrom("2026-07-02"))
                                .of(),
                        SOC2_IS_NOT_GEOGRAPHY))
                .isEqualTo(OPEN);
    }

    // BAA_IS_NOT_PRODUCT_COVERAGE

    @Test
    void aBaaFromADateAfterTheFirstDayIsFlagged() {
        assertThat(state(health().of(attestation(BAA, HELD, "2026-07-02")), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(FLAGGED);
        assertThat(state(health().of(attestation(BAA, HELD, "2026-07-01")), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(OPEN);
    }

    @Test
    void aUsedServiceOutOfScopeIsFlagged() {
        assertThat(state(health().using("guardrails").of(baaBut(false, "guardrails")), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(FLAGGED);
        assertThat(state(health().plainCall().of(baaBut(false, "guardrails")), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(OPEN);
    }

    @Test
    void onlyTheVendorsBaaIsFlagged() {
        assertThat(state(health().with(paper(Kind.VENDOR_BAA)).of(attestation(BAA, HELD)), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(FLAGGED);
        assertThat(state(health().with(paper(Kind.VENDOR_BAA)).of(), BAA_IS_NOT_PRODUCT_COVERAGE))
                .as("also where nothing is published")
                .isEqualTo(FLAGGED);
    }

    @ParameterizedTest
    @CsvSource({"Azure OpenAI Service", "Vendor", "Claude", "'Vendor it, without agents'"})
    void aScheduleThatNamesAnotherProductOrExcludesIsFlagged(String product) {
        assertThat(state(
                        health().plainCall()
                                .with(paper(Kind.BAA_PRODUCT_SCHEDULE).naming(product))
                                .of(attestation(BAA, HELD)),
                        BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(FLAGGED);
    }

    @Test
    void aScheduleThatCountsAndNamesTheServicesUsedClears() {
        assertThat(state(health().plainCall().with(schedule()).of(attestation(BAA, HELD)), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(CLEARED);
        assertThat(state(
                        health().using("agents")
                                .with(schedule().ofServices("agents"))
                                .of(attestation(BAA, HELD)),
                        BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(CLEARED);
        assertThat(state(
                        health().using("agents").with(schedule()).of(attestation(BAA, HELD)),
                        BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(OPEN);
    }

    @Test
    void aScheduleThatCountsClearsAnotherOneForAnotherProductNotwithstanding() {
        assertThat(state(
                        health().plainCall()
                                .with(
                                        schedule(),
                                        paper(Kind.BAA_PRODUCT_SCHEDULE).naming("Other Thing"))
                                .of(attestation(BAA, HELD)),
                        BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(CLEARED);
    }

    @Test
    void servicesAbsentLeaveItOpenAlthoughAScheduleCounts() {
        assertThat(state(health().with(schedule()).of(attestation(BAA, HELD)), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(OPEN);
    }

    @ParameterizedTest
    @CsvSource({"VERIFY", "NOT_PUBLISHED", "NOT_HELD"})
    void noPublishedBaaAndNoDocumentInHandIsNotApplicable(Attestation.Status status) {
        assertThat(state(health().of(attestation(BAA, status)), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(NOT_APPLICABLE);
        assertThat(state(health().of(), BAA_IS_NOT_PRODUCT_COVERAGE)).isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void withoutPhiItIsNotApplicableUnlessThatIsUndecided() {
        assertThat(state(ask().noTraining().of(attestation(BAA, HELD)), BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(NOT_APPLICABLE);
        assertThat(state(
                        ask().noTraining().undecided(Part.DATA_CATEGORIES).of(attestation(BAA, HELD)),
                        BAA_IS_NOT_PRODUCT_COVERAGE))
                .isEqualTo(OPEN);
    }

    // COVERAGE_IS_NOT_EVERY_MODEL

    @Test
    void isApplicableForPhiOrARetentionBelowThePublishedDefault() {
        Fact<?>[] facts = {retention(30, ""), ofModels(retention(0, ""), "opus")};
        assertThat(state(ask().keptAtMost(7).of(facts), COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(OPEN);
        assertThat(state(ask().keptAtMost(30).of(facts), COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(NOT_APPLICABLE);
        assertThat(state(ask().noTraining().of(facts), COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void withoutANarrowerFactItIsNotApplicable() {
        var none = health().plainCall().of(attestation(BAA, HELD));
        assertThat(state(none, COVERAGE_IS_NOT_EVERY_MODEL)).isEqualTo(NOT_APPLICABLE);
        assertThat(none.failureModes().getLast().reason().english()).isEqualTo("The register has no narrower fact.");
    }

    @Test
    void aNarrowerFactThatExcludesWhatIsUsedIsFlagged() {
        Fact<?>[] facts = {attestation(BAA, HELD), ofModels(attestation(BAA, NOT_HELD), "opus")};
        assertThat(state(health().usingModels("opus").plainCall().of(facts), COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(FLAGGED);
        assertThat(state(health().usingModels("haiku").plainCall().of(facts), COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(OPEN);
        assertThat(state(
                        ask().keptAtMost(7)
                                .using("batch")
                                .of(retention(30, ""), ofServices(retention(29, ""), "batch")),
                        COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(FLAGGED);
    }

    @Test
    void aHedgeOfTheDocumentInHandThatExcludesWhatIsUsedIsFlagged() {
        assertThat(state(
                        health().using("agents")
                                .with(schedule().ofServices("agents").hedged("This does not cover Agents in preview."))
                                .of(baaBut(true)),
                        COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(FLAGGED);
    }

    @Test
    void aHedgeFlagsAlsoWhereTheRegisterHasNoNarrowerFact() {
        assertThat(state(
                        health().using("agents")
                                .with(schedule().ofServices("agents").hedged("This does not cover Agents in preview."))
                                .of(attestation(BAA, HELD)),
                        COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(FLAGGED);
    }

    @Test
    void theDocumentInHandThatNamesTheModelsAndServicesUsedClears() {
        Fact<?>[] facts = {attestation(BAA, HELD), ofModels(attestation(BAA, HELD), "opus")};
        assertThat(state(
                        health().usingModels("opus")
                                .using("agents")
                                .with(schedule().ofModels("opus").ofServices("agents"))
                                .of(facts),
                        COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(CLEARED);
        assertThat(state(
                        health().usingModels("opus")
                                .using("agents")
                                .with(schedule().ofServices("agents"))
                                .of(facts),
                        COVERAGE_IS_NOT_EVERY_MODEL))
                .as("the model is not named")
                .isEqualTo(OPEN);
    }

    @Test
    void someOutOfScopeUnnamedLeaveItOpen() {
        assertThat(state(health().of(baaBut(true)), COVERAGE_IS_NOT_EVERY_MODEL))
                .isEqualTo(OPEN);
    }
}
