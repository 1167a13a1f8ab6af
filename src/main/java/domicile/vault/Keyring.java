package domicile.vault;

import java.util.Optional;

/** Where a system keeps passphrases for the person who is logged in. */
public interface Keyring {
    /** None at all, as on a server. */
    Keyring NONE = new Keyring() {
        @Override
        public Optional<char[]> find(String key) {
            return Optional.empty();
        }

        @Override
        public boolean keep(String key, char[] passphrase) {
            return false;
        }

        @Override
        public void forget(String key) {}
    };

    /** The passphrase that opens a key, by the key's id. */
    Optional<char[]> find(String key);

    /** Keeps a passphrase; false where that cannot be done. */
    boolean keep(String key, char[] passphrase);

    /** Takes a passphrase out. */
    void forget(String key);
}
