package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.Pipes;
import domicile.problem.ProblemException;
import domicile.residency.Citation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a window shows before the register has been opened is what the register says, or nothing. */
class SnapshotTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 9, 1);

    @TempDir
    private Path folder;

    private String home = "";
    private Path file = Path.of("");

    @BeforeEach
    void register() {
        home = folder.resolve("register").toString();
        file = folder.resolve("register").resolve("snapshot.tsv");
        try (RegisterStore store = open()) {
            store.takeSnapshot(DAY);
        }
    }

    private RegisterStore open() {
        return RegisterStore.open(home, StoreContract.CLOCK);
    }

    @Test
    void itSaysWhatTheRegisterSays() {
        try (RegisterStore store = open()) {
            for (LocalDate day : List.of(DAY, DAY.plusDays(1), DAY.plusYears(10))) {
                assertThat(RegisterStore.snapshot(home, day)).contains(store.asOf(day));
            }
        }
        assertThat(RegisterStore.snapshot(home, DAY.minusDays(1))).isEmpty();
    }

    @Test
    void aChangeTakesItAwayAndItEndsWhereTheNextOneBegins() {
        try (RegisterStore store = open()) {
            rename(store, LATER);
            assertThat(RegisterStore.snapshot(home, DAY)).isEmpty();
            store.takeSnapshot(DAY);
            assertThat(RegisterStore.snapshot(home, LATER.minusDays(1))).contains(store.asOf(LATER.minusDays(1)));
            assertThat(RegisterStore.snapshot(home, LATER)).isEmpty();
        }
    }

    @Test
    void aChangeThatIsRefusedLeavesTheRegisterToSpeakForItself() {
        try (RegisterStore store = open()) {
            assertThatThrownBy(() -> store.undo(99, "me", "a change that never was"))
                    .isInstanceOf(ProblemException.class);
            assertThat(RegisterStore.snapshot(home, DAY)).isEmpty();
        }
    }

    @Test
    void aRestoredRegisterHasNone() {
        Path backup = folder.resolve("backup.zip");
        try (RegisterStore store = open()) {
            store.backup(backup);
        }
        RegisterStore.restore(backup, home, StoreContract.CLOCK);
        assertThat(RegisterStore.snapshot(home, DAY)).isEmpty();
    }

    @Test
    void withoutItsRegisterItSaysNothing() throws IOException {
        Files.delete(folder.resolve("register").resolve("register.mv.db"));
        assertThat(RegisterStore.snapshot(home, DAY)).isEmpty();
    }

    @Test
    void twoRegistersInOneFolderHaveOneEach() {
        String other = folder.resolve("register").resolve("other.mv.db").toString();
        try (RegisterStore store = RegisterStore.open(other, StoreContract.CLOCK)) {
            rename(store, DAY);
            store.takeSnapshot(DAY);
            assertThat(RegisterStore.snapshot(other, DAY)).contains(store.asOf(DAY));
        }
        assertThat(RegisterStore.snapshot(home, DAY)).isPresent().isNotEqualTo(RegisterStore.snapshot(other, DAY));
    }

    @Test
    void anotherFormatOrAnEndedFileIsNotRead() throws IOException {
        List<String> lines = Files.readAllLines(file);
        damaged(List.of());
        damaged(List.of(""));
        damaged(lines.subList(1, lines.size()));
        damaged(with(lines, 0, lines.getFirst().replace("snapshot/1", "snapshot/2")));
        damaged(with(lines, 0, lines.getFirst().replace("2026-06-30", "soon")));
        damaged(lines.subList(0, lines.size() - 90)); // whole lines are missing: the controls and some facts
        damaged(with(lines, 3, lines.get(3).replace(":", ": ")));
        // with the right sum: what is not an entry, or hangs together with nothing
        damaged(summed(with(lines, 3, lines.get(3) + "\tand more")));
        damaged(summed(with(lines, 3, lines.get(3).substring(0, lines.get(3).length() - 4))));
        damaged(summed(with(lines, 3, "NOTHING\t\tx\t0\t{}")));
        damaged(summed(
                lines.stream().filter(l -> !l.startsWith("COUNTRY\t\tDE\t")).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0001\u0002", "\u00ff\u00fe not text"})
    void whatIsNoTextIsNotRead(String content) throws IOException {
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(RegisterStore.snapshot(home, DAY)).isEmpty();
    }

    @Test
    void whereItCannotBeWrittenTheRegisterIsReadAsBefore() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        try (RegisterStore store = open()) {
            store.takeSnapshot(DAY);
            assertThat(store.asOf(DAY).offerings()).isNotEmpty();
        }
        assertThat(RegisterStore.snapshot(home, DAY)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInItsPlaceHoldsNobodyUp() throws Exception {
        Files.delete(file);
        Pipes.at(file);
        assertThat(RegisterStore.snapshot(home, DAY)).isEmpty();
        try (RegisterStore store = open()) {
            store.takeSnapshot(DAY);
        }
        assertThat(RegisterStore.snapshot(home, DAY)).isPresent();
    }

    @Test
    void aServerHasNone() {
        assertThat(RegisterStore.snapshot("jdbc:postgresql://nowhere/register", DAY))
                .isEmpty();
    }

    private static List<String> summed(List<String> lines) {
        CRC32 sum = new CRC32();
        sum.update((String.join("\n", lines.subList(1, lines.size())) + "\n").getBytes(StandardCharsets.UTF_8));
        String head = lines.getFirst();
        return with(lines, 0, head.substring(0, head.lastIndexOf('\t') + 1) + Long.toHexString(sum.getValue()));
    }

    private static List<String> with(List<String> lines, int at, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(at, line);
        return changed;
    }

    private void damaged(List<String> lines) throws IOException {
        Files.write(file, lines);
        assertThat(RegisterStore.snapshot(home, DAY)).as("%s", lines).isEmpty();
    }

    private static void rename(RegisterStore store, LocalDate from) {
        store.edit(
                List.of(new Edit.Put(
                        RegisterKey.offering("groq"),
                        "{\"id\":\"groq\",\"name\":\"Groq Cloud\",\"provider\":\"groq\",\"operator\":\"groq\"}")),
                new Attribution(from, "me", "renamed", Optional.of(new Citation(19, DAY))));
    }
}
