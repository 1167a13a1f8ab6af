package domicile.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random key that everything of one register is encrypted with. What is encrypted is encrypted with keys that are
 * derived from it, one for each purpose and one for each file. A passphrase only opens it, see {@link KeyFile}.
 */
public final class DataKey {
    static final int BYTES = 32;
    static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final byte[] key;

    DataKey(String id, byte[] key) {
        this.id = id;
        this.key = key.clone();
    }

    static DataKey random() {
        return new DataKey(HexFormat.of().formatHex(bytes(ID_BYTES)), bytes(BYTES));
    }

    static byte[] bytes(int count) {
        byte[] random = new byte[count];
        RANDOM.nextBytes(random);
        return random;
    }

    /** Which key it is; no secret. */
    public String id() {
        return id;
    }

    byte[] key() {
        return key.clone();
    }

    /** The key of the database's file. */
    public byte[] database() {
        return derived("domicile database 1", new byte[0]).getEncoded();
    }

    /** The key of a file. */
    SecretKey file(byte[] salt) {
        return derived("domicile file 1", salt);
    }

    private SecretKey derived(String purpose, byte[] salt) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(new SecretKeySpec(key, "Generic"))
                                    .addSalt(salt.length == 0 ? new byte[BYTES] : salt)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HKDF", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataKey same && same.id.equals(id) && Arrays.equals(same.key, key);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
