package domicile.residency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Files that others made. A device or a pipe is refused before it is opened, since it may give no end of bytes or none
 * at all, and a file that is too large before it is read.
 */
public final class InputFile {

    private InputFile() {}

    /**
     * The bytes of a file.
     *
     * @param mostBytes how large it may be
     * @param links whether a link is refused too
     * @throws InputException when it is missing, no plain file, larger, or cannot be read
     */
    public static byte[] read(Path file, int mostBytes, LinkOption... links) {
        return read(file, mostBytes, Refusal.FILE_TOO_LARGE, links);
    }

    /** As {@link #read(Path, int, LinkOption...)}, with other words for a file that is too large. */
    public static byte[] read(Path file, int mostBytes, Refusal tooLarge, LinkOption... links) {
        check(file, mostBytes, tooLarge, links);
        try (InputStream in = Files.newInputStream(file, links)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            // one that grew meanwhile, or whose size the system does not tell
            if (bytes.length > mostBytes) {
                throw tooLarge(file, mostBytes, tooLarge);
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Refuses what {@link #read(Path, int, LinkOption...)} refuses without reading; for files that are read piece by
     * piece.
     */
    public static void check(Path file, long mostBytes) {
        check(file, mostBytes, Refusal.FILE_TOO_LARGE);
    }

    private static void check(Path file, long mostBytes, Refusal tooLarge, LinkOption... links) {
        BasicFileAttributes found = attributes(file, links);
        if (found.isDirectory()) {
            throw Refusal.FOLDER_AS_FILE.at(file.toString());
        }
        if (!found.isRegularFile()) {
            throw Refusal.NOT_A_PLAIN_FILE.at(file.toString());
        }
        if (found.size() > mostBytes) {
            throw tooLarge(file, mostBytes, tooLarge);
        }
    }

    private static BasicFileAttributes attributes(Path file, LinkOption... links) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, links);
        } catch (NoSuchFileException e) {
            throw Refusal.FILE_MISSING.because(e, file.toString());
        } catch (IOException e) {
            Path folder = file.toAbsolutePath().getParent();
            // a file in the place of its folder
            throw folder != null && Files.exists(folder) && !Files.isDirectory(folder)
                    ? Refusal.FILE_MISSING.because(e, file.toString())
                    : unreadable(file, e);
        }
    }

    private static InputException tooLarge(Path file, long mostBytes, Refusal why) {
        return why.at(file.toString(), mostBytes / 1024 / 1024);
    }

    private static InputException unreadable(Path file, IOException e) {
        return Refusal.FILE_UNREADABLE.because(e, file.toString(), DiskError.said(e));
    }
}
