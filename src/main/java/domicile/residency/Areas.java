package domicile.residency;

import domicile.problem.ProblemException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The gazetteer: which countries a bloc has, which country a cloud region lies in. Answers whether a place or a
 * deployment lies inside an area. All maps are sorted by code, so that every listing is in the same order.
 */
public final class Areas {

    /**
     * A bloc of countries.
     *
     * @param members ISO 3166-1 alpha-2 codes
     * @param note what the list rests on; some blocs, such as APAC, are not defined by any law
     * @param membersUnpublished whether nobody says which of the members it has, as of a provider's "Europe"
     */
    public record BlocDefinition(
            String code, String name, Set<String> members, String note, boolean membersUnpublished) {
        /** A bloc with these members. */
        public BlocDefinition(String code, String name, Set<String> members, String note) {
            this(code, name, members, note, false);
        }

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

    /**
     * Makes a gazetteer; {@link IllegalArgumentException} when a bloc or a region names a country that is not in the
     * list.
     */
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

    /** Refuses a code that is no place, naming the one that is only spelt in other letters. */
    public ProblemException unknown(String code, Object where) {
        return Stream.of(countries, blocs, regions)
                .flatMap(places -> places.keySet().stream())
                .filter(c -> c.equalsIgnoreCase(code))
                .findFirst()
                .map(meant -> FactProblem.MISSPELT_PLACE.at(where, code, meant))
                .orElseGet(() -> FactProblem.UNKNOWN_PLACE.at(where, code));
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

    private boolean vague(Place.Bloc bloc) {
        BlocDefinition definition = blocs.get(bloc.code());
        return definition != null && definition.membersUnpublished();
    }

    /**
     * Whether a single place lies inside an area, by the rules of containment: a bloc against one of its countries is
     * MAYBE.
     */
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
            boolean covered = !vague(bloc)
                    && membersOf(bloc).stream()
                            .allMatch(c -> area.members().stream()
                                    .anyMatch(m -> within(new Place.Country(c), m) == Containment.YES));
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
                boolean all = !vague(b);
                boolean some = false;
                for (String country : membersOf(b)) {
                    Containment one = countryWithin(country, required);
                    all &= one == Containment.YES;
                    some |= one != Containment.NO;
                }
                yield all && some ? Containment.YES : some ? Containment.MAYBE : Containment.NO;
            }
        };
    }

    private Containment countryWithin(String country, Place required) {
        return switch (required) {
            case Place.World w -> Containment.YES;
            case Place.Country c -> c.code().equals(country) ? Containment.YES : Containment.NO;
            case Place.Bloc b ->
                !membersOf(b).contains(country) ? Containment.NO : vague(b) ? Containment.MAYBE : Containment.YES;
            case Place.CloudRegion r -> r.country().equals(country) ? Containment.MAYBE : Containment.NO;
        };
    }

    /**
     * Whether a placement lies inside an area. YES when all of its places are inside. NO when one is surely outside: it
     * may leave the area by design. An open-ended placement may be elsewhere too: it is never sure to be inside, unless
     * the area is the world.
     */
    public Containment within(Placement placement, Area area) {
        if (isWorld(area)) {
            return Containment.YES;
        }
        Containment least = placement.openEnded() ? Containment.MAYBE : Containment.YES;
        for (Place place : placement.places()) {
            // of an open-ended list, the world only means that nothing is named
            boolean named = !(placement.openEnded() && place instanceof Place.World);
            Containment one = named ? within(place, area) : least;
            if (one.compareTo(least) < 0) {
                least = one;
            }
        }
        return least;
    }

    /**
     * Whether a placement lies inside an area as a buyer can have it: of storage that a buyer selects, one place is
     * enough, since it is selected by itself.
     */
    public Containment withinAsSelected(Placement placement, Area area) {
        boolean each = placement.layer() == Layer.STORAGE
                && placement.selection() != Selection.DEFAULT
                && !placement.openEnded();
        return each
                ? placement.places().stream()
                        .map(p -> within(p, area))
                        .max(Containment::compareTo)
                        .orElse(Containment.NO)
                : within(placement, area);
    }

    /**
     * Whether something in this placement may be processed in an excluded area. YES when a place of it lies there, or
     * when it roams over a bloc with a member there, or over the world. NO when all its places are known and outside.
     */
    public Containment overlaps(Placement placement, Area excluded) {
        Containment most = placement.openEnded() ? Containment.MAYBE : Containment.NO;
        Area countries = countriesExcluded(excluded);
        for (Place place : placement.places()) {
            Containment one = placement.openEnded() && place instanceof Place.World
                    ? Containment.MAYBE
                    : overlapsCountries(place, countries);
            if (one.compareTo(most) > 0) {
                most = one;
            }
        }
        return most;
    }

    /**
     * An excluded area with the country in the place of each cloud region: to exclude a region is to exclude its
     * country.
     */
    public Area countriesExcluded(Area excluded) {
        return excluded.members().stream().noneMatch(Place.CloudRegion.class::isInstance)
                ? excluded
                : new Area(excluded.members().stream()
                        .map(m -> m instanceof Place.CloudRegion r ? new Place.Country(r.country()) : m)
                        .toList());
    }

    /** Whether what may be anywhere in a place may be in an excluded area. A cloud region excludes its country. */
    public Containment overlaps(Place place, Area excluded) {
        return overlapsCountries(place, countriesExcluded(excluded));
    }

    private static boolean isWorld(Area area) {
        return area.members().contains(new Place.World());
    }

    private Containment overlapsCountries(Place place, Area countries) {
        if (isWorld(countries) || place instanceof Place.World) {
            return Containment.YES;
        }
        Containment inside = within(place, countries);
        return place instanceof Place.Bloc bloc && inside == Containment.MAYBE && !vague(bloc)
                ? overlapOfMembers(bloc, countries)
                : inside;
    }

    /** YES when a member surely lies there; MAYBE when the excluded area itself is vague. */
    private Containment overlapOfMembers(Place.Bloc bloc, Area excluded) {
        return membersOf(bloc).stream()
                .map(c -> within(new Place.Country(c), excluded))
                .max(Containment::compareTo)
                .orElse(Containment.NO);
    }
}
