package domicile.residency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The gazetteer: which countries a bloc has, which country a cloud region lies in. Answers whether a place or a deployment lies
 * inside an area. All maps are sorted by code, so that every listing is in the same order.
 */
public final class Areas {

    /**
     * A bloc of countries.
     *
     * @param members ISO 3166-1 alpha-2 codes
     * @param note what the list rests on; some blocs, such as APAC, are not defined by any law
     */
    public record BlocDefinition(String code, String name, Set<String> members, String note) {
        public BlocDefinition {
            members = Set.copyOf(members);
        }
    }

    /** A country with its English short name. */
    public record CountryDefinition(String code, String name) {}

    /**
     * A cloud region.
     *
     * @param cloud whose region it is, such as {@code aws}
     * @param country ISO 3166-1 alpha-2 code
     */
    public record RegionDefinition(String code, String name, String cloud, String country) {}

    /**
     * A decision under GDPR Article 45 that a third country's protection is adequate.
     *
     * @param since the day that the decision was adopted
     * @param scope what it is limited to; empty when it is not limited
     */
    public record AdequacyDecision(String country, LocalDate since, String scope) {}

    private final Map<String, CountryDefinition> countries = new TreeMap<>();
    private final Map<String, BlocDefinition> blocs = new TreeMap<>();
    private final Map<String, RegionDefinition> regions = new TreeMap<>();
    private final List<AdequacyDecision> adequacyDecisions;

    /** Makes a gazetteer; {@link IllegalArgumentException} when a bloc or a region names a country that is not in the list. */
    public Areas(
            Collection<CountryDefinition> countries,
            Collection<BlocDefinition> blocs,
            Collection<RegionDefinition> regions,
            Collection<AdequacyDecision> adequacyDecisions) {
        countries.forEach(c -> this.countries.put(c.code(), c));
        blocs.forEach(b -> {
            b.members().forEach(this::requireCountry);
            this.blocs.put(b.code(), b);
        });
        regions.forEach(r -> {
            requireCountry(r.country());
            this.regions.put(r.code(), r);
        });
        adequacyDecisions.forEach(d -> requireCountry(d.country()));
        this.adequacyDecisions = List.copyOf(adequacyDecisions);
    }

    private void requireCountry(String code) {
        if (!countries.containsKey(code)) {
            throw new IllegalArgumentException("no country " + code);
        }
    }

    /** The place with this code, or empty when there is none. */
    public Optional<Place> place(String code) {
        if (code.equals(Place.World.CODE)) {
            return Optional.of(new Place.World());
        }
        if (countries.containsKey(code)) {
            return Optional.of(new Place.Country(code));
        }
        if (blocs.containsKey(code)) {
            return Optional.of(new Place.Bloc(code));
        }
        return Optional.ofNullable(regions.get(code)).map(r -> new Place.CloudRegion(r.code(), r.country()));
    }

    /** The English name of a place; its code when it has no other. */
    public String name(Place place) {
        return switch (place) {
            case Place.Country c ->
                Optional.ofNullable(countries.get(c.code()))
                        .map(CountryDefinition::name)
                        .orElse(c.code());
            case Place.Bloc b ->
                Optional.ofNullable(blocs.get(b.code()))
                        .map(BlocDefinition::name)
                        .orElse(b.code());
            case Place.CloudRegion r ->
                Optional.ofNullable(regions.get(r.code()))
                        .map(RegionDefinition::name)
                        .orElse(r.code());
            case Place.World w -> "Worldwide";
        };
    }

    /** All countries by code. */
    public Collection<CountryDefinition> countries() {
        return List.copyOf(countries.values());
    }

    /** All blocs by code. */
    public Collection<BlocDefinition> blocs() {
        return List.copyOf(blocs.values());
    }

    /** All cloud regions by code. */
    public Collection<RegionDefinition> regions() {
        return List.copyOf(regions.values());
    }

    /** The adequacy decisions, in the order of the pack. */
    public List<AdequacyDecision> adequacyDecisions() {
        return adequacyDecisions;
    }

