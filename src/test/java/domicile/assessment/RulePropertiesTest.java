package domicile.assessment;

import static domicile.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Area;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Workload;
import domicile.residency.Workload.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold of the rules whatever the register, the workload and the documents say. */
class RulePropertiesTest {
    private static final int TRIES = 2_000;
    private static final Set<Requirement> PLACED = Set.of(
            Requirement.INFERENCE_LOCATION,
            Requirement.STORAGE_LOCATION,
            Requirement.ENDPOINT_SERVICES_LOCATION,
            Requirement.EXCLUDED_JURISDICTIONS,
            Requirement.SAME_DEPLOYMENT);

    private static Map<Requirement, Status> statuses(Workload workload, Offering offering) {
        Map<Requirement, Status> statuses = new TreeMap<>();
        AnyCase.findings(workload, offering).forEach((requirement, f) -> statuses.put(requirement, f.status()));
        return statuses;
    }

    private static Verdict verdict(Workload workload, Offering offering) {
        return Evaluation.verdict(AnyCase.findings(workload, offering).values());
    }

    private static Map<Requirement, Status> statuses(OfferingAssessment assessment) {
        return assessment.requirements().stream()
                .collect(Collectors.toMap(Finding::requirement, Finding::status, Status::worst, TreeMap::new));
    }

