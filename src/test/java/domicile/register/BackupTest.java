package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are seen to hold what the register holds, and those that nobody asked for are kept by count and age. */
class BackupTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration AGE = Duration.ofDays(30);

    @TempDir
    private Path folder;

    private RegisterStore store;
    private int saved;

    @BeforeEach
    void aRegisterWithAllThatThereIs() throws IOException {
        store = RegisterStore.open(folder.resolve("home").toString(), StoreContract.CLOCK);
        store.evidence().add(Files.writeString(folder.resolve("order.txt"), "An order form."), "groq", "", "me");
        store.captures()
                .take(
                        0,
                        new Captures.Page(
                                "A page.".getBytes(StandardCharsets.UTF_8),
                                "text/plain",
                                "page.txt",
                                "",
                                domicile.residency.Capture.How.FILE),
                        "me");
        save();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Waits beside the register, as an answer does. */
    private void save() {
        store.assessments().save(UUID.randomUUID(), "Assessment " + saved++, "{}");
    }

    private List<String> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void tellsWhatItHasSeenAndLeavesNothingBehind() throws IOException {
        BackedUp done = store.backup(folder.resolve("backup.zip"));
        assertThat(done.register())
                .isEqualTo(store.asOf(LocalDate.ofInstant(StoreContract.CLOCK.instant(), ZoneOffset.UTC))
                        .hash());
        assertThat(done.head()).isEqualTo(store.head());
        assertThat(List.of(done.changes(), done.assessments(), done.documents(), done.captures()))
                .containsExactly(2, 1, 1, 1);
        assertThat(files(folder.resolve("home")))
                .containsExactly(".domicile.lock", "answers", "captures", "evidence", "register.mv.db");
        assertThat(RegisterStore.noted(folder.resolve("backup.zip")).head()).contains(store.head());
    }

    @Test
    void whatAKilledProgramWasLookingAtIsTakenAway() throws IOException {
        Path left = folder.resolve("home").resolve("aside-999999999-1");
        Files.createDirectories(left.resolve("evidence"));
        Files.writeString(left.resolve("evidence").resolve("x"), "x");
        Path own = Files.createDirectories(folder.resolve("home")
                .resolve("aside-" + ProcessHandle.current().pid() + "-1"));
        RegisterStore.open(folder.resolve("home").toString(), StoreContract.CLOCK)
                .close();
        assertThat(left).doesNotExist();
        assertThat(own).exists();
    }

    /** A chain that is read after what it names would name what is not there. */
    @Test
    void aTableThatIsReadLaterShowsNothingThatWasWrittenMeanwhile() {
        store.assessments().settle();
        Database database =
                Database.h2(H2File.at(H2File.path(folder.resolve("home").toString())));
        String count = "SELECT COUNT(*) FROM assessment";
        String links = "SELECT COUNT(*) FROM chain_link";
        int before =
                database.read(h -> h.createQuery(links).mapTo(Integer.class).one());
        int seen = database.readAtOneMoment(h -> {
            h.createQuery(count).mapTo(Integer.class).one();
            save();
            store.assessments().settle();
            return h.createQuery(links).mapTo(Integer.class).one();
        });
        assertThat(seen).isEqualTo(before);
        assertThat(database.read(h -> h.createQuery(links).mapTo(Integer.class).one())
                        .intValue())
                .isGreaterThan(before);
    }

    @Test
    void holdsOneMomentWhileOthersWrite() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread other = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                save();
                store.assessments().settle();
                written.incrementAndGet();
            }
        });
        try {
            for (int i = 0; i < 2; i++) {
                BackedUp done = store.backup(folder.resolve("online-" + i + ".zip"));
                assertThat(done.assessments()).isPositive();
                assertThat(store.lacks(done.head(), "the backup")).isEmpty();
            }
        } finally {
            over.set(true);
            other.join();
        }
        assertThat(written.get()).isPositive();
        assertThat(store.check()).isEmpty();
    }

    private static Clock after(int days) {
        return Clock.fixed(NOON.plus(Duration.ofDays(days)), ZoneOffset.UTC);
    }

    @Test
    void thoseThatNobodyAskedForAreKeptByCountAndAgeAndNoOtherFileIsTakenAway() throws IOException {
        Path into = folder.resolve("many");
        AutomaticBackups backups = new AutomaticBackups(into, 2, AGE);
        assertThat(backups.run(store, after(0), Progress.NONE).written()).isPresent();
        assertThat(backups.run(store, after(1), Progress.NONE).written()).isEmpty();
        // made by hand: under any name, and under one of theirs
        store.backup(into.resolve("by-hand.zip"));
        store.backup(into.resolve("domicile-auto-20200101-000000.zip"));
        Files.writeString(into.resolve("domicile-auto-20200102-000000.zip"), "no backup");
        save();
        assertThat(backups.run(store, after(2), Progress.NONE).removed()).isEmpty();
        save();
        assertThat(backups.run(store, after(3), Progress.NONE).removed())
                .extracting(f -> f.getFileName().toString())
                .containsExactly("domicile-auto-20261120-120000.zip");
        // nothing has changed: the older one goes by its age, and the newest stays
        assertThat(backups.run(store, after(60), Progress.NONE))
                .satisfies(done -> assertThat(done.written()).isEmpty())
                .satisfies(done -> assertThat(done.removed()).hasSize(1));
        assertThat(files(into))
                .containsExactly(
                        "by-hand.zip",
                        "domicile-auto-20200101-000000.zip",
                        "domicile-auto-20200102-000000.zip",
                        "domicile-auto-20261123-120000.zip");
    }

    @Test
    void aDamagedRegisterIsNotBackedUp() throws IOException {
        try (Stream<Path> documents = Files.list(folder.resolve("home").resolve("evidence"))) {
            Files.writeString(documents.findFirst().orElseThrow(), "another");
        }
        Path backup = folder.resolve("backup.zip");
        assertThatThrownBy(() -> store.backup(backup)).isInstanceOf(ProblemException.class);
        assertThat(backup).doesNotExist();
    }
}
