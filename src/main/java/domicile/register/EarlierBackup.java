package domicile.register;

import domicile.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup of version 0.1, which holds the file of H2: looked at, read, and never put in any place. */
final class EarlierBackup {

    private EarlierBackup() {}

    static Contents contents(ZipFile zip, Path backup, H2File beside) throws IOException {
        ZipEntry entry = Collections.list(zip.entries()).stream()
                .filter(e -> e.getName().endsWith(H2File.ENDING))
                .findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> RegisterProblem.BACKUP_WITHOUT_REGISTER.at(backup.toString()));
        H2File copy = Upkeep.restoring(beside);
        try (Database database = Database.h2(copy.called(backup))) {
            OwnFiles.folder(copy.real().resolveSibling(".").normalize());
            try (InputStream in = Backups.open(zip, entry, backup)) {
                AtomicFile.writeOwnNew(copy.real(), in::transferTo);
            }
            if (database.schema() < Database.SCHEMA) {
                database.migrate(Database.SCHEMA);
            }
            return database.read(Contents::of);
        } catch (ProblemException e) {
            throw RegisterProblem.BACKUP_DAMAGED.because(e, backup.toString(), e);
        } finally {
            IdleConnection.of(copy).close();
            IdleConnection.forget(copy);
            Upkeep.deleteQuietly(copy.real());
        }
    }
}
