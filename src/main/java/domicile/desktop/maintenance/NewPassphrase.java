package domicile.desktop.maintenance;

import domicile.register.Encryption;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A passphrase that somebody chooses: typed twice, and long enough. */
final class NewPassphrase {
    private final StringProperty chosen = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final BooleanBinding ready = Bindings.createBooleanBinding(
            () -> chosen.get().length() >= Encryption.SHORTEST && chosen.get().equals(again.get()), chosen, again);

    /** What is typed. */
    StringProperty chosenProperty() {
        return chosen;
    }

    /** The same once more. */
    StringProperty againProperty() {
        return again;
    }

    /** Whether it is long enough, and the same twice. */
    BooleanBinding readyProperty() {
        return ready;
    }

    char[] typed() {
        return chosen.get().toCharArray();
    }

    void forget() {
        chosen.set("");
        again.set("");
    }
}
