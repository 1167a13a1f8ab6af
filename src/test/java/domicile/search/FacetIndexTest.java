package domicile.search;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import domicile.assessment.Assessor;
import domicile.assessment.Finding;
import domicile.assessment.Freshness;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.desktop.kit.Names;
import domicile.desktop.register.Disputes;
import domicile.desktop.register.Synthetic;
import domicile.register.Pack;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.TrainingReuse;
import domicile.residency.Workload;
import domicile.residency.ZeroRetention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index keeps what the plain filter keeps, and its counts are what ticking would leave. */
class FacetIndexTest {
    private static final Register REAL = Pack.shipped().register(LocalDate.parse("2026-06-30"));
    private static final Register MANY = Synthetic.register(REAL, 400, 11);
    private static final FacetIndex INDEX = new FacetIndex(MANY);
    private static final List<String> SEARCHES =
            List.of("", "paris", "a", "EU-central", "frankfurt api", "residency us", "offering 12", "nothing-such");

    @Test
    void keepsWhatThePlainFilterKeeps() {
        Seeds.forAll(300, random -> sameAsThePlainFilter(INDEX, random));
    }

    @Test
    void keepsWhatThePlainFilterKeepsWhereSourcesDisagree() {
        Seeds.forAll(40, random -> {
            FacetIndex index = new FacetIndex(Disputes.register(REAL, 60, random));
            for (int i = 0; i < 20; i++) {
                sameAsThePlainFilter(index, random);
            }
        });
    }

    private static void sameAsThePlainFilter(FacetIndex index, Random random) {
        List<Place> inference = places(random);
        List<Place> storage = places(random);
        Set<Attestation.Kind> kinds = random.nextBoolean() ? Set.of() : Set.of(Attestation.Kind.ISO_27001);
        Optional<Attestation.FedRampLevel> level = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(Attestation.FedRampLevel.values()[random.nextInt(6)]);
        boolean baa = random.nextInt(3) == 0;
        boolean zdr = random.nextInt(3) == 0;
        boolean noTraining = random.nextInt(3) == 0;
        Set<String> families = random.nextBoolean() ? Set.of() : Set.of("claude", "gpt");
        String search = SEARCHES.get(random.nextInt(SEARCHES.size()));

        List<Facet> ticked = new ArrayList<>();
        inference.forEach(p -> ticked.add(new Facet.Inside(Layer.INFERENCE, p)));
        storage.forEach(p -> ticked.add(new Facet.Inside(Layer.STORAGE, p)));
        kinds.forEach(k -> ticked.add(new Facet.Certification(k)));
        level.ifPresent(l -> ticked.add(new Facet.FedRamp(l)));
        families.forEach(f -> ticked.add(new Facet.Model(f)));
        if (baa) {
            ticked.add(new Facet.Contract(Attestation.Kind.BAA, Facet.Said.HELD));
            ticked.add(new Facet.Contract(Attestation.Kind.BAA, Facet.Said.SCOPED));
        }
        if (noTraining) {
            ticked.add(new Facet.Training(TrainingReuse.Reuse.NOT_USED_BY_DEFAULT));
        }
        if (zdr) {
            for (ZeroRetention.Zdr z : ZeroRetention.Zdr.values()) {
                if (z.obtainable()) {
                    ticked.add(new Facet.Zdr(z));
                }
            }
        }
        List<Offering> plain = new OfferingFilter(
                        area(inference), area(storage), kinds, level, baa, zdr, noTraining, families, search)
                .apply(index.register());

        assertThat(index.filter(ticked, search).shown()).isEqualTo(plain);
        assertThat(index.count(ticked, search)).isEqualTo(plain.size());
    }

