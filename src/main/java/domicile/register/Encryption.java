package domicile.register;

import domicile.problem.Message;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.vault.DataKey;
import domicile.vault.KeyFile;
import domicile.vault.OpenKeys;
import domicile.vault.RecoveryKey;
import domicile.vault.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.store.fs.encrypt.FileEncrypt;

/**
 * Encrypts a register and all that lies beside it, and takes that back: the database's file, documents, pages, answers
 * that wait, and older registers that a restore has kept.
 *
 * <p>Each file is written anew beside the old one, read back, compared, and then moved over it. The file with the key
 * comes first when files are encrypted and goes last when they are not any more; it says which of the two is under way.
 * So a program that is killed leaves a register that the passphrase opens, and whoever opens it next does the rest.
 */
public final class Encryption {
    /** The fewest characters that are taken for a passphrase. */
    public static final int SHORTEST = 8;

    private static final int BUFFER = 64 * 1024;

    private Encryption() {}

    /** Whether a register is encrypted, and whether its key is open. */
    public enum State {
        PLAIN,
        LOCKED,
        OPEN
    }

    /** How a register stands; one on a server is none of ours to encrypt. */
    public static State state(String location) {
        return PostgresAddress.isUrl(location)
                ? State.PLAIN
                : sealing(location)
                        .keys()
                        .map(file -> OpenKeys.find(file.id()).isPresent() ? State.OPEN : State.LOCKED)
                        .orElse(State.PLAIN);
    }

    /** Which key a register has, as others may know it: what a keyring calls it. */
    public static Optional<String> keyId(String location) {
        return PostgresAddress.isUrl(location)
                ? Optional.empty()
                : sealing(location).keys().map(KeyFile::id);
    }

    private static Sealing sealing(String location) {
        return file(location).sealing();
    }

    private static H2File file(String location) {
        if (PostgresAddress.isUrl(location)) {
            throw RegisterProblem.POSTGRES_NOT_ENCRYPTED.at(
                    PostgresAddress.parse(location).shown());
        }
        return H2File.at(H2File.path(location));
    }

    /**
     * Opens the key of a register, for this program.
     *
     * @param typed the passphrase or the recovery key
     */
    public static void unlock(String location, char[] typed) {
        sealing(location).keys().ifPresent(file -> unlock(file, typed, location));
    }

    /** As {@link #unlock} with what a keyring kept: whether it opens the register still. */
    public static boolean tryUnlock(String location, char[] kept) {
        Optional<DataKey> key = sealing(location).keys().flatMap(file -> file.open(kept));
        key.ifPresent(OpenKeys::add);
        return key.isPresent();
    }

    private static void unlock(KeyFile file, char[] typed, String where) {
        OpenKeys.add(file.open(typed).orElseThrow(() -> RegisterProblem.WRONG_PASSPHRASE.at(where)));
    }

    /** As {@link #unlock} for a backup, whose passphrase is the one that its register had. */
    public static void unlockBackup(Path backup, char[] typed) {
        SealedZip.keys(backup).ifPresent(file -> unlock(file, typed, backup.toString()));
    }

    /** Whether a backup is encrypted with a key that is not open. */
    public static boolean isLockedBackup(Path backup) {
        return SealedZip.keys(backup)
                .filter(file -> OpenKeys.find(file.id()).isEmpty())
                .isPresent();
    }

    /** Locks the key of a register away; whoever opens it next has to unlock it. */
    public static void lock(String location) {
        keyId(location).ifPresent(OpenKeys::remove);
    }

    /**
     * Encrypts a register.
     *
     * @return what opens it when the passphrase is forgotten; it is told here and nowhere else
     */
    public static RecoveryKey encrypt(String location, char[] passphrase, Clock clock) {
        H2File file = file(location);
        longEnough(passphrase, file.named().toString());
        return encrypt(file, KeyFile.make(passphrase), clock);
    }

    static RecoveryKey encrypt(H2File file, KeyFile.Made made, Clock clock) {
        if (file.sealing().keys().isPresent()) {
            throw already(file.named().toString());
        }
        opened(file, clock);
        OpenKeys.add(made.key());
        encrypting(file, made.file(), made.key());
        return made.recovery();
    }

    static void longEnough(char[] passphrase, String where) {
        if (passphrase.length < SHORTEST) {
            throw RegisterProblem.PASSPHRASE_SHORT.at(where, SHORTEST);
        }
    }

    /** Whether a register lies in a file, which can be encrypted here. */
    public static boolean possible(String location) {
        return !PostgresAddress.isUrl(location);
    }

    /** Refuses a register on a server, which encrypts by itself or not. */
    public static void refuseServer(String location) {
        var _ = file(location);
    }

    /** Refuses a register that is not encrypted. */
    public static void refusePlain(String location) {
        var _ = keys(file(location));
    }

    /** That a register is encrypted already. */
    public static ProblemException already(String location) {
        return RegisterProblem.ENCRYPTED_ALREADY.at(file(location).named().toString());
    }

