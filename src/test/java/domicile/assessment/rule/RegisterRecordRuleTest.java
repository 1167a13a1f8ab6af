package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.portal;
import static domicile.assessment.Given.retention;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.zdr;
import static domicile.assessment.Requirement.REGISTER_RECORD;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Selection.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Given;
import domicile.assessment.Status;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Evidence.Kind;
import domicile.residency.Fact;
import domicile.residency.Workload.DataCategory;
import domicile.residency.ZeroRetention.Zdr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row REGISTER_RECORD. */
class RegisterRecordRuleTest {
    private static final List<String> FIELDS = List.of(
            "published inference regions",
            "storage default retention",
            "ZDR availability",
            "BAA scope",
            "canonical trust-portal URL");

    private static List<Fact<?>> five() {
        return new ArrayList<>(List.of(
                inference("us", DEFAULT, "US"),
                retention(30, ""),
                zdr(Zdr.ADDENDUM),
                attestation(Attestation.Kind.BAA, Attestation.Status.HELD),
                portal()));
    }

    private static Fact<?>[] with(int field, Fact<?>... instead) {
        List<Fact<?>> facts = five();
        facts.remove(field);
        facts.addAll(Arrays.asList(instead));
        return facts.toArray(Fact<?>[]::new);
    }

    private static Given.Ask regulated() {
        return ask().data(DataCategory.FINANCIAL);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, false",
        "INTERNAL, false",
        "CONFIDENTIAL, false",
        "PERSONAL, true",
        "SPECIAL_CATEGORY, true",
        "PHI, true",
        "FINANCIAL, true",
        "CHILDREN, true",
        "GOVERNMENT, true",
        "TRADE_SECRET, false"
    })
    void isAskedOfRegulatedData(DataCategory category, boolean asked) {
        assertThat(ask().data(category).noTraining().asks(REGISTER_RECORD)).isEqualTo(asked);
    }

    @Test
    void isAskedWhenAFedRampLevelIsSet() {
        assertThat(ask().fedRamp(FedRampLevel.LOW).asks(REGISTER_RECORD)).isTrue();
    }

    @Test
    void allFiveFirstHandAreMet() {
        assertThat(regulated().status(REGISTER_RECORD, five().toArray(Fact<?>[]::new)))
                .isEqualTo(MET);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4"})
    void aMissingFieldIsUnverifiedAndNamed(int field) {
        Finding finding = regulated().finding(REGISTER_RECORD, with(field));
        assertThat(finding.status()).isEqualTo(UNVERIFIED);
        assertThat(finding.reason().english()).contains(FIELDS.get(field));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4"})
    void aSecondHandFieldIsConditionalAndNamed(int field) {
        Finding finding = regulated().finding(REGISTER_RECORD, with(field, secondHand(five().get(field))));
        assertThat(finding.status()).isEqualTo(CONDITIONAL);
        assertThat(finding.reason().english()).contains(FIELDS.get(field));
    }

    @Test
    void oneSecondHandFactMakesItsFieldSo() {
        List<Fact<?>> facts = five();
        facts.add(secondHand(inference("eu", DEFAULT, "EU")));
        assertThat(regulated().status(REGISTER_RECORD, facts.toArray(Fact<?>[]::new)))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void verifyAndNotPublishedFillNothing() {
        assertThat(regulated().status(REGISTER_RECORD, with(2, zdr(Zdr.VERIFY))))
                .isEqualTo(UNVERIFIED);
        for (Attestation.Status status : List.of(Attestation.Status.VERIFY, Attestation.Status.NOT_PUBLISHED)) {
            assertThat(regulated().status(REGISTER_RECORD, with(3, attestation(Attestation.Kind.BAA, status))))
                    .as("%s", status)
                    .isEqualTo(UNVERIFIED);
        }
    }

    @Test
    void aNoIsAnAnswer() {
        assertThat(regulated().status(REGISTER_RECORD, with(2, zdr(Zdr.NOT_OFFERED))))
                .isEqualTo(MET);
        assertThat(regulated()
                        .status(
                                REGISTER_RECORD,
                                with(3, attestation(Attestation.Kind.BAA, Attestation.Status.NOT_HELD))))
                .isEqualTo(MET);
    }

    @Test
    void whatSourcesDisputeFillsNothing() {
        assertThat(regulated().status(REGISTER_RECORD, with(1, retention(30, ""), elsewhere(retention(0, "")))))
                .isEqualTo(UNVERIFIED);
        assertThat(regulated()
                        .status(
                                REGISTER_RECORD,
                                with(0, inference("d", DEFAULT, "US"), elsewhere(inference("d", DEFAULT, "EU")))))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"ORDER_FORM_INFERENCE_REGION, 0", "ZDR_ADDENDUM, 1", "ZDR_ADDENDUM, 2", "BAA_PRODUCT_SCHEDULE, 3"})
    void aDocumentInHandFillsItsFieldFirstHandAndNoOther(Kind kind, int field) {
        Given.Paper paper = paper(kind).naming("Vendor it").in("US");
        assertThat(regulated().with(paper).status(REGISTER_RECORD, with(field))).isEqualTo(MET);
        assertThat(regulated().with(paper).status(REGISTER_RECORD, with(field, secondHand(five().get(field)))))
                .isEqualTo(MET);
        assertThat(regulated().with(paper).status(REGISTER_RECORD, with(4))).isEqualTo(UNVERIFIED);
        assertThat(regulated().with(paper).status(REGISTER_RECORD, with(4, secondHand(portal()))))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void aDocumentThatDoesNotCountFillsNothing() {
        assertThat(regulated()
                        .with(paper(Kind.BAA_PRODUCT_SCHEDULE).naming("Other Thing"))
                        .status(REGISTER_RECORD, with(3)))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void thePortalIsFilledByACitationAlone() {
        Given.Ask asked = regulated();
        for (Kind kind : Kind.values()) {
            asked.with(paper(kind)
                    .naming("Vendor it")
                    .in("US")
                    .certifying(Attestation.Kind.SOC2_TYPE_II)
                    .at(FedRampLevel.HIGH));
        }
        Status status = asked.status(REGISTER_RECORD, with(4));
        assertThat(status).isEqualTo(UNVERIFIED);
    }
}
