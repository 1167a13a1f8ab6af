package domicile.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/** Files that are there as a whole or as they were: a full disk, or a program that is killed, leaves the old one. */
public final class AtomicFile {

    private AtomicFile() {}

    /** What a file is to hold. */
    public interface Content {

        /** Writes it. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, over one that is there; when that fails, nothing has changed. A link stays one, and what it leads
     * to is written.
     */
    public static void write(Path file, Content content) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        written(real, NAMED, content, temporary -> Disk.REAL.replace(temporary, real));
    }

    /** As {@link #write}, for a file of the program's own, see {@link OwnFiles}. */
    public static void writeOwn(Path file, Content content) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        written(real, own(real), content, temporary -> Disk.REAL.replace(temporary, real));
    }

    /** Moves a file that is whole to where none is. */
    static void moveNew(Path whole, Path file) throws IOException {
        Files.move(whole, file);
    }

    /** Makes a folder that a person named, and those above it. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** As {@link #writeOwn}, and it returns when the file outlives a machine that loses its power. */
    static void writeLasting(Path file, Content content) throws IOException {
        // in its place first: from there on it outlives the program, however long a busy disk takes
        writeOwn(file, content);
        try {
            Disk.REAL.force(file);
        } catch (NoSuchFileException e) {
            return; // taken by a reader meanwhile
        }
    }

    /**
     * Writes a file that is not there yet.
     *
     * @throws FileAlreadyExistsException when one is there, and then it is left as it is
     */
    static void writeNew(Path file, Content content) throws IOException {
        written(file, NAMED, content, temporary -> Files.move(temporary, file));
    }

    /** As {@link #writeNew}, for a file of the program's own. */
    static void writeOwnNew(Path file, Content content) throws IOException {
        written(file, own(file), content, temporary -> Files.move(temporary, file));
    }

    private interface Making {
        OutputStream make(Path temporary) throws IOException;
    }

    /** By the umask. */
    private static final Making NAMED =
            temporary -> Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private static Making own(Path place) {
        return temporary -> Channels.newOutputStream(
                OwnFiles.open(temporary, place, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    }

    /**
     * Where a file is written that is to be moved into another's place: beside it, so that the move stays on one disk,
     * under a name by which {@link Upkeep} finds what a killed program has left. Not createTempFile, as what a person
     * names follows the umask.
     */
    static Path part(Path file) {
        return file.resolveSibling(".domicile-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part");
    }

    private interface Moving {
        void move(Path temporary) throws IOException;
    }

    private static void written(Path file, Making making, Content content, Moving moving) throws IOException {
        Path temporary = part(file);
        try {
            try (OutputStream out = making.make(temporary)) {
                content.write(out);
            }
            moving.move(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
