package domicile.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of documents lie, each under the SHA-256 of its bytes, once. */
interface Documents {

    /** Keeps nothing. */
    Documents NONE = new Documents() {
        @Override
        public boolean has(String sha256) {
            return false;
        }

        @Override
        public void keep(String sha256, InputStream bytes) {
            throw new UnsupportedOperationException("keeps nothing");
        }

        @Override
        public void drop(String sha256) {
            // there is nothing
        }

        @Override
        public Optional<InputStream> open(String sha256) {
            return Optional.empty();
        }

        @Override
        public String where(String sha256) {
            return sha256;
        }
    };

    /** Whether there are bytes under this name; what they are is not looked at. */
    boolean has(String sha256);

    /** Keeps a copy of bytes whose SHA-256 this is; nothing half-written is left when it fails. */
    void keep(String sha256, InputStream bytes) throws IOException;

    /** As {@link #keep(String, InputStream)}, of a file. */
    default void keep(String sha256, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            keep(sha256, in);
        }
    }

    /** Takes the bytes away again. */
    void drop(String sha256) throws IOException;

    /** The bytes; empty when they are missing. */
    Optional<InputStream> open(String sha256) throws IOException;

    /** Where they lie, for messages. */
    String where(String sha256);
}
