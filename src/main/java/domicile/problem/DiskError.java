package domicile.problem;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a file could not be read or written, in words. An exception's own message is a path, or names its class. */
public final class DiskError {
    // the system says these in its own language; those of other systems and of H2
    private static final List<String> FULL = List.of(
            "no space left", "disk full", "disk is full", "not enough space", "speicherplatz", "espace disponible");
    private static final List<String> QUOTA = List.of("quota");

    private DiskError() {}

    /**
     * What this system says of a full disk, in whichever language it speaks: Linux has a device that is always full.
     */
    private static final class Here {
        static final Optional<String> FULL = said();

        private static Optional<String> said() {
            try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
                full.write(0);
                return Optional.empty();
            } catch (FileSystemException noDevice) {
                return Optional.empty();
            } catch (IOException e) {
                return Optional.ofNullable(e.getMessage()).map(DiskError::small);
            }
        }
    }

    /** The reason as an argument of a {@link Message}. */
    public static Message said(Exception e) {
        return switch (e) {
            case UncheckedIOException wrapped when wrapped.getCause() instanceof IOException cause -> said(cause);
            case AccessDeniedException denied -> Message.of("disk.denied");
            case NoSuchFileException missing -> Message.of("disk.missing");
            case FileSystemException file -> system(Optional.ofNullable(file.getReason()));
            case IOException io -> system(Optional.ofNullable(io.getMessage()));
            default -> Message.of("disk.unknown");
        };
    }

    /** Whether the words of an exception say that no room is left. */
    public static boolean full(String words) {
        return noRoom(small(words)) || QUOTA.stream().anyMatch(small(words)::contains);
    }

    private static boolean noRoom(String small) {
        return FULL.stream().anyMatch(small::contains)
                || Here.FULL.filter(small::contains).isPresent();
    }

    private static String small(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    private static Message system(Optional<String> reason) {
        String words = small(reason.orElse(""));
        if (noRoom(words)) {
            return Message.of("disk.full");
        }
        if (QUOTA.stream().anyMatch(words::contains)) {
            return Message.of("disk.quota");
        }
        // one that another exception made up begins with a class
        return reason.filter(r -> !r.isBlank() && !r.matches("(?s)([a-z]+\\.)+[A-Z].*"))
                .map(r -> Message.of("disk.system", r))
                .orElseGet(() -> Message.of("disk.unknown"));
    }
}
