package domicile.register;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Files and folders that the program makes for itself: for their owner alone, whatever the umask says. A folder that is
 * there keeps its mode; in one that a group shares (the group may write, and what is made in it belongs to the group)
 * the group gets what the owner has. Where a system knows no such modes, the rights of the user's folder stand.
 *
 * <p>What a person names to be written is no such file: it follows the umask, see {@link AtomicFile#write}.
 */
public final class OwnFiles {
    private static final int SET_GROUP = 02000;
    private static final String MODE = "unix:mode";
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> GROUP_FILE = PosixFilePermissions.fromString("rw-rw----");
    private static final int GROUP_FOLDER = SET_GROUP | 0770;

    private OwnFiles() {}

    /** Makes a folder, and those above it, where they are not there. */
    public static void folder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return;
        }
        Path above = absolute.getParent();
        if (above != null) {
            folder(above);
        }
        try {
            Files.createDirectory(absolute, attributes(absolute, FOLDER));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(absolute)) {
                throw e;
            }
            return; // made by another program meanwhile
        }
        if (above != null && shared(above)) {
            Files.setAttribute(absolute, MODE, GROUP_FOLDER);
        }
    }

    /** Makes an empty file where there is none, for a library to write. */
    public static void make(Path file) throws IOException {
        make(file, file);
    }

    /**
     * As {@link #make(Path)}.
     *
     * @param place where the file is to be moved to; a group that may write what lies there may write this one
     */
    static void make(Path file, Path place) throws IOException {
        try {
            open(file, place, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
                    .close();
        } catch (FileAlreadyExistsException e) {
            return; // keeps its mode
        }
    }

    /** Opens a file, which is made where the options say so. */
    static FileChannel open(Path file, Path place, Set<? extends OpenOption> options) throws IOException {
        boolean there = Files.exists(file);
        FileChannel channel = FileChannel.open(file, options, attributes(file, FILE));
        if (!there && (shared(file.resolveSibling(".")) || groupMayWrite(place))) {
            Files.setPosixFilePermissions(file, GROUP_FILE);
        }
        return channel;
    }

    /**
     * The mode of a folder that lets others in than its owner, such as {@code rwxr-xr-x}; empty for one that does not.
     */
    static Optional<String> openToOthers(Path folder) throws IOException {
        if (!posix(folder)) {
            return Optional.empty();
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
        return FOLDER.containsAll(mode) ? Optional.empty() : Optional.of(PosixFilePermissions.toString(mode));
    }

    private static FileAttribute<?>[] attributes(Path file, Set<PosixFilePermission> mode) {
        return posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean shared(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                && ((int) Files.getAttribute(folder, MODE) & SET_GROUP) != 0
                && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.GROUP_WRITE);
    }

    private static boolean groupMayWrite(Path file) throws IOException {
        return posix(file)
                && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                        .contains(PosixFilePermission.GROUP_WRITE);
    }
}
