package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.baaBut;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Requirement.HIPAA_BAA;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Attestation.Kind.BAA;
import static domicile.residency.Attestation.Status.HELD;
import static domicile.residency.Attestation.Status.NOT_HELD;
import static domicile.residency.Evidence.Kind.BAA_PRODUCT_SCHEDULE;
import static domicile.residency.Evidence.Kind.VENDOR_BAA;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Given;
import domicile.assessment.Status;
import domicile.residency.Attestation;
import domicile.residency.Workload.DataCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The row HIPAA_BAA. */
class HipaaBaaRuleTest {

    private static Given.Ask health() {
        return ask().data(DataCategory.PHI);
    }

    private static Given.Paper schedule() {
        return paper(BAA_PRODUCT_SCHEDULE).naming("Vendor it");
    }

    @ParameterizedTest
    @EnumSource(DataCategory.class)
    void isAskedWhenTheDataHoldPhi(DataCategory category) {
        assertThat(ask().data(category).noTraining().asks(HIPAA_BAA)).isEqualTo(category == DataCategory.PHI);
    }

    @ParameterizedTest
    @CsvSource({
        "HELD, CONDITIONAL, MET",
        "SCOPED, CONDITIONAL, MET",
        "VERIFY, UNVERIFIED, MET",
        "NOT_PUBLISHED, UNVERIFIED, MET",
        "NOT_HELD, NOT_MET, UNVERIFIED"
    })
    void whatIsPublishedDecidesForThePlainCallUntilAScheduleIsInHand(
            Attestation.Status published, Status without, Status with) {
        assertThat(health().plainCall().status(HIPAA_BAA, attestation(BAA, published)))
                .isEqualTo(without);
        assertThat(health().plainCall().with(schedule()).status(HIPAA_BAA, attestation(BAA, published)))
                .isEqualTo(with);
    }

    @Test
    void whereTheRegisterIsSilentAScheduleIsEnough() {
        Finding silent = health().plainCall().finding(HIPAA_BAA);
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.missingCitation()).isPresent();
        assertThat(health().plainCall().with(schedule()).status(HIPAA_BAA)).isEqualTo(MET);
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(health().plainCall()
                        .status(HIPAA_BAA, attestation(BAA, HELD), elsewhere(attestation(BAA, NOT_HELD))))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aScheduleThatTheRegisterDeniesIsAContradiction() {
        assertThat(health().plainCall()
                        .with(schedule())
                        .finding(HIPAA_BAA, attestation(BAA, NOT_HELD))
                        .reason()
                        .english())
                .contains("one of them is wrong");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, CONDITIONAL", "2026-07-01, CONDITIONAL", "2026-07-02, NOT_MET", "2026-07, NOT_MET"})
    void effectiveLaterIsNotMet(String since, Status expected) {
        assertThat(health().plainCall().status(HIPAA_BAA, attestation(BAA, HELD, since)))
                .isEqualTo(expected);
    }

    @Test
    void effectiveLaterIsNotMetWithAScheduleInHandToo() {
        assertThat(health().plainCall().with(schedule()).status(HIPAA_BAA, attestation(BAA, HELD, "2026-07-02")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void aUsedServiceThatTheRegisterMarksOutOfScopeIsNotMet() {
        assertThat(health().using("guardrails").status(HIPAA_BAA, baaBut(false, "guardrails")))
                .isEqualTo(NOT_MET);
        assertThat(health().using("agents").status(HIPAA_BAA, baaBut(false, "guardrails")))
                .isEqualTo(CONDITIONAL);
        assertThat(health().using("guardrails")
                        .with(schedule().ofServices("guardrails"))
                        .status(HIPAA_BAA, baaBut(false, "guardrails")))
                .as("the register's mark holds beside a schedule")
                .isEqualTo(NOT_MET);
    }

    @ParameterizedTest(name = "some out of scope unnamed {0}, uses {1}, schedule {2} -> {3}")
    @CsvSource({
        // [] is the plain model call
        "false, none, no, CONDITIONAL",
        "false, none, yes, MET",
        "true, none, no, CONDITIONAL",
        "true, none, yes, MET",
        // absent: say which are used
        "false, absent, no, CONDITIONAL",
        "false, absent, yes, CONDITIONAL",
        "true, absent, no, CONDITIONAL",
        "true, absent, yes, CONDITIONAL",
        // named, and no schedule names them
        "false, agents, no, CONDITIONAL",
        "false, agents, yes, CONDITIONAL",
        "true, agents, no, UNVERIFIED",
        "true, agents, yes, UNVERIFIED",
        // named by the schedule, in its services or among its products
        "false, agents, agents, MET",
        "true, agents, agents, MET",
        "true, agents, text, MET",
        "true, 'agents,flows', agents, UNVERIFIED",
        "false, 'agents,flows', agents, CONDITIONAL"
    })
    void namedServicesHaveToBeNamedByASchedule(boolean some, String services, String schedule, Status expected) {
        Given.Ask asked = health();
        if (!services.equals("absent")) {
            asked.using(services.equals("none") ? new String[0] : services.split(","));
        }
        switch (schedule) {
            case "no" -> {}
            case "yes" -> asked.with(schedule());
            case "text" -> asked.with(schedule().naming("Vendor it, Vendor it Agents"));
            default -> asked.with(schedule().ofServices(schedule));
        }
        assertThat(asked.status(HIPAA_BAA, baaBut(some))).isEqualTo(expected);
    }

    @Test
    void servicesUnsaidIsLiftedBySayingWhichAreUsed() {
        assertThat(health().with(schedule()).finding(HIPAA_BAA, baaBut(true)).lifts())
                .anyMatch(l -> l.english().contains("which services are used"));
    }

    @Test
    void servicesUnsaidNeverImproveWhatIsWorse() {
        assertThat(health().status(HIPAA_BAA)).isEqualTo(UNVERIFIED);
        assertThat(health().status(HIPAA_BAA, attestation(BAA, NOT_HELD))).isEqualTo(NOT_MET);
    }

    @Test
    void whatDoesNotCountShowsNothing() {
        for (Given.Paper paper : new Given.Paper[] {
            paper(BAA_PRODUCT_SCHEDULE),
            schedule().naming("Other Thing"),
            schedule().naming("all products but not Vendor it"),
            schedule().dated("2026-02-09"),
            schedule().inForceFrom("2026-07-02"),
            paper(VENDOR_BAA).naming("Vendor it")
        }) {
            assertThat(health().plainCall().with(paper).status(HIPAA_BAA, attestation(BAA, HELD, "2026-02-10")))
                    .as("%s", paper.evidence())
                    .isEqualTo(CONDITIONAL);
        }
    }

    @Test
    void itemsThatTheRegisterDoesNotKnowAreLeftAsideAndNamed() {
        Finding finding = health().plainCall()
                .with(schedule().naming("Amazon S3, Vendor it and Amazon Lex"))
                .finding(HIPAA_BAA, attestation(BAA, HELD));
        assertThat(finding.status()).isEqualTo(MET);
        assertThat(finding.reason().english()).contains("Amazon S3").contains("Amazon Lex");
    }

    @Test
    void aSecondHandBaaIsConditionalAndAScheduleLiftsIt() {
        assertThat(health().plainCall().status(HIPAA_BAA, secondHand(attestation(BAA, HELD))))
                .isEqualTo(CONDITIONAL);
        assertThat(health().plainCall().with(schedule()).status(HIPAA_BAA, secondHand(attestation(BAA, HELD))))
                .isEqualTo(MET);
    }
}
