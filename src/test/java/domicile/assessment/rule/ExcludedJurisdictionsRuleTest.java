package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.headquarters;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.law;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.perhapsElsewhere;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.storage;
import static domicile.assessment.Given.tie;
import static domicile.assessment.Given.zdr;
import static domicile.assessment.Requirement.EXCLUDED_JURISDICTIONS;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Evidence.Kind.ORDER_FORM_INFERENCE_REGION;
import static domicile.residency.Evidence.Kind.ORDER_FORM_STORAGE_REGION;
import static domicile.residency.Evidence.Kind.OWNERSHIP_DECLARATION;
import static domicile.residency.Evidence.Kind.ZDR_ADDENDUM;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static domicile.residency.Selection.UNSTATED;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Given;
import domicile.assessment.Status;
import domicile.residency.Fact;
import domicile.residency.ZeroRetention.Zdr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row EXCLUDED_JURISDICTIONS; the excluded ones are the Emirates and Saudi Arabia where nothing else is said. */
class ExcludedJurisdictionsRuleTest {
    private static final Fact<?> IN_THE_US = inference("us", DEFAULT, "US");

    private static Given.Ask gulf() {
        return ask().excluding("AE", "SA");
    }

    /** Headquarters and law known and clean, beside what the case is about. */
    private static Fact<?>[] clean(Fact<?>... facts) {
        List<Fact<?>> all = new ArrayList<>(List.of(headquarters("US"), law("US")));
        all.addAll(Arrays.asList(facts));
        return all.toArray(Fact<?>[]::new);
    }

    @Test
    void isAskedWhenJurisdictionsAreExcluded() {
        assertThat(gulf().asks(EXCLUDED_JURISDICTIONS)).isTrue();
        assertThat(ask().noTraining().asks(EXCLUDED_JURISDICTIONS)).isFalse();
    }

