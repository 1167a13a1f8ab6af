package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import domicile.residency.Capture;
import domicile.vault.QuickKeys;
import domicile.vault.RecoveryKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is encrypted says what it said before, to who has its passphrase, and nothing to others. */
class EncryptionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final char[] PASSPHRASE = "five words are a passphrase".toCharArray();
    private static final char[] ANOTHER = "and here are five others".toCharArray();
    private static final UUID WAITING = UUID.randomUUID();

    /** What only this run knows: names, notes, a quote, a page and a document. */
    private static final List<String> SECRETS = List.of(
            "Zwiebelfisch Underwriting",
            "Note: Quarkstrudel agreed",
            "Erika Musterfrau-Holm",
            "quotation of Hasenpfeffer AG",
            "hasenpfeffer-order-form.txt",
            "The page says Blaubeerkuchen");

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void prepare() throws IOException {
        home = folder.resolve("home");
        Path document = Files.writeString(folder.resolve(SECRETS.get(4)), SECRETS.get(3));
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            store.assessments().save(UUID.randomUUID(), SECRETS.get(0), "{\"note\":\"" + SECRETS.get(1) + "\"}");
            store.evidence().add(document, "groq", "", SECRETS.get(2));
            take(store, SECRETS.get(5));
            store.backup(folder.resolve("plain.zip"));
        }
        // one that a restore keeps
        RegisterStore.restore(folder.resolve("plain.zip"), home.toString(), CLOCK);
        fill();
    }

    private void fill() {
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            store.takeSnapshot(DAY);
            store.assessments().save(WAITING, SECRETS.get(0) + " 2", "{\"note\":\"" + SECRETS.get(1) + "\"}");
        }
    }

    private static void take(RegisterStore store, String text) {
        store.captures()
                .take(
                        1,
                        new Captures.Page(
                                text.getBytes(StandardCharsets.UTF_8),
                                "text/plain; charset=utf-8",
                                "page.txt",
                                "",
                                Capture.How.FILE),
                        SECRETS.get(2));
    }

    /** Everything that a register says. */
    private record Said(
            String hash, String head, List<String> assessments, Map<String, String> documents, List<String> pages) {}

    private static Said said(Path home) throws IOException {
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            assertThat(store.check()).isEmpty();
            Map<String, String> documents = new TreeMap<>();
            for (EvidenceLocker.Kept kept : store.evidence().all()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                store.evidence().copy(kept, out);
                documents.put(kept.name(), out.toString(StandardCharsets.UTF_8));
            }
            return new Said(
                    store.asOf(DAY).hash(),
                    store.lastChange().hash(),
                    store.assessments().all().stream()
                            .map(s -> s.name() + s.answers())
                            .sorted()
                            .toList(),
                    documents,
                    store.asOf(LocalDate.of(9999, 1, 1)).captures().stream()
                            .map(c -> new String(store.captures().bytes(c), StandardCharsets.UTF_8))
                            .toList());
        }
    }

    /** Where in a folder something stands in the clear, in UTF-8 or UTF-16. */
    private static List<String> inTheClear(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = file.getFileName() + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                String utf16 = bytes.replace("\0", "");
                SECRETS.stream()
                        .filter(secret -> bytes.contains(secret) || utf16.contains(secret))
                        .forEach(secret -> found.add(file.getFileName() + ": " + secret));
            }
        }
        return found;
    }

    @Test
    void itSaysWhatItSaidAndNothingInTheClear() throws IOException {
        Said before = said(home);
        assertThat(inTheClear(home)).hasSizeGreaterThan(5);
        assertThat(before.documents()).containsValue(SECRETS.get(3));
        assertThat(before.pages()).containsExactly(SECRETS.get(5));

        RecoveryKey recovery = quickly();
        assertThat(inTheClear(home)).isEmpty();
        assertThat(said(home)).isEqualTo(before);
        // what is written from now on
        fill();
        assertThat(home.resolve("snapshot.tsv")).exists();
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            take(store, SECRETS.get(5) + " and more");
        }
        assertThat(RegisterStore.snapshot(home.toString(), DAY)).isEmpty(); // taken away by the change
        fill();
        assertThat(RegisterStore.snapshot(home.toString(), DAY)).isPresent();
        assertThat(inTheClear(home)).isEmpty();
        Said now = said(home);

        // the older register that a restore kept
        Path kept = kept();
        assertThat(assessments(kept)).isOne();

        Encryption.lock(home.toString());
        assertThat(Encryption.state(home.toString())).isEqualTo(Encryption.State.LOCKED);
        assertThat(RegisterStore.snapshot(home.toString(), DAY)).isEmpty();
        refused(RegisterProblem.REGISTER_LOCKED, () -> RegisterStore.open(home.toString(), CLOCK));
        refused(RegisterProblem.REGISTER_LOCKED, () -> RegisterStore.open(kept.toString(), CLOCK));
        refused(RegisterProblem.WRONG_PASSPHRASE, () -> Encryption.unlock(home.toString(), ANOTHER));
        Encryption.unlock(home.toString(), recovery.shown().toCharArray());
        assertThat(said(home)).isEqualTo(now);

        RecoveryKey second = Encryption.rekey(home.toString(), ANOTHER, CLOCK);
        Encryption.lock(home.toString());
        for (char[] old : List.of(PASSPHRASE, recovery.shown().toCharArray())) {
            refused(RegisterProblem.WRONG_PASSPHRASE, () -> Encryption.unlock(home.toString(), old));
            refused(RegisterProblem.WRONG_PASSPHRASE, () -> Encryption.unlock(kept.toString(), old));
        }
        Encryption.unlock(kept.toString(), second.shown().toCharArray());
        Encryption.lock(home.toString());
        Encryption.unlock(home.toString(), ANOTHER);
        refused(RegisterProblem.ENCRYPTED_ALREADY, () -> Encryption.encrypt(home.toString(), PASSPHRASE, CLOCK));

        Encryption.decrypt(home.toString(), CLOCK);
        Encryption.lock(home.toString());
        assertThat(Encryption.state(home.toString())).isEqualTo(Encryption.State.PLAIN);
        assertThat(said(home)).isEqualTo(now);
        assertThat(assessments(kept)).isOne();
        assertThat(home.resolve("encryption.key")).doesNotExist();
        refused(RegisterProblem.REGISTER_NOT_ENCRYPTED, () -> Encryption.decrypt(home.toString(), CLOCK));
    }

    /** Its documents are those of the register that took its place, and lie beside that. */
    private static int assessments(Path register) {
        try (RegisterStore store = RegisterStore.open(register.toString(), CLOCK)) {
            return store.assessments().all().size();
        }
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(f -> f.getFileName().toString().matches("before-restore-.*\\.mv\\.db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void refused(RegisterProblem why, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why.at("").what().replaceAll("\\{.*", ""));
    }

    @Test
    void aBackupOfItIsEncryptedAndSoIsWhatIsRestored() throws IOException {
        Said before = said(home);
        quickly();
        Path backups = Files.createDirectory(folder.resolve("backups"));
        Path backup = backups.resolve("b.zip");
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            store.backup(backup);
        }
        assertThat(inTheClear(backups)).isEmpty();
        Encryption.lock(home.toString());
        Path empty = folder.resolve("empty");
        assertThat(Encryption.isLockedBackup(backup)).isTrue();
        refused(RegisterProblem.BACKUP_LOCKED, () -> RegisterStore.restore(backup, empty.toString(), CLOCK));
        refused(RegisterProblem.WRONG_PASSPHRASE, () -> Encryption.unlockBackup(backup, ANOTHER));
        assertThat(empty).doesNotExist();

        Encryption.unlockBackup(backup, PASSPHRASE);
        RegisterStore.restore(backup, empty.toString(), CLOCK);
        assertThat(inTheClear(empty)).isEmpty();
        assertThat(said(empty)).isEqualTo(before);

        // in the place of a plain one
        Path plain = folder.resolve("plain");
        RegisterStore.restore(folder.resolve("plain.zip"), plain.toString(), CLOCK);
        RegisterStore.restore(backup, plain.toString(), CLOCK);
        assertThat(inTheClear(plain)).isEmpty();
        assertThat(said(plain)).isEqualTo(before);
    }

    @Test
    void aPlainCopyThatIsPutInItsPlaceIsEncryptedWhenItIsOpened() throws IOException {
        Path copy = Files.copy(home.resolve("register.mv.db"), folder.resolve("copy"));
        quickly();
        IdleConnection.of(H2File.at(home.resolve("register.mv.db"))).close();
        Files.copy(copy, home.resolve("register.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            assertThat(store.opening()).isPresent();
        }
        assertThat(inTheClear(home)).isEmpty();
    }

    @Test
    void whatIsMissingOrBrokenIsSaid() throws IOException {
        refused(
                RegisterProblem.PASSPHRASE_SHORT,
                () -> Encryption.encrypt(home.toString(), "short".toCharArray(), CLOCK));
        refused(
                RegisterProblem.POSTGRES_NOT_ENCRYPTED,
                () -> Encryption.encrypt("jdbc:postgresql://db/x", PASSPHRASE, CLOCK));
        Encryption.encrypt(home.toString(), PASSPHRASE, CLOCK);
        Path key = home.resolve("encryption.key");
        byte[] bytes = Files.readAllBytes(key);
        Files.writeString(key, "nonsense");
        refused(RegisterProblem.KEY_UNREADABLE, () -> RegisterStore.open(home.toString(), CLOCK));
        Files.delete(key);
        IdleConnection.of(H2File.at(home.resolve("register.mv.db"))).close();
        refused(RegisterProblem.KEY_MISSING, () -> RegisterStore.open(home.toString(), CLOCK));
        Files.write(key, bytes);
        assertThat(said(home).assessments()).hasSize(2);
    }

    /** Every so many steps are tried; 1 for all. */
    private static final int EVERY = Integer.getInteger("domicile.kill.every", 9);

    private interface Change {
        void run(H2File file);
    }

    private int kills(String name, Path from, Change change, Said said, boolean encrypted) throws IOException {
        int kills = 0;
        for (long step = 1; ; step += EVERY) {
            Path copy = folder.resolve(name + step);
            copy(from, copy);
            H2File file = H2File.at(copy.resolve("register.mv.db"), new KillingDisk());
            KillingDisk.Run run = KillingDisk.killed(step, file, () -> change.run(file));
            boolean has = Files.exists(copy.resolve("encryption.key"));
            if (has) {
                // a new start knows no key
                Encryption.lock(copy.toString());
                Encryption.unlock(copy.toString(), PASSPHRASE);
            }
            assertThat(said(copy)).as("%s, killed before step %d", name, step).isEqualTo(said);
            boolean now = Encryption.state(copy.toString()) == Encryption.State.OPEN;
            if (now) {
                assertThat(inTheClear(copy))
                        .as("%s, killed before step %d", name, step)
                        .isEmpty();
            } else {
                assertThat(copy.resolve("encryption.key")).doesNotExist();
            }
            try (Stream<Path> files = Files.walk(copy)) {
                assertThat(files.map(p -> p.getFileName().toString()))
                        .as("%s, killed before step %d", name, step)
                        .noneMatch(n -> n.endsWith(".part") || n.startsWith("making-"));
            }
            if (!run.killed()) {
                assertThat(now).isEqualTo(encrypted);
                System.getLogger("domicile.kill")
                        .log(System.Logger.Level.INFO, "{0}: {1} kills in {2} steps", name, kills, run.steps());
                return kills;
            }
            kills++;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private RecoveryKey quickly() {
        return Encryption.encrypt(H2File.at(home.resolve("register.mv.db")), QuickKeys.make(PASSPHRASE), CLOCK);
    }

    @Test
    void killedAtAnyStepNothingIsLostAndTheRestIsDoneNextTime() throws IOException {
        Said said = said(home);
        assertThat(kills(
                        "encrypt-",
                        home,
                        file -> Encryption.encrypt(file, QuickKeys.make(PASSPHRASE), CLOCK),
                        said,
                        true))
                .isPositive();
        quickly();
        assertThat(kills("decrypt-", home, file -> Encryption.decrypt(file, CLOCK), said, false))
                .isPositive();
    }
}
