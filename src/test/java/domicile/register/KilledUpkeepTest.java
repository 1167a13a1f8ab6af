package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Making, migrating and restoring a register, stopped before every write, sync, rename, link and deletion: what is
 * found afterwards is the register as it was or as it was to be, and nothing half-made stays.
 */
class KilledUpkeepTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final int OLD_SCHEMA = 4;
    /** Every so many steps are tried; 1 for all. */
    private static final int EVERY = Integer.getInteger("domicile.kill.every", 5);

    @TempDir
    private Path folder;

    private Path backup;
    private Path document;
    private byte[] oldSchema;
    private byte[] other;

    @BeforeEach
    void prepare() throws IOException {
        Path home = folder.resolve("home");
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            store.assessments().save(UUID.randomUUID(), "In the backup", "{}");
            document = Files.writeString(folder.resolve("order-form.txt"), "An order form.\n");
            store.evidence().add(document, "groq", "", "me");
            backup = folder.resolve("backup.zip");
            store.backup(backup);
            store.assessments().save(UUID.randomUUID(), "After the backup", "{}");
            store.assessments().settle();
        }
        other = Files.readAllBytes(home.resolve("register.mv.db"));
        Path old = folder.resolve("old");
        EarlierSchemas.unpack(OLD_SCHEMA, old);
        oldSchema = Files.readAllBytes(old.resolve("register.mv.db"));
    }

    private interface Step {
        void run(H2File file);
    }

    /** What is found in a register: which assessments, and how many changes; and which other files lie beside it. */
    private record Found(List<String> names, int changes, Set<String> files) {}

    private static Found found(Path home) throws IOException {
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            assertThat(store.check()).isEmpty();
            assertThat(store.asOf(DAY).hash()).isIn(Pack.shipped().register(DAY).hash(), EarlierSchemas.HASH);
            List<String> names = store.assessments().all().stream()
                    .map(s -> s.name())
                    .sorted()
                    .toList();
            return new Found(names, store.changes().size(), files(home));
        }
    }

    private static Set<String> files(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(p -> home.relativize(p).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * @param every how many steps there are from one kill to the next
     * @param start the register's file before; empty for none
     * @return how many kills there were
     */
    private int kills(
            String name, int every, Optional<byte[]> start, Step work, List<String> before, List<String> after)
            throws IOException {
        int kills = 0;
        for (long step = 1; ; step += every) {
            Path home = Files.createDirectories(folder.resolve(name + step));
            if (start.isPresent()) {
                Files.write(home.resolve("register.mv.db"), start.get());
                Files.copy(
                        document,
                        Files.createDirectories(home.resolve("evidence")).resolve(EvidenceLocker.hash(document)));
            }
            H2File register = H2File.at(home.resolve("register.mv.db"), new KillingDisk());
            boolean killed =
                    KillingDisk.killed(step, register, () -> work.run(register)).killed();
            Found found = found(home);
            assertThat(found.names())
                    .as("%s, killed before step %d", name, step)
                    .isIn(before, after);
            if (!killed) {
                assertThat(found.names()).isEqualTo(after);
            }
            assertThat(found.files())
                    .as("%s, killed before step %d", name, step)
                    .allSatisfy(
                            file -> assertThat(file)
                                    .matches(
                                            "register\\.mv\\.db|\\.domicile\\.lock|before-restore-[0-9-]+\\.mv\\.db|evidence/[0-9a-f]{64}"));
            if (!killed) {
                System.getLogger("domicile.kill")
                        .log(System.Logger.Level.INFO, "{0}: {1} kills in {2} steps", name, kills, step);
                return kills;
            }
            kills++;
        }
    }

    @Test
    void aFirstRegister() throws IOException {
        assertThat(kills(
                        "make-",
                        EVERY,
                        Optional.empty(),
                        file -> RegisterStore.file(file, Clock.systemUTC()).close(),
                        List.of(),
                        List.of()))
                .isPositive();
    }

    @Test
    void aMigration() throws IOException {
        assertThat(kills(
                        "migrate-",
                        1,
                        Optional.of(oldSchema),
                        file -> RegisterStore.file(file, Clock.systemUTC()).close(),
                        List.of("Claims triage", "Put away"),
                        List.of("Claims triage", "Put away")))
                .isPositive();
    }

    @Test
    void aRestore() throws IOException {
        assertThat(kills(
                        "restore-",
                        EVERY,
                        Optional.of(other),
                        file -> RegisterStore.restore(backup, file, Clock.systemUTC()),
                        List.of("After the backup", "In the backup"),
                        List.of("In the backup")))
                .isPositive();
    }
}
