package domicile.desktop.kit;

import domicile.register.Encryption;
import domicile.register.PassphraseFile;
import domicile.vault.Keyring;
import domicile.vault.RecoveryKey;
import java.time.Clock;
import java.util.Optional;

/**
 * The key of the window's register, which may be encrypted. What asks a file or the system's keyring takes its time and
 * is called off the FX thread.
 */
public final class Locks {
    private final Optional<String> register;
    private final Keyring keyring;
    private boolean locked;

    private Locks(Optional<String> register, Keyring keyring) {
        this.register = register;
        this.keyring = keyring;
    }

    /** Of a register that cannot be encrypted. */
    public static Locks none() {
        return new Locks(Optional.empty(), Keyring.NONE);
    }

    /** Of a register. */
    public static Locks of(String register, Keyring keyring) {
        return new Locks(Optional.of(register), keyring);
    }

    /** Whether there is anything to lock. */
    public boolean isOpen() {
        return is(Encryption.State.OPEN);
    }

    private boolean is(Encryption.State state) {
        return register.filter(r -> Encryption.state(r) == state).isPresent();
    }

    /** Whether the register can be encrypted here. */
    public boolean possible() {
        return register.filter(Encryption::possible).isPresent();
    }

    /** Encrypts the register, which nobody may have open. */
    public RecoveryKey encrypt(char[] passphrase, Clock clock) {
        return Encryption.encrypt(register.orElseThrow(), passphrase, clock);
    }

    /** Gives the register another passphrase; the old one goes out of the keyring. Nobody may have it open. */
    public RecoveryKey rekey(char[] passphrase, Clock clock) {
        RecoveryKey recovery = Encryption.rekey(register.orElseThrow(), passphrase, clock);
        Encryption.keyId(register.orElseThrow()).ifPresent(keyring::forget);
        return recovery;
    }

    /** Takes the encryption off the register, which nobody may have open, and its passphrase out of the keyring. */
    public void decrypt(Clock clock) {
        Optional<String> key = Encryption.keyId(register.orElseThrow());
        Encryption.decrypt(register.orElseThrow(), clock);
        key.ifPresent(keyring::forget);
    }

    /** Puts the passphrase into the system's keyring; false where none takes it. */
    public boolean keep(char[] passphrase) {
        return Encryption.keyId(register.orElseThrow())
                .filter(key -> keyring.keep(key, passphrase))
                .isPresent();
    }

    /** Opens the key by what asks nobody; not once somebody has locked it, or the lock would be none. */
    public void openUnasked() {
        if (!locked && is(Encryption.State.LOCKED)) {
            String where = register.orElseThrow();
            Optional<char[]> given = PassphraseFile.ofTheEnvironment();
            if (given.isPresent()) {
                Encryption.unlock(where, given.get());
            } else {
                // one that was changed meanwhile opens nothing: then somebody is asked
                Encryption.keyId(where).flatMap(keyring::find).ifPresent(kept -> Encryption.tryUnlock(where, kept));
            }
        }
    }

    /** Opens the key by what somebody typed. */
    public void open(char[] typed) {
        register.ifPresent(r -> Encryption.unlock(r, typed));
        locked = false;
    }

    /** Locks the key away. */
    public void lock() {
        locked = true;
        register.ifPresent(Encryption::lock);
    }
}
