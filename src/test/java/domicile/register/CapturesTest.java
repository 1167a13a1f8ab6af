package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import domicile.residency.Capture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages beside a register in a file: found missing or altered, part of a backup, gone when they are withdrawn. */
class CapturesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private static Captures.Page page(String text) {
        return new Captures.Page(
                text.getBytes(StandardCharsets.UTF_8), "text/plain", "page.txt", "", Capture.How.PASTED);
    }

    @Test
    void aBackupHoldsThePagesThatWereNotWithdrawn() throws IOException {
        Path home = folder.resolve("home");
        Path backup = folder.resolve("backup.zip");
        Capture kept;
        Capture gone;
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            kept = store.captures().take(0, page("kept"), "me");
            gone = store.captures().take(1, page("gone"), "me");
            store.captures().withdraw(gone, "me", "not the page");
            store.backup(backup);
        }
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            assertThat(zip.stream().map(e -> e.getName()).filter(n -> n.startsWith("captures/")))
                    .containsExactly("captures/" + kept.sha256());
        }
        Path other = folder.resolve("other");
        RegisterStore.restore(backup, other.toString(), CLOCK);
        try (RegisterStore store = RegisterStore.open(other.toString(), CLOCK)) {
            assertThat(store.asOf(DAY).captures())
                    .extracting(Capture::sha256)
                    .containsExactly(kept.sha256(), gone.sha256());
            assertThat(store.captures().bytes(kept)).isEqualTo("kept".getBytes(StandardCharsets.UTF_8));
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void anAlteredAndAMissingPageAreFoundAndNotBackedUp() throws IOException {
        Path home = folder.resolve("home");
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            Capture capture = store.captures().take(0, page("as it was"), "me");
            Path file = home.resolve("captures").resolve(capture.sha256());
            Files.writeString(file, "another");
            assertThat(store.check()).singleElement().asString().contains("page.txt of source 0 was altered");
            assertThatThrownBy(() -> store.captures().bytes(capture)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> store.backup(folder.resolve("none.zip"))).isInstanceOf(ProblemException.class);
            Files.delete(file);
            assertThat(store.check()).singleElement().asString().contains("page.txt of source 0 is missing");
            // the same file again mends it
            assertThat(store.captures().take(0, page("as it was"), "me")).isEqualTo(capture);
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void whatTwoSourcesShareGoesWithTheLastOfThem() {
        try (RegisterStore store = RegisterStore.open(folder.resolve("home").toString(), CLOCK)) {
            Capture one = store.captures().take(0, page("the same"), "me");
            Capture two = store.captures().take(1, page("the same"), "me");
            store.captures().withdraw(one, "me", "x");
            assertThat(store.captures().bytes(two)).isNotEmpty();
            store.captures().withdraw(two, "me", "x");
            assertThat(folder.resolve("home").resolve("captures").resolve(two.sha256()))
                    .doesNotExist();
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void theNewestIsTheOneThatWasTakenInLastWhateverTheClockSays() {
        String home = folder.resolve("home").toString();
        try (RegisterStore store = RegisterStore.open(home, CLOCK)) {
            store.captures().take(0, page("first"), "me");
        }
        Clock back = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
        try (RegisterStore store = RegisterStore.open(home, back)) {
            Capture second = store.captures().take(0, page("second"), "me");
            assertThat(store.asOf(DAY).capture(0)).contains(second);
        }
    }

    @Test
    void whatIsNotFitToBeAPageIsRefused() {
        try (RegisterStore store = RegisterStore.open(folder.resolve("home").toString(), CLOCK)) {
            Captures captures = store.captures();
            Captures.Page large = new Captures.Page(
                    new byte[Captures.MOST_BYTES + 1], "text/plain", "page.txt", "", Capture.How.FILE);
            assertThatThrownBy(() -> captures.take(0, large, "me")).hasMessageContaining("larger than 20 MiB");
            Captures.Page hidden = new Captures.Page(new byte[1], "text/plain", "page\u202Etxt", "", Capture.How.FILE);
            assertThatThrownBy(() -> captures.take(0, hidden, "me")).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> captures.take(0, page("x"), " ")).isInstanceOf(ProblemException.class);
            assertThat(store.asOf(DAY).captures()).isEmpty();
            assertThat(folder.resolve("home").resolve("captures")).isEmptyDirectory();
        }
    }
}