    /**
     * Every facet that says a value, ticked alone: worked out here from the facts themselves, not by the classes that
     * it tests.
     */
    @Test
    void noFacetThatSaysAValueKeepsWhatSourcesDisagreeAbout() {
        Set<Facet.Group> disputedOnce = EnumSet.noneOf(Facet.Group.class);
        Seeds.forAll(40, random -> {
            FacetIndex index = new FacetIndex(Disputes.register(REAL, 60, random));
            for (Facet facet : index.facets()) {
                List<Offering> kept = index.filter(List.of(facet), "").shown();
                for (Offering o : index.register().offerings()) {
                    Optional<Boolean> disputed = disputed(facet, o, index.register());
                    if (disputed.orElse(false)) {
                        disputedOnce.add(facet.group());
                    }
                    boolean saysSo = says(facet, "CONFLICT");
                    disputed.ifPresent(d -> assertThat(kept.contains(o))
                            .as("%s of %s: %s", facet.id(), o.id(), o.facts())
                            .satisfies(k ->
                                    assertThat(saysSo ? k.equals(d) : !(k && d)).isTrue()));
                }
            }
        });
        assertThat(disputedOnce)
                .containsExactlyInAnyOrder(
                        Facet.Group.INFERENCE,
                        Facet.Group.STORAGE,
                        Facet.Group.CERTIFICATION,
                        Facet.Group.BAA,
                        Facet.Group.DPA,
                        Facet.Group.FEDRAMP,
                        Facet.Group.ZDR,
                        Facet.Group.RETENTION,
                        Facet.Group.TRAINING,
                        Facet.Group.MODEL);
    }

    private static boolean says(Facet facet, String value) {
        return facet.value().equals(value);
    }

    /**
     * Whether sources disagree about what a facet says; empty where a facet says nothing that they could disagree
     * about.
     */
    private static Optional<Boolean> disputed(Facet facet, Offering o, Register register) {
        return switch (facet) {
            case Facet.Certification c -> Optional.of(disputed(o, c.kind()));
            case Facet.Contract c -> Optional.of(disputed(o, c.kind()));
            case Facet.FedRamp f -> Optional.of(disputed(o, Attestation.Kind.FEDRAMP));
            case Facet.Zdr z -> Optional.of(different(o, ZeroRetention.class, ZeroRetention::zdr));
            case Facet.Training t -> Optional.of(different(o, TrainingReuse.class, TrainingReuse::reuse));
            case Facet.Retention r -> Optional.of(retention(o, register.asOf()));
            case Facet.Model m ->
                Optional.of(o.facts(ModelFamilies.class).stream()
                        .anyMatch(f -> !f.value().families().contains(m.family())));
            case Facet.Inside i -> Optional.of(nothingCertain(i.layer(), o));
            case Facet.Disputed d ->
                switch (d.group()) {
                    case ZDR -> Optional.of(different(o, ZeroRetention.class, ZeroRetention::zdr));
                    case TRAINING -> Optional.of(different(o, TrainingReuse.class, TrainingReuse::reuse));
                    case FEDRAMP -> Optional.of(disputed(o, Attestation.Kind.FEDRAMP));
                    case MODEL -> Optional.of(different(o, ModelFamilies.class, m -> m));
                    case INFERENCE, STORAGE, ENDPOINT_SERVICES -> Optional.empty();
                    case CERTIFICATION, BAA, DPA, RETENTION, FRESHNESS, TIE ->
                        throw new AssertionError("says it otherwise: " + d.group());
                };
            case Facet.Unstated u -> Optional.empty();
            case Facet.Silent s -> Optional.empty();
            case Facet.Fresh f -> Optional.empty();
            case Facet.Tie t -> Optional.empty();
        };
    }

    private static <V extends FactValue> Stream<V> whole(Offering o, Class<V> type) {
        return o.facts(type).stream().map(Fact::value).filter(v -> v.appliesTo().whole());
    }

    private static <V extends FactValue> boolean different(Offering o, Class<V> type, Function<V, Object> by) {
        return whole(o, type).map(by).distinct().count() > 1;
    }

