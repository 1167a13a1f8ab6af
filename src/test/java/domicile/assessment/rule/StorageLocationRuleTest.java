package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.ofServices;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.perhapsElsewhere;
import static domicile.assessment.Given.retention;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.since;
import static domicile.assessment.Given.storage;
import static domicile.assessment.Given.zdr;
import static domicile.assessment.Requirement.STORAGE_LOCATION;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Evidence.Kind.ORDER_FORM_STORAGE_REGION;
import static domicile.residency.Evidence.Kind.ZDR_ADDENDUM;
import static domicile.residency.Selection.DEFAULT;
import static domicile.residency.Selection.SELECTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Given;
import domicile.assessment.Status;
import domicile.residency.Fact;
import domicile.residency.Selection;
import domicile.residency.ZeroRetention.Zdr;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The row STORAGE_LOCATION. */
class StorageLocationRuleTest {

    @Test
    void isAskedWhenAStorageAreaIsSet() {
        assertThat(ask().storage("EU").asks(STORAGE_LOCATION)).isTrue();
        assertThat(ask().inference("EU").asks(STORAGE_LOCATION)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, DE, MET",
        "DEFAULT, EU, MET",
        "SELECTABLE, DE, CONDITIONAL",
        "BY_CONTRACT, DE, CONDITIONAL",
        "DEDICATED, DE, CONDITIONAL",
        "SELECTABLE, US DE, CONDITIONAL",
        "DEFAULT, US DE, NOT_MET",
        "DEFAULT, US, NOT_MET",
        "SELECTABLE, US, NOT_MET",
        "DEFAULT, EUROPE, UNVERIFIED"
    })
    void aPlacementInsideCountsByHowItIsSelected(Selection selection, String places, Status expected) {
        assertThat(ask().storage("EU").status(STORAGE_LOCATION, storage("s", selection, places.split(" "))))
                .isEqualTo(expected);
    }

