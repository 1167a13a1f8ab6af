package domicile.desktop.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments.Saved;
import domicile.residency.Areas;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that is killed at any moment loses nothing that was on the screen for a while, and leaves a register that
 * opens. Few rounds by default and a patient while, for busy machines; {@code -Ddomicile.kill.rounds=100
 * -Ddomicile.kill.millis=1000} is the promise.
 */
class KillSafetyTest {
    private static final int ROUNDS = Integer.getInteger("domicile.kill.rounds", 2);
    private static final long WHILE_MILLIS = Long.getLong("domicile.kill.millis", 5_000);
    // long enough to be killed while answers go into the register, a second after they came
    private static final int MOST_EXTRA_MILLIS = 1_500;

    @TempDir
    private Path folder;

    /** An answer and when it was seen. */
    private record Shown(int number, long nanos) {}

    @Test
    void nothingThatWasOnTheScreenForAWhileIsLost() throws IOException, InterruptedException {
        RegisterStore.open(folder.toString(), Clock.systemUTC()).close();
        Random random = new Random(20261124);
        List<UUID> ids = new ArrayList<>();
        int worst = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            List<Shown> shown = new ArrayList<>();
            long killed = typeAndKill(id, WHILE_MILLIS + random.nextInt(MOST_EXTRA_MILLIS), shown);
            int owed = shown.stream()
                    .filter(s -> killed - s.nanos() >= TimeUnit.MILLISECONDS.toNanos(WHILE_MILLIS))
                    .mapToInt(Shown::number)
                    .max()
                    .orElseThrow();
            int last = shown.getLast().number();
            int kept = kept(ids);
            assertThat(kept)
                    .as("round %s: %s were shown, %s of them for a while", round, last, owed)
                    .isGreaterThanOrEqualTo(owed);
            worst = Math.max(worst, last - kept);
        }
        System.out.println("killed " + ROUNDS + " times after answers had been shown for " + WHILE_MILLIS
                + " ms: none lost; at worst the disk was " + worst + " answers (15 ms apart) behind the screen");
    }

    /** The moment at which it was killed, some time after its first answer. */
    private long typeAndKill(UUID id, long millis, List<Shown> shown) throws IOException, InterruptedException {
        Process typist = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Typist.class.getName(),
                        folder.toString(),
                        id.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = typist.inputReader(StandardCharsets.UTF_8)) {
            shown.add(new Shown(Integer.parseInt(out.readLine()), System.nanoTime()));
            long end = shown.getFirst().nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (System.nanoTime() < end) {
                shown.add(new Shown(Integer.parseInt(out.readLine()), System.nanoTime()));
            }
            typist.destroyForcibly();
            long killed = System.nanoTime();
            typist.waitFor();
            return killed;
        } finally {
            typist.destroyForcibly();
        }
    }

    /** The number that is on disk of the last of these; all others are still there and can be read. */
    private int kept(List<UUID> ids) {
        try (RegisterStore store = RegisterStore.open(folder.toString(), Clock.systemUTC())) {
            Areas areas = store.asOf(LocalDate.of(2026, 6, 30)).areas();
            List<Saved> saved = store.assessments().all();
            assertThat(saved).extracting(Saved::id).containsExactlyInAnyOrderElementsOf(ids);
            int number = 0;
            for (Saved one : saved) {
                Dossier dossier = DossierJson.read(one.name(), one.answers(), areas);
                String name = dossier.answers().values("name").getFirst();
                assertThat(one.name()).isEqualTo(name);
                if (one.id().equals(ids.getLast())) {
                    number = Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
                }
            }
            return number;
        }
    }
}
