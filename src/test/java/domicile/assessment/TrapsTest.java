package domicile.assessment;

import static domicile.assessment.Given.area;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.baaBut;
import static domicile.assessment.Given.citing;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.inference;
import static domicile.assessment.Given.ofModels;
import static domicile.assessment.Given.offering;
import static domicile.assessment.Given.openEnded;
import static domicile.assessment.Given.register;
import static domicile.assessment.Given.storage;
import static domicile.assessment.Given.zdr;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Attestation.Status;
import domicile.residency.Citation;
import domicile.residency.Containment;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Selection;
import domicile.residency.ZeroRetention;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The failure modes that meet the eye while somebody filters. */
class TrapsTest {
    private static final Fact<?> IN_EU = storage("eu", Selection.SELECTABLE, "EU");
    private static final Fact<?> RUNS_US = inference("us", Selection.DEFAULT, "US");

    private static Traps.Asked stored(String... codes) {
        return new Traps.Asked(Optional.of(area(codes)), false, true, false, false);
    }

    private static List<String> said(Traps.Asked asked, Fact<?>... facts) {
        Offering o = offering("a", facts);
        return new Traps(register(o))
                .of(o, asked).stream().map(t -> t.says().english()).toList();
    }

    @Test
    void storageInsideWithInferenceElsewhereIsSaidWithTheSourcesOfBoth() {
        Offering o = offering(
                "a",
                citing(storage("eu", Selection.SELECTABLE, "EU").value(), 3),
                citing(storage("us", Selection.SELECTABLE, "US").value(), 4),
                citing(inference("us", Selection.DEFAULT, "US").value(), 5));
        assertThat(new Traps(register(o)).of(o, stored("EU"))).singleElement().satisfies(t -> {
            assertThat(t.mode()).isEqualTo(FailureMode.STORAGE_IS_NOT_INFERENCE);
            assertThat(t.says().english())
                    .isEqualTo(
                            "Data can be kept at rest in EU, but inference runs elsewhere (US): storage residency is not"
                                    + " inference residency.");
            assertThat(t.citations()).extracting(Citation::source).containsExactly(3, 5);
        });
    }

    @Test
    void inferenceThatNobodyPublishesInsideIsSaidTooAndNeverTakenForInside() {
        assertThat(said(stored("EU"), IN_EU))
                .singleElement()
                .asString()
                .contains("where inference runs is not published");
        for (Fact<?> perhaps : List.of(
                openEnded("o", "EU"),
                inference("e", Selection.SELECTABLE, "EUROPE"),
                inference("u", Selection.UNSTATED, "DE"))) {
            assertThat(said(stored("EU"), IN_EU, RUNS_US, perhaps))
                    .singleElement()
                    .asString()
                    .contains("that inference can be kept there is not published (published: ");
        }
        Fact<?> disputed = inference("de", Selection.SELECTABLE, "DE");
        assertThat(said(stored("EU"), IN_EU, disputed, elsewhere(inference("de", Selection.SELECTABLE, "FR", "US"))))
                .singleElement()
                .asString()
                .contains("but sources disagree whether inference can be kept there");
        assertThat(said(stored("EU"), IN_EU, RUNS_US, inference("de", Selection.SELECTABLE, "DE")))
                .isEmpty();
    }

    @Test
    void nothingAtRestIsNoPlaceOfInference() {
        assertThat(said(stored("EU"), zdr(ZeroRetention.Zdr.STATELESS), RUNS_US))
                .singleElement()
                .asString()
                .startsWith("Nothing is kept at rest, neither in EU nor elsewhere, but inference runs elsewhere (US)");
    }

    @Test
    void anInferenceFilterAnswersForItself() {
        Traps.Asked both = new Traps.Asked(Optional.of(area("EU")), true, true, false, false);
        assertThat(said(both, IN_EU, RUNS_US)).isEmpty();
    }

    @Test
    void soc2ProvesNoPlaceWhereAPlaceIsAskedFor() {
        Fact<?> soc2 = attestation(Attestation.Kind.SOC2_TYPE_II, Status.HELD);
        assertThat(said(new Traps.Asked(Optional.empty(), true, true, true, false), RUNS_US, soc2))
                .containsExactly("A SOC 2 report attests controls, not geography: it proves no place.");
        assertThat(said(new Traps.Asked(Optional.empty(), false, false, true, false), RUNS_US, soc2))
                .isEmpty();
        assertThat(said(
                        new Traps.Asked(Optional.empty(), true, true, true, false),
                        attestation(Attestation.Kind.SOC2_TYPE_II, Status.VERIFY)))
                .isEmpty();
    }