    /**
     * A document contradicts when it commits to places that are not surely where they shall be; then places alone may
     * get worse.
     */
    @Test
    void moreEvidenceNeverWorsensAStatusUnlessItContradicts() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            Workload before = given.workload(given.evidence());
            Evidence more = given.document();
            Map<Requirement, Status> was = statuses(before, offering);
            statuses(before.withMoreEvidence(List.of(more)), offering).forEach((requirement, status) -> {
                boolean commits =
                        more.kind().commitsTo().isPresent() || more.kind() == Evidence.Kind.OWNERSHIP_DECLARATION;
                if (!(commits && PLACED.contains(requirement) && !supports(more, before, requirement))) {
                    assertThat(status).as("%s with %s", requirement, more).isGreaterThanOrEqualTo(was.get(requirement));
                }
            });
        });
    }

    private static boolean supports(Evidence more, Workload w, Requirement requirement) {
        return switch (requirement) {
            case INFERENCE_LOCATION -> supports(more, Layer.INFERENCE, w.inference());
            case STORAGE_LOCATION -> supports(more, Layer.STORAGE, w.storage());
            case ENDPOINT_SERVICES_LOCATION -> supports(more, Layer.ENDPOINT_SERVICES, w.endpointServices());
            case EXCLUDED_JURISDICTIONS ->
                w.excludedJurisdictions()
                        .map(a -> Commitments.cleanOf(a, List.of(more), Given.AREAS)
                                .inside()
                                .contains(more))
                        .orElse(true);
            // an order form buys one deployment, in which something else may not hold
            default -> false;
        };
    }

    private static boolean supports(Evidence more, Layer layer, Optional<Area> area) {
        return !more.kind().commitsTo().equals(Optional.of(layer))
                || area.map(a -> Commitments.to(a, List.of(more), Given.AREAS)
                                .inside()
                                .contains(more))
                        .orElse(true);
    }

    @Test
    void aNarrowerAreaNeverImprovesAStatus() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            Workload narrow = given.workload(given.evidence());
            Workload wide = AnyCase.with(
                    narrow,
                    narrow.inference().map(given::wider),
                    narrow.storage().map(given::wider),
                    narrow.endpointServices().map(given::wider),
                    narrow.excludedJurisdictions(),
                    narrow.evidence(),
                    Set.of(),
                    List.of());
            Map<Requirement, Status> narrowed = statuses(narrow, offering);
            statuses(wide, offering)
                    .forEach((requirement, status) -> assertThat(narrowed.get(requirement))
                            .as("%s", requirement)
                            .isLessThanOrEqualTo(status));
        });
    }

    @Test
    void anotherExcludedJurisdictionNeverImprovesAStatus() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            Workload few = given.workload(given.evidence());
            Workload more = AnyCase.with(
                    few,
                    few.inference(),
                    few.storage(),
                    few.endpointServices(),
                    few.excludedJurisdictions().map(given::wider),
                    few.evidence(),
                    Set.of(),
                    List.of());
            Map<Requirement, Status> was = statuses(few, offering);
            statuses(more, offering)
                    .forEach((requirement, status) ->
                            assertThat(status).as("%s", requirement).isLessThanOrEqualTo(was.get(requirement)));
        });
    }

    @Test
    void aSecondHandFactNeverGivesMet() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = AnyCase.secondHand(given.offeringWithNarrowerFacts());
            assertThat(AnyCase.findings(given.workload(List.of()), offering).values())
                    .noneMatch(f -> f.status() == Status.MET);
            assertThat(AnyCase.findings(given.workload(given.evidence()), offering)
                            .values())
                    .filteredOn(f -> f.status() == Status.MET)
                    .allMatch(f -> !f.documents().isEmpty());
        });
    }

    @Test
    void aDocumentForAnotherProductOrWithAnExceptionNeverLifts() {
        List<String> texts = List.of(
                "Another Product",
                "Vendor",
                AnyCase.PRODUCT + " Two",
                AnyCase.PRODUCT + ", except guardrails",
                "All products other than " + AnyCase.PRODUCT,
                AnyCase.PRODUCT + " (EXCLUDING batch)",
                "Alle Produkte außer " + AnyCase.PRODUCT,
                AnyCase.PRODUCT + ", ausgenommen files",
                AnyCase.PRODUCT + " ohne Zusatzdienste",
                "Tous les produits sauf " + AnyCase.PRODUCT,
                AnyCase.PRODUCT + " (hors fichiers)",
                "Tous les produits, " + AnyCase.PRODUCT + " excepté");
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            Workload without = given.workload(given.evidence());
            Evidence.Kind kind = given.any(List.of(Evidence.Kind.values()));
            Workload with = without.withMoreEvidence(List.of(given.document(kind, given.any(texts))));
            assertThat(statuses(with, offering)).isEqualTo(statuses(without, offering));
        });
    }

    /** With an addendum in hand nothing is at rest, whatever a storage document says. */
    @Test
    void anOrderFormOutsideNeverLeavesMet() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            Workload before = given.workload(given.evidence());
            Evidence.Kind kind = given.any(List.of(
                    Evidence.Kind.ORDER_FORM_INFERENCE_REGION,
                    Evidence.Kind.ORDER_FORM_STORAGE_REGION,
                    Evidence.Kind.ENDPOINT_SERVICES_REGION));
            Evidence outside = new Evidence("it", kind, Given.READ, List.of(Given.place("JP")), "", "");
            Layer layer = kind.commitsTo().orElseThrow();
            Optional<Area> area = before.area(layer);
            boolean addendum = layer == Layer.STORAGE
                    && before.evidence().stream().anyMatch(e -> e.kind() == Evidence.Kind.ZDR_ADDENDUM);
            if (area.isEmpty()
                    || addendum
                    || Commitments.to(area.get(), List.of(outside), Given.AREAS)
                            .outside()
                            .isEmpty()) {
                return;
            }
            Requirement requirement = Requirement.valueOf(layer + "_LOCATION");
            assertThat(statuses(before.withMoreEvidence(List.of(outside)), offering)
                            .get(requirement))
                    .isLessThan(Status.MET);
        });
    }

    @Test
    void whatIsUndecidedOrNotAskedIsNeverSuitable() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            Workload decided = given.workload(given.evidence());
            Workload open = AnyCase.with(decided, decided.evidence(), given.undecided(), List.of());
            assertThat(verdict(open, offering)).isLessThanOrEqualTo(Verdict.VERIFY_FIRST);
            if (statuses(decided, offering).containsKey(Requirement.NOTHING_ASKED)) {
                assertThat(verdict(decided, offering)).isEqualTo(Verdict.VERIFY_FIRST);
            }
        });
    }

    /**
     * The documents are held and the pages read, as the alternative says; then the same function gives what it
     * promised.
     */
    @Test
    void everyLiftCanBeSuppliedAndReachesWhatItSays() {
        int[] lifted = {0};
        forAll(400, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            Workload workload = given.workload(given.evidence());
            for (Alternative alternative : AnyCase.assess(workload, offering).alternatives()) {
                Workload holding = workload.withMoreEvidence(
                        alternative.needs().stream().map(Need::document).toList());
                List<Fact<?>> facts = new ArrayList<>();
                for (Fact<?> f : offering.facts()) {
                    facts.add(alternative.readFirstHand().contains(f.id()) ? alsoOnThePageItself(f) : f);
                }
                lifted[0]++;
                assertThat(verdict(holding, offering.withFacts(facts)))
                        .as("%s", alternative)
                        .isEqualTo(alternative.reaches());
            }
        });
        assertThat(lifted[0]).isGreaterThan(40);
    }

    private static Fact<?> alsoOnThePageItself(Fact<?> f) {
        List<Citation> citations = new ArrayList<>(f.citations());
        citations.add(new Citation(1, Given.DATE));
        return new Fact<FactValue>(f.value(), f.text(), f.variant(), citations);
    }

    @Test
    void aRegisterWithoutNarrowerFactsGivesTheSameForEveryModel() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offering();
            Workload unnamed = given.workload(List.of());
            Workload named = AnyCase.with(unnamed, List.of(), Set.of(), List.of("claude-a"));
            Map<Requirement, Status> was = statuses(unnamed, offering);
            Map<Requirement, Status> is = statuses(named, offering);
            is.remove(Requirement.MODEL_AVAILABILITY);
            was.remove(Requirement.MODEL_AVAILABILITY);
            was.remove(Requirement.NOTHING_ASKED);
            assertThat(is).isEqualTo(was);
        });
    }

    @Test
    void anOfferingThatNothingIsKnownOfPassesNothing() {
        forAll(500, random -> {
            OfferingAssessment silent = AnyCase.assess(new AnyCase(random).workload(List.of()), Given.offering("it"));
            assertThat(silent.requirements())
                    .allSatisfy(f -> assertThat(f.status()).isLessThanOrEqualTo(Status.UNVERIFIED))
                    .allSatisfy(f -> assertThat(f.missingCitation()).isPresent());
        });
    }

    @Test
    void everyFindingIsSaidAndCitedOrNamesWhatIsMissing() {
        forAll(200, random -> {
            AnyCase given = new AnyCase(random);
            Workload decided = given.workload(given.evidence());
            Set<Part> undecided = random.nextInt(4) == 0 ? given.undecided() : Set.of();
            Workload workload = AnyCase.with(
                    decided, decided.evidence(), undecided, random.nextInt(3) == 0 ? List.of("claude-a") : List.of());
            OfferingAssessment it = AnyCase.assess(workload, given.offeringWithNarrowerFacts());
            assertThat(it.failureModes())
                    .extracting(FailureFinding::failureMode)
                    .containsExactly(FailureMode.values());
            for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
                it.failureModes().forEach(f -> said(f.reason(), locale));
                it.askList().forEach(a -> said(a.question(), locale));
                it.clauses().forEach(a -> said(a.text(), locale));
                it.alternatives().forEach(a -> a.needs().forEach(d -> said(d.says(), locale)));
                it.requirements().forEach(f -> {
                    said(f.reason(), locale);
                    f.lifts().forEach(l -> said(l, locale));
                    f.missingCitation().ifPresent(m -> said(m, locale));
                });
            }
            assertThat(it.requirements()).allSatisfy(f -> {
                assertThat(f.citations().isEmpty())
                        .isEqualTo(f.missingCitation().isPresent());
                assertThat(f.lifts().isEmpty()).as("%s", f).isEqualTo(f.status() == Status.MET);
            });
        });
    }

    private static void said(Sentence sentence, Locale locale) {
        assertThat(sentence.in(locale))
                .isNotBlank()
                .doesNotContainPattern("\\{\\d")
                .doesNotContain("[", "Optional");
    }

    @Test
    void theVerdictIsTheWorstStatus() {
        forAll(150, random -> {
            AnyCase given = new AnyCase(random);
            OfferingAssessment it = AnyCase.assess(given.workload(given.evidence()), given.offeringWithNarrowerFacts());
            Status worst = it.requirements().stream().map(Finding::status).reduce(Status.MET, Status::worst);
            assertThat(it.verdict()).isEqualTo(Verdict.of(worst));
            assertThat(it.alternatives())
                    .allSatisfy(a -> assertThat(a.reaches()).isGreaterThan(it.verdict()));
        });
    }

    @Test
    void theSameInputGivesTheSameAssessment() {
        forAll(100, random -> {
            long seed = random.nextLong();
            OfferingAssessment once = made(seed);
            assertThat(made(seed)).isEqualTo(once).hasToString(once.toString());
        });
    }

    private static OfferingAssessment made(long seed) {
        AnyCase given = new AnyCase(new java.util.Random(seed));
        return AnyCase.assess(given.workload(given.evidence()), given.offeringWithNarrowerFacts());
    }

    @Test
    void aHardLimitOnAgeLetsNothingStalePass() {
        forAll(200, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offering();
            Workload workload = given.workload(List.of());
            LocalDate late = Given.READ.plusDays(91);
            OfferingAssessment soft = at(workload, offering, late, Freshness.DEFAULT);
            OfferingAssessment hard = at(workload, offering, late, new Freshness(90, true));
            assertThat(hard.requirements())
                    .allSatisfy(f -> assertThat(f.status()).isLessThanOrEqualTo(Status.UNVERIFIED));
            assertThat(hard.stale())
                    .isEqualTo(soft.stale())
                    .hasSize(offering.facts().size());
            // what fails still fails, however old its page is
            Map<Requirement, Status> was = statuses(soft);
            statuses(hard).forEach((requirement, status) -> {
                if (was.get(requirement) == Status.NOT_MET) {
                    assertThat(status).as("%s", requirement).isEqualTo(Status.NOT_MET);
                }
            });
        });
    }

    @Test
    void requiringQuotesMakesNothingBetter() {
        forAll(300, random -> {
            AnyCase given = new AnyCase(random);
            Offering bare = given.offeringWithNarrowerFacts();
            Offering some = bare.withFacts(bare.facts().stream()
                    .<Fact<?>>map(f -> random.nextBoolean() ? Given.quoted(f) : f)
                    .toList());
            Offering all = bare.withFacts(
                    bare.facts().stream().<Fact<?>>map(Given::quoted).toList());
            Workload workload = given.workload(random.nextBoolean() ? given.evidence() : List.of());
            OfferingAssessment soft = at(workload, some, Given.READ, Freshness.DEFAULT);
            OfferingAssessment strict = at(workload, some, Given.READ, Freshness.DEFAULT.requiringQuotes());
            assertThat(strict.verdict()).isLessThanOrEqualTo(soft.verdict());
            Map<Requirement, Status> was = statuses(soft);
            statuses(strict).forEach((requirement, status) -> {
                assertThat(status).as("%s", requirement).isLessThanOrEqualTo(was.get(requirement));
                if (was.get(requirement) == Status.NOT_MET) {
                    assertThat(status).as("%s", requirement).isEqualTo(Status.NOT_MET);
                }
            });
            assertThat(strict.alternatives())
                    .allSatisfy(a -> assertThat(a.reaches()).isGreaterThan(strict.verdict()));
            assertThat(soft.facts()).allMatch(some.facts()::contains).doesNotHaveDuplicates();
            OfferingAssessment whole = at(workload, all, Given.READ, Freshness.DEFAULT.requiringQuotes());
            assertThat(statuses(whole)).isEqualTo(statuses(at(workload, bare, Given.READ, Freshness.DEFAULT)));
            assertThat(whole.withQuote()).isEqualTo(whole.facts().size());
        });
    }

    @Test
    void withoutAnyQuoteNothingOfTheRegisterPassesWhereQuotesAreRequired() {
        forAll(200, random -> {
            AnyCase given = new AnyCase(random);
            OfferingAssessment it =
                    at(given.workload(List.of()), given.offering(), Given.READ, Freshness.DEFAULT.requiringQuotes());
            assertThat(it.requirements())
                    .allSatisfy(f -> assertThat(f.status()).isLessThanOrEqualTo(Status.UNVERIFIED));
            assertThat(it.withQuote()).isZero();
        });
    }

    private static OfferingAssessment at(Workload workload, Offering offering, LocalDate date, Freshness freshness) {
        return Assessor.assess(workload, AnyCase.register(offering), date, freshness)
                .offerings()
                .getFirst();
    }

    /** A place's documents never say more than its places: kept here because every location rule rests on it. */
    @Test
    void whatIsInsideAnAreaIsNeverCleanOfIt() {
        forAll(500, random -> {
            AnyCase given = new AnyCase(random);
            Area area = new Area(given.places(2));
            for (Place place : given.places(3)) {
                Evidence document = new Evidence(
                        "it", Evidence.Kind.ORDER_FORM_INFERENCE_REGION, Given.READ, List.of(place), "", "");
                boolean inside = !Commitments.to(area, List.of(document), Given.AREAS)
                        .inside()
                        .isEmpty();
                boolean clean = !Commitments.cleanOf(area, List.of(document), Given.AREAS)
                        .inside()
                        .isEmpty();
                assertThat(inside && clean).isFalse();
            }
        });
    }
}
