package domicile.assessment;

import domicile.residency.AppliesTo;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.GoverningLaw;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Provider;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.Source;
import domicile.residency.TrainingReuse;
import domicile.residency.TrustPortal;
import domicile.residency.Workload;
import domicile.residency.ZeroRetention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Any offering, workload and documents that the rules may meet, made from a seeded random source. */
final class AnyCase {
    static final String PRODUCT = "Vendor Product";
    private static final int SECOND_HAND = 2;
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
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "AE", "SA", "CH");
    private static final List<String> MODELS = List.of("claude-a", "claude-b");
    private static final List<String> SERVICES = List.of("guardrails", "batch", "files");
    private static final List<String> DAYS = List.of("2026-01-15", "2026-06", "2026-07-01", "2026-07-02", "2027-01");

    private final Random random;

    AnyCase(Random random) {
        this.random = random;
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** At least one and at most so many, each once. */
    <T> List<T> some(List<T> from, int most) {
        Set<T> chosen = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            chosen.add(any(from));
        }
        return List.copyOf(chosen);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    List<Place> places(int most) {
        return some(PLACES, most).stream().map(Given::place).toList();
    }

    /** A register with this offering, a page of the provider's own and a second-hand one. */
    static Register register(Offering... offerings) {
        return new Register(
                Given.DATE,
                r -> "sha256:test",
                List.of(new Provider("vendor", "Vendor")),
                List.of(offerings),
                List.of(
                        new Source(1, Source.Kind.PROVIDER, "Vendor", "Page", "https://vendor.example/", ""),
                        new Source(SECOND_HAND, Source.Kind.COMPILED, "Somebody", "List", "", "")),
                Given.AREAS,
                List.of(),
                List.of());
    }

    static OfferingAssessment assess(Workload workload, Offering... offerings) {
        return Assessor.assess(workload, register(offerings), Given.DATE, Freshness.DEFAULT)
                .offerings()
                .getFirst();
    }

    /** The findings alone, without what would lift them: many times faster. */
    static Map<Requirement, Finding> findings(Workload workload, Offering offering) {
        return Evaluation.findings(
                Candidate.of(workload, offering, register(offering), Given.DATE, Freshness.DEFAULT, Map.of()));
    }

    private Fact<?> fact(FactValue value, int variant) {
        int source = oneIn(3) ? SECOND_HAND : 1;
        return new Fact<>(
                value,
                "",
                variant == 0 ? "" : "v" + variant,
                List.of(new Citation(source, Given.READ.minusDays(random.nextInt(5)))));
    }

    private AppliesTo appliesTo(boolean narrower) {
        if (!narrower || !oneIn(4)) {
            return AppliesTo.WHOLE;
        }
        return random.nextBoolean()
                ? new AppliesTo(some(MODELS, 2), List.of())
                : new AppliesTo(List.of(), some(SERVICES, 2));
    }

    private Optional<PublishedDate> date() {
        return oneIn(3) ? Optional.of(new PublishedDate(any(DAYS))) : Optional.empty();
    }

    Offering offering() {
        return offering("it", false);
    }

    Offering offeringWithNarrowerFacts() {
        return offering("it", true);
    }

    private Offering offering(String id, boolean narrower) {
        List<Fact<?>> facts = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                facts.add(fact(
                        new Placement(
                                layer,
                                layer.name().toLowerCase(java.util.Locale.ROOT) + "-" + (oneIn(5) ? 1 : i),
                                "Placement " + i,
                                any(List.of(Selection.values())),
                                places(3),
                                oneIn(5),
                                layer == Layer.STORAGE && oneIn(3) ? List.of("inference-1") : List.of(),
                                date(),
                                appliesTo(narrower)),
                        i));
            }
        }
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                facts.add(fact(
                        new Attestation(
                                kind,
                                any(List.of(Attestation.Status.values())),
                                "vendor",
                                random.nextBoolean() ? "" : "some",
                                kind == Attestation.Kind.FEDRAMP && !oneIn(4)
                                        ? Optional.of(any(List.of(FedRampLevel.values())))
                                        : Optional.empty(),
                                oneIn(4) ? List.of("inference-2") : List.of(),
                                date(),
                                oneIn(4) ? List.of(any(SERVICES)) : List.of(),
                                kind == Attestation.Kind.BAA && oneIn(3),
                                appliesTo(narrower)),
                        i));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(fact(new ZeroRetention(any(List.of(ZeroRetention.Zdr.values())), appliesTo(narrower)), i));
            facts.add(fact(new Retention(random.nextInt(40), date(), "logs", appliesTo(narrower)), i));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(fact(new TrainingReuse(any(List.of(TrainingReuse.Reuse.values()))), i));
        }
        if (random.nextBoolean()) {
            facts.add(fact(new ModelFamilies(some(List.of("claude", "gpt"), 2), oneIn(3)), 0));
        }
        if (oneIn(3)) {
            facts.add(fact(new CorporateTie("Fund", any(COUNTRIES), CorporateTie.Relation.INVESTOR), 0));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            facts.add(fact(new Headquarters(any(COUNTRIES), "Town"), i));
        }
        if (random.nextBoolean()) {
            facts.add(fact(new GoverningLaw(any(COUNTRIES)), 0));
        }
        if (random.nextBoolean()) {
            facts.add(fact(new TrustPortal("https://vendor.example/trust"), 0));
        }
        return new Offering(
                id,
                "Vendor " + id,
                "vendor",
                "vendor",
                oneIn(3) ? List.of() : List.of(PRODUCT, "Vendor Product API"),
                List.of(),
                facts);
    }

    /** The offering with every fact cited from a second-hand page alone. */
    static Offering secondHand(Offering offering) {
        List<Fact<?>> facts = new ArrayList<>();
        for (Fact<?> f : offering.facts()) {
            facts.add(new Fact<FactValue>(
                    f.value(), f.text(), f.variant(), List.of(new Citation(SECOND_HAND, Given.READ))));
        }
        return offering.withFacts(facts);
    }

    List<Evidence> evidence() {
        List<Evidence> documents = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            documents.add(document());
        }
        return documents;
    }

    Evidence document() {
        return document(any(List.of(Evidence.Kind.values())), any(List.of("", PRODUCT, "Vendor it", "Other")));
    }

    Evidence document(Evidence.Kind kind, String product) {
        return new Evidence(
                "it",
                kind,
                any(List.of(Given.DATE, Given.READ, LocalDate.of(2026, 1, 1), LocalDate.of(2020, 1, 1))),
                oneIn(4)
                        ? Optional.of(any(List.of(Given.READ, Given.START, Given.START.plusDays(1))))
                        : Optional.empty(),
                oneIn(4) ? List.of() : places(2),
                product,
                maybe(any(certifications())),
                maybe(any(levels())),
                oneIn(3) ? OptionalInt.of(random.nextInt(40)) : OptionalInt.empty(),
                oneIn(4) ? some(MODELS, 2) : List.of(),
                oneIn(3) ? some(SERVICES, 3) : List.of(),
                random.nextBoolean() ? "" : "file.pdf",
                oneIn(4)
                        ? new Evidence.Passage(
                                "",
                                OptionalInt.of(1),
                                "The clause.",
                                List.of(new Evidence.Hedge("except " + any(SERVICES), OptionalInt.empty())))
                        : Evidence.Passage.NONE);
    }

    static List<Attestation.Kind> certifications() {
        return List.of(Attestation.Kind.values()).stream()
                .filter(Attestation.Kind::certification)
                .toList();
    }

    static List<FedRampLevel> levels() {
        return List.of(FedRampLevel.values()).stream()
                .filter(FedRampLevel::revision5)
                .toList();
    }

    Optional<Area> area() {
        return oneIn(3) ? Optional.empty() : Optional.of(new Area(places(2)));
    }

    Workload workload(List<Evidence> evidence) {
        return new Workload(
                "Any",
                any(List.of(Given.START, LocalDate.of(2026, 1, 1))),
                oneIn(5) ? List.of() : some(List.of(Workload.DataCategory.values()), 3),
                random.nextBoolean() ? List.of() : some(List.of("claude", "gpt"), 2),
                area(),
                area(),
                area(),
                oneIn(3) ? List.of() : some(certifications(), 3),
                random.nextBoolean() ? Optional.empty() : Optional.of(any(levels())),
                random.nextBoolean(),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(31)),
                random.nextBoolean() ? Optional.empty() : Optional.of(any(List.of(Workload.TrainingPolicy.values()))),
                random.nextBoolean() ? Optional.empty() : Optional.of(oneIn(2) ? List.of() : some(SERVICES, 2)),
                area(),
                List.of("it"),
                evidence);
    }

    /** The same workload with other areas, documents, undecided parts and models. */
    static Workload with(
            Workload w,
            Optional<Area> inference,
            Optional<Area> storage,
            Optional<Area> endpointServices,
            Optional<Area> excluded,
            List<Evidence> evidence,
            Set<Workload.Part> undecided,
            List<String> models) {
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
                excluded,
                w.candidates(),
                evidence,
                undecided,
                models);
    }

    /** The same workload with other documents, undecided parts and models. */
    static Workload with(Workload w, List<Evidence> evidence, Set<Workload.Part> undecided, List<String> models) {
        return with(
                w,
                w.inference(),
                w.storage(),
                w.endpointServices(),
                w.excludedJurisdictions(),
                evidence,
                undecided,
                models);
    }

    Area wider(Area area) {
        Set<Place> members = new LinkedHashSet<>(area.members());
        members.addAll(places(2));
        return new Area(List.copyOf(members));
    }

    Set<Workload.Part> undecided() {
        return Set.copyOf(some(List.of(Workload.Part.values()), 4));
    }
}
