package domicile.assessment;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.models;
import static domicile.assessment.Given.offering;
import static domicile.assessment.Given.retention;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.training;
import static domicile.assessment.Given.zdr;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.TrainingReuse.Reuse;
import domicile.residency.Workload;
import domicile.residency.Workload.DataCategory;
import domicile.residency.ZeroRetention.Zdr;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Alternatives" of the rules. */
class AlternativesTest {

    private static List<Evidence.Kind> kinds(Alternative alternative) {
        return alternative.needs().stream().map(n -> n.document().kind()).toList();
    }

    @Test
    void aSuitableCandidateNeedsNone() {
        assertThat(ask().inference("EU").of(inference("eu", DEFAULT, "EU")).alternatives())
                .isEmpty();
    }

    @Test
    void theFewestDocumentsAndTheBetterLanesOfTheSameModels() {
        var it = offering("it", models("claude"), inference("eu", SELECTABLE, "EU"));
        var lane = offering("lane", models("claude"), inference("eu", DEFAULT, "EU"));
        var other = offering("other", models("gpt"), inference("eu", DEFAULT, "EU"));
        assertThat(ask().inference("EU").in(it, lane, other).alternatives())
                .extracting(Alternative::offering, AlternativesTest::kinds, Alternative::reaches)
                .containsExactly(
                        tuple("it", List.of(Evidence.Kind.ORDER_FORM_INFERENCE_REGION), Verdict.SUITABLE),
                        tuple("lane", List.of(), Verdict.SUITABLE));
    }

    @Test
    void aLaneThatIsNoBetterIsNotNamed() {
        var it = offering("it", models("claude"), inference("us", DEFAULT, "US"));
        var lane = offering("lane", models("claude"), inference("us", DEFAULT, "US"));
        assertThat(ask().inference("EU").in(it, lane).alternatives())
                .extracting(Alternative::offering)
                .doesNotContain("lane");
    }

    @Test
    void aFactToBeReadFirstHandIsNamedWhereNoDocumentHelps() {
        assertThat(ask().models("claude").of(secondHand(models("claude"))).alternatives())
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.needs()).isEmpty();
                    assertThat(a.readFirstHand()).containsExactly("modelFamilies");
                    assertThat(a.reaches()).isEqualTo(Verdict.SUITABLE);
                });
    }

    @Test
    void oneChangeIsEnoughWhereADocumentSettlesWhatIsSecondHand() {
        assertThat(ask().inference("EU")
                        .of(secondHand(inference("eu", DEFAULT, "EU")))
                        .alternatives())
                .singleElement()
                .satisfies(a ->
                        assertThat(a.needs().size() + a.readFirstHand().size()).isEqualTo(1));
    }

    @Test
    void aDocumentSaysWhatItHasToSay() {
        Alternative alternative = ask().data(DataCategory.PHI)
                .using("agents")
                .certified(Attestation.Kind.ISO_27001)
                .of(
                        attestation(Attestation.Kind.BAA, Attestation.Status.HELD),
                        attestation(Attestation.Kind.ISO_27001, Attestation.Status.VERIFY),
                        inference("us", DEFAULT, "US"),
                        retention(30, ""),
                        zdr(Zdr.ADDENDUM),
                        Given.portal())
                .alternatives()
                .getFirst();
        assertThat(alternative.reaches()).isEqualTo(Verdict.SUITABLE);
        assertThat(alternative.needs())
                .extracting(Need::document)
                .satisfiesExactlyInAnyOrder(
                        baa -> {
                            assertThat(baa.kind()).isEqualTo(Evidence.Kind.BAA_PRODUCT_SCHEDULE);
                            assertThat(baa.product()).isEqualTo("Vendor it");
                            assertThat(baa.services()).containsExactly("agents");
                        },
                        certificate -> {
                            assertThat(certificate.kind()).isEqualTo(Evidence.Kind.CERTIFICATE);
                            assertThat(certificate.certification()).contains(Attestation.Kind.ISO_27001);
                        });
    }

    @Test
    void eachCanBeSuppliedAndThenReachesWhatItSays() {
        record Case(Given.Ask asked, Fact<?>... facts) {}
        for (Case one : new Case[] {
            new Case(ask().inference("EU").storage("EU"), inference("eu", SELECTABLE, "EU"), zdr(Zdr.APPROVAL)),
            new Case(ask().inference("DE"), inference("eu", DEFAULT, "EU")),
            new Case(ask().endpoint("EU").noTraining(), training(Reuse.USED_BY_DEFAULT)),
            new Case(ask().keptAtMost(7), retention(30, ""), zdr(Zdr.ENTERPRISE)),
            new Case(ask().dpa(), attestation(Attestation.Kind.DPA, Attestation.Status.HELD)),
            new Case(
                    ask().fedRamp(Attestation.FedRampLevel.MODERATE).inference("US"),
                    Given.fedRamp(Attestation.FedRampLevel.HIGH),
                    inference("us", SELECTABLE, "US"),
                    retention(0, ""),
                    zdr(Zdr.STATELESS),
                    attestation(Attestation.Kind.BAA, Attestation.Status.HELD),
                    Given.portal()),
            new Case(ask().excluding("AE"), inference("us", DEFAULT, "US"))
        }) {
            OfferingAssessment before = one.asked().of(one.facts());
            assertThat(before.alternatives()).as("%s", before.requirements()).isNotEmpty();
            Alternative alternative = before.alternatives().getFirst();
            assertThat(alternative.reaches()).isGreaterThan(before.verdict());
            assertThat(alternative.readFirstHand()).isEmpty();
            assertThat(alternative.needs())
                    .allSatisfy(n -> assertThat(n.says().english()).isNotBlank());
            Workload supplied = one.asked()
                    .workload()
                    .withMoreEvidence(
                            alternative.needs().stream().map(Need::document).toList());
            Verdict reached = Assessor.assess(
                            supplied, Given.register(offering("it", one.facts())), Given.DATE, Freshness.DEFAULT)
                    .offerings()
                    .getFirst()
                    .verdict();
            assertThat(reached).as("%s", alternative).isEqualTo(alternative.reaches());
        }
    }

    @Test
    void theDeploymentToChooseIsNamed() {
        assertThat(ask().inference("EU")
                        .of(inference("us", DEFAULT, "US"), inference("eu", SELECTABLE, "EU"))
                        .alternatives()
                        .getFirst()
                        .deployment())
                .contains("eu");
    }
}
