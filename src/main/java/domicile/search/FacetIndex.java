package domicile.search;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A register made ready for filtering while somebody types: for every facet the set of offerings that it keeps, and the
 * words of all texts, which are read when they are first needed. What it keeps is what {@link OfferingFilter} keeps.
 * Immutable; making it takes a while for a large register, so it is made off the FX thread.
 */
public final class FacetIndex {

    /**
     * What a filter leaves.
     *
     * @param shown in the order asked for
     * @param counts for every facet, how many offerings ticking it (in an exclusive group: it alone) would leave
     */
    public record Result(List<Offering> shown, Map<Facet, Integer> counts) {}

    /** The words of so many offerings are read so quickly that the table need not wait for them. */
    private static final int MANY = 2_000;

    /** So many areas that somebody ticked are kept. */
    private static final int MOST_AREAS = 32;

    private record LayerArea(Layer layer, Area area) {}

    private final Register register;
    private final List<Offering> offerings;
    private final Map<Facet, PositionSet> keeps = new LinkedHashMap<>();
    private final Map<String, Facet> byId = new LinkedHashMap<>();
    private final FutureTask<WordIndex> words;
    // Few placements are unlike each other, however many offerings there are: whether one lies inside is asked once for
    // each.
    private final Map<Layer, Map<Placement, PositionSet>> placed = new EnumMap<>(Layer.class);
    private final PositionSet nothingStored;
    private final Map<LayerArea, PositionSet> inside = new ConcurrentHashMap<>();

    /**
     * A register ready to be shown; the words of a large one are read first, as the first search would wait for them.
     */
    public static FacetIndex ready(Register register, Optional<Function<Place, String>> names) {
        FacetIndex index = new FacetIndex(register, names);
        if (register.offerings().size() > MANY) {
            index.readWords();
        }
        return index;
    }

    /** Places can be searched for as the register calls them. */
    public FacetIndex(Register register) {
        this(register, Optional.empty());
    }

    /** @param names what places can be searched for as well */
    public FacetIndex(Register register, Optional<Function<Place, String>> names) {
        this.register = register;
        this.offerings = register.offerings();
        this.nothingStored = new PositionSet(offerings.size());
        for (int i = 0; i < offerings.size(); i++) {
            Offering o = offerings.get(i);
            for (Layer layer : Layer.values()) {
                for (Placement placement : OfferingFilter.placements(o, layer)) {
                    placed.computeIfAbsent(layer, l -> new LinkedHashMap<>())
                            .computeIfAbsent(unnamed(placement), p -> new PositionSet(offerings.size()))
                            .set(i);
                }
            }
            if (OfferingFilter.stateless(o)) {
                nothingStored.set(i);
            }
            for (Facet facet : Facets.of(o, register.asOf())) {
                keeps.computeIfAbsent(facet, f -> new PositionSet(offerings.size()))
                        .set(i);
            }
        }
        for (Layer layer : Layer.values()) {
            candidates(layer, register.areas()).forEach(p -> {
                PositionSet published = published(layer, new Area(List.of(p)));
                // Where nothing is stored every place would do; only those that somebody publishes are worth a box.
                if (published.count() > 0) {
                    keeps.put(new Facet.Inside(layer, p), withNothingStored(layer, published));
                }
            });
        }
        Map<Facet, PositionSet> sorted = new LinkedHashMap<>();
        keeps.keySet().stream().sorted(Facets.ORDER).forEach(f -> keep(sorted, f));
        keeps.clear();
        keeps.putAll(sorted);
        keeps.keySet().forEach(f -> byId.put(f.id(), f));
        this.words = new FutureTask<>(() -> words(names));
    }

    private WordIndex words(Optional<Function<Place, String>> names) {
        List<String> texts = new ArrayList<>(offerings.size());
        Map<Place, String> known = new HashMap<>();
        offerings.forEach(o -> texts.add(text(o, register.areas(), names, known)));
        return new WordIndex(texts);
    }

    /**
     * Reads the words of all texts, for which the first search would have to wait otherwise. Takes a while: not for the
     * FX thread.
     */
    public void readWords() {
        words.run();
    }

