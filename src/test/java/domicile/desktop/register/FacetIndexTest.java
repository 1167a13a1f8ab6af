package domicile.desktop.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.register.Pack;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The index keeps what the plain filter keeps, and its counts are what ticking would leave. */
class FacetIndexTest {
    private static final Register REAL = Pack.shipped().register(LocalDate.parse("2026-06-30"));
    private static final Register MANY = Synthetic.register(REAL, 400, 11);
    private static final FacetIndex INDEX = new FacetIndex(MANY, Locale.ENGLISH);
    private static final List<String> SEARCHES =
            List.of("", "paris", "a", "EU-central", "frankfurt api", "residency us", "offering 12", "nothing-such");

    @Property(tries = 300)
    void keepsWhatThePlainFilterKeeps(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        List<Place> inference = places(random);
        List<Place> storage = places(random);
        Set<Attestation.Kind> kinds = random.nextBoolean() ? Set.of() : Set.of(Attestation.Kind.ISO_27001);
        Optional<Attestation.FedRampLevel> level = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(Attestation.FedRampLevel.values()[random.nextInt(4)]);
        boolean zdr = random.nextInt(3) == 0;
        Set<String> families = random.nextBoolean() ? Set.of() : Set.of("claude", "gpt");
        String search = SEARCHES.get(random.nextInt(SEARCHES.size()));

        List<Facet> ticked = new ArrayList<>();
        inference.forEach(p -> ticked.add(new Facet.Inside(Layer.INFERENCE, p)));
        storage.forEach(p -> ticked.add(new Facet.Inside(Layer.STORAGE, p)));
        kinds.forEach(k -> ticked.add(new Facet.Certification(k)));
        level.ifPresent(l -> ticked.add(new Facet.FedRamp(l)));
        families.forEach(f -> ticked.add(new Facet.Model(f)));
        if (zdr) {
            for (FactValue.Zdr z : FactValue.Zdr.values()) {
                if (z.obtainable()) {
                    ticked.add(new Facet.Zdr(Optional.of(z)));
                }
            }
        }
        List<Offering> plain = new OfferingFilter(
                        area(inference), area(storage), kinds, level, false, zdr, false, families, search)
                .apply(MANY);

        assertThat(INDEX.filter(ticked, search).shown()).isEqualTo(plain);
        assertThat(INDEX.count(ticked, search)).isEqualTo(plain.size());
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

    @Property(tries = 60)
    void aCountIsWhatTickingLeaves(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
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
    }

    @Test
    void everyOfferingIsInOneFacetOfAGroupThatSaysWhatIsKnown() {
        for (Facet.Group group : List.of(
                Facet.Group.BAA, Facet.Group.DPA, Facet.Group.ZDR, Facet.Group.RETENTION, Facet.Group.TRAINING)) {
            int sum = INDEX.filter(List.of(), "").counts().entrySet().stream()
                    .filter(e -> e.getKey().group() == group)
                    .mapToInt(e -> e.getValue())
                    .sum();
            assertThat(sum).as("%s", group).isEqualTo(MANY.offerings().size());
        }
    }

    @Test
    void theRealRegisterSaysWhatThePageSays() {
        FacetIndex real = new FacetIndex(REAL, Locale.ENGLISH);
        assertThat(ids(real, "baa/NOT_PUBLISHED")).containsExactly("mistral-la-plateforme", "replicate");
        assertThat(ids(real, "endpoint_services/none")).hasSize(14);
        assertThat(ids(real, "tie/SA")).containsExactly("groq");
        assertThat(ids(real, "tie/AE")).containsExactly("cerebras");
        assertThat(ids(real, "retention/UP_TO_7")).containsExactly("anthropic-direct");
        assertThat(ids(real, "inference/EU"))
                .contains("anthropic-bedrock", "groq", "fireworks-ai")
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
        FacetIndex german = new FacetIndex(REAL, Locale.GERMAN);
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
