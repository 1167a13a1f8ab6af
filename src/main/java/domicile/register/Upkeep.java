package domicile.register;

import domicile.vault.KeyFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Puts whole files in a register's place: a first one, one of a newer schema, a restored one. Each is made under
 * another name, looked at, forced to the disk and then moved over the old one, so that a killed program leaves the old
 * register or the new one. One program at a time does so in a folder, and nobody has the old file open meanwhile.
 */
final class Upkeep {
    private static final String MAKING = "making-";
    private static final String MIGRATING = "migrating-";
    private static final String RESTORING = "restoring-";
    private static final String ASIDE = "aside-";
    private static final String BEFORE_MIGRATION = "before-migration-";
    private static final String BEFORE_RESTORE = "before-restore-";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern UNFINISHED = Pattern.compile("(%s|%s|%s)[^/]*%s|(%s|%s)[^/]*%s\\.part"
            .formatted(
                    MAKING,
                    MIGRATING,
                    RESTORING,
                    Pattern.quote(H2File.ENDING),
                    BEFORE_MIGRATION,
                    BEFORE_RESTORE,
                    Pattern.quote(H2File.ENDING)));
    // what this program writes beside a register and moves into its place; the process is part of the name
    private static final Pattern HALF_WRITTEN = Pattern.compile(
            "(?:adding|restoring)-(\\d+)-.*\\.part|[0-9a-f-]{36}\\.\\d+\\.(\\d+)\\.json\\.part|\\.domicile-(\\d+)-.*\\.part");

    private static final Pattern LEFT_ASIDE = Pattern.compile(ASIDE + "(\\d{1,9})-\\d+");

    private Upkeep() {}

    /** What fills a new file. */
    interface Filling {
        void fill(Database database) throws IOException;
    }

    /** What is done with a file that is whole and not yet in place. */
    interface Looking {
        void look(Database database) throws IOException;
    }

    /**
     * Makes the first file of a register, unless another program made one meanwhile.
     *
     * @return the mode of its folder, which was there, when that lets others in
     */
    static Optional<String> make(H2File file, Filling filling) {
        Path folder = folder(file);
        try {
            OwnFiles.folder(folder);
            alone(folder, () -> {
                if (file.exists()) {
                    return file;
                }
                Optional<Path> kept = names(folder)
                        .filter(p -> named(p, BEFORE_MIGRATION) || named(p, BEFORE_RESTORE))
                        .findFirst();
                if (kept.isPresent()) {
                    throw RegisterProblem.REGISTER_GONE_KEPT.at(
                            file.named().toString(), kept.get().getFileName().toString());
                }
                H2File making = file.sibling(name(MAKING));
                whole(making, database -> {
                    database.migrate(Database.SCHEMA);
                    filling.fill(database);
                });
                file.disk().replace(making.real(), file.real());
                file.disk().forceNames(folder);
                return file;
            });
            return OwnFiles.openToOthers(folder);
        } catch (IOException | SQLException e) {
            throw StorageErrors.unwritten(file.named().toString(), e);
        }
    }

    /**
     * Brings a register to the newest schema: a copy is migrated and looked at, and takes the register's place. The old
     * file is kept until the new one has been opened in its place.
     *
     * @return from which schema
     */
    static Optional<Integer> migrate(H2File file) {
        Path folder = folder(file);
        try {
            Optional<Integer> from = alone(folder, () -> {
                int schema = schema(file);
                if (schema == Database.SCHEMA) {
                    return Optional.empty(); // another program did it meanwhile
                }
                H2File copy = file.sibling(name(MIGRATING));
                held(file, old -> {
                    whole(copy, database -> {
                        old.copyTo(copy.real());
                        Inventory before = database.read(Inventory::of);
                        database.close();
                        database.migrate(Database.SCHEMA);
                        database.read(handle -> before.stillIn(handle, file.named(), schema));
                    });
                    Path kept = file.real()
                            .resolveSibling(BEFORE_MIGRATION + schema + "-"
                                    + file.real().getFileName());
                    file.disk().delete(kept);
                    old.replacedBy(copy.real(), kept);
                });
                return Optional.of(schema);
            });
            opened(file);
            return from;
        } catch (IOException | SQLException e) {
            throw StorageErrors.unwritten(file.named().toString(), e);
        }
    }

    private static int schema(H2File file) {
        try (Database database = Database.h2(file)) {
            return database.schema();
        }
    }

