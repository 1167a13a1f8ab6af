package domicile.vault;

/** Keys whose passphrases are quickly tried, for tests of what is encrypted with them. */
public final class QuickKeys {
    static final Stretched QUICK = new Stretched(64, 1, 1, "");

    private QuickKeys() {}

    /** Makes a random key that a passphrase opens. */
    public static KeyFile.Made make(char[] passphrase) {
        return KeyFile.make(DataKey.random(), passphrase, QUICK);
    }
}