    /** The countries that a place may lie in, sorted; empty for {@link Place.World}, which means all of them. */
    public Set<String> countriesOf(Place place) {
        return switch (place) {
            case Place.Country c -> Set.of(c.code());
            case Place.CloudRegion r -> Set.of(r.country());
            case Place.Bloc b -> new TreeSet<>(membersOf(b));
            case Place.World w -> Set.of();
        };
    }

    private Set<String> membersOf(Place.Bloc bloc) {
        BlocDefinition definition = blocs.get(bloc.code());
        return definition == null ? Set.of() : definition.members();
    }

    /** Whether a single place lies inside an area, by the rules of containment: a bloc against one of its countries is MAYBE. */
    public Containment within(Place place, Area area) {
        Containment best = Containment.NO;
        for (Place member : area.members()) {
            Containment one = within(place, member);
            if (one.compareTo(best) > 0) {
                best = one;
            }
        }
        if (place instanceof Place.Bloc bloc && best == Containment.MAYBE) {
            // a union may cover a bloc that no single member covers
            boolean covered = membersOf(bloc).stream()
                    .allMatch(c ->
                            area.members().stream().anyMatch(m -> within(new Place.Country(c), m) == Containment.YES));
            return covered ? Containment.YES : Containment.MAYBE;
        }
        return best;
    }

    private Containment within(Place place, Place required) {
        if (required instanceof Place.World || place.equals(required)) {
            return Containment.YES;
        }
        return switch (place) {
            case Place.World w -> Containment.NO;
            case Place.Country c -> countryWithin(c.code(), required);
            case Place.CloudRegion r ->
                required instanceof Place.CloudRegion ? Containment.NO : countryWithin(r.country(), required);
            case Place.Bloc b -> {
                Set<String> members = membersOf(b);
                long inside = members.stream()
                        .filter(c -> countryWithin(c, required) == Containment.YES)
                        .count();
                boolean some = members.stream().anyMatch(c -> countryWithin(c, required) != Containment.NO);
                yield inside == members.size() && inside > 0
                        ? Containment.YES
                        : some ? Containment.MAYBE : Containment.NO;
            }
        };
    }

    private Containment countryWithin(String country, Place required) {
        return switch (required) {
            case Place.World w -> Containment.YES;
            case Place.Country c -> c.code().equals(country) ? Containment.YES : Containment.NO;
            case Place.Bloc b -> membersOf(b).contains(country) ? Containment.YES : Containment.NO;
            case Place.CloudRegion r -> r.country().equals(country) ? Containment.MAYBE : Containment.NO;
        };
    }

    /**
     * Whether a placement lies inside an area. YES when all of its places are inside. NO when none is, or when it may leave the
     * area by design. An open-ended placement is one whose exact place a buyer picks from a list that is not published in full:
     * MAYBE where that list could include the area.
     */
    public Containment within(Placement placement, Area area) {
        List<Containment> answers =
                placement.places().stream().map(p -> within(p, area)).toList();
        if (answers.stream().allMatch(a -> a == Containment.YES)) {
            return Containment.YES;
        }
        if (placement.openEnded()) {
            boolean possible = placement.places().stream().anyMatch(p -> overlaps(p, area) != Containment.NO);
            return possible ? Containment.MAYBE : Containment.NO;
        }
        return answers.contains(Containment.NO) ? Containment.NO : Containment.MAYBE;
    }

    /**
     * Whether something in this placement may be processed in an excluded area. YES when a place of it lies there, or when a
     * bloc that it roams over has a member there. MAYBE when that cannot be told: an open-ended list, or no limit at all.
     */
    public Containment overlaps(Placement placement, Area excluded) {
        Containment most = Containment.NO;
        for (Place place : placement.places()) {
            Containment one = overlaps(place, excluded);
            if (one == Containment.YES && placement.openEnded() && within(place, excluded) != Containment.YES) {
                one = Containment.MAYBE;
            }
            if (one.compareTo(most) > 0) {
                most = one;
            }
        }
        return most;
    }

    private Containment overlaps(Place place, Area area) {
        if (area.members().stream().anyMatch(Place.World.class::isInstance)) {
            return Containment.YES;
        }
        if (place instanceof Place.World) {
            return Containment.MAYBE;
        }
        Containment inside = within(place, area);
        return place instanceof Place.Bloc && inside == Containment.MAYBE ? Containment.YES : inside;
    }
}
