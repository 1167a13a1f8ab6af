package domicile.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a key is made of a passphrase: Argon2id, slow and hungry for memory, so that nobody tries many. The only class
 * that needs Bouncy Castle.
 *
 * @param memory in KiB
 * @param passes over the memory
 * @param salt of its own for each, in Base64
 */
record Stretched(int memory, int passes, int lanes, String salt) {
    /** What RFC 9106 recommends where memory is not plenty: 64 MiB, three passes, four lanes. */
    static final Stretched NOW = new Stretched(64 * 1024, 3, 4, "");

    private static final int SALT = 16;
    private static final int MOST_MEMORY = 1024 * 1024;
    private static final int MOST = 64;

    Stretched {
        // a file that somebody else wrote must not stop the machine
        if (memory < 8 * lanes || memory > MOST_MEMORY || passes < 1 || passes > MOST || lanes < 1 || lanes > MOST) {
            throw new IllegalArgumentException("no such parameters: " + memory + ", " + passes + ", " + lanes);
        }
    }

    /** The same with a salt of its own. */
    Stretched salted() {
        return new Stretched(
                memory, passes, lanes, Base64.getUrlEncoder().withoutPadding().encodeToString(DataKey.bytes(SALT)));
    }

    /** A key of 256 bits. */
    byte[] key(char[] passphrase) {
        byte[] typed = bytes(passphrase);
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(Base64.getUrlDecoder().decode(salt))
                    .build());
            byte[] key = new byte[DataKey.BYTES];
            argon2.generateBytes(typed, key);
            return key;
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }

    /** The same bytes for the same letters, however a keyboard makes them. */
    private static byte[] bytes(char[] passphrase) {
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(
                CharBuffer.wrap(Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC)));
        byte[] bytes = new byte[utf8.remaining()];
        utf8.get(bytes);
        return bytes;
    }
}
