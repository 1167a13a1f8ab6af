package domicile.residency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where one layer of an offering may be. For {@link Layer#INFERENCE} this is a deployment, which a buyer can select;
 * for {@link Layer#STORAGE} and {@link Layer#ENDPOINT_SERVICES} a placement.
 *
 * @param layer the layer that the places are stated for
 * @param id unique among the placements of one layer of one offering, such as {@code data-zone-eu}
 * @param name as the provider calls it
 * @param selection how it is obtained
 * @param places where processing may happen, at least one; all of them unless {@code openEnded}
 * @param openEnded whether it may be elsewhere too ("primarily", "others"): the list of places is not published in full
 * @param deployments the ids of the deployments that a storage or endpoint-services placement goes with; empty means
 *     any
 * @param since from when it can be had; empty when not stated
 */
public record Placement(
        Layer layer,
        String id,
        String name,
        Selection selection,
        List<Place> places,
        boolean openEnded,
        List<String> deployments,
        Optional<PublishedDate> since,
        AppliesTo appliesTo)
        implements FactValue {
    public static final FactKind<Placement> FACT_KIND = FactKind.narrowable("placement", Placement.class, f -> {
        var layer = f.identity(f.needed("layer", FieldType.choice(Layer.class), Placement::layer));
        var id = f.identity(f.needed("id", FieldType.ID, Placement::id));
        var name = f.needed("name", FieldType.LINE, Placement::name);
        var selection = f.needed("selection", FieldType.choice(Selection.class), Placement::selection);
        var places = f.needed("places", FieldType.PLACES, Placement::places);
        var openEnded = f.maybe("openEnded", FieldType.FLAG, false, Placement::openEnded);
        var deployments = f.maybe("deployments", FieldType.DEPLOYMENTS, List.of(), Placement::deployments);
        var since = f.maybe("since", FieldType.PUBLISHED_DATE, Placement::since);
        return in -> new Placement(
                in.get(layer),
                in.get(id),
                in.get(name),
                in.get(selection),
                in.get(places),
                in.get(openEnded),
                in.get(deployments),
                in.get(since),
                FactKind.appliesTo(in));
    });

    public Placement {
        places = List.copyOf(places);
        deployments = List.copyOf(deployments);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("a placement needs at least one place");
        }
    }

    /** Of the whole offering, without a date. */
    public Placement(
            Layer layer,
            String id,
            String name,
            Selection selection,
            List<Place> places,
            boolean openEnded,
            List<String> deployments) {
        this(layer, id, name, selection, places, openEnded, deployments, Optional.empty(), AppliesTo.WHOLE);
    }

    /** Whether another one is about the same: it has the same key, which this does not spell out. */
    public boolean samePlacement(Placement other) {
        return layer == other.layer && id.equals(other.id) && appliesTo.equals(other.appliesTo);
    }

    /** Whether it can be had on a day, as far as is published. */
    public boolean availableOn(LocalDate day) {
        return since.map(s -> !s.latest().isAfter(day)).orElse(true);
    }

    /** Whether this placement can be had together with the deployment. */
    public boolean goesWith(String deployment) {
        return deployments.isEmpty() || deployments.contains(deployment);
    }

    @Override
    public Placement applyingTo(AppliesTo part) {
        return new Placement(layer, id, name, selection, places, openEnded, deployments, since, part);
    }

    @Override
    public FactKind<Placement> factKind() {
        return FACT_KIND;
    }

    @Override
    public String subject() {
        return "placement/" + layer;
    }
}
