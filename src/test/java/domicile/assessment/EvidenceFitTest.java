package domicile.assessment;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.model;
import static domicile.assessment.Given.offering;
import static domicile.assessment.Given.paper;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.EvidenceFit.Misfit;
import domicile.residency.Evidence.Kind;
import domicile.residency.Offering;
import domicile.residency.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not fit is said before a document is kept. */
class EvidenceFitTest {
    private static final Offering BEDROCK =
            offering("it", List.of("Amazon Bedrock"), List.of(model("claude-opus-4-6", "")));

    private static EvidenceFit fit(Given.Ask asked, Given.Paper paper) {
        // asked without the paper: it is not kept yet
        Workload with = asked.with(paper).workload();
        return EvidenceFit.of(
                with.evidence().getLast(),
                with.withEvidence(List.of()),
                Given.register(BEDROCK),
                Given.DATE,
                Freshness.DEFAULT);
    }

    private static Given.Paper order() {
        return paper(Kind.ORDER_FORM_INFERENCE_REGION).naming("Amazon Bedrock");
    }

    @Test
    void aPlaceIsComparedWithTheAreaOfItsLayer() {
        assertThat(fit(ask().inference("EU"), order().in("DE")).fits()).isTrue();
        assertThat(fit(ask().inference("EU"), order().in("DE", "US")).misfits()).containsExactly(Misfit.PLACE_OUTSIDE);
        assertThat(fit(ask().inference("DE"), order().in("EU")).misfits()).containsExactly(Misfit.PLACE_UNSURE);
        assertThat(fit(ask().storage("EU"), order().in("US")).fits())
                .as("nobody asks where inference runs")
                .isTrue();
        assertThat(fit(ask().inference("EU"), order()).notCounted()).contains(DocumentNotCounted.Why.NO_REGION);
    }

    @Test
    void daysAndDatesAreComparedWithTheLimitAndTheAssessment() {
        assertThat(fit(ask().keptAtMost(0), paper(Kind.ZDR_ADDENDUM).days(30)).misfits())
                .containsExactly(Misfit.DAYS_OVER_LIMIT);
        assertThat(fit(ask().keptAtMost(30), paper(Kind.ZDR_ADDENDUM).days(30)).fits())
                .isTrue();
        assertThat(fit(ask(), order().in("DE").dated("2026-07-01")).misfits()).containsExactly(Misfit.DATED_LATER);
        assertThat(fit(ask(), order().in("DE").dated("2020-01-01")).misfits()).containsExactly(Misfit.STALE);
        assertThat(fit(ask(), order().in("DE").naming("Amazon Q")).notCounted())
                .contains(DocumentNotCounted.Why.NAMES_ANOTHER_PRODUCT);
    }
}
