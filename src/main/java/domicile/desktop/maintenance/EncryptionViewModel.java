package domicile.desktop.maintenance;

import domicile.desktop.kit.Locks;
import domicile.register.AutomaticBackups;
import domicile.vault.RecoveryKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Whether the register is encrypted, what it takes to change that, and what stays readable beside it. */
final class EncryptionViewModel {
    /** What is done while the register is closed. */
    enum Deed {
        ENCRYPT,
        REKEY,
        DECRYPT
    }

    /**
     * What came of it.
     *
     * @param recovery told here and nowhere else
     * @param unkept the passphrase was to be kept in the keyring, and is not
     */
    record Told(Optional<RecoveryKey> recovery, boolean unkept) {}

    private record Seen(boolean encrypted, List<Path> plain) {}

    private final MaintenanceContext keeper;
    private final Locks locks;
    private final StringProperty current = new SimpleStringProperty("");
    private final NewPassphrase next = new NewPassphrase();
    private final BooleanProperty keep = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Boolean>> encrypted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> plain = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failed = new ReadOnlyObjectWrapper<>(Optional.empty());

    EncryptionViewModel(MaintenanceContext keeper, Locks locks) {
        this.keeper = keeper;
        this.locks = locks;
    }

    /** Whether there is anything to encrypt: a server does so by itself. */
    boolean possible() {
        return locks.possible() && AutomaticBackups.possible(keeper.store());
    }

    /** Looks again. */
    void refresh() {
        if (possible()) {
            keeper.background().run(() -> new Seen(locks.isOpen(), backups().plain()), seen -> {
                encrypted.set(Optional.of(seen.encrypted()));
                plain.set(seen.plain());
            });
        }
    }

    private AutomaticBackups backups() {
        return new AutomaticBackups(
                AutomaticBackups.beside(keeper.store()), AutomaticBackups.MOST, Duration.ofDays(AutomaticBackups.DAYS));
    }

    /**
     * Makes ready what is to be done; a passphrase that does not open the register is refused before.
     *
     * @param then takes the work, which is done when the register is closed
     */
    void begin(Deed deed, Consumer<Callable<Told>> then) {
        char[] old = current.get().toCharArray();
        char[] passphrase = next.typed();
        boolean kept = keep.get();
        failed.set(Optional.empty());
        Callable<Told> work = switch (deed) {
            case ENCRYPT -> () -> told(locks.encrypt(passphrase, keeper.clock()), kept, passphrase);
            case REKEY -> () -> told(locks.rekey(passphrase, keeper.clock()), kept, passphrase);
            case DECRYPT ->
                () -> {
                    locks.decrypt(keeper.clock());
                    return new Told(Optional.empty(), false);
                };
        };
        keeper.background()
                .run(
                        () -> {
                            if (deed != Deed.ENCRYPT) {
                                locks.open(old);
                            }
                            return work;
                        },
                        ready -> {
                            current.set("");
                            next.forget();
                            then.accept(ready);
                        },
                        e -> failed.set(Optional.of(e)));
    }

    private Told told(RecoveryKey recovery, boolean kept, char[] passphrase) {
        return new Told(Optional.of(recovery), kept && !locks.keep(passphrase));
    }

    /** Deletes the automatic backups that anybody can read. */
    void deletePlain() {
        List<Path> seen = plain.get();
        keeper.background()
                .run(
                        () -> {
                            backups().deletePlain(seen);
                            return seen;
                        },
                        done -> refresh());
    }

    /** What opens the register now. */
    StringProperty currentProperty() {
        return current;
    }

    /** What is to open it. */
    NewPassphrase next() {
        return next;
    }

    /** Whether the system's keyring is to keep it. */
    BooleanProperty keepProperty() {
        return keep;
    }

    /** Empty until it is known. */
    ReadOnlyObjectProperty<Optional<Boolean>> encryptedProperty() {
        return encrypted.getReadOnlyProperty();
    }

    /** Automatic backups that are not encrypted. */
    ReadOnlyObjectProperty<List<Path>> plainProperty() {
        return plain.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Exception>> failedProperty() {
        return failed.getReadOnlyProperty();
    }
}
