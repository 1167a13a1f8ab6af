package domicile.desktop.maintenance;

import domicile.residency.Source;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A source as it is chosen from a list: its number, publisher and title. */
final class SourceName {
    static final StringConverter<Source> CONVERTER = new StringConverter<>() {
        @Override
        public String toString(@Nullable Source source) {
            return source == null ? "" : "[" + source.number() + "] " + source.publisher() + ": " + source.title();
        }

        @Override
        public @Nullable Source fromString(String text) {
            return null;
        }
    };

    private SourceName() {}
}
