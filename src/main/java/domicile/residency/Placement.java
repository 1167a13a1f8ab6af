package domicile.residency;

import java.util.List;

/**
 * Where one layer of an offering may be. For {@link Layer#INFERENCE} this is a deployment, which a buyer can select; for
 * {@link Layer#STORAGE} and {@link Layer#ENDPOINT_SERVICES} a placement.
 *
 * @param layer the layer that the places are stated for
 * @param id unique among the placements of one layer of one offering, such as {@code data-zone-eu}
 * @param name as the provider calls it
 * @param selection how it is obtained
 * @param places where processing may happen, at least one; all of them unless {@code openEnded}
 * @param openEnded whether the exact place is picked from a list that is not published in full; {@code places} is then its bound
 * @param deployments the ids of the deployments that a storage or endpoint-services placement goes with; empty means any
 */
public record Placement(
        Layer layer,
        String id,
        String name,
        Selection selection,
        List<Place> places,
        boolean openEnded,
        List<String> deployments)
        implements FactValue {

    public Placement {
        places = List.copyOf(places);
        deployments = List.copyOf(deployments);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("a placement needs at least one place");
        }
    }

    /** Whether this placement can be had together with the deployment. */
    public boolean goesWith(String deployment) {
        return deployments.isEmpty() || deployments.contains(deployment);
    }

    @Override
    public String key() {
        return "placement/" + layer + "/" + id;
    }
}