    @Test
    void noneThatIsPublishedIsUnverified() {
        Finding silent = ask().storage("EU").finding(STORAGE_LOCATION);
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.missingCitation()).isPresent();
    }

    @Test
    void andPerhapsElsewhereIsNeverSurelyInside() {
        assertThat(ask().storage("EU").status(STORAGE_LOCATION, perhapsElsewhere(storage("s", DEFAULT, "DE"))))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void whatBeginsAfterTheFirstDayIsNotThereYet() {
        assertThat(ask().storage("EU")
                        .status(
                                STORAGE_LOCATION,
                                storage("us", DEFAULT, "US"),
                                since("2026-07-02", storage("eu", SELECTABLE, "DE"))))
                .isEqualTo(NOT_MET);
    }

    @Test
    void aSecondHandFactNeverGivesMet() {
        assertThat(ask().storage("EU").status(STORAGE_LOCATION, secondHand(storage("s", DEFAULT, "DE"))))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().storage("EU").status(STORAGE_LOCATION, secondHand(storage("s", DEFAULT, "US"))))
                .isEqualTo(NOT_MET);
        assertThat(ask().storage("EU").status(STORAGE_LOCATION, secondHand(zdr(Zdr.STATELESS))))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(ask().storage("EU")
                        .status(
                                STORAGE_LOCATION,
                                storage("s", DEFAULT, "EU"),
                                elsewhere(storage("s", DEFAULT, "EUROPE"))))
                .isEqualTo(UNVERIFIED);
        assertThat(ask().storage("EU").status(STORAGE_LOCATION, zdr(Zdr.STATELESS), elsewhere(zdr(Zdr.VERIFY))))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void nothingIsAtRestWhereItIsStateless() {
        assertThat(ask().storage("EU").status(STORAGE_LOCATION, zdr(Zdr.STATELESS)))
                .isEqualTo(MET);
    }

    @Test
    void aUsedFeatureThatStoresIsNotCoveredByStateless() {
        Fact<?>[] facts = {zdr(Zdr.STATELESS), ofServices(retention(30, ""), "files")};
        assertThat(ask().storage("EU").plainCall().status(STORAGE_LOCATION, facts))
                .isEqualTo(MET);
        assertThat(ask().storage("EU").using("files").status(STORAGE_LOCATION, facts))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"-1, MET", "0, MET", "1, NOT_MET", "7, NOT_MET"})
    void anAddendumThatLeavesNoDaysShowsThatNothingIsAtRest(int days, Status expected) {
        Given.Paper addendum = paper(ZDR_ADDENDUM);
        assertThat(ask().storage("EU")
                        .with(days < 0 ? addendum : addendum.days(days))
                        .status(STORAGE_LOCATION, storage("us", DEFAULT, "US")))
                .isEqualTo(expected);
    }

    @Test
    void withTheAddendumInHandWhereZdrIsObtainableItIsMet() {
        assertThat(ask().storage("EU")
                        .with(paper(ZDR_ADDENDUM))
                        .status(STORAGE_LOCATION, storage("us", DEFAULT, "US"), zdr(Zdr.ADDENDUM)))
                .isEqualTo(MET);
    }

    @ParameterizedTest
    @CsvSource({"'', UNVERIFIED", "batch, UNVERIFIED", "files, MET"})
    void anAddendumDoesNotCoverAUsedFeatureThatStoresUnlessItNamesIt(String named, Status expected) {
        Given.Paper addendum = paper(ZDR_ADDENDUM);
        assertThat(ask().storage("EU")
                        .using("files")
                        .with(named.isEmpty() ? addendum : addendum.ofServices(named))
                        .status(STORAGE_LOCATION, ofServices(retention(30, ""), "files")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = Zdr.class, mode = EnumSource.Mode.EXCLUDE, names = "STATELESS")
    void obtainableZdrLiftsToConditionalAndNoFurtherWhateverAStorageDocumentSays(Zdr zdr) {
        boolean obtainable = List.of(Zdr.ADDENDUM, Zdr.APPROVAL, Zdr.ENTERPRISE, Zdr.CONFIGURABLE, Zdr.DEFAULT)
                .contains(zdr);
        record Case(List<String> register, List<String> document, Status without) {}
        for (Case one : List.of(
                new Case(List.of(), List.of(), UNVERIFIED),
                new Case(List.of("US"), List.of(), NOT_MET),
                new Case(List.of("EUROPE"), List.of(), UNVERIFIED),
                new Case(List.of(), List.of("US"), NOT_MET),
                new Case(List.of("DE"), List.of("US"), NOT_MET),
                new Case(List.of("DE"), List.of("EUROPE"), UNVERIFIED),
                new Case(List.of("US"), List.of("DE"), UNVERIFIED))) {
            List<Fact<?>> facts = new ArrayList<>(List.of(zdr(zdr)));
            one.register().forEach(p -> facts.add(storage("s", DEFAULT, p)));
            Given.Ask asked = ask().storage("EU");
            one.document()
                    .forEach(p -> asked.with(paper(ORDER_FORM_STORAGE_REGION).in(p)));
            Finding finding = asked.finding(STORAGE_LOCATION, facts.toArray(Fact<?>[]::new));
            assertThat(finding.status()).as("%s", one).isEqualTo(obtainable ? CONDITIONAL : one.without());
            if (obtainable) {
                assertThat(finding.lifts())
                        .as("%s", one)
                        .anyMatch(l -> l.english().contains("zero-data-retention"));
            }
        }
    }

    @ParameterizedTest(name = "register {0}, documents {1} against DE -> {2}")
    @CsvSource({
        "silent, DE, MET",
        "silent, EU, UNVERIFIED",
        "silent, US, NOT_MET",
        "DE, DE, MET",
        "DE, US, NOT_MET",
        "DE, EU, UNVERIFIED",
        "DE, US|EU, NOT_MET",
        "DE, DE|US, UNVERIFIED",
        "DE, DE|EU, UNVERIFIED",
        "US, DE, UNVERIFIED",
        "US, EU, UNVERIFIED",
        "US, DE|US, UNVERIFIED",
        "US, US, NOT_MET",
        "stateless, DE, MET",
        "stateless, EU, UNVERIFIED",
        "stateless, US, NOT_MET"
    })
    void aDocumentInHandGoverns(String register, String documents, Status expected) {
        Given.Ask asked = ask().storage("DE");
        for (String place : documents.split("\\|")) {
            asked.with(paper(ORDER_FORM_STORAGE_REGION).in(place));
        }
        Fact<?>[] facts = switch (register) {
            case "silent" -> new Fact<?>[0];
            case "stateless" -> new Fact<?>[] {zdr(Zdr.STATELESS)};
            default -> new Fact<?>[] {storage("s", SELECTABLE, register)};
        };
        assertThat(asked.status(STORAGE_LOCATION, facts)).isEqualTo(expected);
    }
}
