package domicile.register;

import domicile.residency.InputException;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A register that lasts: an H2 file in a folder, or a PostgreSQL database. Every part is kept in versions, each with the day from
 * which it is in force and the time at which it was learned; nothing is overwritten.
 *
 * <pre>{@code
 * try (RegisterStore store = RegisterStore.open(Locations.defaultRegister(), Clock.systemDefaultZone())) {
 *     Register register = store.asOf(LocalDate.of(2026, 6, 30));
 * }
 * }</pre>
 */
public final class RegisterStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterStore.class);
    private static final String FILE = "register.mv.db";

    private final Database database;
    private final Clock clock;
    private final Map<LocalDate, Register> known = new ConcurrentHashMap<>();

    private RegisterStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens a register; one that does not exist yet is made from the shipped pack, whole or not at all.
     *
     * @param location a folder, a file that ends in {@code .mv.db}, or a {@code jdbc:postgresql:} URL
     * @param clock when changes are learned
     * @throws InputException when it is damaged, in use, read-only, unreachable or of a newer schema; it is left as it was
     */
    public static RegisterStore open(String location, Clock clock) {
        if (location.startsWith("jdbc:")) {
            if (!location.startsWith("jdbc:postgresql:")) {
                throw new InputException(
                        "only PostgreSQL is reached by a jdbc: URL", location, "use jdbc:postgresql://HOST/DATABASE");
            }
            return ready(Database.postgres(location), clock);
        }
        Path file = file(location);
        if (!Files.exists(file)) {
            make(file, clock);
        }
        return ready(Database.h2(file), clock);
    }

    private static Path file(String location) {
        Path path = Path.of(location);
        return path.toString().endsWith(".mv.db") ? path : path.resolve(FILE);
    }

    private static RegisterStore ready(Database database, Clock clock) {
        try {
            database.migrate();
            RegisterStore store = new RegisterStore(database, clock);
            if (database.call(Entries::firstDay).isEmpty()) {
                store.fill();
            }
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Makes the file under another name and moves it into place, so that a killed program leaves none or a whole one. */
    private static void make(Path file, Clock clock) {
        Path making =
                file.resolveSibling("making-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".mv.db");
        try {
            Files.createDirectories(file.toAbsolutePath().resolve("..").normalize());
            ready(Database.h2(making), clock).close();
            try {
                Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException another) {
                // Another program made it meanwhile: that one is as good.
                Files.deleteIfExists(making);
            }
        } catch (IOException e) {
            throw Trouble.readOnly(file.toString(), e);
        } finally {
            deleteQuietly(making);
        }
    }

    static void deleteQuietly(Path file) {
        try {
            if (Files.exists(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("left behind: {}", file, e);
        }
    }

    private void fill() {
        Pack pack = Pack.shipped();
        database.call(handle -> {
            if (Entries.firstDay(handle).isEmpty()) {
                long change = Entries.change(
                        handle,
                        pack.published(),
                        clock.instant(),
                        "Domicile",
                        "The register's first content",
                        pack.id());
                Entries.put(handle, change, Entry.of(pack));
            }
            return pack;
        });
    }

    /** Where it lies, for messages; without a password. */
    public String where() {
        return database.where();
    }

    /**
     * The register as of a day.
     *
     * @throws InputException for a day before anything is in force
     */
    public Register asOf(LocalDate day) {
        Register held = known.get(day);
        if (held != null) {
            return held;
        }
        Register register = export(day).register(day);
        known.put(day, register);
        return register;
    }

    /** All parts in force on a day, as a pack. */
    public Pack export(LocalDate day) {
        return database.call(handle -> {
            List<Entry> entries = Entries.asOf(handle, day);
            if (entries.isEmpty()) {
                throw new InputException(
                        "the register holds nothing as of " + day,
                        where(),
                        Entries.firstDay(handle)
                                .map(first -> "choose a day from " + first + " on")
                                .orElse("import a pack"));
            }
            return Entry.pack(entries, "export", "Register as of " + day, day);
        });
    }

    /** What a pack would change as of a day; nothing is written. */
    public List<Difference> diff(Pack pack, LocalDate stamp) {
        return database.call(handle ->
                Differences.between(Entries.asOf(handle, stamp), Entry.of(pack)).differences());
    }

    /**
     * Imports a pack in one transaction.
     *
     * @param stamp the day from which it is in force
     * @param who who imports it
     * @param why why
     * @return what it changed; empty when there was nothing to change, and then nothing is written
     */
    public List<Difference> importPack(Pack pack, LocalDate stamp, String who, String why) {
        List<Difference> changed = database.call(handle -> {
            Differences.Changes changes = Differences.between(Entries.asOf(handle, stamp), Entry.of(pack));
            if (!changes.put().isEmpty() || !changes.removed().isEmpty()) {
                long change = Entries.change(handle, stamp, clock.instant(), who, why, pack.id());
                Entries.put(handle, change, changes.put());
                Entries.remove(handle, change, changes.removed());
            }
            return changes.differences();
        });
        known.clear();
        return changed;
    }

    /** Every version of an offering and its facts, oldest first; empty when the register never knew it. */
    public List<Version> history(String offering) {
        return database.call(handle -> Entries.history(handle, offering));
    }

    /**
     * Writes all of it, with every version and assessment, into one file.
     *
     * @throws InputException when the file exists or cannot be written, or for PostgreSQL
     */
    public void backup(Path file) {
        Backups.write(database, file);
    }

    /**
     * Puts a backup in the place of a register. The backup is opened first; only a sound one takes the place.
     *
     * @return where the register that was there is kept
     */
    public static Optional<Path> restore(Path backup, String location, Clock clock) {
        if (location.startsWith("jdbc:")) {
            throw new InputException(
                    "a PostgreSQL register is not restored from here", location, "use pg_restore on the server");
        }
        return Backups.restore(backup, file(location), clock);
    }

    /** The assessments that are worked on. */
    public SavedAssessments assessments() {
        return new SavedAssessments(database, clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
