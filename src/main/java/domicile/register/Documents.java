package domicile.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of documents lie, each under the SHA-256 of its bytes, once. */
interface Documents {

    /** Whether there are bytes under this name; what they are is not looked at. */
    boolean has(String sha256);

    /** Keeps a copy of a file whose SHA-256 this is; nothing half-written is left when it fails. */
    void keep(String sha256, Path file) throws IOException;

    /** Takes the bytes away again. */
    void drop(String sha256) throws IOException;

    /** The bytes; empty when they are missing. */
    Optional<InputStream> open(String sha256) throws IOException;

    /** Where they lie, for messages. */
    String where(String sha256);
}
