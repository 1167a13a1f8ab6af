package domicile.vault;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Streams of bytes that only a {@link DataKey} opens, composed as age does it: a head with a magic word, the key's id
 * and a salt; then pieces of 64 KiB, each encrypted by AES-256-GCM with a key that is this stream's alone. The nonce of
 * a piece is its number and whether it is the last, so that none can be left out, moved or cut off. The head is
 * authenticated with every piece.
 */
public final class Sealed {
    private static final byte[] MAGIC = "domsea/1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    /** How many bytes stand before the first piece. */
    public static final int HEAD = MAGIC.length + DataKey.ID_BYTES + SALT;

    private static final int PIECE = 64 * 1024;
    private static final int TAG = 16;

    private Sealed() {}

    /** The id of the key that opens what starts with these bytes; empty when they are no sealed stream's. */
    public static Optional<String> keyOf(byte[] head) {
        return head.length >= HEAD && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                ? Optional.of(HexFormat.of().formatHex(head, MAGIC.length, MAGIC.length + DataKey.ID_BYTES))
                : Optional.empty();
    }

    /** A stream that seals what is written, and is whole when it is closed; the one below is closed with it. */
    public static OutputStream to(OutputStream out, DataKey key) throws IOException {
        byte[] salt = DataKey.bytes(SALT);
        byte[] head = ByteBuffer.allocate(HEAD)
                .put(MAGIC)
                .put(HexFormat.of().parseHex(key.id()))
                .put(salt)
                .array();
        out.write(head);
        return new Sealing(out, new Pieces(head, key.file(salt)));
    }

    /**
     * What a sealed stream holds. A piece is given out when it is known to be what was sealed.
     *
     * @param keys finds the key by its id
     * @throws IOException when it is none, when something in it was changed or cut off
     */
    public static InputStream from(InputStream in, Function<String, DataKey> keys) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        DataKey key = keys.apply(keyOf(head).orElseThrow(() -> new IOException("not sealed")));
        return new Opening(
                in, new Pieces(head, key.file(Arrays.copyOfRange(head, MAGIC.length + DataKey.ID_BYTES, HEAD))));
    }

    private static final class Pieces {
        private final byte[] head;
        private final SecretKey key;
        private long number;

        Pieces(byte[] head, SecretKey key) {
            this.head = head;
            this.key = key;
        }

        byte[] next(int mode, byte[] bytes, int length, boolean last) throws IOException {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                byte[] nonce = ByteBuffer.allocate(12)
                        .putLong(3, number)
                        .put(11, (byte) (last ? 1 : 0))
                        .array();
                cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
                cipher.updateAAD(head);
                number++;
                return cipher.doFinal(bytes, 0, length);
            } catch (AEADBadTagException e) {
                throw new IOException("changed since it was sealed, or cut off", e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES-GCM", e);
            }
        }
    }

    private static final class Sealing extends OutputStream {
        private final OutputStream out;
        private final Pieces pieces;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private boolean closed;

        Sealing(OutputStream out, Pieces pieces) {
            this.out = out;
            this.pieces = pieces;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                if (filled == PIECE) {
                    // only now is it known not to be the last one
                    out.write(pieces.next(Cipher.ENCRYPT_MODE, piece, PIECE, false));
                    filled = 0;
                }
                int now = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, now);
                filled += now;
                at += now;
                left -= now;
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (out) {
                    out.write(pieces.next(Cipher.ENCRYPT_MODE, piece, filled, true));
                }
            }
        }
    }

    private static final class Opening extends InputStream {
        private final InputStream in;
        private final Pieces pieces;
        private byte[] ahead;
        private byte[] piece = new byte[0];
        private int at;
        private boolean last;

        Opening(InputStream in, Pieces pieces) throws IOException {
            this.in = in;
            this.pieces = pieces;
            this.ahead = in.readNBytes(PIECE + TAG);
        }

        private boolean more() throws IOException {
            while (at == piece.length) {
                if (last) {
                    return false;
                }
                byte[] now = ahead;
                ahead = now.length < PIECE + TAG ? new byte[0] : in.readNBytes(PIECE + TAG);
                last = ahead.length == 0;
                if (now.length < TAG) {
                    throw new EOFException("cut off");
                }
                piece = pieces.next(Cipher.DECRYPT_MODE, now, now.length, last);
                at = 0;
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return more() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int now = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, now);
            at += now;
            return now;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
