package domicile.register;

import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.vault.DataKey;
import domicile.vault.KeyFile;
import domicile.vault.OpenKeys;
import domicile.vault.Sealed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.h2.store.fs.encrypt.FileEncrypt;

/**
 * What lies beside a register and how: sealed when the register is encrypted, as it is when it is not. Which of the two
 * it is says a file with the register's key, see {@link KeyFile}; it is looked at each time, as another program may
 * encrypt the register meanwhile. What is read may be either: a register that is just being encrypted has both.
 *
 * @param register the path of its file
 */
record Sealing(Path register) {
    private static final String KEY = "encryption.key";
    private static final int MOST_BYTES = 16 * 1024;
    private static final byte[] ENCRYPTED_H2 = "H2encrypt".getBytes(StandardCharsets.US_ASCII);
    /** How many bytes H2 keeps before what it encrypts. */
    static final int H2_HEAD = FileEncrypt.BLOCK_SIZE;

    /** The file with the key of a register. */
    static Path file(Path register) {
        return Database.beside(register, KEY);
    }

    /** What is in the file with the key; empty for a register that is not encrypted. */
    Optional<KeyFile> keys() {
        Path file = file(register);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFile.read(InputFile.read(file, MOST_BYTES)));
        } catch (IllegalArgumentException | ProblemException e) {
            throw RegisterProblem.KEY_UNREADABLE.because(e, file.toString());
        }
    }

    /** The key of what is written; empty where it is written as it is. */
    Optional<DataKey> key() {
        return keys().filter(file -> file.state() != KeyFile.State.DECRYPTING).map(file -> opened(file.id()));
    }

    /** Whether the register is encrypted with a key that is not open. */
    boolean isLocked() {
        return keys().filter(file -> OpenKeys.find(file.id()).isEmpty()).isPresent();
    }

    /** The key of what is sealed already. */
    DataKey opened(String id) {
        return OpenKeys.find(id).orElseThrow(() -> RegisterProblem.REGISTER_LOCKED.at(register.toString()));
    }

    /** The key of the database's file, which H2 has encrypted. */
    DataKey opened() {
        return opened(keys().orElseThrow(() -> RegisterProblem.KEY_MISSING.at(
                        register.toString(), file(register).getFileName()))
                .id());
    }

    /** A file's content as it is written. */
    AtomicFile.Content sealed(AtomicFile.Content content) {
        Optional<DataKey> key = key();
        return key.isEmpty() ? content : sealed(content, key.get());
    }

    static AtomicFile.Content sealed(AtomicFile.Content content, DataKey key) {
        return out -> {
            try (OutputStream to = Sealed.to(out, key)) {
                content.write(to);
            }
        };
    }

    /** A file's content as it was before it was written. */
    InputStream open(Path file) throws IOException {
        return keys().isEmpty() ? Files.newInputStream(file) : open(Files.newInputStream(file));
    }

    private InputStream open(InputStream in) throws IOException {
        boolean opened = false;
        try {
            byte[] head = in.readNBytes(Sealed.HEAD);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
            InputStream content = Sealed.keyOf(head).isPresent() ? Sealed.from(whole, this::opened) : whole;
            opened = true;
            return content;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    /** Whether a file is sealed. */
    static boolean isSealed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sealed.keyOf(in.readNBytes(Sealed.HEAD)).isPresent();
        }
    }

    /**
     * A key as H2 takes it, which is letters of two bytes. A byte of the key to each, and not two: on one of its ways
     * to a file H2 loses the higher byte.
     */
    static byte[] letters(DataKey key) {
        ByteBuffer letters = ByteBuffer.allocate(2 * key.database().length);
        for (byte one : key.database()) {
            letters.putChar((char) (one & 0xFF));
        }
        return letters.array();
    }

    /** Whether H2 has encrypted what a channel leads to. */
    static boolean isEncrypted(FileChannel database) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(ENCRYPTED_H2.length);
        while (head.hasRemaining() && database.read(head, head.position()) >= 0) {
            // until it is full or the file ends
        }
        return Arrays.equals(head.array(), ENCRYPTED_H2);
    }

    /** Whether H2 has encrypted a file, which nobody in this program has open. */
    static boolean isEncrypted(Path database) throws IOException {
        try (InputStream in = Files.newInputStream(database)) {
            return Arrays.equals(in.readNBytes(ENCRYPTED_H2.length), ENCRYPTED_H2);
        }
    }
}
