package domicile.residency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The placements of one layer of an offering, by how far a buyer can count on them.
 *
 * @param certain those that all sources give alike and that can be had
 * @param disputed those about which sources disagree, each as every source gives it
 * @param unstated those of which a data centre is named alone: whether a buyer can pin it is not published
 */
public record LayerPlacements(List<Placement> certain, List<Placement> disputed, List<Placement> unstated) {

    public LayerPlacements {
        certain = List.copyOf(certain);
        disputed = List.copyOf(disputed);
        unstated = List.copyOf(unstated);
    }

    /** What is published of a layer. */
    public static LayerPlacements of(Offering offering, Layer layer) {
        Map<String, List<Fact<Placement>>> byKey = new LinkedHashMap<>();
        offering.placements(layer)
                .forEach(f -> byKey.computeIfAbsent(f.value().key(), k -> new ArrayList<>())
                        .add(f));
        List<Placement> certain = new ArrayList<>();
        List<Placement> disputed = new ArrayList<>();
        List<Placement> unstated = new ArrayList<>();
        byKey.values().forEach(same -> {
            switch (Published.of(same)) {
                case Published.Silent<Placement> s -> {}
                case Published.Disputed<Placement> d -> d.facts().forEach(f -> disputed.add(f.value()));
                case Published.Agreed<Placement> a ->
                    (a.value().selection() == Selection.UNSTATED ? unstated : certain).add(a.value());
            }
        });
        return new LayerPlacements(certain, disputed, unstated);
    }

    /** Whether nothing is published. */
    public boolean isEmpty() {
        return certain.isEmpty() && disputed.isEmpty() && unstated.isEmpty();
    }

    /** The places of placements, each once. */
    public static List<Place> places(List<Placement> placements) {
        return placements.stream().flatMap(p -> p.places().stream()).distinct().toList();
    }
}
