package domicile.desktop.maintenance;

import domicile.desktop.kit.Texts;
import domicile.register.Encryption;
import domicile.register.RegisterStore;
import domicile.vault.RecoveryKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Copies a server's register into a folder, to be read where the server cannot be reached; encrypted if wanted. */
final class OfflineCopyViewModel {
    private final MaintenanceContext keeper;
    private final Texts texts;
    private final BooleanProperty encrypted = new SimpleBooleanProperty();
    private final NewPassphrase passphrase = new NewPassphrase();
    private final ReadOnlyObjectWrapper<Optional<Path>> copied = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RecoveryKey>> recovery = new ReadOnlyObjectWrapper<>(Optional.empty());

    OfflineCopyViewModel(MaintenanceContext keeper, Texts texts) {
        this.keeper = keeper;
        this.texts = texts;
    }

    /** Whether the register is on a server: one in a folder is there anyway. */
    static boolean possible(RegisterStore store) {
        return store.assessments().shared();
    }

    boolean possible() {
        return possible(keeper.store());
    }

    /** Whether the copy is to be encrypted. */
    BooleanProperty encryptedProperty() {
        return encrypted;
    }

    /** With what. */
    NewPassphrase passphrase() {
        return passphrase;
    }

    /** Whether everything is said that a copy takes. */
    BooleanBinding readyProperty() {
        return encrypted.not().or(passphrase.readyProperty());
    }

    /**
     * Copies. Over an older copy that is encrypted the new one stays so, by the passphrase that it has; what is typed
     * opens it then.
     */
    void copy(Path into) {
        String folder = into.toString();
        boolean seal = encrypted.get();
        char[] typed = passphrase.typed();
        AtomicReference<Optional<RecoveryKey>> told = new AtomicReference<>(Optional.empty());
        copied.set(Optional.empty());
        keeper.background()
                .job(
                        texts.get("job.copy"),
                        progress -> {
                            if (seal && Encryption.state(folder) == Encryption.State.LOCKED) {
                                Encryption.unlock(folder, typed);
                            }
                            if (seal && Encryption.state(folder) == Encryption.State.PLAIN) {
                                keeper.store().copyInto(folder, typed, key -> told.set(Optional.of(key)), progress);
                            } else {
                                keeper.store().copyInto(folder, progress);
                            }
                            return into;
                        },
                        done -> {
                            passphrase.forget();
                            recovery.set(told.get());
                            copied.set(Optional.of(done));
                        },
                        e -> {
                            // what is in the folder by now is encrypted with it
                            recovery.set(told.get());
                            keeper.background().failed(e);
                        });
    }

    /** Where the last copy is. */
    ReadOnlyObjectProperty<Optional<Path>> copiedProperty() {
        return copied.getReadOnlyProperty();
    }

    /** What opens the copy when its passphrase is forgotten, until somebody has it elsewhere. */
    ReadOnlyObjectProperty<Optional<RecoveryKey>> recoveryProperty() {
        return recovery.getReadOnlyProperty();
    }

    /** Somebody has it. */
    void noted() {
        recovery.set(Optional.empty());
    }
}
