package domicile.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Backups that nobody asks for one by one: in a folder, under names with their time, kept by count and age. A file that
 * a person made is never taken away: only one that has such a name and says of itself that it was made automatically.
 *
 * @param folder where they lie; made when it is not there
 * @param most how many are kept
 * @param oldest how old they become; the newest one stays whatever its age
 */
public record AutomaticBackups(Path folder, int most, Duration oldest) {
    /** How many are kept unless somebody says otherwise. */
    public static final int MOST = 10;
    /** After how many days one goes unless somebody says otherwise. */
    public static final int DAYS = 90;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final Pattern NAME = Pattern.compile("domicile-auto-(\\d{8}-\\d{6})(?:-\\d+)?\\.zip");

    /**
     * What was done.
     *
     * @param written empty when nothing has changed since the newest one
     * @param removed those that were too many or too old
     */
    public record Done(Optional<BackedUp> written, List<Path> removed) {
        public Done {
            removed = List.copyOf(removed);
        }
    }

    private record Made(Path file, Instant at) {}

    /** Whether a register can be backed up: a server has its own tools, and a copy of one is taken again. */
    public static boolean possible(RegisterStore store) {
        return store.file().isPresent() && store.copy().isEmpty();
    }

    /** Those of a register in a file, beside it. */
    public static Path beside(RegisterStore store) {
        return store.file()
                .map(file -> Database.beside(file, "backups"))
                .orElseThrow(() -> RegisterProblem.POSTGRES_NOT_BACKED_UP.at(store.where()));
    }

    /** Writes one, unless the newest one holds all that there is, and takes away what is too much. */
    public Done run(RegisterStore store, Clock clock, Progress progress) {
        try {
            OwnFiles.folder(folder);
            store.assessments().settle();
            List<Made> before = made();
            if (before.stream()
                    .findFirst()
                    .flatMap(m -> Backups.noted(m.file()).head())
                    .equals(Optional.of(store.head()))) {
                return new Done(Optional.empty(), prune(before, clock.instant()));
            }
            BackedUp written = store.backup(free(clock.instant()), true, progress);
            return new Done(Optional.of(written), prune(made(), clock.instant()));
        } catch (IOException e) {
            throw StorageErrors.unwrittenFile(folder.toString(), e);
        }
    }

    /** Those that are not encrypted, the newest first. */
    public List<Path> plain() {
        try {
            return made().stream()
                    .map(Made::file)
                    .filter(file -> SealedZip.keys(file).isEmpty())
                    .toList();
        } catch (IOException e) {
            throw StorageErrors.unreadable(folder.toString(), e);
        }
    }

    /** Deletes those of these files that are automatic backups and not encrypted. */
    public void deletePlain(List<Path> files) {
        List<Path> plain = plain();
        try {
            for (Path file : files) {
                if (plain.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw StorageErrors.unwrittenFile(folder.toString(), e);
        }
    }

    private Path free(Instant now) {
        String name = "domicile-auto-" + STAMP.format(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        Path file = folder.resolve(name + ".zip");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".zip");
        }
        return file;
    }

    /** The newest first. */
    private List<Made> made() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(f -> made(f).stream())
                    .sorted(Comparator.comparing(Made::at)
                            .thenComparing(m -> m.file().toString())
                            .reversed())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static Optional<Made> made(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches() || !Files.isRegularFile(file) || !Backups.automatic(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Made(file, LocalDateTime.parse(name.group(1), STAMP).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<Path> prune(List<Made> all, Instant now) throws IOException {
        List<Path> removed = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            if (i >= most || all.get(i).at().isBefore(now.minus(oldest))) {
                Files.deleteIfExists(all.get(i).file());
                removed.add(all.get(i).file());
            }
        }
        return removed;
    }
}
