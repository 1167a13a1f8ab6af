package domicile.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes and texts, as 64 hexadecimal digits. */
public final class Sha256 {

    /** Before the digits, where a text says what they are. */
    public static final String PREFIX = "sha256:";

    private Sha256() {}

    /** A sum that is not begun yet. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The sum of some bytes. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** The sum of a text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code sha256:} and the sum of some bytes. */
    public static String named(byte[] bytes) {
        return PREFIX + hex(bytes);
    }

    /** The sum that a digest has come to. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** {@code sha256:} and the sum that a digest has come to. */
    public static String named(MessageDigest digest) {
        return PREFIX + hex(digest);
    }

    /** The sum of all that is left to read. */
    public static String hex(InputStream bytes) throws IOException {
        MessageDigest digest = digest();
        bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return hex(digest);
    }
}