    @ParameterizedTest(name = "headquarters {0}, law {1}, tie {2} -> {3}")
    @CsvSource({
        "US, US, -, MET",
        "US, US, JP, MET",
        "AE, US, -, NOT_MET",
        "US, AE, -, NOT_MET",
        "AE, -, -, NOT_MET",
        "US, US, SA, NOT_MET",
        "-, -, SA, NOT_MET",
        "US, -, -, CONDITIONAL",
        "-, US, -, CONDITIONAL",
        "-, -, -, UNVERIFIED",
        "-, -, JP, UNVERIFIED"
    })
    void whoOwnsAndGovernsIt(String seat, String governed, String tied, Status expected) {
        List<Fact<?>> facts = new ArrayList<>(List.of(IN_THE_US));
        if (!seat.equals("-")) {
            facts.add(headquarters(seat));
        }
        if (!governed.equals("-")) {
            facts.add(law(governed));
        }
        if (!tied.equals("-")) {
            facts.add(tie(tied));
        }
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, facts.toArray(Fact<?>[]::new)))
                .isEqualTo(expected);
    }

    @Test
    void whereNeitherIsKnownOneAsksWhoOwnsIt() {
        assertThat(gulf().finding(EXCLUDED_JURISDICTIONS, IN_THE_US).lifts())
                .anyMatch(l -> l.english().contains("who owns and governs it"));
    }

    @Test
    void ownersSecondHandAreConditional() {
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, IN_THE_US, secondHand(headquarters("US")), law("US")))
                .isEqualTo(CONDITIONAL);
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, IN_THE_US, secondHand(headquarters("AE"))))
                .isEqualTo(NOT_MET);
    }

    @Test
    void disputedHeadquartersAreNotKnown() {
        assertThat(gulf().status(
                                EXCLUDED_JURISDICTIONS,
                                IN_THE_US,
                                headquarters("US"),
                                elsewhere(headquarters("AE")),
                                law("US")))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"US, MET", "AE, NOT_MET", "US+SA, NOT_MET"})
    void aDeclarationOfOwnershipSaysWho(String places, Status expected) {
        assertThat(gulf().with(paper(OWNERSHIP_DECLARATION).in(places.split("\\+")))
                        .status(EXCLUDED_JURISDICTIONS, IN_THE_US))
                .isEqualTo(expected);
    }

    @Test
    void aDeclarationDoesNotClearWhatTheRegisterSays() {
        assertThat(gulf().with(paper(OWNERSHIP_DECLARATION).in("US"))
                        .status(EXCLUDED_JURISDICTIONS, IN_THE_US, headquarters("AE"), law("US")))
                .isEqualTo(NOT_MET);
        assertThat(gulf().with(paper(OWNERSHIP_DECLARATION).in("AE")).status(EXCLUDED_JURISDICTIONS, clean(IN_THE_US)))
                .isEqualTo(NOT_MET);
    }

    @Test
    void whereItRunsEveryDeploymentOverlapsIsNotMet() {
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean(inference("ae", SELECTABLE, "AE"))))
                .isEqualTo(NOT_MET);
        assertThat(gulf().status(
                                EXCLUDED_JURISDICTIONS,
                                clean(inference("ae", SELECTABLE, "AE"), inference("both", DEFAULT, "US", "SA"))))
                .isEqualTo(NOT_MET);
        assertThat(ask().excluding("FR").status(EXCLUDED_JURISDICTIONS, clean(inference("eu", DEFAULT, "EU"))))
                .as("a bloc that holds an excluded country overlaps")
                .isEqualTo(NOT_MET);
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean(inference("w", DEFAULT, "WORLD"))))
                .as("the world overlaps by design")
                .isEqualTo(NOT_MET);
    }

    @Test
    void whereItRunsAllCleanIsMet() {
        assertThat(gulf().status(
                                EXCLUDED_JURISDICTIONS,
                                clean(IN_THE_US, inference("eu", SELECTABLE, "EU"), inference("jp", UNSTATED, "JP"))))
                .isEqualTo(MET);
    }

    @Test
    void whereItRunsOneThatCanBeChosenIsConditional() {
        var finding = gulf().finding(
                        EXCLUDED_JURISDICTIONS,
                        clean(inference("ae", DEFAULT, "AE"), inference("us", SELECTABLE, "US")));
        assertThat(finding.status()).isEqualTo(CONDITIONAL);
        assertThat(finding.deployment()).contains("us");
        assertThat(finding.lifts()).anyMatch(l -> l.english().contains("Choose us"));
    }

    @Test
    void whereItRunsOneThatMayNotBeChosenIsUnverified() {
        assertThat(gulf().status(
                                EXCLUDED_JURISDICTIONS,
                                clean(inference("ae", DEFAULT, "AE"), inference("us", UNSTATED, "US"))))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void whereItRunsPerhapsElsewhereOrUnpublishedIsUnverified() {
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean(perhapsElsewhere(inference("us", DEFAULT, "US")))))
                .isEqualTo(UNVERIFIED);
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean(perhapsElsewhere(inference("w", DEFAULT, "WORLD")))))
                .isEqualTo(UNVERIFIED);
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean())).isEqualTo(UNVERIFIED);
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean(IN_THE_US, elsewhere(inference("us", DEFAULT, "AE")))))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aCloudRegionExcludesItsCountry() {
        assertThat(ask().excluding("eu-central-1")
                        .status(EXCLUDED_JURISDICTIONS, clean(inference("de", DEFAULT, "DE"))))
                .isEqualTo(NOT_MET);
        assertThat(ask().excluding("eu-central-1")
                        .status(EXCLUDED_JURISDICTIONS, clean(inference("fr", DEFAULT, "FR"))))
                .isEqualTo(MET);
    }

    @Test
    void cleanPlacesSecondHandAreConditional() {
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean(secondHand(inference("us", DEFAULT, "US")))))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void storageCountsApartAndTheWorstCounts() {
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean(IN_THE_US, storage("s", DEFAULT, "US"))))
                .isEqualTo(MET);
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, clean(IN_THE_US, storage("s", DEFAULT, "AE"))))
                .isEqualTo(NOT_MET);
        assertThat(gulf().status(
                                EXCLUDED_JURISDICTIONS,
                                clean(IN_THE_US, storage("s", DEFAULT, "AE"), storage("t", SELECTABLE, "US"))))
                .isEqualTo(CONDITIONAL);
        assertThat(gulf().status(
                                EXCLUDED_JURISDICTIONS,
                                clean(IN_THE_US, storage("s", DEFAULT, "AE"), storage("t", UNSTATED, "US"))))
                .isEqualTo(UNVERIFIED);
        assertThat(gulf().status(EXCLUDED_JURISDICTIONS, headquarters("AE"), law("US"), IN_THE_US))
                .isEqualTo(NOT_MET);
    }

    @Test
    void nothingAtRestIsCleanStorage() {
        assertThat(gulf().status(
                                EXCLUDED_JURISDICTIONS,
                                clean(IN_THE_US, storage("s", DEFAULT, "AE"), zdr(Zdr.STATELESS))))
                .isEqualTo(MET);
        assertThat(gulf().with(paper(ZDR_ADDENDUM))
                        .status(EXCLUDED_JURISDICTIONS, clean(IN_THE_US, storage("s", DEFAULT, "AE"))))
                .isEqualTo(MET);
        assertThat(gulf().with(paper(ZDR_ADDENDUM).days(7))
                        .status(EXCLUDED_JURISDICTIONS, clean(IN_THE_US, storage("s", DEFAULT, "AE"))))
                .as("an addendum that leaves days leaves something at rest")
                .isEqualTo(NOT_MET);
    }

    @Test
    void unpublishedStorageAndSideServicesAreNamedInTheReason() {
        assertThat(gulf().finding(EXCLUDED_JURISDICTIONS, clean(IN_THE_US))
                        .reason()
                        .english())
                .contains("where data is stored")
                .contains("where side services run");
        assertThat(gulf().finding(EXCLUDED_JURISDICTIONS, clean(IN_THE_US, storage("s", DEFAULT, "US")))
                        .reason()
                        .english())
                .doesNotContain("where data is stored")
                .contains("where side services run");
    }

    @ParameterizedTest(name = "inference in {0}, order forms {1}, excluding FR -> {2}")
    @CsvSource({
        "US, US, MET",
        "US, FR, NOT_MET",
        "US, EU, UNVERIFIED",
        "US, WORLD, UNVERIFIED",
        "US, US|FR, UNVERIFIED",
        "US, US|EU, UNVERIFIED",
        "US, FR|EU, NOT_MET",
        "FR, US, UNVERIFIED",
        "FR, FR, NOT_MET",
        "FR, EU, UNVERIFIED",
        "EU, DE, UNVERIFIED"
    })
    void anOrderFormOfTheLayerGoverns(String register, String documents, Status expected) {
        Given.Ask inference = ask().excluding("FR");
        Given.Ask stored = ask().excluding("FR");
        for (String place : documents.split("\\|")) {
            inference.with(paper(ORDER_FORM_INFERENCE_REGION).in(place));
            stored.with(paper(ORDER_FORM_STORAGE_REGION).in(place));
        }
        assertThat(inference.status(EXCLUDED_JURISDICTIONS, clean(inference("d", DEFAULT, register))))
                .isEqualTo(expected);
        assertThat(stored.status(EXCLUDED_JURISDICTIONS, clean(IN_THE_US, storage("s", DEFAULT, register))))
                .isEqualTo(expected);
    }

    @Test
    void anOrderFormSettlesWhatIsOpen() {
        assertThat(gulf().with(paper(ORDER_FORM_INFERENCE_REGION).in("US"))
                        .status(EXCLUDED_JURISDICTIONS, clean(perhapsElsewhere(inference("us", DEFAULT, "US")))))
                .isEqualTo(MET);
        assertThat(gulf().with(paper(ORDER_FORM_INFERENCE_REGION).in("US"))
                        .status(
                                EXCLUDED_JURISDICTIONS,
                                clean(inference("us", SELECTABLE, "US"), inference("ae", DEFAULT, "AE"))))
                .isEqualTo(MET);
    }

    @Test
    void addingAJurisdictionNeverImprovesTheStatus() {
        Fact<?>[][] offerings = {
            clean(IN_THE_US),
            clean(inference("eu", DEFAULT, "EU"), inference("us", SELECTABLE, "US")),
            clean(perhapsElsewhere(inference("us", DEFAULT, "US")), storage("s", SELECTABLE, "DE")),
            {headquarters("US"), IN_THE_US, storage("w", DEFAULT, "WORLD")}
        };
        List<String> all = List.of("FR", "AE", "US", "eu-central-1", "EU", "WORLD");
        for (Fact<?>[] facts : offerings) {
            for (String one : all) {
                for (String more : all) {
                    assertThat(ask().excluding(one, more).status(EXCLUDED_JURISDICTIONS, facts))
                            .as("%s and %s", one, more)
                            .isLessThanOrEqualTo(ask().excluding(one).status(EXCLUDED_JURISDICTIONS, facts));
                }
            }
        }
    }
}
