package domicile.problem;

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

    private static final int MIB = 1024 * 1024;

    private InputFile() {}

    /**
     * The bytes of a file.
     *
     * @param mostBytes how large it may be
     * @param links whether a link is refused too
     * @throws ProblemException when it is missing, no plain file, larger, or cannot be read
     */
    public static byte[] read(Path file, int mostBytes, LinkOption... links) {
        return read(file, mostBytes, mostBytes < MIB ? FileProblem.FILE_TOO_LONG : FileProblem.FILE_TOO_LARGE, links);
    }

    /** As {@link #read(Path, int, LinkOption...)}, with other words for a file that is too large. */
    public static byte[] read(Path file, int mostBytes, Problem tooLarge, LinkOption... links) {
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
        check(file, mostBytes, FileProblem.FILE_TOO_LARGE);
    }

    private static void check(Path file, long mostBytes, Problem tooLarge, LinkOption... links) {
        BasicFileAttributes found = attributes(file, links);
        if (found.isDirectory()) {
            throw FileProblem.FOLDER_AS_FILE.at(file.toString());
        }
        if (!found.isRegularFile()) {
            throw FileProblem.NOT_A_PLAIN_FILE.at(file.toString());
        }
        if (found.size() > mostBytes) {
            throw tooLarge(file, mostBytes, tooLarge);
        }
    }

    private static BasicFileAttributes attributes(Path file, LinkOption... links) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, links);
        } catch (NoSuchFileException e) {
            throw FileProblem.FILE_MISSING.because(e, file.toString());
        } catch (IOException e) {
            Path folder = file.toAbsolutePath().getParent();
            // a file in the place of its folder
            throw folder != null && Files.exists(folder) && !Files.isDirectory(folder)
                    ? FileProblem.FILE_MISSING.because(e, file.toString())
                    : unreadable(file, e);
        }
    }

    private static ProblemException tooLarge(Path file, long mostBytes, Problem why) {
        return why.at(file.toString(), why == FileProblem.FILE_TOO_LONG ? mostBytes : mostBytes / MIB);
    }

    private static ProblemException unreadable(Path file, IOException e) {
        return FileProblem.FILE_UNREADABLE.because(e, file.toString(), DiskError.said(e));
    }
}
