package domicile.desktop.maintenance;

import domicile.register.Encryption;

/** How hard a passphrase is to guess, roughly: by its length, without what repeats itself or goes on by one. */
enum Strength {
    EMPTY("strength.empty"),
    SHORT("strength.short"),
    WEAK("strength.weak"),
    FAIR("strength.fair"),
    GOOD("strength.good");

    private static final int FAIR_FROM = 14;
    private static final int GOOD_FROM = 20;

    private final String key;

    Strength(String key) {
        this.key = key;
    }

    /** Its advice, in the bundle of the maintenance screen. */
    String key() {
        return key;
    }

    static Strength of(String passphrase) {
        if (passphrase.isEmpty()) {
            return EMPTY;
        }
        if (passphrase.length() < Encryption.SHORTEST) {
            return SHORT;
        }
        long letters = 1;
        for (int i = 1; i < passphrase.length(); i++) {
            // "aaaa" and "1234" are no longer than their first letter
            if (Math.abs(passphrase.charAt(i) - passphrase.charAt(i - 1)) > 1) {
                letters++;
            }
        }
        letters = Math.min(letters, 2 * passphrase.chars().distinct().count());
        return letters < FAIR_FROM ? WEAK : letters < GOOD_FROM ? FAIR : GOOD;
    }
}
