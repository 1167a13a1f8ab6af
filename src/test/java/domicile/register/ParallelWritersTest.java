package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real programs that write one register at once: each is done, and nothing that one of them said was written is lost.
 * {@code -Ddomicile.writers=20} for more; {@code packaging/parallel-writers.sh} measures it.
 */
class ParallelWritersTest {
    private static final int WRITERS = Integer.getInteger("domicile.writers", 3);

    @TempDir
    private Path folder;

    @Test
    void allAreDoneAndNothingIsLost() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        List<RegisterKey> facts;
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            facts = RegisterRecord.of(Pack.shipped()).stream()
                    .map(RegisterRecord::part)
                    .filter(p -> p.kind() == RegisterKey.Kind.FACT && p.key().equals("zdr"))
                    .limit(WRITERS)
                    .toList();
        }
        List<Process> all = new ArrayList<>();
        for (RegisterKey fact : facts) {
            all.add(editing(fact, home));
        }
        for (Process process : all) {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(new String(process.getErrorStream().readAllBytes()))
                    .isZero();
        }
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            assertThat(store.changes().stream().skip(1).map(Change::why))
                    .containsExactlyInAnyOrderElementsOf(
                            facts.stream().map(RegisterKey::text).toList());
            assertThat(store.check()).isEmpty();
        }
    }

    /** Who has to wait takes the turn, and gives it up when it is done. */
    @Test
    void aWriterThatWaitsKeepsReadersBehindIt() throws IOException {
        H2File file = H2File.at(folder.resolve("register.mv.db"));
        try (Turn writer = new Turn(file)) {
            assertThat(writer.toWrite()).isTrue();
            assertThat(writer.toWrite()).isFalse();
            try (FileChannel other = FileChannel.open(
                    folder.resolve(".register.mv.db.turn"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                assertThat(locked(other)).isTrue();
            }
        }
        try (Turn reader = new Turn(file)) {
            reader.behindWriters();
        }
        assertThat(Files.readString(folder.resolve(".register.mv.db.turn")))
                .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return true;
        }
    }

    private Process editing(RegisterKey fact, Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.home=" + folder.resolve("person"),
                "-cp",
                System.getProperty("java.class.path"),
                "domicile.Domicile",
                "register",
                "edit",
                fact.text(),
                "--set",
                "text=as read again",
                "--source",
                "0",
                "--read",
                "2026-06-02",
                "--why",
                fact.text(),
                "--quiet",
                "--register",
                home.toString());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
