package domicile.desktop.compare;

import domicile.desktop.kit.Settings;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which offerings are compared, and whether only their differences are shown. */
public final class CompareViewModel {
    /** No more fit side by side. */
    public static final int MOST = 4;

    private static final String KEPT = "table.compared";

    private final Settings settings;
    private final ReadOnlyObjectWrapper<List<String>> ids;
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Register>> register = new SimpleObjectProperty<>(Optional.empty());

    /** Compares what was compared last. */
    public CompareViewModel(Settings settings) {
        this.settings = settings;
        this.ids = new ReadOnlyObjectWrapper<>(settings.get(KEPT)
                .filter(s -> !s.isEmpty())
                .map(s -> List.of(s.split(",")))
                .orElse(List.of()));
    }

    /** Compares these offerings; of more than four, the first four. */
    public void compare(List<String> offerings) {
        ids.set(offerings.stream().distinct().limit(MOST).toList());
        settings.put(KEPT, String.join(",", ids.get()));
    }

    /** Takes one offering out. */
    void remove(String offering) {
        compare(ids.get().stream().filter(id -> !id.equals(offering)).toList());
    }

    /** Shows another state of the register. */
    public void show(Register shown) {
        register.set(Optional.of(shown));
    }

    /** The offerings, as far as the register knows them. */
    List<Offering> offerings() {
        return register.get()
                .map(r -> ids.get().stream()
                        .flatMap(id -> r.offering(id).stream())
                        .toList())
                .orElse(List.of());
    }

    ReadOnlyObjectProperty<List<String>> idsProperty() {
        return ids.getReadOnlyProperty();
    }

    BooleanProperty onlyDifferencesProperty() {
        return onlyDifferences;
    }

    ObjectProperty<Optional<Register>> registerProperty() {
        return register;
    }
}
