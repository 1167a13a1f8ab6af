package domicile.register;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * What is done to whole files. Every step that a killed program may stop before goes through here, so that a test can
 * stop at each.
 */
class Disk {
    static final Disk REAL = new Disk();

    /** What stands before a path that H2 opens; H2 finds the file system by it. */
    String scheme() {
        return "";
    }

    /** Waits until a file's bytes are on the disk and not in a buffer. */
    void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Waits until a folder's names are on the disk, where the system knows such a thing. */
    void forceNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder; its journal orders the names by itself
            return;
        }
    }

    /**
     * Makes a file, to be written and read.
     *
     * @param place where it is to be moved to
     */
    FileChannel create(Path file, Path place) throws IOException {
        return OwnFiles.open(
                file, place, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ));
    }

    /** Writes a new file, whole and on the disk. */
    void write(Path file, Path place, AtomicFile.Content content) throws IOException {
        try (FileChannel channel = create(file, place)) {
            // whoever seals what is written closes it, and it is to be forced first
            content.write(new FilterOutputStream(Channels.newOutputStream(channel)) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    flush();
                }
            });
            channel.force(true);
        }
    }

    /** Copies what a channel holds into a new file. */
    void copy(FileChannel from, Path to) throws IOException {
        try (FileChannel out = OwnFiles.open(to, to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            long size = from.size();
            long at = 0;
            while (at < size) {
                long copied = from.transferTo(at, size - at, out);
                if (copied <= 0) {
                    throw new IOException("the file became shorter while it was copied");
                }
                at += copied;
            }
            out.force(true);
        }
    }

    /**
     * Gives a file a second name; where the disk has one name for a file only, a copy.
     *
     * @param locked the file's own channel: to open and close another one would give up its lock
     */
    void keep(Path file, FileChannel locked, Path also) throws IOException {
        try {
            Files.createLink(also, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Path part = also.resolveSibling(also.getFileName() + ".part");
            Files.deleteIfExists(part);
            copy(locked, part);
            Files.move(part, also);
        }
    }

    /** Moves a file over another, which is there or not: at every moment the name leads to one of the two, whole. */
    void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes a file, if it is there. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
