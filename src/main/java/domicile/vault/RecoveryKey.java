package domicile.vault;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What opens a register when its passphrase is forgotten: 160 random bits as eight groups of letters and digits, which
 * a person can print and type. Letters that look like digits are read as such.
 */
public final class RecoveryKey {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // of Crockford
    private static final int BITS = 160;
    private static final int LENGTH = BITS / 5;
    private static final Pattern GROUPS = Pattern.compile("[0-9A-HJKMNP-TV-Z]{" + LENGTH + "}");

    private final String text;

    private RecoveryKey(String text) {
        this.text = text;
    }

    static RecoveryKey random() {
        BigInteger number = new BigInteger(1, DataKey.bytes(BITS / 8));
        StringBuilder letters = new StringBuilder();
        for (int at = LENGTH - 1; at >= 0; at--) {
            letters.append(LETTERS.charAt(number.shiftRight(5 * at).intValue() & 31));
        }
        return new RecoveryKey(letters.toString());
    }

    /** What a person typed, when it has the form of a recovery key. */
    static Optional<RecoveryKey> read(char[] typed) {
        String plain = new String(typed)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return GROUPS.matcher(plain).matches() ? Optional.of(new RecoveryKey(plain)) : Optional.empty();
    }

    char[] typed() {
        return text.toCharArray();
    }

    /** As it is shown, once. */
    public String shown() {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RecoveryKey";
    }
}