    private static boolean disputed(Offering o, Attestation.Kind kind) {
        return whole(o, Attestation.class)
                        .filter(a -> a.kind() == kind)
                        .map(a -> List.of(a.status(), a.level()))
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean retention(Offering o, LocalDate day) {
        Map<LocalDate, Set<Integer>> byDay = new TreeMap<>();
        whole(o, Retention.class)
                .forEach(r -> byDay.computeIfAbsent(
                                r.from().map(PublishedDate::latest).orElse(LocalDate.MIN), d -> new HashSet<>())
                        .add(r.days()));
        return byDay.entrySet().stream()
                .filter(e -> !e.getKey().isAfter(day))
                .reduce((a, b) -> b)
                .map(e -> e.getValue().size() > 1)
                .orElse(false);
    }

    /**
     * Whether every placement of a layer is disputed, or a data centre alone, and nothing says that nothing is stored.
     */
    private static boolean nothingCertain(Layer layer, Offering o) {
        boolean nothingStored = layer == Layer.STORAGE
                && !different(o, ZeroRetention.class, ZeroRetention::zdr)
                && whole(o, ZeroRetention.class).anyMatch(z -> z.zdr() == ZeroRetention.Zdr.STATELESS);
        List<Placement> all = o.placements(layer).stream().map(Fact::value).toList();
        return !nothingStored
                && all.stream()
                        .allMatch(p -> p.selection() == Selection.UNSTATED
                                || all.stream().anyMatch(other -> other.key().equals(p.key()) && !other.equals(p)));
    }

    /** What a facet keeps is what the rules can count on, and what sources disagree about is unverified in both. */
    @Test
    void theAssessmentSeesWhatTheFacetsSee() {
        Seeds.forAll(15, random -> {
            FacetIndex index = new FacetIndex(Disputes.register(REAL, 60, random));
            Map<String, Map<Requirement, Finding>> found = assessed(index.register());
            Map<Facet, Requirement> asked = new LinkedHashMap<>();
            index.facets().forEach(f -> requirement(f).ifPresent(r -> asked.put(f, r)));
            assertThat(asked.values()).contains(Requirement.TRAINING_REUSE, Requirement.FEDRAMP, Requirement.DPA);
            asked.forEach((facet, requirement) -> {
                List<Offering> kept = index.filter(List.of(facet), "").shown();
                for (Offering o : index.register().offerings()) {
                    Status status = Optional.ofNullable(found.get(o.id()))
                            .map(f -> f.get(requirement))
                            .map(Finding::status)
                            .orElseThrow();
                    if (kept.contains(o)) {
                        assertThat(status).as("%s of %s", facet.id(), o.id()).isIn(Status.MET, Status.CONDITIONAL);
                    }
                    if (disputed(facet, o, index.register()).orElse(false)) {
                        assertThat(status).as("%s of %s", facet.id(), o.id()).isEqualTo(Status.UNVERIFIED);
                    }
                }
            });
        });
    }

    /** What a workload would ask to be answered by a facet that promises something; empty for the others. */
    private static Optional<Requirement> requirement(Facet facet) {
        if (facet instanceof Facet.Certification c) {
            return Optional.of(Requirement.valueOf(c.kind().name()));
        }
        Map<Facet, Requirement> others = Map.of(
                new Facet.Training(TrainingReuse.Reuse.NOT_USED_BY_DEFAULT), Requirement.TRAINING_REUSE,
                new Facet.FedRamp(Attestation.FedRampLevel.LOW), Requirement.FEDRAMP,
                new Facet.Contract(Attestation.Kind.DPA, Facet.Said.HELD), Requirement.DPA);
        return Optional.ofNullable(others.get(facet));
    }

    private static Map<String, Map<Requirement, Finding>> assessed(Register register) {
        Workload workload = new Workload(
                "everything",
                LocalDate.parse("2030-01-01"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stream.of(Attestation.Kind.values())
                        .filter(Attestation.Kind::certification)
                        .toList(),
                Optional.of(Attestation.FedRampLevel.LOW),
                true,
                OptionalInt.empty(),
                Optional.of(Workload.TrainingPolicy.FORBIDDEN),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        Map<String, Map<Requirement, Finding>> found = new HashMap<>();
        Assessor.assess(workload, register, register.asOf(), Freshness.DEFAULT)
                .offerings()
                .forEach(o -> found.put(
                        o.offering(),
                        o.requirements().stream().collect(Collectors.toMap(Finding::requirement, f -> f))));
        return found;
    }

    private static List<Place> places(Random random) {
        List<Place> places = new ArrayList<>();
        for (String code : List.of("EU", "GB", "US", "IE", "eu-central-1", "EEA", "FR")) {
            if (random.nextInt(4) == 0) {
                MANY.areas().place(code).ifPresent(places::add);
            }
        }
        return places;
    }

    private static Optional<Area> area(List<Place> places) {
        return places.isEmpty() ? Optional.empty() : Optional.of(new Area(places));
    }

    @Test
    void aCountIsWhatTickingLeaves() {
        Seeds.forAll(60, random -> {
            List<Facet> all = new ArrayList<>(INDEX.facets());
            List<Facet> ticked = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                ticked.add(all.get(random.nextInt(all.size())));
            }
            String search = SEARCHES.get(random.nextInt(SEARCHES.size()));
            Facet facet = all.get(random.nextInt(all.size()));
            Set<Facet> then = new HashSet<>(ticked);
            if (!facet.group().all()) {
                then.removeIf(f -> f.group() == facet.group());
            }
            then.add(facet);
            assertThat(INDEX.filter(ticked, search).counts().get(facet))
                    .isEqualTo(INDEX.filter(then, search).shown().size());
        });
    }

    @Test
    void everyOfferingIsInOneFacetOfAGroupThatSaysWhatIsKnown() {
        Seeds.forAll(10, random -> {
            FacetIndex index = new FacetIndex(Disputes.register(REAL, 60, random));
            for (Facet.Group group : List.of(
                    Facet.Group.BAA, Facet.Group.DPA, Facet.Group.ZDR, Facet.Group.RETENTION, Facet.Group.TRAINING)) {
                int sum = index.filter(List.of(), "").counts().entrySet().stream()
                        .filter(e -> e.getKey().group() == group)
                        .mapToInt(e -> e.getValue())
                        .sum();
                assertThat(sum).as("%s", group).isEqualTo(60);
            }
        });
    }

    @Test
    void aDisputeStandsBesideSilenceAndSavedViewsFindWhatTheyKnow() {
        FacetIndex index = new FacetIndex(Disputes.register(REAL, 200, new Random(7)));
        List<String> zdr = index.facets().stream()
                .filter(f -> f.group() == Facet.Group.ZDR)
                .map(Facet::id)
                .toList();
        assertThat(zdr).startsWith("zdr/STATELESS").endsWith("zdr/CONFLICT", "zdr/none");
        assertThat(index.facets())
                .extracting(Facet::id)
                .contains(
                        "training/CONFLICT",
                        "training/none",
                        "retention/CONFLICT",
                        "retention/SILENT",
                        "inference/CONFLICT",
                        "inference/UNSTATED",
                        "storage/none",
                        "fedramp/CONFLICT",
                        "fedramp/MODERATE_20X",
                        "model/CONFLICT",
                        "tie/none",
                        "tie/AE");
    }

    @Test
    void theRealRegisterSaysWhatThePageSays() {
        FacetIndex real = new FacetIndex(REAL);
        assertThat(ids(real, "baa/NOT_PUBLISHED")).containsExactly("mistral-la-plateforme", "replicate");
        assertThat(ids(real, "endpoint_services/none")).hasSize(14);
        assertThat(ids(real, "tie/SA")).containsExactly("groq");
        assertThat(ids(real, "tie/AE")).containsExactly("cerebras");
        assertThat(ids(real, "retention/UP_TO_7")).containsExactly("anthropic-direct");
        assertThat(ids(real, "inference/EU"))
                .contains("anthropic-bedrock", "together-ai")
                .doesNotContain("openai-direct", "anthropic-direct");
        assertThat(real.facets()).allSatisfy(f -> assertThat(real.facet(f.id())).contains(f));
    }

    private static List<String> ids(FacetIndex index, String facet) {
        return index.filter(List.of(index.facet(facet).orElseThrow()), "").shown().stream()
                .map(Offering::id)
                .toList();
    }

    @Test
    void placesAreFoundByTheirNameInTheReadersLanguageToo() {
        FacetIndex german = new FacetIndex(REAL, Names.in(REAL.areas(), Locale.GERMAN));
        assertThat(german.filter(List.of(), "kanada").shown())
                .extracting(Offering::id)
                .containsExactly("groq", "openai-direct");
        assertThat(german.filter(List.of(), "canada").shown()).isNotEmpty();
    }

    @Test
    void theFactsOfASyntheticRegisterAreRealOnes() {
        Set<Fact<?>> real = new HashSet<>();
        REAL.offerings().forEach(o -> real.addAll(o.facts()));
        assertThat(MANY.offerings()).allSatisfy(o -> assertThat(real).containsAll(o.facts()));
    }
}
