package domicile.residency;

import java.util.List;
import java.util.Optional;

/**
 * A model that an offering serves.
 *
 * @param id the provider's id without its date, such as {@code claude-opus-4-6}
 * @param family the family that it belongs to, such as {@code claude}
 * @param until the last day that it is served; empty when no end is published
 * @param citations where that is read, at least one
 */
public record Model(String id, String family, Optional<PublishedDate> until, List<Citation> citations) {

    public Model {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a model without a citation does not enter the register: " + id);
        }
    }
}
