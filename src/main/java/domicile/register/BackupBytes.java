package domicile.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The one place where the bytes of backups go out and come in. */
final class BackupBytes {

    private BackupBytes() {}

    /** What a backup holds. */
    interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }

    /**
     * Writes a backup that is not there yet: under another name beside its place, on the disk, looked at, and then
     * moved.
     *
     * @param sealing how its register is written: encrypted, and so is the backup
     * @param own whether the program makes it by itself, for its owner alone
     * @param looked refuses it before it is in its place
     */
    static <T> T writeNew(Path file, Sealing sealing, boolean own, Content content, Function<Path, T> looked)
            throws IOException {
        Path beside = AtomicFile.part(file);
        try {
            AtomicFile.Content bytes = out -> write(content, sealing, out);
            if (own) {
                AtomicFile.writeOwnNew(beside, bytes);
            } else {
                AtomicFile.writeNew(beside, bytes);
            }
            Disk.REAL.force(beside);
            T found = looked.apply(beside);
            AtomicFile.moveNew(beside, file);
            return found;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void write(Content content, Sealing sealing, OutputStream out) throws IOException {
        ZipOutputStream zip = SealedZip.on(out, sealing);
        content.write(zip);
        zip.finish();
    }

    /** Opens one to be read. */
    static ZipFile open(Path file) throws IOException {
        return new ZipFile(file.toFile());
    }
}
