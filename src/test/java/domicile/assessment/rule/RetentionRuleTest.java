package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.retention;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.zdr;
import static domicile.assessment.Requirement.RETENTION;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Evidence.Kind.ZDR_ADDENDUM;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Status;
import domicile.residency.Fact;
import domicile.residency.ZeroRetention.Zdr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row RETENTION. */
class RetentionRuleTest {

    @Test
    void isAskedWhenALimitIsSet() {
        assertThat(ask().keptAtMost(0).asks(RETENTION)).isTrue();
        assertThat(ask().noTraining().asks(RETENTION)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, MET", "7, 7, MET", "6, 7, MET", "8, 7, NOT_MET", "1, 0, NOT_MET"})
    void theDefaultIsMeasuredAgainstTheLimit(int kept, int limit, Status expected) {
        assertThat(ask().keptAtMost(limit).status(RETENTION, retention(kept, "")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2025-09-13, NOT_MET", "2025-09-14, MET", "2026-07-01, MET"})
    void theDefaultInForceOnTheFirstDayCounts(String start, Status expected) {
        assertThat(ask().keptAtMost(7).from(start).status(RETENTION, retention(30, ""), retention(7, "2025-09-14")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-06, MET", "2026-07, NOT_MET"})
    void aMonthIsInForceFromItsLastDay(String from, Status expected) {
        assertThat(ask().keptAtMost(7).status(RETENTION, retention(30, ""), retention(7, from)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, CONDITIONAL, CONDITIONAL",
        "ADDENDUM, CONDITIONAL, CONDITIONAL",
        "APPROVAL, CONDITIONAL, CONDITIONAL",
        "ENTERPRISE, CONDITIONAL, CONDITIONAL",
        "CONFIGURABLE, CONDITIONAL, CONDITIONAL",
        "VERIFY, UNVERIFIED, UNVERIFIED",
        "NOT_OFFERED, NOT_MET, UNVERIFIED"
    })
    void beyondTheLimitOrUnpublishedItDependsOnZdr(Zdr zdr, Status beyond, Status unpublished) {
        assertThat(ask().keptAtMost(0).status(RETENTION, retention(30, ""), zdr(zdr)))
                .isEqualTo(beyond);
        assertThat(ask().keptAtMost(0).status(RETENTION, zdr(zdr))).isEqualTo(unpublished);
    }

    @Test
    void noDefaultPublishedIsUnverified() {
        Finding silent = ask().keptAtMost(0).finding(RETENTION);
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.missingCitation()).isPresent();
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(ask().keptAtMost(7).status(RETENTION, retention(7, ""), elsewhere(retention(30, ""))))
                .isEqualTo(UNVERIFIED);
        assertThat(ask().keptAtMost(0)
                        .status(RETENTION, retention(30, ""), zdr(Zdr.ADDENDUM), elsewhere(zdr(Zdr.NOT_OFFERED))))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aSecondHandFactNeverGivesMet() {
        assertThat(ask().keptAtMost(7).status(RETENTION, secondHand(retention(7, ""))))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().keptAtMost(7).status(RETENTION, secondHand(retention(30, ""))))
                .isEqualTo(NOT_MET);
    }

    @Test
    void anAddendumInHandIsEnoughWhateverTheRegisterSays() {
        for (Fact<?>[] facts : new Fact<?>[][] {
            {}, {retention(30, "")}, {retention(30, ""), zdr(Zdr.VERIFY)}, {secondHand(retention(30, ""))}
        }) {
            assertThat(ask().keptAtMost(0).with(paper(ZDR_ADDENDUM)).status(RETENTION, facts))
                    .isEqualTo(MET);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, MET", "7, MET", "8, NOT_MET"})
    void anAddendumWithDaysAboveTheLimitDoesNotCount(int days, Status expected) {
        assertThat(ask().keptAtMost(7).with(paper(ZDR_ADDENDUM).days(days)).status(RETENTION, retention(30, "")))
                .isEqualTo(expected);
    }
}
