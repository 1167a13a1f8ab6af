package domicile.register;

import domicile.residency.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Backups of an H2 register: one archive that holds the database's file and the documents of the evidence locker. A PostgreSQL
 * server has its own tools for that.
 */
final class Backups {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final String DOCUMENTS = "evidence";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Backups() {}

    static void write(Database database, Path file, Progress progress) {
        if (!database.embedded()) {
            throw Refusal.POSTGRES_NOT_BACKED_UP.at(database.where());
        }
        if (Files.exists(file)) {
            throw Refusal.FILE_EXISTS.at(file.toString());
        }
        // Written beside its place and moved there: a full disk leaves no half of a backup under the name that was
        // asked for.
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            database.call(handle -> handle.execute(
                    "BACKUP TO '" + part.toAbsolutePath().toString().replace("'", "''") + "'"));
            addDocuments(part, EvidenceLocker.folder(database.file().orElseThrow()), progress);
            Files.move(part, file);
        } catch (IOException e) {
            throw Trouble.readOnly(file.toString(), e);
        } finally {
            RegisterStore.deleteQuietly(part);
        }
    }

    private static void addDocuments(Path archive, Path locker, Progress progress) throws IOException {
        progress.at(0, 0);
        if (!Files.isDirectory(locker)) {
            return;
        }
        try (FileSystem zip = FileSystems.newFileSystem(archive);
                Stream<Path> files = Files.list(locker)) {
            Path folder = zip.getPath(DOCUMENTS);
            Files.createDirectories(folder);
            List<Path> documents = files.filter(
                            f -> SHA256.matcher(f.getFileName().toString()).matches())
                    .toList();
            for (Path file : documents) {
                progress.at(documents.indexOf(file), documents.size());
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    /** Adds the documents that the locker does not have. One that is not what its name says is left out; verifying tells. */
    private static void restoreDocuments(Path backup, Path locker) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!entry.getName().equals(DOCUMENTS + "/" + name)
                        || !SHA256.matcher(name).matches()
                        || entry.getSize() > EvidenceLocker.MOST_BYTES
                        || Files.exists(locker.resolve(name))) {
                    continue;
                }
                Files.createDirectories(locker);
                Path making = Files.createTempFile(locker, "restoring-", ".part");
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, making, StandardCopyOption.REPLACE_EXISTING);
                    if (EvidenceLocker.hash(making).equals(name)) {
                        Files.move(making, locker.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                    }
                } finally {
                    Files.deleteIfExists(making);
                }
            }
        }
    }

    /** Puts a backup in place of a register; returns where the old one is kept. */
    static Optional<Path> restore(Path backup, Path register, Clock clock) {
        Path making =
                register.resolveSibling("restoring-" + ProcessHandle.current().pid() + ".mv.db");
        try {
            Files.createDirectories(register.toAbsolutePath().resolve("..").normalize());
            unpack(backup, making);
            try (Database database = Database.h2(making)) {
                database.migrate();
                if (database.call(Entries::firstDay).isEmpty()) {
                    throw Trouble.foreign(backup.toString());
                }
            }
            restoreDocuments(backup, EvidenceLocker.folder(register));
            Optional<Path> kept = Optional.empty();
            if (Files.exists(register)) {
                Path old = register.resolveSibling("before-restore-" + STAMP.format(clock.instant()) + ".mv.db");
                Files.move(register, old);
                kept = Optional.of(old);
            }
            Files.move(making, register, StandardCopyOption.ATOMIC_MOVE);
            return kept;
        } catch (IOException e) {
            throw Trouble.readOnly(register.toString(), e);
        } finally {
            RegisterStore.deleteQuietly(making);
        }
    }

    private static void unpack(Path backup, Path to) throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw Refusal.BACKUP_MISSING.at(backup.toString());
        }
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".mv.db")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                    }
                    return;
                }
            }
        } catch (ZipException e) {
            throw Refusal.NO_BACKUP.because(e, backup.toString(), String.valueOf(e.getMessage()));
        }
        throw Refusal.BACKUP_WITHOUT_REGISTER.at(backup.toString());
    }
}
