package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents beside a register: kept once, found missing or altered, and part of a backup. */
class EvidenceLockerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void keepsTellsAndRestoresDocuments() throws IOException {
        Path order = Files.writeString(folder.resolve("order-form-114.pdf"), "an order form");
        Path home = folder.resolve("home");
        Path backup = folder.resolve("backup.zip");
        try (RegisterStore store = RegisterStore.open(home.toString(), CLOCK)) {
            EvidenceLocker locker = store.evidence();
            EvidenceLocker.Kept kept = locker.add(order, "groq", "inference-area", "me");
            locker.add(order, "cohere", "", "me");
            assertThat(locker.all()).extracting(EvidenceLocker.Kept::offering).containsExactly("groq", "cohere");
            assertThat(kept.sha256()).isEqualTo(EvidenceLocker.hash(order)).hasSize(64);
            Path file = home.resolve("evidence").resolve(kept.sha256());
            try (var files = Files.list(home.resolve("evidence"))) {
                assertThat(files).containsExactly(file);
            }
            assertThat(store.check()).isEmpty();
            store.backup(backup);

            Files.writeString(file, "another text");
            assertThat(store.check()).hasSize(2).allMatch(p -> p.toString().contains("was altered"));
            Files.delete(file);
            assertThat(store.check()).hasSize(2).allMatch(p -> p.toString().contains("is missing"));
        }
        Path other = folder.resolve("other");
        RegisterStore.restore(backup, other.toString(), CLOCK);
        try (RegisterStore store = RegisterStore.open(other.toString(), CLOCK)) {
            assertThat(store.evidence().all()).hasSize(2);
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void whatIsNoFileIsRefused() {
        try (RegisterStore store = RegisterStore.open(folder.resolve("home").toString(), CLOCK)) {
            assertThatThrownBy(() -> store.evidence().add(folder.resolve("none.pdf"), "groq", "", "me"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("none.pdf");
            assertThatThrownBy(() -> store.evidence().add(folder, "groq", "", "me"))
                    .isInstanceOf(ProblemException.class);
            assertThat(store.evidence().all()).isEmpty();
        }
    }
}