    @Test
    void aBaaSaysItsDayItsProductAndWhatItLeavesOut() {
        Traps.Asked asked = new Traps.Asked(Optional.empty(), false, false, false, true);
        assertThat(said(asked, attestation(Attestation.Kind.BAA, Status.HELD, "2026-02")))
                .containsExactly("The BAA covers this product from 2026-02.");
        Offering named = offering("a", List.of("Vendor Cloud"), List.of(), baaBut(true, "guardrails"));
        assertThat(new Traps(register(named)).of(named, asked))
                .extracting(t -> t.says().english())
                .containsExactly(
                        "From which day the BAA covers this product is not published; the schedule has to name the product,"
                                + " such as Vendor Cloud; out of scope: guardrails; some services are out of scope, and the"
                                + " page does not name them.");
        Fact<Attestation> held = attestation(Attestation.Kind.BAA, Status.HELD);
        assertThat(said(asked, held, ofModels(attestation(Attestation.Kind.BAA, Status.NOT_HELD), "opus-1")))
                .singleElement()
                .asString()
                .endsWith("; something else holds for opus-1.");
        assertThat(said(asked, held, elsewhere(attestation(Attestation.Kind.BAA, Status.NOT_HELD))))
                .isEmpty();
    }

    @Test
    void theDetailNamesEveryPlaceOfStorageWhereInferenceIsNotAndAgreesWithTheFilter() {
        Offering o = offering(
                "a",
                storage("many", Selection.SELECTABLE, "DE", "JP", "US"),
                elsewhere(storage("ch", Selection.SELECTABLE, "CH")),
                RUNS_US,
                attestation(Attestation.Kind.SOC2_TYPE_I, Status.HELD),
                attestation(Attestation.Kind.BAA, Status.HELD));
        Traps traps = new Traps(register(o));
        assertThat(traps.of(o))
                .extracting(Traps.Trap::mode)
                .containsExactly(
                        FailureMode.STORAGE_IS_NOT_INFERENCE,
                        FailureMode.SOC2_IS_NOT_GEOGRAPHY,
                        FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE);
        assertThat(traps.of(o).getFirst().says().english()).contains("at rest in DE, JP, CH, but", "elsewhere (US)");
        assertThat(traps.of(o)).allSatisfy(t -> assertThat(t.citations()).isNotEmpty());
        assertThat(traps.of(offering("b", RUNS_US))).isEmpty();
        assertThat(traps.of(offering(
                        "c", inference("w", Selection.DEFAULT, "US"), storage("s", Selection.DEFAULT, "WORLD"))))
                .isEmpty();
    }

    @Test
    void aWarningCountsAndNamesTheRowsWhoseTrapItIs() {
        Offering outside = offering("outside", IN_EU, RUNS_US);
        Offering silent = offering("silent", IN_EU);
        Offering inside = offering("inside", IN_EU, inference("de", Selection.BY_CONTRACT, "DE"));
        Traps traps = new Traps(register(outside, silent, inside));
        List<Offering> all = List.of(outside, silent, inside);
        assertThat(traps.warnings(all, stored("EU")))
                .satisfiesExactly(
                        w -> {
                            assertThat(w.says().in(Locale.ENGLISH))
                                    .isEqualTo(
                                            "Storage is not inference: 1 of the 3 offerings that pass runs inference outside the"
                                                    + " European Union");
                            assertThat(w.named()).containsExactly(outside);
                        },
                        w -> assertThat(w.named()).containsExactly(silent));
        assertThat(traps.warnings(List.of(), new Traps.Asked(Optional.empty(), true, true, true, true)))
                .isEmpty();
        Area eu = area("EU");
        // a row has a sign exactly where it does not surely infer inside
        assertThat(all)
                .allSatisfy(o -> assertThat(traps.of(o, stored("EU")).isEmpty())
                        .isEqualTo(OfferingFilter.infersIn(o, eu, Given.AREAS)));
        assertThat(Given.AREAS.within(inference("us", Selection.DEFAULT, "US").value(), eu))
                .isEqualTo(Containment.NO);
    }
}