    private PositionSet find(String search) {
        if (search.isBlank()) {
            return PositionSet.full(offerings.size());
        }
        words.run();
        try {
            return words.get().find(search);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading the register's words");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void keep(Map<Facet, PositionSet> into, Facet facet) {
        PositionSet bits = keeps.get(facet);
        if (bits != null) {
            into.put(facet, bits);
        }
    }

    /** Without what does not decide where it lies, so that more offerings are alike. */
    private static Placement unnamed(Placement p) {
        return new Placement(p.layer(), "", "", p.selection(), p.places(), p.openEnded(), List.of());
    }

    /**
     * The places that something published may lie inside: what is published, the one country that it lies in, and every
     * bloc.
     */
    private Set<Place> candidates(Layer layer, Areas areas) {
        Set<Place> places = new LinkedHashSet<>();
        areas.blocs().forEach(b -> places.add(new Place.Bloc(b.code())));
        for (Placement placement : placed.getOrDefault(layer, Map.of()).keySet()) {
            for (Place place : placement.places()) {
                places.add(place);
                Set<String> countries = areas.countriesOf(place);
                if (countries.size() == 1) {
                    countries.forEach(c -> places.add(new Place.Country(c)));
                }
            }
        }
        return places;
    }

    /**
     * The offerings inside an area. While somebody types, the ticked places stay the same, and asking every placement
     * again took two thirds of the time for 1,000 offerings.
     */
    private PositionSet inside(Layer layer, Area area) {
        if (inside.size() >= MOST_AREAS) {
            inside.clear();
        }
        return inside.computeIfAbsent(
                new LayerArea(layer, area), asked -> withNothingStored(layer, published(layer, area)));
    }

    /** What is stored nowhere is stored inside every area. */
    private PositionSet withNothingStored(Layer layer, PositionSet published) {
        return layer == Layer.STORAGE ? published.or(nothingStored) : published;
    }

    /** The offerings that publish a placement inside. */
    private PositionSet published(Layer layer, Area area) {
        PositionSet inside = new PositionSet(offerings.size());
        placed.getOrDefault(layer, Map.of()).forEach((placement, bits) -> {
            if (OfferingFilter.anyInside(List.of(placement), area, register.areas())) {
                inside.or(bits);
            }
        });
        return inside;
    }

    /** All that a search looks through, with what the places are called. */
    static String text(Offering o, Areas areas, Optional<Function<Place, String>> names, Map<Place, String> known) {
        StringBuilder text = new StringBuilder(OfferingFilter.searchable(o, areas));
        names.ifPresent(name -> o.facts(Placement.class)
                .forEach(f ->
                        f.value().places().forEach(p -> text.append(' ').append(known.computeIfAbsent(p, name)))));
        return text.toString();
    }

    /** The register that was indexed. */
    public Register register() {
        return register;
    }

    /** Every facet that somebody publishes something for, by group. */
    public Collection<Facet> facets() {
        return List.copyOf(keeps.keySet());
    }

    /** The facet that settings know by this id; empty when it would keep nothing. */
    public Optional<Facet> facet(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Filters in the register's order, and counts every facet. */
    public Result filter(Collection<Facet> ticked, String search) {
        return filter(ticked, search, new int[0]);
    }

    /**
     * Filters, and counts every facet.
     *
     * @param order the offerings' positions in the order to show them in; empty keeps the register's
     */
    public Result filter(Collection<Facet> ticked, String search, int[] order) {
        Map<Facet.Group, PositionSet> groups = groups(ticked);
        PositionSet found = find(search);
        PositionSet all = found.copy();
        groups.values().forEach(all::and);
        ToIntFunction<PositionSet> left = all.common();
        Map<Facet.Group, ToIntFunction<PositionSet>> without = new EnumMap<>(Facet.Group.class);
        groups.keySet().stream()
                .filter(group -> !group.all())
                .forEach(
                        group -> without.put(group, others(group, groups, found).common()));
        Map<Facet, Integer> counts = new LinkedHashMap<>();
        keeps.forEach((facet, bits) ->
                counts.put(facet, without.getOrDefault(facet.group(), left).applyAsInt(bits)));
        List<Offering> shown = new ArrayList<>();
        if (order.length == 0) {
            for (int i : all.members()) {
                shown.add(offerings.get(i));
            }
        }
        for (int i : order) {
            if (all.get(i)) {
                shown.add(offerings.get(i));
            }
        }
        return new Result(shown, counts);
    }

    /** How many offerings a filter leaves. */
    public int count(Collection<Facet> ticked, String search) {
        PositionSet all = find(search);
        groups(ticked).values().forEach(all::and);
        return all.count();
    }

    private static PositionSet others(Facet.Group group, Map<Facet.Group, PositionSet> groups, PositionSet found) {
        PositionSet rest = found.copy();
        groups.forEach((other, bits) -> {
            if (other != group) {
                rest.and(bits);
            }
        });
        return rest;
    }

    private Map<Facet.Group, PositionSet> groups(Collection<Facet> ticked) {
        Map<Facet.Group, List<Facet>> byGroup = new EnumMap<>(Facet.Group.class);
        ticked.forEach(
                f -> byGroup.computeIfAbsent(f.group(), g -> new ArrayList<>()).add(f));
        Map<Facet.Group, PositionSet> groups = new EnumMap<>(Facet.Group.class);
        byGroup.forEach((group, facets) -> groups.put(group, group(group, facets)));
        return groups;
    }

    private PositionSet keeping(Facet facet) {
        PositionSet known = keeps.get(facet);
        if (known != null) {
            return known;
        }
        return facet instanceof Facet.Inside in
                ? inside(in.layer(), new Area(List.of(in.place())))
                : new PositionSet(offerings.size());
    }

    private PositionSet group(Facet.Group group, List<Facet> facets) {
        PositionSet bits = group.all() ? PositionSet.full(offerings.size()) : new PositionSet(offerings.size());
        for (Facet facet : facets) {
            PositionSet one = keeping(facet);
            if (group.all()) {
                bits.and(one);
            } else {
                bits.or(one);
            }
        }
        // A profile over Germany and the UK lies inside "EU or UK" and in neither of the two alone.
        for (Layer layer : Layer.values()) {
            List<Place> places = facets.stream()
                    .flatMap(f -> f instanceof Facet.Inside in && in.layer() == layer
                            ? java.util.stream.Stream.of(in.place())
                            : java.util.stream.Stream.empty())
                    .toList();
            if (places.size() > 1) {
                bits.or(inside(layer, new Area(places)));
            }
        }
        return bits;
    }
}
