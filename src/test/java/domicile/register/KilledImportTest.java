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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real program that imports a pack, killed at a random moment: the register is in the old or the new state, never in
 * a third. {@code -Ddomicile.kill.rounds=200} for more rounds.
 */
class KilledImportTest {
    private static final int ROUNDS = Integer.getInteger("domicile.kill.rounds", 8);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    @TempDir
    private Path folder;

    @Test
    void leavesTheOldOrTheNewStateAndNeverAThird() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        String old;
        Pack pack;
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            old = store.asOf(DAY).hash();
            pack = reread(store.export(DAY));
        }
        Path written = folder.resolve("pack");
        pack.write(written);
        String now = pack.register(DAY).hash();
        byte[] file = Files.readAllBytes(home.resolve("register.mv.db"));

        long start = System.nanoTime();
        assertThat(importing(written, home).waitFor()).isZero();
        long whole = System.nanoTime() - start;
        assertThat(state(home)).isEqualTo(now);

        Random random = new Random(20261124);
        int kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path place = folder.resolve("round-" + round);
            Files.createDirectories(place);
            Files.write(place.resolve("register.mv.db"), file);
            // The first third of the time only starts the machine: later moments are tried more often.
            long until = (long) (whole * (0.3 + 0.8 * random.nextDouble()));
            Process process = importing(written, place);
            process.waitFor(until, TimeUnit.NANOSECONDS);
            process.destroyForcibly().waitFor();
            String found = state(place);
            assertThat(found)
                    .as("round %d, killed after %d ms", round, until / 1_000_000)
                    .isIn(old, now);
            kept += found.equals(old) ? 1 : 0;
        }
        // Told for whoever runs many rounds.
        System.getLogger("domicile.kill")
                .log(System.Logger.Level.INFO, "{0} of {1} rounds kept the old state", kept, ROUNDS);
    }

    /** The register's hash, once its audit trail and its parts hold. */
    private static String state(Path home) {
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            assertThat(store.check()).isEmpty();
            assertThat(store.asOf(LocalDate.of(2026, 6, 1)).hash())
                    .isEqualTo(Pack.shipped().register(DAY).hash());
            return store.asOf(DAY).hash();
        }
    }

    /** The same register, with every page read a day later: every fact is a new version. */
    private static Pack reread(Pack pack) {
        List<RegisterRecord> entries = RegisterRecord.of(pack).stream()
                .map(e ->
                        e.kind() == RegisterKey.Kind.FACT ? e.with(e.payload().replace("2026-06-01", "2026-06-02")) : e)
                .toList();
        return RegisterRecord.pack(entries, "again", "Read again", DAY, FactKinds.SHIPPED);
    }

    private Process importing(Path pack, Path home) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "domicile.Domicile",
                "register",
                "import",
                pack.toString(),
                "--quiet",
                "--register",
                home.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        return builder.start();
    }
}
