package domicile.assessment;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.readOn;
import static domicile.assessment.Requirement.INFERENCE_LOCATION;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import domicile.residency.Evidence.Kind;
import domicile.residency.Fact;
import domicile.residency.Selection;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Freshness" of the rules; the assessment is made for 2026-06-30. */
class FreshnessTest {

    @ParameterizedTest
    @CsvSource({"2026-04-01, false", "2026-03-31, true"})
    void aCitationOlderThanTheLimitIsListedAndChangesNothing(String read, boolean stale) {
        OfferingAssessment it = ask().inference("EU").of(readOn(read, inference("d", DEFAULT, "DE")));
        assertThat(it.stale()).hasSize(stale ? 1 : 0);
        assertThat(Given.find(it, INFERENCE_LOCATION).status()).isEqualTo(MET);
    }

    @Test
    void whatIsListedSaysTheFactAndItsAge() {
        assertThat(ask().inference("EU")
                        .of(readOn("2026-03-31", inference("d", DEFAULT, "DE")))
                        .stale())
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.fact()).isEqualTo("placement/INFERENCE/d");
                    assertThat(s.ageDays()).isEqualTo(91);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, DE, 2026-04-01, MET",
        "DEFAULT, DE, 2026-03-31, UNVERIFIED",
        "SELECTABLE, DE, 2026-03-31, UNVERIFIED",
        "UNSTATED, DE, 2026-03-31, UNVERIFIED",
        "DEFAULT, US, 2026-03-31, NOT_MET"
    })
    void underAHardLimitAStaleFactCountsAsUnverifiedAndNotMetStays(
            Selection selection, String place, String read, Status expected) {
        assertThat(ask().freshness(90, 730, true)
                        .inference("EU")
                        .status(INFERENCE_LOCATION, readOn(read, inference("d", selection, place))))
                .isEqualTo(expected);
    }

    @Test
    void nothingIsSilentlyDropped() {
        OfferingAssessment it =
                ask().freshness(90, 730, true).inference("EU").of(readOn("2026-03-31", inference("d", DEFAULT, "DE")));
        assertThat(it.stale()).hasSize(1);
        Finding finding = Given.find(it, INFERENCE_LOCATION);
        assertThat(finding.citations()).hasSize(1);
        assertThat(finding.reason().english()).contains("more than 90 days ago");
        assertThat(finding.lifts()).anyMatch(l -> l.english().contains("Read the cited source again"));
    }

    @Test
    void aFreshPlacementIsTakenBeforeAStaleOne() {
        assertThat(ask().freshness(90, 730, true)
                        .inference("EU")
                        .status(
                                INFERENCE_LOCATION,
                                readOn("2026-03-31", inference("old", DEFAULT, "DE")),
                                inference("new", SELECTABLE, "FR")))
                .as("a stale fact is no better than unverified, so the fresh one is the best")
                .isEqualTo(Status.CONDITIONAL);
    }

    @Test
    void aDocumentStandsWhereTheRegisterIsStale() {
        Fact<?> old = readOn("2026-03-31", inference("d", SELECTABLE, "DE"));
        assertThat(ask().freshness(90, 730, true)
                        .inference("EU")
                        .with(paper(Kind.ORDER_FORM_INFERENCE_REGION).in("DE"))
                        .status(INFERENCE_LOCATION, old))
                .isEqualTo(MET);
    }

    @Test
    void theOfficersLimitForDocumentsCounts() {
        Given.Ask asked = ask().inference("EU")
                .with(paper(Kind.ORDER_FORM_INFERENCE_REGION).in("DE").dated("2026-06-01"));
        Fact<?> register = inference("d", DEFAULT, "EUROPE");
        assertThat(asked.freshness(90, 29, false).of(register).staleDocuments()).isEmpty();
        assertThat(asked.freshness(90, 28, false).of(register).staleDocuments()).hasSize(1);
        assertThat(asked.status(INFERENCE_LOCATION, register)).isEqualTo(MET);
        assertThat(asked.freshness(90, 28, true).status(INFERENCE_LOCATION, register))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, DE, true, MET",
        "DEFAULT, DE, false, UNVERIFIED",
        "SELECTABLE, DE, true, CONDITIONAL",
        "SELECTABLE, DE, false, UNVERIFIED",
        "UNSTATED, DE, false, UNVERIFIED",
        "DEFAULT, US, false, NOT_MET",
        "DEFAULT, US, true, NOT_MET"
    })
    void whereQuotesAreRequiredAFactWithoutOneCountsAsUnverifiedAndNotMetStays(
            Selection selection, String place, boolean quoted, Status expected) {
        Fact<?> fact = inference("d", selection, place);
        assertThat(ask().requiringQuotes()
                        .inference("EU")
                        .status(INFERENCE_LOCATION, quoted ? Given.quoted(fact) : fact))
                .isEqualTo(expected);
        assertThat(ask().inference("EU").status(INFERENCE_LOCATION, fact))
                .as("by default a quote changes nothing")
                .isEqualTo(ask().inference("EU").status(INFERENCE_LOCATION, Given.quoted(fact)));
    }

    @Test
    void aWithdrawnQuoteIsNone() {
        Fact<?> fact = Given.withdrawn(inference("d", DEFAULT, "DE"));
        OfferingAssessment it = ask().requiringQuotes().inference("EU").of(fact);
        assertThat(Given.find(it, INFERENCE_LOCATION).status()).isEqualTo(UNVERIFIED);
        assertThat(it.withQuote()).isZero();
    }

    @Test
    void whatLacksItsWordsSaysSoAndWhatWouldLiftIt() {
        Finding finding = Given.find(
                ask().requiringQuotes().inference("EU").of(inference("d", DEFAULT, "DE")), INFERENCE_LOCATION);
        assertThat(finding.citations()).hasSize(1);
        assertThat(finding.reason().english())
                .endsWith("The words of the page are not in hand, so this counts as unverified.");
        assertThat(finding.reason().in(Locale.GERMAN)).contains("liegt nicht vor");
        assertThat(finding.reason().in(Locale.FRENCH)).contains("n’est pas conservé");
        assertThat(finding.lifts().getFirst().english()).startsWith("Take the cited page in");
    }

    @Test
    void whatIsStaleAndLacksItsWordsNeedsBoth() {
        Finding finding = Given.find(
                ask().freshness(90, 730, true)
                        .requiringQuotes()
                        .inference("EU")
                        .of(readOn("2026-03-31", inference("d", DEFAULT, "DE"))),
                INFERENCE_LOCATION);
        assertThat(finding.lifts())
                .extracting(Sentence::english)
                .startsWith(
                        "Read the cited source again and record the date.",
                        "Take the cited page in and pick the words that carry this.");
    }

    @Test
    void aQuotedPlacementIsTakenBeforeOneWithoutWords() {
        assertThat(ask().requiringQuotes()
                        .inference("EU")
                        .status(
                                INFERENCE_LOCATION,
                                inference("said", DEFAULT, "DE"),
                                Given.quoted(inference("shown", SELECTABLE, "FR"))))
                .isEqualTo(Status.CONDITIONAL);
    }

    @Test
    void anAssessmentLeansOnTheFactsOfItsFindingsAlone() {
        OfferingAssessment it = ask().inference("EU")
                .of(
                        Given.quoted(inference("d", DEFAULT, "DE")),
                        inference("elsewhere", SELECTABLE, "US"),
                        Given.quoted(Given.storage("s", DEFAULT, "US")));
        assertThat(it.facts()).extracting(Fact::id).containsExactly("placement/INFERENCE/d");
        assertThat(it.withQuote()).isEqualTo(1);
    }

    @Test
    void theUsualLimitsAreNinetyDaysAndTwoYears() {
        assertThat(Freshness.DEFAULT).isEqualTo(new Freshness(90, 730, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Freshness(-1, 730, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Freshness(90, -1, false));
    }
}
