package domicile.desktop.register;

import domicile.residency.Areas;
import domicile.residency.Place;
import domicile.search.Facet;
import domicile.search.FacetIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facets as a tree: of places, blocs over their countries over their cloud regions; everything else is flat. */
final class FacetTree {

    /** A facet and what lies under it. */
    record Branch(Facet facet, List<Branch> under) {
        Branch {
            under = List.copyOf(under);
        }
    }

    private FacetTree() {}

    /** Every group, in order; one of which no facet keeps anything is empty. */
    static Map<Facet.Group, List<Branch>> of(FacetIndex index) {
        Map<Facet.Group, List<Facet>> byGroup = new EnumMap<>(Facet.Group.class);
        for (Facet.Group group : Facet.Group.values()) {
            byGroup.put(group, new ArrayList<>());
        }
        index.facets()
                .forEach(f -> byGroup.computeIfAbsent(f.group(), g -> new ArrayList<>())
                        .add(f));
        Map<Facet.Group, List<Branch>> tree = new EnumMap<>(Facet.Group.class);
        byGroup.forEach((group, facets) ->
                tree.put(group, branches(facets, index.register().areas())));
        return tree;
    }

    private static List<Branch> branches(Collection<Facet> facets, Areas areas) {
        Map<String, List<Branch>> regions = new LinkedHashMap<>();
        Map<String, List<Branch>> countries = new LinkedHashMap<>();
        List<Branch> top = new ArrayList<>();
        List<Facet.Inside> inside = new ArrayList<>();
        facets.forEach(f -> {
            if (f instanceof Facet.Inside i) {
                inside.add(i);
            }
        });
        inside.forEach(i -> {
            if (i.place() instanceof Place.CloudRegion r) {
                add(regions, r.country(), new Branch(i, List.of()));
            }
        });
        List<Branch> alone = new ArrayList<>();
        inside.forEach(i -> {
            if (i.place() instanceof Place.Country c) {
                Branch branch = new Branch(i, regions.getOrDefault(c.code(), List.of()));
                smallest(c.code(), inside, areas)
                        .ifPresentOrElse(bloc -> add(countries, bloc, branch), () -> alone.add(branch));
            }
        });
        inside.stream()
                .filter(i -> i.place() instanceof Place.Bloc)
                .sorted(Comparator.comparing(i -> areas.name(i.place())))
                .forEach(i ->
                        top.add(new Branch(i, countries.getOrDefault(i.place().code(), List.of()))));
        top.addAll(alone);
        facets.forEach(f -> {
            if (!(f instanceof Facet.Inside)) {
                top.add(new Branch(f, List.of()));
            }
        });
        return top;
    }

    /**
     * The smallest of the blocs that a country lies in: Germany is listed once, under the EU and not again under the
     * EEA.
     */
    private static Optional<String> smallest(String country, List<Facet.Inside> inside, Areas areas) {
        return areas.blocs().stream()
                .filter(b -> b.members().contains(country))
                .filter(b -> inside.stream().anyMatch(i -> i.place().equals(new Place.Bloc(b.code()))))
                .min(Comparator.comparing(
                                (Areas.BlocDefinition b) -> b.members().size())
                        .thenComparing(Areas.BlocDefinition::code))
                .map(Areas.BlocDefinition::code);
    }

    private static void add(Map<String, List<Branch>> into, String key, Branch branch) {
        into.computeIfAbsent(key, k -> new ArrayList<>()).add(branch);
    }
}