    /** Opened once, so that it is of the newest schema, nothing is half-done, and what waits beside it is in it. */
    private static void opened(H2File file, Clock clock) {
        if (!file.exists()) {
            throw RegisterProblem.REGISTER_GONE.at(file.named().toString());
        }
        try (RegisterStore store = RegisterStore.file(file, clock)) {
            store.assessments().settle();
        }
    }

    /** Writes a register as it was before it was encrypted. */
    public static void decrypt(String location, Clock clock) {
        decrypt(file(location), clock);
    }

    static void decrypt(H2File file, Clock clock) {
        opened(file, clock);
        KeyFile keys = keys(file);
        decrypting(file, keys, file.sealing().opened(keys.id()));
    }

    private static KeyFile keys(H2File file) {
        return file.sealing()
                .keys()
                .orElseThrow(() ->
                        RegisterProblem.REGISTER_NOT_ENCRYPTED.at(file.named().toString()));
    }

    /**
     * Gives an encrypted register another passphrase and another recovery key. The old ones open it no more; the files
     * stay as they are, since they are encrypted with a random key that the passphrase only opens.
     */
    public static RecoveryKey rekey(String location, char[] passphrase, Clock clock) {
        return rekey(file(location), passphrase, clock);
    }

    static RecoveryKey rekey(H2File file, char[] passphrase, Clock clock) {
        longEnough(passphrase, file.named().toString());
        opened(file, clock);
        KeyFile keys = keys(file);
        DataKey key = file.sealing().opened(keys.id());
        KeyFile.Made made = keys.rekey(key, passphrase);
        alone(file, () -> {
            // the register's own first: killed then, what is kept beside it still opens with the old passphrase
            write(file, Sealing.file(file.named()), made.file());
            for (Path kept : Upkeep.kept(file)) {
                if (of(kept).keys().filter(k -> k.id().equals(keys.id())).isPresent()) {
                    write(file, Sealing.file(kept), made.file());
                }
            }
        });
        return made.recovery();
    }

    /**
     * Does the rest of what a killed program had begun; asks for the key first.
     *
     * @return what was done
     */
    static Optional<Message> settle(H2File file) {
        Optional<KeyFile> keys = file.sealing().keys();
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        DataKey key = file.sealing().opened(keys.get().id());
        return switch (keys.get().state()) {
            case DECRYPTING -> {
                decrypting(file, keys.get(), key);
                yield Optional.of(Message.of("opening.decrypted", file.named().toString()));
            }
            case ENCRYPTING -> {
                encrypting(file, keys.get(), key);
                yield Optional.of(Message.of("opening.encrypted", file.named().toString()));
            }
            case ENCRYPTED -> {
                if (!isPlain(file)) {
                    yield Optional.empty();
                }
                // somebody has put a copy in its place that is not encrypted
                encrypting(file, keys.get(), key);
                yield Optional.of(Message.of("opening.encrypted", file.named().toString()));
            }
        };
    }

    private static boolean isPlain(H2File file) {
        try {
            return IdleConnection.of(file)
                    .alone(
                            file,
                            () -> Files.exists(file.real())
                                    && Files.size(file.real()) > 0
                                    && !Sealing.isEncrypted(file.real()));
        } catch (IOException | SQLException e) {
            throw StorageErrors.unreadable(file.named().toString(), e);
        }
    }

    /** What a restored backup needs: its register is encrypted as the backup is. */
    static void encryptAs(H2File file, KeyFile keys) {
        encrypting(file, keys, file.sealing().opened(keys.id()));
    }

    /** Writes the file with a backup's key where no register is yet, so that what is written is encrypted. */
    static void begin(H2File file, KeyFile keys) throws IOException {
        OwnFiles.folder(Upkeep.folder(file));
        write(file, Sealing.file(file.named()), keys.in(KeyFile.State.ENCRYPTED));
    }

    private static void encrypting(H2File file, KeyFile keys, DataKey key) {
        alone(file, () -> {
            Path keyFile = Sealing.file(file.named());
            database(file, true, key, () -> write(file, keyFile, keys.in(KeyFile.State.ENCRYPTING)));
            for (Path beside : beside(file)) {
                rewritten(file.disk(), beside, true, key);
            }
            for (Path kept : Upkeep.kept(file)) {
                // also with the passphrase of its own, by which it is opened when someone names it
                database(
                        kept(file, kept),
                        true,
                        key,
                        () -> write(file, Sealing.file(kept), keys.in(KeyFile.State.ENCRYPTED)));
            }
            write(file, keyFile, keys.in(KeyFile.State.ENCRYPTED));
        });
    }

    private static void decrypting(H2File file, KeyFile keys, DataKey key) {
        alone(file, () -> {
            Path keyFile = Sealing.file(file.named());
            database(file, false, key, () -> write(file, keyFile, keys.in(KeyFile.State.DECRYPTING)));
            for (Path beside : beside(file)) {
                rewritten(file.disk(), beside, false, key);
            }
            for (Path kept : Upkeep.kept(file)) {
                Optional<KeyFile> its = of(kept).keys();
                if (its.filter(k -> k.id().equals(keys.id())).isPresent()) {
                    database(kept(file, kept), false, key, () -> {});
                    file.disk().delete(Sealing.file(kept));
                }
            }
            file.disk().delete(keyFile);
            file.disk().forceNames(Upkeep.folder(file));
        });
    }

