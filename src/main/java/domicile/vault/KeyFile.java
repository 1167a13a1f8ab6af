package domicile.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What lies beside an encrypted register: its key, encrypted once with the passphrase and once with the recovery key.
 * Who changes the passphrase writes this file anew, and nothing else.
 *
 * <p>Lines of words: what it is; which key, and how far its register is; how each of the two opens it.
 *
 * @param id of the {@link DataKey}
 */
public record KeyFile(String id, State state, Slot passphrase, Slot recovery) {
    private static final String FORMAT = "domicile.key/1";
    private static final String ARGON2 = "argon2id";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

    /** How far the files of the register are. */
    public enum State {
        /** Some are encrypted, and the others are to be. */
        ENCRYPTING,
        /** All are. */
        ENCRYPTED,
        /** Some are not any more, and the others are not to be. */
        DECRYPTING
    }

    /** A way to the key. */
    record Slot(Stretched stretched, String wrapped) {

        static Slot of(DataKey key, String purpose, Stretched parameters, char[] secret) {
            Stretched stretched = parameters.salted();
            try {
                return new Slot(
                        stretched,
                        TO_TEXT.encodeToString(cipher(Cipher.ENCRYPT_MODE, stretched.key(secret), key.id(), purpose)
                                .doFinal(key.key())));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES-GCM", e);
            }
        }

        Optional<DataKey> open(String id, String purpose, char[] secret) {
            try {
                return Optional.of(new DataKey(
                        id,
                        cipher(Cipher.DECRYPT_MODE, stretched.key(secret), id, purpose)
                                .doFinal(FROM_TEXT.decode(wrapped))));
            } catch (AEADBadTagException wrong) {
                return Optional.empty();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES-GCM", e);
            }
        }

        private static Cipher cipher(int mode, byte[] key, String id, String purpose) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // no nonce is used twice with a key: the salt is new for each slot, and so is the key
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
            cipher.updateAAD((FORMAT + " " + id + " " + purpose).getBytes(StandardCharsets.UTF_8));
            return cipher;
        }

        private String words(String purpose) {
            return String.join(
                    " ",
                    purpose,
                    ARGON2,
                    String.valueOf(stretched.memory()),
                    String.valueOf(stretched.passes()),
                    String.valueOf(stretched.lanes()),
                    stretched.salt(),
                    wrapped);
        }

        private static Slot read(String line, String purpose) {
            String[] words = line.split(" ", -1);
            if (words.length != 7 || !words[0].equals(purpose) || !words[1].equals(ARGON2)) {
                throw new IllegalArgumentException("no way to the key: " + purpose);
            }
            FROM_TEXT.decode(words[5]);
            FROM_TEXT.decode(words[6]);
            return new Slot(
                    new Stretched(
                            Integer.parseInt(words[2]),
                            Integer.parseInt(words[3]),
                            Integer.parseInt(words[4]),
                            words[5]),
                    words[6]);
        }
    }

    private static final String PASSPHRASE = "passphrase";
    private static final String RECOVERY = "recovery";

    /** A key that was just made, and the way to it. */
    public record Made(KeyFile file, DataKey key, RecoveryKey recovery) {}

    /** Makes a random key that a passphrase opens. */
    public static Made make(char[] passphrase) {
        return make(DataKey.random(), passphrase, Stretched.NOW);
    }

    static Made make(DataKey key, char[] passphrase, Stretched parameters) {
        RecoveryKey recovery = RecoveryKey.random();
        return new Made(
                new KeyFile(
                        key.id(),
                        State.ENCRYPTED,
                        Slot.of(key, PASSPHRASE, parameters, passphrase),
                        Slot.of(key, RECOVERY, parameters, recovery.typed())),
                key,
                recovery);
    }

    /** The key, by its passphrase or its recovery key; empty when it is neither. */
    public Optional<DataKey> open(char[] typed) {
        Optional<DataKey> recovered = RecoveryKey.read(typed).flatMap(key -> recovery.open(id, RECOVERY, key.typed()));
        return recovered.isPresent() ? recovered : passphrase.open(id, PASSPHRASE, typed);
    }

    /** The same key behind another passphrase and another recovery key. */
    public Made rekey(DataKey key, char[] to) {
        if (!key.id().equals(id)) {
            throw new IllegalArgumentException("the key of another register");
        }
        Made made = make(key, to, passphrase.stretched());
        return new Made(made.file().in(state), key, made.recovery());
    }

    /** The same file for a register that is as far as that. */
    public KeyFile in(State now) {
        return new KeyFile(id, now, passphrase, recovery);
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return (FORMAT + "\nkey " + id + " " + state.name().toLowerCase(Locale.ROOT) + "\n"
                        + passphrase.words(PASSPHRASE) + "\n" + recovery.words(RECOVERY) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file's bytes.
     *
     * @throws IllegalArgumentException when they are no key file
     */
    public static KeyFile read(byte[] bytes) {
        List<String> lines = new ArrayList<>(
                new String(bytes, StandardCharsets.UTF_8).lines().toList());
        if (lines.size() != 4 || !lines.getFirst().equals(FORMAT)) {
            throw new IllegalArgumentException("not " + FORMAT);
        }
        String[] key = lines.get(1).split(" ", -1);
        if (key.length != 3 || !key[0].equals("key") || !ID.matcher(key[1]).matches()) {
            throw new IllegalArgumentException("no key");
        }
        return new KeyFile(
                key[1],
                State.valueOf(key[2].toUpperCase(Locale.ROOT)),
                Slot.read(lines.get(2), PASSPHRASE),
                Slot.read(lines.get(3), RECOVERY));
    }
}
