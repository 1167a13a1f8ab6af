package domicile.desktop.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Doubts;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Texts;
import domicile.residency.Attestation;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.search.Facet;
import domicile.search.FacetIndex;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is disputed, named only, or narrower than its offering, as the register screen says it. */
class DoubtsShownTest {
    private static final Register REGISTER = Doubts.register();
    private static final Offering OFFERING = REGISTER.offering(Doubts.ID).orElseThrow();
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static ColumnValues.Cell cell(Column column) {
        return new ColumnValues(ENGLISH.screen("register")).cell(column, OFFERING, REGISTER);
    }

    @Test
    void theTableMarksPlacesThatNobodyCanCountOnAndSaysSoInWords() {
        ColumnValues.Cell inference = cell(Column.INFERENCE);
        assertThat(inference.text()).isEqualTo("US, !DE, ?JP");
        assertThat(inference.style()).isEqualTo(Mark.OPEN);
        assertThat(inference.said())
                .isEqualTo("US, sources disagree about DE, JP (data centre named; whether it can be pinned is not"
                        + " published)");
        // one of the two sources says that nothing is stored, which is not enough
        assertThat(cell(Column.STORAGE).text()).isEqualTo("? Not published");
        assertThat(cell(Column.ZDR).text()).isEqualTo("! Conflict");
    }

    @Test
    void anAuthorizationThatAnAgencyHasToAcceptIsNoPlainOne() {
        Mark mark = Mark.of(OFFERING, Attestation.Kind.FEDRAMP, ENGLISH);
        assertThat(mark.text()).isEqualTo("◐ Held 20x Moderate");
        assertThat(mark.style()).isEqualTo(Mark.PART);
        FacetIndex index = new FacetIndex(REGISTER);
        assertThat(index.filter(List.of(new Facet.FedRamp(Attestation.FedRampLevel.LOW)), "")
                        .shown())
                .doesNotContain(OFFERING);
        assertThat(index.filter(List.of(new Facet.FedRamp(Attestation.FedRampLevel.LOW_20X)), "")
                        .shown())
                .containsExactly(OFFERING);
        assertThat(FacetNames.of(
                        new Facet.FedRamp(Attestation.FedRampLevel.MODERATE_20X),
                        REGISTER.areas(),
                        ENGLISH.screen("register")))
                .isEqualTo("20x Moderate (the agency has to accept it)");
    }

    @Test
    void theDetailSaysEveryField() {
        FactTexts says = new FactTexts(ENGLISH, REGISTER);
        assertThat(OFFERING.facts().stream().map(f -> says.value(f.value())))
                .contains(
                        "United States · by default · since 2025-09 · only for claude-opus-4-6 · only with batch",
                        "Japan · data centre named; whether it can be pinned is not published",
                        "By addendum · only for claude-opus-4-6 · only with batch",
                        "API logs: 30 days · only for claude-opus-4-6 · only with batch",
                        "◐ Held in part · Anthropic · since Feb 10, 2026 · out of scope: guardrails · some services are out of"
                                + " scope; the page does not name them",
                        "Ministry (France) · Framework partner");
        assertThat(says.model(OFFERING.models().getFirst()))
                .isEqualTo("claude-opus-4-6 (claude), served until Dec 31, 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void anIdOfANarrowerFactIsSaidInWords(String language) {
        Texts texts = new Texts(Locale.of(language));
        for (Fact<?> fact : OFFERING.facts()) {
            assertThat(FactTexts.aboutId(fact.id(), texts)).doesNotContain("@", "+", "zdr", "retention/");
        }
        assertThat(FactTexts.aboutId("zdr@claude-opus-4-6,+batch#index", ENGLISH))
                .isEqualTo("Zero data retention (claude-opus-4-6, batch) (index)");
        assertThat(FactTexts.aboutId("placement/INFERENCE/us@claude-opus-4-6", ENGLISH))
                .isEqualTo("Inference: us (claude-opus-4-6)");
    }
}
