package domicile.assessment;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.fact;
import static domicile.assessment.Given.fedRamp;
import static domicile.assessment.Given.find;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.models;
import static domicile.assessment.Given.openEnded;
import static domicile.assessment.Given.retention;
import static domicile.assessment.Given.tie;
import static domicile.assessment.Given.zdr;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.FactValue.Zdr;
import domicile.residency.Workload.DataCategory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other rows of the rules, from RETENTION to SAME_DEPLOYMENT. */
class OtherRulesTest {

    @Test
    void retentionTakesTheDefaultInForceOnTheFirstDay() {
        Fact<?>[] facts = {retention(30, ""), retention(7, "2025-09-14")};
        assertThat(ask().keptAtMost(7).status(Requirement.RETENTION, facts)).isEqualTo(MET);
        assertThat(ask().keptAtMost(7).from("2025-09-13").status(Requirement.RETENTION, facts))
                .isEqualTo(NOT_MET);
        assertThat(ask().keptAtMost(7).from("2025-09-14").status(Requirement.RETENTION, facts))
                .isEqualTo(MET);
    }

    @Test
    void retentionBeyondTheLimitDependsOnZeroRetention() {
        assertThat(ask().keptAtMost(0).status(Requirement.RETENTION, retention(30, ""), zdr(Zdr.APPROVAL)))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().keptAtMost(0).status(Requirement.RETENTION, retention(30, ""), zdr(Zdr.VERIFY)))
                .isEqualTo(UNVERIFIED);
        assertThat(ask().keptAtMost(0).status(Requirement.RETENTION, retention(30, ""), zdr(Zdr.NOT_OFFERED)))
                .isEqualTo(NOT_MET);
        assertThat(ask().keptAtMost(0).status(Requirement.RETENTION)).isEqualTo(UNVERIFIED);
        assertThat(ask().keptAtMost(0)
                        .holding(Evidence.Kind.ZDR_ADDENDUM)
                        .status(Requirement.RETENTION, retention(30, "")))
                .isEqualTo(MET);
    }

    @Test
    void trainingHasToBeForbiddenByTheOrderForm() {
        Fact<?> stated = fact(new FactValue.TrainingReuse(FactValue.Reuse.NOT_USED_BY_DEFAULT));
        assertThat(ask().noTraining().status(Requirement.TRAINING_REUSE, stated))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().noTraining().status(Requirement.TRAINING_REUSE)).isEqualTo(UNVERIFIED);
        assertThat(ask().noTraining()
                        .holding(Evidence.Kind.ORDER_FORM_NO_TRAINING)
                        .status(Requirement.TRAINING_REUSE, stated))
                .isEqualTo(MET);
    }

    @ParameterizedTest
    @CsvSource({
        "HELD,CONDITIONAL",
        "SCOPED,CONDITIONAL",
        "VERIFY,UNVERIFIED",
        "NOT_PUBLISHED,UNVERIFIED",
        "NOT_HELD,NOT_MET"
    })
    void aContractIsConditionalAtBestUntilItIsInHand(Attestation.Status published, Status expected) {
        assertThat(ask().data(DataCategory.PHI)
                        .status(Requirement.HIPAA_BAA, attestation(Attestation.Kind.BAA, published)))
                .isEqualTo(expected);
        assertThat(ask().data(DataCategory.PERSONAL)
                        .status(Requirement.DPA, attestation(Attestation.Kind.DPA, published)))
                .isEqualTo(expected);
    }

    @Test
    void aBaaDoesNotReachBackBeforeItsFirstDay() {
        Fact<?> baa = attestation(Attestation.Kind.BAA, Attestation.Status.HELD, "2026-02-10");
        var early = ask().data(DataCategory.PHI).from("2026-02-09").of(baa);
        assertThat(find(early, Requirement.HIPAA_BAA).status()).isEqualTo(NOT_MET);
        assertThat(Given.state(early, FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE)).isEqualTo(FailureMode.State.FLAGGED);
        assertThat(ask().data(DataCategory.PHI).from("2026-02-10").status(Requirement.HIPAA_BAA, baa))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void aBaaScheduleHasToNameThisProduct() {
        Fact<?> baa = attestation(Attestation.Kind.BAA, Attestation.Status.HELD);
        assertThat(ask().data(DataCategory.PHI)
                        .holdingNaming(Evidence.Kind.BAA_PRODUCT_SCHEDULE, "Vendor it")
                        .status(Requirement.HIPAA_BAA, baa))
                .isEqualTo(MET);
        assertThat(ask().data(DataCategory.PHI)
                        .holdingNaming(Evidence.Kind.BAA_PRODUCT_SCHEDULE, "Other Thing")
                        .status(Requirement.HIPAA_BAA, baa))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().data(DataCategory.PHI)
                        .holding(Evidence.Kind.BAA_PRODUCT_SCHEDULE)
                        .status(Requirement.HIPAA_BAA, baa))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void aUsedServiceOutOfTheBaasScopeIsNotCovered() {
        Fact<?> baa = fact(new Attestation(
                Attestation.Kind.BAA,
                Attestation.Status.HELD,
                "vendor",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of("guardrails")));
        var used = ask().data(DataCategory.PHI).using("guardrails").of(baa);
        assertThat(find(used, Requirement.HIPAA_BAA).status()).isEqualTo(NOT_MET);
        assertThat(Given.state(used, FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE)).isEqualTo(FailureMode.State.FLAGGED);
        assertThat(ask().data(DataCategory.PHI).using("agents").status(Requirement.HIPAA_BAA, baa))
                .isEqualTo(CONDITIONAL);
    }

    @ParameterizedTest
    @CsvSource({"LOW,MET", "MODERATE,MET", "HIGH,NOT_MET"})
    void fedRampLevelsAreOrdered(FedRampLevel asked, Status expected) {
        assertThat(ask().fedRamp(asked).status(Requirement.FEDRAMP, fedRamp(FedRampLevel.MODERATE)))
                .isEqualTo(expected);
    }

    @Test
    void fedRampLimitedToARegionIsConditional() {
        assertThat(ask().fedRamp(FedRampLevel.HIGH).status(Requirement.FEDRAMP, fedRamp(FedRampLevel.HIGH, "gov")))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().fedRamp(FedRampLevel.HIGH).status(Requirement.FEDRAMP)).isEqualTo(UNVERIFIED);
    }

    @Test
    void certificationsAndTheirConflicts() {
        var soc2 = ask().certified(Attestation.Kind.SOC2_TYPE_II);
        Fact<?> held = attestation(Attestation.Kind.SOC2_TYPE_II, Attestation.Status.HELD);
        Fact<?> verify = attestation(Attestation.Kind.SOC2_TYPE_II, Attestation.Status.VERIFY);
        assertThat(soc2.status(Requirement.SOC2_TYPE_II, held)).isEqualTo(MET);
        assertThat(soc2.status(Requirement.SOC2_TYPE_II, verify)).isEqualTo(UNVERIFIED);
        assertThat(soc2.status(Requirement.SOC2_TYPE_II, held, verify)).isEqualTo(UNVERIFIED);
        assertThat(soc2.status(Requirement.SOC2_TYPE_II)).isEqualTo(UNVERIFIED);
        assertThat(soc2.status(
                        Requirement.SOC2_TYPE_II,
                        attestation(Attestation.Kind.SOC2_TYPE_II, Attestation.Status.HELD, "2026-07")))
                .as("a month counts from its last day")
                .isEqualTo(NOT_MET);
    }

    @Test
    void exclusionsLookAtOwnersAndAtDeployments() {
        var gulf = ask().excluding("AE", "SA");
        assertThat(gulf.status(Requirement.EXCLUDED_JURISDICTIONS, inference("us", DEFAULT, "US"), tie("SA")))
                .isEqualTo(NOT_MET);
        assertThat(gulf.status(Requirement.EXCLUDED_JURISDICTIONS, inference("ae", DEFAULT, "AE")))
                .isEqualTo(NOT_MET);
        assertThat(gulf.status(
                        Requirement.EXCLUDED_JURISDICTIONS,
                        inference("us", DEFAULT, "US"),
                        inference("ae", SELECTABLE, "AE")))
                .isEqualTo(CONDITIONAL);
        assertThat(gulf.status(
                        Requirement.EXCLUDED_JURISDICTIONS,
                        inference("us", DEFAULT, "US"),
                        openEnded("others", "WORLD")))
                .isEqualTo(UNVERIFIED);
        assertThat(gulf.status(Requirement.EXCLUDED_JURISDICTIONS, inference("us", DEFAULT, "US"), tie("JP")))
                .isEqualTo(MET);
    }

    @Test
    void aRegisterThatIsSilentAboutModelsIsUnverified() {
        assertThat(ask().models("claude").status(Requirement.MODEL_AVAILABILITY, models("claude")))
                .isEqualTo(MET);
        assertThat(ask().models("claude").status(Requirement.MODEL_AVAILABILITY, models("gpt")))
                .isEqualTo(NOT_MET);
        assertThat(ask().models("claude").status(Requirement.MODEL_AVAILABILITY))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aRegulatedWorkloadNeedsTheFiveFields() {
        Fact<?>[] five = {
            inference("us", DEFAULT, "US"),
            retention(0, ""),
            zdr(Zdr.STATELESS),
            attestation(Attestation.Kind.BAA, Attestation.Status.HELD),
            fact(new FactValue.TrustPortal("https://vendor.example/trust"))
        };
        assertThat(ask().data(DataCategory.FINANCIAL).status(Requirement.REGISTER_RECORD, five))
                .isEqualTo(MET);
        for (int missing = 0; missing < five.length; missing++) {
            List<Fact<?>> four = new java.util.ArrayList<>(List.of(five));
            four.remove(missing);
            Finding finding = find(
                    ask().data(DataCategory.FINANCIAL).of(four.toArray(Fact<?>[]::new)), Requirement.REGISTER_RECORD);
            assertThat(finding.status()).isEqualTo(UNVERIFIED);
        }
        assertThat(ask().data(DataCategory.INTERNAL).of(five).requirements()).isEmpty();
    }

    @Test
    void regionalRequirementsHaveToHoldInOneDeployment() {
        Fact<?> eu = inference("eu", SELECTABLE, "EU");
        Fact<?> gov = inference("gov", SELECTABLE, "us-gov-west-1");
        var lanes = ask().inference("EU").fedRamp(FedRampLevel.HIGH);
        Finding apart = find(lanes.of(eu, gov, fedRamp(FedRampLevel.HIGH, "gov")), Requirement.SAME_DEPLOYMENT);
        assertThat(apart.status()).isEqualTo(NOT_MET);
        assertThat(apart.reason().english()).contains("in eu").contains("in gov");
        assertThat(lanes.status(Requirement.SAME_DEPLOYMENT, eu, gov, fedRamp(FedRampLevel.HIGH, "eu")))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void failureModesAreStatedForEveryCandidateInTheirOrder() {
        var none = ask().of(inference("us", DEFAULT, "US"));
        assertThat(none.failureModes()).extracting(FailureFinding::failureMode).containsExactly(FailureMode.values());
        assertThat(none.failureModes())
                .extracting(FailureFinding::state)
                .containsOnly(FailureMode.State.NOT_APPLICABLE);
    }

    @Test
    void storageInTheAreaIsFlaggedWhenInferenceIsOutside() {
        var flagged =
                ask().inference("EU").of(inference("us", DEFAULT, "US"), Given.storage("europe", SELECTABLE, "EU"));
        assertThat(Given.state(flagged, FailureMode.STORAGE_IS_NOT_INFERENCE)).isEqualTo(FailureMode.State.FLAGGED);
        var claimed = ask().inference("EU")
                .holding(Evidence.Kind.STORAGE_RESIDENCY_CLAIM)
                .of(inference("us", DEFAULT, "US"));
        assertThat(Given.state(claimed, FailureMode.STORAGE_IS_NOT_INFERENCE)).isEqualTo(FailureMode.State.FLAGGED);
        var nothing = ask().inference("EU").of(inference("us", DEFAULT, "US"));
        assertThat(Given.state(nothing, FailureMode.STORAGE_IS_NOT_INFERENCE))
                .isEqualTo(FailureMode.State.NOT_APPLICABLE);
    }

    @Test
    void onlyTheVendorsBaaIsFlagged() {
        var vendor = ask().data(DataCategory.PHI)
                .holding(Evidence.Kind.VENDOR_BAA)
                .of(attestation(Attestation.Kind.BAA, Attestation.Status.HELD));
        assertThat(Given.state(vendor, FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE)).isEqualTo(FailureMode.State.FLAGGED);
    }

    @Test
    void alternativesNameTheFewestDocumentsAndBetterLanes() {
        var it = Given.offering(
                "it",
                models("claude"),
                inference("eu", SELECTABLE, "EU"),
                attestation(Attestation.Kind.DPA, Attestation.Status.HELD));
        var lane = Given.offering(
                "lane",
                models("claude"),
                inference("eu", DEFAULT, "EU"),
                attestation(Attestation.Kind.DPA, Attestation.Status.HELD));
        var conditional = ask().inference("EU").data(DataCategory.INTERNAL).in(it, lane);
        assertThat(conditional.alternatives())
                .extracting(Alternative::offering, a -> a.needs().size(), Alternative::reaches)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("it", 1, Verdict.SUITABLE),
                        org.assertj.core.groups.Tuple.tuple("lane", 0, Verdict.SUITABLE));
    }

    @Test
    void whereSourcesDisagreeAboutZeroRetentionItIsToBeVerified() {
        Fact<?>[] disagree = {
            zdr(Zdr.STATELESS),
            new Fact<>(new FactValue.ZeroRetention(Zdr.VERIFY), "", "text", List.of(new Citation(1, Given.READ)))
        };
        Finding storage = find(ask().storage("EU").of(disagree), Requirement.STORAGE_LOCATION);
        assertThat(storage.status()).isEqualTo(UNVERIFIED);
        assertThat(ask().keptAtMost(0).status(Requirement.RETENTION, disagree)).isEqualTo(UNVERIFIED);
        assertThat(ask().storage("EU").status(Requirement.STORAGE_LOCATION, zdr(Zdr.STATELESS)))
                .isEqualTo(MET);
    }

    @Test
    void whereSourcesDisagreeAboutFamiliesOnlyWhatAllNameIsOffered() {
        Fact<?>[] disagree = {
            models("claude", "gpt"),
            new Fact<>(
                    new FactValue.ModelFamilies(List.of("claude"), false),
                    "",
                    "text",
                    List.of(new Citation(1, Given.READ)))
        };
        assertThat(ask().models("claude").status(Requirement.MODEL_AVAILABILITY, disagree))
                .isEqualTo(MET);
        assertThat(ask().models("gpt").status(Requirement.MODEL_AVAILABILITY, disagree))
                .isEqualTo(UNVERIFIED);
        assertThat(ask().models("gemini").status(Requirement.MODEL_AVAILABILITY, disagree))
                .isEqualTo(NOT_MET);
    }

    @Test
    void anAuthorizationLimitedToADeploymentIsConditionalWhateverItsStatus() {
        Fact<?> held = fact(new Attestation(
                Attestation.Kind.FEDRAMP,
                Attestation.Status.HELD,
                "vendor",
                "",
                Optional.of(FedRampLevel.HIGH),
                List.of("gov"),
                Optional.empty(),
                List.of()));
        assertThat(ask().fedRamp(FedRampLevel.HIGH).status(Requirement.FEDRAMP, held))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void regionalRequirementsOverNoPublishedDeploymentAreUnverified() {
        Finding same = find(
                ask().storage("EU").fedRamp(FedRampLevel.HIGH).of(zdr(Zdr.STATELESS), fedRamp(FedRampLevel.HIGH)),
                Requirement.SAME_DEPLOYMENT);
        assertThat(same.status()).isEqualTo(UNVERIFIED);
        assertThat(same.missingCitation()).isPresent();
    }

    @Test
    void aSoc2ReportIsNotReliedOnForPlaceWhereTheOrderFormCommitsStorage() {
        var report = ask().storage("EU").holding(Evidence.Kind.SOC2_REPORT);
        assertThat(Given.state(report.of(), FailureMode.SOC2_IS_NOT_GEOGRAPHY)).isEqualTo(FailureMode.State.FLAGGED);
        report.holding(Evidence.Kind.ORDER_FORM_STORAGE_REGION, "DE");
        assertThat(Given.state(report.of(), FailureMode.SOC2_IS_NOT_GEOGRAPHY)).isEqualTo(FailureMode.State.OPEN);
        report.inference("EU");
        assertThat(Given.state(report.of(), FailureMode.SOC2_IS_NOT_GEOGRAPHY))
                .as("a commitment about storage says nothing about inference")
                .isEqualTo(FailureMode.State.FLAGGED);
    }
}
