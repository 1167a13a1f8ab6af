package domicile.register;

import domicile.vault.DataKey;
import domicile.vault.KeyFile;
import domicile.vault.OpenKeys;
import domicile.vault.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The archive of an encrypted register's backup: its first entry is the file with the key, and what the others hold is
 * packed and sealed. So it is read entry by entry as a plain one is, and the passphrase of its day opens it anywhere.
 * Names of entries stay to be read: texts of one kind, and the SHA-256 of documents.
 */
final class SealedZip extends ZipOutputStream {
    private static final String KEY = "encryption.key";
    /** By so much what is sealed may be longer than what is not. */
    static final long LONGER = 1024 * 1024;

    private static final int MOST_BYTES = 16 * 1024;

    private final DataKey key;
    private Optional<OutputStream> entry = Optional.empty();

    private SealedZip(OutputStream out, DataKey key) {
        super(out);
        this.key = key;
    }

    /** The archive for a backup: a plain one where the register is plain. */
    static ZipOutputStream on(OutputStream out, Sealing sealing) throws IOException {
        Optional<KeyFile> keys = sealing.keys();
        Optional<DataKey> key = sealing.key();
        if (keys.isEmpty() || key.isEmpty()) {
            return new ZipOutputStream(out);
        }
        SealedZip zip = new SealedZip(out, key.get());
        zip.about(keys.get().in(KeyFile.State.ENCRYPTED));
        return zip;
    }

    private void about(KeyFile keys) throws IOException {
        super.putNextEntry(new ZipEntry(KEY));
        super.write(keys.bytes(), 0, keys.bytes().length);
        super.closeEntry();
    }

    @Override
    public void putNextEntry(ZipEntry next) throws IOException {
        super.putNextEntry(next);
        entry = Optional.of(new DeflaterOutputStream(Sealed.to(new Inside(), key)));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        entry.orElseThrow(() -> new IOException("no entry")).write(bytes, from, length);
    }

    @Override
    public void closeEntry() throws IOException {
        if (entry.isPresent()) {
            entry.get().close();
            entry = Optional.empty();
        }
        super.closeEntry();
    }

    private void sealed(byte[] bytes, int from, int length) throws IOException {
        super.write(bytes, from, length);
    }

    /** The entry below the seal. */
    private final class Inside extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            sealed(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            sealed(bytes, from, length);
        }
    }

    /** The file with the key of an encrypted backup; empty for a plain one, and for what is no backup. */
    static Optional<KeyFile> keys(Path backup) {
        if (!Files.isRegularFile(backup)) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            return keys(zip, backup);
        } catch (IOException e) {
            return Optional.empty(); // whoever reads it says what it is
        }
    }

    private static Optional<KeyFile> keys(ZipFile zip, Path backup) throws IOException {
        ZipEntry entry = zip.getEntry(KEY);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(KeyFile.read(in.readNBytes(MOST_BYTES)));
        } catch (IllegalArgumentException e) {
            throw RegisterProblem.BACKUP_DAMAGED.because(e, backup.toString(), KEY);
        }
    }

    /** What an entry holds, which is sealed when the backup is encrypted. */
    static InputStream opened(ZipFile zip, Path backup, InputStream entry) throws IOException {
        Optional<KeyFile> keys = keys(zip, backup);
        if (keys.isEmpty()) {
            return entry;
        }
        DataKey key =
                OpenKeys.find(keys.get().id()).orElseThrow(() -> RegisterProblem.BACKUP_LOCKED.at(backup.toString()));
        return new InflaterInputStream(Sealed.from(entry, id -> key));
    }
}
