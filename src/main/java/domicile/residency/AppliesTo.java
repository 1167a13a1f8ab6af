package domicile.residency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of an offering a fact speaks for. A fact that names neither models nor services speaks for the offering; for
 * a model or a service that a narrower fact names, the narrower one holds.
 *
 * @param models the provider's ids of models, without their dates, sorted; empty for all
 * @param services free words for features beside the plain model call, such as {@code batch}, sorted; empty for the
 *     plain call
 */
public record AppliesTo(List<String> models, List<String> services) {
    /** The whole offering. */
    public static final AppliesTo WHOLE = new AppliesTo(List.of(), List.of());

    public AppliesTo {
        models = models.stream().sorted().distinct().toList();
        services = services.stream().sorted().distinct().toList();
    }

    /** Whether the fact speaks for the offering as a whole. */
    public boolean whole() {
        return models.isEmpty() && services.isEmpty();
    }

    /**
     * How closely it speaks of one use: 0 of the offering, 1 of the model, 2 of the service, 3 of both; empty when of
     * another use.
     */
    Optional<Integer> closeness(Optional<String> model, Optional<String> service) {
        boolean ofModel = model.filter(models::contains).isPresent();
        boolean ofService = service.filter(services::contains).isPresent();
        if (!models.isEmpty() && !ofModel || !services.isEmpty() && !ofService) {
            return Optional.empty();
        }
        return Optional.of((ofModel ? 1 : 0) + (ofService ? 2 : 0));
    }

    /** The end of a fact's key that says it; empty for the whole offering, so that such keys stay as they were. */
    String suffix() {
        if (whole()) {
            return "";
        }
        List<String> all = new ArrayList<>(models);
        services.forEach(s -> all.add("+" + s));
        return "@" + String.join(",", all);
    }
}
