package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.FactKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people do with a register, stopped before its n-th write, sync, rename, link or deletion: the register is as it
 * was or as it was to be, and what was told to be saved is there. {@code -Ddomicile.kill.every=1} stops before every
 * one; a line for each operation says what was found.
 */
class KilledWritingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);
    private static final Clock CLOCK = StoreContract.CLOCK;
    private static final int EVERY = Integer.getInteger("domicile.kill.every", 13);

    /** How many edits, imports and the like are done one after the other. */
    private static final int WORKS = Integer.getInteger("domicile.kill.works", 5);

    @TempDir
    private Path folder;

    private byte[] start;
    private Path kept;
    private Pack pack;

    @BeforeEach
    void prepare() throws IOException {
        Path home = folder.resolve("home");
        kept = Files.writeString(folder.resolve("kept.txt"), "An order form.");
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            store.evidence().add(kept, "groq", "", "me");
            store.assessments().save(UUID.randomUUID(), "Settled", "{}");
            store.assessments().settle();
            pack = store.export(DAY);
        }
        start = Files.readAllBytes(home.resolve("register.mv.db"));
    }

    /** The same register, with the pages of one fact read a day later. */
    private static Pack reread(Pack pack, RegisterKey fact) {
        List<RegisterRecord> entries = RegisterRecord.of(pack).stream()
                .map(e -> e.part().equals(fact) ? e.with(e.payload().replace("2026-06-01", "2026-06-02")) : e)
                .toList();
        return RegisterRecord.pack(entries, "again", "Read again", DAY, FactKinds.SHIPPED);
    }

    private interface Work {
        void run(RegisterStore store);
    }

    /** A register under a program that is killed, or not. */
    private Path home(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.write(home.resolve("register.mv.db"), start);
        Files.copy(kept, Files.createDirectories(home.resolve("evidence")).resolve(EvidenceLocker.hash(kept)));
        return home;
    }

    /** All that a person would see, once it holds together. */
    private static String state(Path home) {
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            assertThat(store.check()).isEmpty();
            return store.asOf(DAY).hash() + " "
                    + store.assessments().all().stream()
                            .map(s -> s.name() + s.answers())
                            .sorted()
                            .toList()
                    + store.evidence().all().stream()
                            .map(EvidenceLocker.Kept::name)
                            .toList();
        }
    }

    /** @param works one after the other; killed in one of them, those before it have to be there */
    private void kills(String name, List<Work> works) throws IOException {
        Path whole = home(name + "-whole");
        List<String> states = new ArrayList<>(List.of(state(whole)));
        for (Work work : works) {
            try (RegisterStore store = RegisterStore.open(whole.toString(), CLOCK)) {
                work.run(store);
            }
            states.add(state(whole));
        }
        int kills = 0;
        int old = 0;
        for (long step = 1; ; step += EVERY) {
            Path home = home(name + "-" + step);
            H2File file = H2File.at(home.resolve("register.mv.db"), new KillingDisk());
            AtomicInteger done = new AtomicInteger();
            boolean killed = KillingDisk.killed(step, file, () -> {
                        try (RegisterStore store = RegisterStore.file(file, CLOCK)) {
                            for (Work work : works) {
                                work.run(store);
                                done.incrementAndGet();
                            }
                        }
                    })
                    .killed();
            String found = state(home);
            assertThat(found)
                    .as("%s, killed before step %d, when %s were done", name, step, done)
                    .isIn(states.get(done.get()), states.get(Math.min(works.size(), done.get() + 1)));
            try (Stream<Path> files = Files.walk(home)) {
                assertThat(files.map(f -> f.getFileName().toString()))
                        .as("%s, killed before step %d", name, step)
                        .noneMatch(f -> f.endsWith(".part") || f.startsWith("making-"));
            }
            if (!killed) {
                assertThat(done.get()).isEqualTo(works.size());
                System.getLogger("domicile.kill")
                        .log(
                                System.Logger.Level.INFO,
                                "{0}: {1} kills, {2} found it as it was, {3} as it was to be, 0 lost, 0 third states",
                                name,
                                kills,
                                old,
                                kills - old);
                assertThat(kills).isPositive();
                return;
            }
            kills++;
            old += found.equals(states.get(done.get())) ? 1 : 0;
        }
    }

    private static List<Work> each(IntFunction<Work> works) {
        return IntStream.range(0, WORKS).mapToObj(works).toList();
    }

    /** Those that were read on the first of June, as many as there are works. */
    private List<RegisterKey> facts() {
        List<RegisterKey> facts = RegisterRecord.of(pack).stream()
                .filter(e -> e.kind() == RegisterKey.Kind.FACT && e.payload().contains("2026-06-01"))
                .map(RegisterRecord::part)
                .limit(WORKS)
                .toList();
        assertThat(facts).hasSize(WORKS);
        return facts;
    }

    @Test
    void edits() throws IOException {
        List<RegisterKey> facts = facts();
        kills("edit", each(i -> store -> store.confirm(List.of(facts.get(i)), DAY, "me", "read again")));
    }

    @Test
    void imports() throws IOException {
        List<RegisterKey> facts = facts();
        kills(
                "import",
                each(i -> store -> store.importPack(
                        reread(pack, facts.get(i)),
                        false,
                        d -> Difference.Choice.TAKE,
                        new Attribution(DAY, "me", "from elsewhere"))));
    }

    /** What was typed waits beside the register, and is there however its way into it ends. */
    @Test
    void autosaves() throws IOException {
        List<UUID> ids =
                each(i -> store -> {}).stream().map(w -> UUID.randomUUID()).toList();
        kills("autosave", each(i -> store -> {
            store.assessments().save(ids.get(i), "Typed", "{\"a\":1}");
            store.assessments().settle();
        }));
    }

    @Test
    void documents() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < WORKS; i++) {
            files.add(Files.writeString(folder.resolve("added-" + i + ".txt"), "Another one: " + i));
        }
        kills("document", each(i -> store -> store.evidence().add(files.get(i), "groq", "", "me")));
    }

    /** Its zip is there whole and looked at, or not at all. */
    @Test
    void aBackup() throws IOException {
        Path backups = Files.createDirectories(folder.resolve("backups"));
        kills("backup", List.of(store -> store.backup(backups.resolve(UUID.randomUUID() + ".zip"))));
        try (Stream<Path> files = Files.list(backups)) {
            for (Path backup : files.toList()) {
                assertThat(backup.toString()).endsWith(".zip");
                assertThat(Backups.read(backup, H2File.at(folder.resolve("x.mv.db")))
                                .contents()
                                .changes())
                        .isNotEmpty();
            }
        }
    }
}
