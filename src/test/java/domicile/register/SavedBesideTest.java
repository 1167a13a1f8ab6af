package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import domicile.register.SavedAssessments.Saved;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers wait beside an H2 register until somebody reads; what was saved last is what is read, whoever does both. */
class SavedBesideTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final UUID id = UUID.randomUUID();
    private RegisterStore store;

    @BeforeEach
    void open() {
        store = RegisterStore.open(home.toString(), CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<Path> beside() throws IOException {
        Path folder = home.resolve("answers");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void save(String answers) {
        store.assessments().save(id, "Claims triage", answers);
    }

    private String read() {
        return store.assessments().find(id).orElseThrow().answers();
    }

    @Test
    void whatAKilledProgramLeftIsThereForTheNextOne() throws IOException {
        save("{\"a\":1}");
        save("{\"a\":2}");
        assertThat(beside()).hasSize(2);
        try (RegisterStore next = RegisterStore.open(home.toString(), CLOCK)) {
            assertThat(next.assessments().all()).singleElement().satisfies(saved -> {
                assertThat(saved.answers()).isEqualTo("{\"a\":2}");
                assertThat(saved.updatedAt()).isEqualTo(CLOCK.instant());
            });
        }
        assertThat(beside()).as("who reads leaves them").hasSize(2);
        store.assessments().settle();
        assertThat(beside()).isEmpty();
        save("{\"a\":3}");
        assertThat(read()).isEqualTo("{\"a\":3}");
    }

    @Test
    void savingWaitsForNobodyWhoHoldsTheRegister() throws IOException {
        store.close(); // it would keep the file open for a moment
        try (FileChannel other = FileChannel.open(home.resolve("register.mv.db"), StandardOpenOption.WRITE);
                var lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            save("{}");
            assertThat(beside()).hasSize(1);
            assertThatThrownBy(() -> store.assessments().settle()).isInstanceOf(ProblemException.class);
            assertThat(beside()).as("nothing is lost by trying").hasSize(1);
        }
        store.assessments().settle();
        assertThat(beside()).isEmpty();
        assertThat(read()).isEqualTo("{}");
    }

    @Test
    void oneThatWasNeverReadCanBePutAway() {
        save("{}");
        store.assessments().archive(id, true);
        assertThat(store.assessments().find(id))
                .get()
                .extracting(Saved::archived)
                .isEqualTo(true);
    }

    @Test
    void aBackupHoldsWhatWaits() {
        save("{\"a\":9}");
        Path backup = home.resolve("backup.zip");
        store.backup(backup);
        Path other = home.resolve("other");
        RegisterStore.restore(backup, other.toString(), CLOCK);
        try (RegisterStore restored = RegisterStore.open(other.toString(), CLOCK)) {
            assertThat(restored.assessments().find(id))
                    .get()
                    .extracting(Saved::answers)
                    .isEqualTo("{\"a\":9}");
        }
    }

    @Test
    void whatCannotBeReadIsToldAndKeptAndKeepsNothingBack() throws IOException {
        save("{\"a\":1}");
        Path torn = Files.writeString(home.resolve("answers").resolve(id + ".7.1.json"), "{\"name\": \"Cla");
        store.assessments().settle();
        assertThat(read()).isEqualTo("{\"a\":1}");
        assertThat(beside()).containsExactly(torn);
        assertThat(store.check()).singleElement().asString().contains(torn.toString());
        save("{\"a\":2}");
        assertThat(read()).isEqualTo("{\"a\":2}");
    }

    @Test
    void aStateIsNeverOvertakenByAnOlderOneHoweverManyRead() throws InterruptedException, IOException {
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Thread> readers = Stream.generate(() -> Thread.ofPlatform().start(() -> {
                    try (RegisterStore other = RegisterStore.open(home.toString(), CLOCK)) {
                        int last = 0;
                        while (writing.get()) {
                            List<Saved> all = other.assessments().all();
                            int now = all.isEmpty()
                                    ? 0
                                    : Integer.parseInt(all.getFirst().answers());
                            assertThat(now).isGreaterThanOrEqualTo(last);
                            last = now;
                        }
                    }
                }))
                .limit(2)
                .toList();
        List<Throwable> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
        readers.forEach(r -> r.setUncaughtExceptionHandler((thread, e) -> failures.add(e)));
        for (int number = 1; number <= 150; number++) {
            save(String.valueOf(number));
            if (number % 10 == 0) {
                store.assessments().settle();
            }
        }
        writing.set(false);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(failures).isEmpty();
        store.assessments().settle();
        assertThat(read()).isEqualTo("150");
        assertThat(beside()).isEmpty();
    }
}