    private static Sealing of(Path database) {
        return new Sealing(database);
    }

    private static H2File kept(H2File file, Path kept) {
        return file.sibling(kept.getFileName().toString()).called(kept);
    }

    private interface Step {
        void run() throws IOException, SQLException;
    }

    /**
     * Does something to the files of a folder while no other program does, and takes away what says what is in them.
     */
    private static void alone(H2File file, Step step) {
        try {
            Upkeep.alone(Upkeep.folder(file), () -> {
                Snapshot.drop(file.named());
                step.run();
                return file;
            });
        } catch (IOException | SQLException e) {
            throw StorageErrors.unwritten(file.named().toString(), e);
        }
    }

    private static void write(H2File file, Path to, KeyFile keys) throws IOException {
        byte[] bytes = keys.bytes();
        Path part = AtomicFile.part(to);
        try {
            file.disk().write(part, to, out -> out.write(bytes));
            KeyFile.read(Files.readAllBytes(part));
            file.disk().replace(part, to);
        } finally {
            Files.deleteIfExists(part);
        }
        file.disk().forceNames(Upkeep.folder(file));
    }

    /** The documents, pages and answers beside a register. */
    private static List<Path> beside(H2File file) throws IOException {
        Path register = file.named();
        return Stream.of(
                        Stream.of(RegisterCopy.file(register)).filter(Files::exists),
                        Upkeep.names(EvidenceLocker.folder(register)),
                        Upkeep.names(Captures.folder(register)),
                        Upkeep.names(Drafts.folder(register)))
                .flatMap(paths -> paths)
                .filter(path -> !path.toString().endsWith(".part") && Files.isRegularFile(path))
                .sorted()
                .toList();
    }

    private static void rewritten(Disk disk, Path file, boolean sealing, DataKey key) throws IOException {
        if (Sealing.isSealed(file) == sealing) {
            return; // before the program was killed
        }
        Path part = AtomicFile.part(file);
        try {
            AtomicFile.Content content = out -> {
                try (InputStream in = Files.newInputStream(file)) {
                    (sealing ? in : Sealed.from(in, id -> key)).transferTo(out);
                }
            };
            disk.write(part, file, sealing ? Sealing.sealed(content, key) : content);
            if (!digest(sealing ? part : file, key).equals(EvidenceLocker.hash(sealing ? file : part))) {
                throw new IOException("what was written is not what was read: " + file.getFileName());
            }
            disk.replace(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String digest(Path sealed, DataKey key) throws IOException {
        try (InputStream in = Sealed.from(Files.newInputStream(sealed), id -> key)) {
            return Sha256.hex(in);
        }
    }

    /**
     * Puts an encrypted file in the place of a plain one, or the other way round; nothing when it is so already.
     *
     * @param before done when the new file is whole and before it is in place
     */
    private static void database(H2File file, boolean encrypted, DataKey key, Step before)
            throws IOException, SQLException {
        Path whole = file.real().resolveSibling(Upkeep.making());
        try {
            Upkeep.held(file, old -> {
                boolean done = Sealing.isEncrypted(old.channel()) == encrypted;
                if (!done) {
                    try (FileChannel raw = file.disk().create(whole, file.real())) {
                        copy(encrypted ? old.channel() : plain(old.channel(), key), encrypted ? plain(raw, key) : raw);
                        raw.force(true);
                        same(old.channel(), raw, encrypted, key);
                    }
                }
                step(before);
                if (!done) {
                    old.replacedBy(whole);
                }
            });
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void step(Step step) throws IOException {
        try {
            step.run();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void same(FileChannel old, FileChannel whole, boolean encrypted, DataKey key) throws IOException {
        String before = digest(encrypted ? old : plain(old, key));
        if (!before.equals(digest(encrypted ? plain(whole, key) : whole))) {
            throw new IOException("what was written is not what was read");
        }
    }

    /** What H2 reads and writes in an encrypted file. */
    static FileChannel plain(FileChannel raw, DataKey key) throws IOException {
        return new FileEncrypt("register", Sealing.letters(key), raw);
    }

    private static void copy(FileChannel from, FileChannel to) throws IOException {
        long size = from.size();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; at < size; at += buffer.limit()) {
            fill(buffer, from, at, size);
            for (long written = at; buffer.hasRemaining(); ) {
                written += to.write(buffer, written);
            }
        }
    }

    private static String digest(FileChannel channel) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = channel.size();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; at < size; at += buffer.limit()) {
            fill(buffer, channel, at, size);
            digest.update(buffer.duplicate());
        }
        return Sha256.hex(digest);
    }

    private static void fill(ByteBuffer buffer, FileChannel from, long at, long size) throws IOException {
        // no larger than what there is: H2 fills all of it
        buffer.clear().limit((int) Math.min(BUFFER, size - at));
        while (buffer.hasRemaining()) {
            if (from.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        buffer.flip();
    }
}
