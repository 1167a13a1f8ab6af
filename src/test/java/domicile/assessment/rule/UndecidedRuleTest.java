package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.find;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.retention;
import static domicile.assessment.Given.since;
import static domicile.assessment.Requirement.UNDECIDED;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Attestation.Status.HELD;
import static domicile.residency.Selection.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Given;
import domicile.assessment.Requirement;
import domicile.assessment.Verdict;
import domicile.residency.Attestation;
import domicile.residency.Fact;
import domicile.residency.Workload.DataCategory;
import domicile.residency.Workload.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The row UNDECIDED. */
class UndecidedRuleTest {

    private static Given.Ask inEurope() {
        return ask().inference("EU");
    }

    private static final Fact<?> EU = inference("d", DEFAULT, "DE");

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"INFERENCE"})
    void aPartThatNoAskedRequirementCarriesIsUnverified(Part part) {
        var assessment = inEurope().undecided(part).of(EU);
        Finding undecided = find(assessment, UNDECIDED);
        assertThat(undecided.status()).isEqualTo(UNVERIFIED);
        assertThat(undecided.missingCitation()).isPresent();
        assertThat(undecided.lifts()).isNotEmpty();
        assertThat(find(assessment, Requirement.INFERENCE_LOCATION).status()).isEqualTo(MET);
        assertThat(assessment.verdict()).isEqualTo(Verdict.VERIFY_FIRST);
    }

    @Test
    void aPartThatAnAskedRequirementCarriesMakesThatOneUnverified() {
        record Case(Given.Ask asked, Part part, Requirement carrying, Fact<?>... facts) {}
        for (Case one : new Case[] {
            new Case(inEurope(), Part.INFERENCE, Requirement.INFERENCE_LOCATION, EU),
            new Case(ask().keptAtMost(30), Part.RETENTION_MAX_DAYS, Requirement.RETENTION, retention(30, "")),
            new Case(
                    ask().data(DataCategory.PHI).plainCall(),
                    Part.SERVICES,
                    Requirement.HIPAA_BAA,
                    attestation(Attestation.Kind.BAA, HELD)),
            new Case(ask().dpa(), Part.DPA_REQUIRED, Requirement.DPA, attestation(Attestation.Kind.DPA, HELD)),
            new Case(
                    ask().certified(Attestation.Kind.ISO_27001),
                    Part.CERTIFICATIONS,
                    Requirement.ISO_27001,
                    attestation(Attestation.Kind.ISO_27001, HELD)),
            new Case(
                    ask().models("claude"),
                    Part.MODEL_FAMILIES,
                    Requirement.MODEL_AVAILABILITY,
                    Given.models("claude")),
            new Case(ask().models("claude"), Part.MODELS, Requirement.MODEL_AVAILABILITY, Given.models("claude"))
        }) {
            assertThat(one.asked().status(one.carrying(), one.facts()))
                    .as("%s", one.part())
                    .isGreaterThan(UNVERIFIED);
            var assessment = one.asked().undecided(one.part()).of(one.facts());
            assertThat(find(assessment, one.carrying()).status())
                    .as("%s", one.part())
                    .isEqualTo(UNVERIFIED);
            assertThat(assessment.requirements()).as("%s", one.part()).noneMatch(f -> f.requirement() == UNDECIDED);
        }
    }

    @Test
    void whatFailsAnywayStaysSo() {
        assertThat(inEurope()
                        .undecided(Part.INFERENCE)
                        .status(Requirement.INFERENCE_LOCATION, inference("d", DEFAULT, "US")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void theDataCategoriesAreCarriedByNone() {
        assertThat(ask().data(DataCategory.PHI)
                        .undecided(Part.DATA_CATEGORIES)
                        .status(UNDECIDED, attestation(Attestation.Kind.BAA, HELD)))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void anUndecidedFirstDayMakesRetentionWithADateUnverified() {
        Fact<?>[] dated = {retention(30, ""), retention(7, "2025-09-14")};
        for (int limit : new int[] {7, 30, 0}) {
            assertThat(ask().keptAtMost(limit).undecided(Part.STARTS_ON).status(Requirement.RETENTION, dated))
                    .as("%s", limit)
                    .isEqualTo(UNVERIFIED);
        }
        assertThat(ask().keptAtMost(30).undecided(Part.STARTS_ON).status(Requirement.RETENTION, retention(30, "")))
                .as("without a date")
                .isEqualTo(MET);
    }

    @Test
    void anUndecidedFirstDayMakesEveryAttestationWithASinceUnverifiedNotMetToo() {
        for (String since : new String[] {"2026-01", "2026-12"}) {
            assertThat(ask().certified(Attestation.Kind.ISO_27001)
                            .undecided(Part.STARTS_ON)
                            .status(Requirement.ISO_27001, attestation(Attestation.Kind.ISO_27001, HELD, since)))
                    .as(since)
                    .isEqualTo(UNVERIFIED);
            assertThat(ask().dpa()
                            .undecided(Part.STARTS_ON)
                            .status(Requirement.DPA, attestation(Attestation.Kind.DPA, HELD, since)))
                    .as(since)
                    .isEqualTo(UNVERIFIED);
        }
        assertThat(ask().dpa()
                        .undecided(Part.STARTS_ON)
                        .status(Requirement.DPA, attestation(Attestation.Kind.DPA, HELD)))
                .as("without a date")
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void anUndecidedFirstDayMakesEveryPlacementWithASinceUnverifiedNotMetToo() {
        for (String since : new String[] {"2026-01", "2026-12"}) {
            assertThat(inEurope()
                            .undecided(Part.STARTS_ON)
                            .status(Requirement.INFERENCE_LOCATION, since(since, inference("d", DEFAULT, "DE"))))
                    .as(since)
                    .isEqualTo(UNVERIFIED);
        }
    }

    @Test
    void anUndecidedFirstDayThatNothingDependsOnIsAFindingOfItsOwn() {
        assertThat(inEurope().undecided(Part.STARTS_ON).status(UNDECIDED, EU)).isEqualTo(UNVERIFIED);
    }
}
