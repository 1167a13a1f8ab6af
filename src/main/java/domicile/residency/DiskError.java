package domicile.residency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a file could not be read or written, in words. An exception's own message is a path, or names its class. */
public final class DiskError {
    // the system says these in its own language
    private static final List<String> FULL = List.of(
            "no space left", "disk full", "disk is full", "not enough space", "speicherplatz", "espace disponible");
    private static final List<String> QUOTA = List.of("quota");

    private DiskError() {}

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
        String small = words.toLowerCase(Locale.ROOT);
        return Stream.concat(FULL.stream(), QUOTA.stream()).anyMatch(small::contains);
    }

    private static Message system(Optional<String> reason) {
        String words = reason.orElse("").toLowerCase(Locale.ROOT);
        if (FULL.stream().anyMatch(words::contains)) {
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
