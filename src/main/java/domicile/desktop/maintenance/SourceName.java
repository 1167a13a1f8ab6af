package domicile.desktop.maintenance;

import domicile.desktop.kit.ChoiceWords;
import domicile.residency.Source;
import javafx.util.StringConverter;

/** A source as it is chosen from a list: its number, publisher and title. */
final class SourceName {
    static final StringConverter<Source> CONVERTER =
            new ChoiceWords<>(source -> "[" + source.number() + "] " + source.publisher() + ": " + source.title());

    private SourceName() {}
}
