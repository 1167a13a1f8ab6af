package domicile.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are there as a whole or as they were: a full disk, or a program that is killed, leaves the old one. */
public final class WholeFile {

    private WholeFile() {}

    /** What a file is to hold. */
    public interface Content {

        /** Writes it. */
        void write(OutputStream out) throws IOException;
    }

    /** Writes a file, over one that is there; when that fails, nothing has changed. */
    public static void write(Path file, Content content) throws IOException {
        // beside the file, so that the move stays on one disk; not createTempFile, whose files no one else may read
        Path temporary = file.resolveSibling(".domicile-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                content.write(out);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
