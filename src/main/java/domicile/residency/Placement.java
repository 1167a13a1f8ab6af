package domicile.residency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where one layer of an offering may be. For {@link Layer#INFERENCE} this is a deployment, which a buyer can select; for
 * {@link Layer#STORAGE} and {@link Layer#ENDPOINT_SERVICES} a placement.
 *
 * @param layer the layer that the places are stated for
 * @param id unique among the placements of one layer of one offering, such as {@code data-zone-eu}
 * @param name as the provider calls it
 * @param selection how it is obtained
 * @param places where processing may happen, at least one; all of them unless {@code openEnded}
 * @param openEnded whether it may be elsewhere too ("primarily", "others"): the list of places is not published in full
 * @param deployments the ids of the deployments that a storage or endpoint-services placement goes with; empty means any
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
    private static final FactField<Placement, Layer> LAYER = FactField.needed(
                    "layer", FieldType.choice(Layer.class), Placement::layer)
            .asIdentity();
    private static final FactField<Placement, String> ID =
            FactField.needed("id", FieldType.ID, Placement::id).asIdentity();
    private static final FactField<Placement, String> NAME = FactField.needed("name", FieldType.LINE, Placement::name);
    private static final FactField<Placement, Selection> SELECTION =
            FactField.needed("selection", FieldType.choice(Selection.class), Placement::selection);
    private static final FactField<Placement, List<Place>> PLACES =
            FactField.needed("places", FieldType.PLACES, Placement::places);
    private static final FactField<Placement, Boolean> OPEN_ENDED =
            FactField.maybe("openEnded", FieldType.FLAG, false, Placement::openEnded);
    private static final FactField<Placement, List<String>> DEPLOYMENTS =
            FactField.maybe("deployments", FieldType.DEPLOYMENTS, List.of(), Placement::deployments);
    private static final FactField<Placement, Optional<PublishedDate>> SINCE =
            FactField.maybe("since", FieldType.PUBLISHED_DATE, Placement::since);
    public static final FactKind<Placement> FACT_KIND = FactKind.narrowable(
            "placement",
            Placement.class,
            in -> new Placement(
                    in.get(LAYER),
                    in.get(ID),
                    in.get(NAME),
                    in.get(SELECTION),
                    in.get(PLACES),
                    in.get(OPEN_ENDED),
                    in.get(DEPLOYMENTS),
                    in.get(SINCE),
                    FactKind.appliesTo(in)),
            List.of(LAYER, ID, NAME, SELECTION, PLACES, OPEN_ENDED, DEPLOYMENTS, SINCE));

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