    /**
     * Puts a new file in a register's place.
     *
     * @param looking refuses the new file before the old one is touched
     * @return where the old one is kept
     */
    static Optional<Path> restore(H2File file, Filling filling, Looking looking, Clock clock) {
        Path folder = folder(file);
        try {
            OwnFiles.folder(folder);
            return alone(folder, () -> {
                H2File making = restoring(file);
                whole(making, database -> {
                    database.migrate(Database.SCHEMA);
                    filling.fill(database);
                    looking.look(database);
                });
                if (!file.exists()) {
                    file.disk().replace(making.real(), file.real());
                    file.disk().forceNames(folder);
                    return Optional.empty();
                }
                Path kept = free(folder, BEFORE_RESTORE + STAMP.format(clock.instant()));
                held(file, old -> {
                    Snapshot.drop(file.named());
                    Optional<KeyFile> keys = file.sealing().keys();
                    if (keys.isPresent()) {
                        AtomicFile.writeOwn(
                                Sealing.file(kept), out -> out.write(keys.get().bytes()));
                    }
                    old.replacedBy(making.real(), kept);
                });
                return Optional.of(kept);
            });
        } catch (IOException | SQLException e) {
            throw StorageErrors.unwritten(file.named().toString(), e);
        }
    }

    /** As {@link #restore} for a copy of a server's register: an older copy is not kept. */
    static void copied(H2File file, Filling filling, Looking looking) {
        Path folder = folder(file);
        try {
            OwnFiles.folder(folder);
            alone(folder, () -> {
                H2File making = restoring(file);
                whole(making, database -> {
                    database.migrate(Database.SCHEMA);
                    filling.fill(database);
                    looking.look(database);
                });
                if (file.exists()) {
                    held(file, old -> {
                        Snapshot.drop(file.named());
                        old.replacedBy(making.real());
                    });
                } else {
                    file.disk().replace(making.real(), file.real());
                    file.disk().forceNames(folder);
                }
                return file;
            });
        } catch (IOException | SQLException e) {
            throw StorageErrors.unwritten(file.named().toString(), e);
        }
    }

    private static Path free(Path folder, String name) {
        Path kept = folder.resolve(name + H2File.ENDING);
        for (int i = 2; Files.exists(kept); i++) {
            kept = folder.resolve(name + "-" + i + H2File.ENDING);
        }
        return kept;
    }

    /** A file that is not in place yet: written, closed and forced to the disk; taken away again when that fails. */
    private static void whole(H2File file, Filling filling) throws IOException {
        boolean whole = false;
        try {
            try (Database database = Database.h2(file)) {
                filling.fill(database);
            }
            file.disk().force(file.real());
            whole = true;
        } finally {
            IdleConnection.forget(file);
            if (!whole) {
                deleteQuietly(file.disk(), file.real());
            }
        }
    }

    /** What is done with a register in an empty folder. */
    interface Aside<T> {
        T use(H2File file) throws IOException;
    }

    /** Does something in an empty folder beside a register, and takes it away again with all that lies in it. */
    static <T> T aside(H2File file, Aside<T> work) {
        Path folder = folder(file).resolve(ASIDE + ProcessHandle.current().pid() + "-" + System.nanoTime());
        try {
            OwnFiles.folder(folder);
            H2File there = H2File.at(folder.resolve("register" + H2File.ENDING), file.disk());
            try {
                return work.use(there);
            } finally {
                IdleConnection.of(there).close();
                IdleConnection.forget(there);
                deleteAll(file.disk(), folder);
            }
        } catch (IOException e) {
            throw StorageErrors.unwritten(folder.toString(), e);
        }
    }

