package domicile.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Selection;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of the rules whatever the register and the workload say. */
class RulePropertiesTest {
    private static final List<String> PLACES = List.of(
            "DE",
            "FR",
            "IE",
            "IS",
            "US",
            "AE",
            "SA",
            "JP",
            "CH",
            "EU",
            "EEA",
            "WORLD",
            "eu-central-1",
            "us-gov-west-1");

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 400)
    void evidenceNeverWorsensAStatusUnlessItContradicts(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Offering offering = offering(random);
        Workload before = workload(random, List.of());
        Workload after = workload(new Random(seed), offering, before, evidence(random));
        Map<Requirement, Status> first = statuses(assess(before, offering));
        Map<Requirement, Status> then = statuses(assess(after, offering));
        boolean contradicts =
                after.evidence().stream().anyMatch(e -> e.kind() == Evidence.Kind.ENDPOINT_SERVICES_REGION);
        then.forEach((requirement, status) -> {
            if (!(contradicts
                    && (requirement == Requirement.ENDPOINT_SERVICES_LOCATION
                            || requirement == Requirement.SAME_DEPLOYMENT))) {
                assertThat(status).as("%s", requirement).isGreaterThanOrEqualTo(first.get(requirement));
            }
        });
    }

    @Property(tries = 400)
    void narrowingAnAreaNeverImprovesAStatus(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Offering offering = offering(random);
        Workload narrow = workload(random, evidence(random));
        Workload wide = widened(narrow, random);
        Map<Requirement, Status> narrowed = statuses(assess(narrow, offering));
        statuses(assess(wide, offering)).forEach((requirement, status) -> {
            if (requirement != Requirement.EXCLUDED_JURISDICTIONS) {
                assertThat(narrowed.get(requirement)).as("%s", requirement).isLessThanOrEqualTo(status);
            }
        });
    }

    @Property(tries = 200)
    void anOfferingThatNothingIsKnownOfPassesNothing(@ForAll("seeds") long seed) {
        Workload workload = workload(new Random(seed), List.of());
        OfferingAssessment silent = assess(workload, Given.offering("it"));
        assertThat(silent.requirements())
                .allSatisfy(f -> assertThat(f.status()).isLessThanOrEqualTo(Status.UNVERIFIED))
                .allSatisfy(f -> assertThat(f.missingCitation()).isPresent());
    }

    @Property(tries = 300)
    void everyFindingIsSaidAndCitedOrNamesWhatIsMissing(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        OfferingAssessment it = assess(workload(random, evidence(random)), offering(random));
        assertThat(it.failureModes()).hasSize(3);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
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
            assertThat(f.citations().isEmpty()).isEqualTo(f.missingCitation().isPresent());
            assertThat(f.lifts().isEmpty()).isEqualTo(f.status() == Status.MET);
        });
    }

    private static void said(Sentence sentence, Locale locale) {
        assertThat(sentence.in(locale)).isNotBlank().doesNotContainPattern("\\{\\d");
    }

    @Property(tries = 200)
    void theVerdictIsTheWorstStatus(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        OfferingAssessment it = assess(workload(random, evidence(random)), offering(random));
        Status worst = it.requirements().stream().map(Finding::status).reduce(Status.MET, Status::worst);
        assertThat(it.verdict()).isEqualTo(Verdict.of(worst));
        assertThat(it.alternatives()).allSatisfy(a -> assertThat(a.reaches()).isGreaterThan(it.verdict()));
    }

    @Property(tries = 200)
    void theSameInputGivesTheSameAssessment(@ForAll("seeds") long seed) {
        OfferingAssessment once =
                assess(workload(new Random(seed), evidence(new Random(seed))), offering(new Random(seed)));
        OfferingAssessment again =
                assess(workload(new Random(seed), evidence(new Random(seed))), offering(new Random(seed)));
        assertThat(again).isEqualTo(once).hasToString(once.toString());
    }

    @Property(tries = 200)
    void aHardLimitOnAgeLetsNothingStalePass(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Offering offering = offering(random);
        Workload workload = workload(random, List.of());
        LocalDate late = Given.READ.plusDays(91);
        OfferingAssessment soft = Assessor.assess(workload, Given.register(offering), late, Freshness.DEFAULT)
                .offerings()
                .getFirst();
        OfferingAssessment hard = Assessor.assess(workload, Given.register(offering), late, new Freshness(90, true))
                .offerings()
                .getFirst();
        assertThat(hard.requirements()).allSatisfy(f -> assertThat(f.status()).isLessThanOrEqualTo(Status.UNVERIFIED));
        assertThat(hard.stale())
                .isEqualTo(soft.stale())
                .hasSize(offering.facts().size());
    }

    private static OfferingAssessment assess(Workload workload, Offering offering) {
        return Assessor.assess(workload, Given.register(offering), Given.DATE, Freshness.DEFAULT)
                .offerings()
                .getFirst();
    }

    private static Map<Requirement, Status> statuses(OfferingAssessment assessment) {
        return assessment.requirements().stream()
                .collect(Collectors.toMap(Finding::requirement, Finding::status, Status::worst, TreeMap::new));
    }

    private static <T> T any(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> List<T> some(Random random, List<T> from, int most) {
        List<T> chosen = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            T one = any(random, from);
            if (!chosen.contains(one)) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    private static List<Place> places(Random random, int most) {
        return some(random, PLACES, most).stream().map(Given::place).toList();
    }

    private static Offering offering(Random random) {
        List<Fact<?>> facts = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                facts.add(Given.fact(new Placement(
                        layer,
                        layer + "-" + i,
                        "Placement " + i,
                        any(random, List.of(Selection.values())),
                        places(random, 3),
                        random.nextInt(5) == 0,
                        layer == Layer.STORAGE && random.nextBoolean() ? List.of("INFERENCE-0") : List.of())));
            }
        }
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            int count = random.nextInt(3);
            for (int i = 0; i < count; i++) {
                facts.add(Given.fact(new Attestation(
                        kind,
                        any(random, List.of(Attestation.Status.values())),
                        "vendor",
                        random.nextBoolean() ? "" : "some",
                        kind == Attestation.Kind.FEDRAMP && random.nextBoolean()
                                ? Optional.of(any(random, List.of(FedRampLevel.values())))
                                : Optional.empty(),
                        random.nextInt(3) == 0 ? List.of("INFERENCE-1") : List.of(),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(new PublishedDate("2026-0" + (1 + random.nextInt(9)))),
                        random.nextBoolean() ? List.of() : List.of("guardrails"))));
            }
        }
        if (random.nextBoolean()) {
            facts.add(Given.zdr(any(random, List.of(FactValue.Zdr.values()))));
        }
        if (random.nextBoolean()) {
            facts.add(Given.retention(random.nextInt(40), ""));
        }
        if (random.nextBoolean()) {
            facts.add(Given.fact(new FactValue.TrainingReuse(any(random, List.of(FactValue.Reuse.values())))));
        }
        if (random.nextBoolean()) {
            facts.add(Given.fact(new FactValue.ModelFamilies(List.of("claude"), random.nextBoolean())));
        }
        if (random.nextInt(4) == 0) {
            facts.add(Given.tie(any(random, List.of("SA", "AE", "US"))));
        }
        return Given.offering("it", facts.toArray(Fact<?>[]::new));
    }

    private static List<Evidence> evidence(Random random) {
        List<Evidence> documents = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            documents.add(new Evidence(
                    "it",
                    any(random, List.of(Evidence.Kind.values())),
                    Given.READ,
                    random.nextInt(3) == 0 ? List.of() : places(random, 2),
                    random.nextBoolean() ? "" : "Vendor it",
                    random.nextBoolean() ? "" : "file-" + i + ".pdf"));
        }
        return documents;
    }

    private static Optional<Area> area(Random random) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(new Area(places(random, 2)));
    }

    private static Workload workload(Random random, List<Evidence> evidence) {
        return new Workload(
                "Any",
                Given.START,
                some(random, List.of(Workload.DataCategory.values()), 3),
                random.nextBoolean() ? List.of() : List.of("claude", "gpt"),
                area(random),
                area(random),
                area(random),
                some(
                        random,
                        List.of(Attestation.Kind.values()).stream()
                                .filter(Attestation.Kind::certification)
                                .toList(),
                        3),
                random.nextBoolean() ? Optional.empty() : Optional.of(any(random, List.of(FedRampLevel.values()))),
                random.nextBoolean(),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(31)),
                random.nextBoolean() ? Optional.empty() : Optional.of(Workload.TrainingPolicy.FORBIDDEN),
                random.nextBoolean() ? Optional.empty() : Optional.of(List.of("guardrails")),
                area(random),
                List.of("it"),
                evidence);
    }

    private static Workload workload(Random random, Offering offering, Workload like, List<Evidence> evidence) {
        return copy(like, like.inference(), like.storage(), like.endpointServices(), evidence);
    }

    private static Workload widened(Workload narrow, Random random) {
        return copy(
                narrow,
                narrow.inference().map(a -> wider(a, random)),
                narrow.storage().map(a -> wider(a, random)),
                narrow.endpointServices().map(a -> wider(a, random)),
                narrow.evidence());
    }

    private static Area wider(Area area, Random random) {
        List<Place> members = new ArrayList<>(area.members());
        members.addAll(places(random, 2));
        return new Area(members.stream().distinct().toList());
    }

    private static Workload copy(
            Workload w,
            Optional<Area> inference,
            Optional<Area> storage,
            Optional<Area> endpointServices,
            List<Evidence> evidence) {
        return new Workload(
                w.name(),
                w.startsOn(),
                w.dataCategories(),
                w.modelFamilies(),
                inference,
                storage,
                endpointServices,
                w.certifications(),
                w.fedRampLevel(),
                w.dpaRequired(),
                w.retentionMaxDays(),
                w.trainingReuse(),
                w.services(),
                w.excludedJurisdictions(),
                w.candidates(),
                evidence);
    }
}
