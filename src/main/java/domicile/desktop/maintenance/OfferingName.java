package domicile.desktop.maintenance;

import java.util.Map;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** An offering in a list, which is chosen by its id and shown by its name. */
final class OfferingName {

    private OfferingName() {}

    /**
     * Shows ids by their names.
     *
     * @param names by id; what is not in it is shown by its id
     */
    static StringConverter<String> of(Map<String, String> names) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null ? "" : names.getOrDefault(id, id);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }
}