    private static void deleteAll(Disk disk, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                deleteQuietly(disk, path);
            }
        }
    }

    /** The old file, while it is locked against every other program. */
    record Held(H2File file, FileChannel channel) {

        void copyTo(Path copy) throws IOException {
            file.disk().copy(channel, copy);
        }

        void replacedBy(Path whole, Path kept) throws IOException {
            Disk disk = file.disk();
            disk.keep(file.real(), channel, kept);
            disk.forceNames(folder(file));
            replacedBy(whole);
        }

        void replacedBy(Path whole) throws IOException {
            Disk disk = file.disk();
            try {
                disk.replace(whole, file.real());
            } catch (FileSystemException e) {
                // Windows replaces no file that is open; the name is taken a moment after the lock is given up
                channel.close();
                disk.replace(whole, file.real());
            }
            disk.forceNames(folder(file));
        }
    }

    interface Replacing {
        void replace(Held old) throws IOException;
    }

    /** Does something with the old file while nobody has it open, in this program or another. */
    static void held(H2File file, Replacing replacing) throws IOException, SQLException {
        IdleConnection.of(file).alone(file, () -> {
            try (FileChannel channel =
                    FileChannel.open(file.real(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return locked(channel, file.named().toString(), () -> {
                    replacing.replace(new Held(file, channel));
                    return file;
                });
            }
        });
    }

    /** Does something while no other program does so in this folder. */
    static <T> T alone(Path folder, IdleConnection.Work<T> work) throws IOException, SQLException {
        try (FileChannel channel = lockFile(folder)) {
            return locked(channel, folder.toString(), work);
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        Path file = folder.resolve(".domicile.lock");
        return OwnFiles.open(file, file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    private static <T> T locked(FileChannel channel, String where, IdleConnection.Work<T> work)
            throws IOException, SQLException {
        long deadline = System.nanoTime() + H2File.PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (FileLock lock = tried(channel)) {
                if (lock != null) {
                    return work.run();
                }
            }
            LockSupport.parkNanos(H2File.PAUSE.toNanos());
        }
        throw StorageErrors.inUse(where, new IllegalStateException("locked"));
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this program has it, which the system does not tell apart
        }
    }

    /**
     * Takes away what a killed program left half-made: files that were never in place, and never one that was. Nothing
     * happens where there is nothing to tidy, or where another program is at work.
     */
    static void tidy(H2File file) {
        Path folder = folder(file);
        try {
            List<Path> there = names(folder).toList();
            List<Path> unfinished = there.stream().filter(Upkeep::unfinished).toList();
            if (!unfinished.isEmpty()) {
                try (FileChannel channel = lockFile(folder);
                        FileLock lock = tried(channel)) {
                    if (lock != null) {
                        unfinished.forEach(path -> deleteQuietly(file.disk(), path));
                    }
                }
            }
            for (Path left : there.stream().filter(Upkeep::leftAside).toList()) {
                deleteAll(file.disk(), left);
            }
            Stream.of(
                            there.stream(),
                            names(EvidenceLocker.folder(file.named())),
                            names(Captures.folder(file.named())),
                            names(Drafts.folder(file.named())))
                    .flatMap(paths -> paths)
                    .filter(Upkeep::abandoned)
                    .forEach(path -> deleteQuietly(file.disk(), path));
        } catch (IOException e) {
            // a folder that cannot be written keeps what lies there; it harms nobody
            LoggerFactory.getLogger(Upkeep.class).warn("not tidied: {}", folder, e);
        }
    }

    /** Takes away the files that were kept until this one was opened. */
    static void opened(H2File file) {
        Path folder = folder(file);
        try {
            List<Path> kept = names(folder)
                    .filter(p -> named(p, BEFORE_MIGRATION)
                            && p.toString().endsWith("-" + file.real().getFileName()))
                    .toList();
            if (!kept.isEmpty() && schema(file) == Database.SCHEMA) {
                kept.forEach(path -> deleteQuietly(file.disk(), path));
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(Upkeep.class).warn("not tidied: {}", folder, e);
        }
    }

    private static boolean unfinished(Path path) {
        return UNFINISHED.matcher(path.getFileName().toString()).matches();
    }

    /** A folder in which a program that is no longer there looked at a backup. */
    private static boolean leftAside(Path path) {
        Matcher name = LEFT_ASIDE.matcher(path.getFileName().toString());
        return name.matches()
                && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static boolean abandoned(Path path) {
        Matcher name = HALF_WRITTEN.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        for (int group = 1; group <= name.groupCount(); group++) {
            if (name.group(group) != null && name.group(group).length() < 10) {
                return ProcessHandle.of(Long.parseLong(name.group(group))).isEmpty();
            }
        }
        return false;
    }

    private static boolean named(Path path, String start) {
        String name = path.getFileName().toString();
        return name.startsWith(start) && name.endsWith(H2File.ENDING);
    }

    static Stream<Path> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        }
    }

    static Path folder(H2File file) {
        return file.real().resolveSibling(".").normalize();
    }

    private static String name(String start) {
        return start + ProcessHandle.current().pid() + "-" + System.nanoTime() + H2File.ENDING;
    }

    /** The older registers that were kept when another took their place. */
    static List<Path> kept(H2File file) throws IOException {
        return names(folder(file))
                .filter(path -> named(path, BEFORE_RESTORE))
                .sorted()
                .toList();
    }

    /** The name of a file that is not in place yet; a killed program's is tidied away. */
    static String making() {
        return name(MAKING);
    }

    /** A file for the time of restoring; a killed program's is tidied away. */
    static H2File restoring(H2File file) {
        return file.sibling(name(RESTORING));
    }

    static void deleteQuietly(Path file) {
        deleteQuietly(Disk.REAL, file);
    }

    private static void deleteQuietly(Disk disk, Path file) {
        try {
            disk.delete(file);
        } catch (IOException e) {
            LoggerFactory.getLogger(Upkeep.class).warn("left behind: {}", file, e);
        }
    }
}
