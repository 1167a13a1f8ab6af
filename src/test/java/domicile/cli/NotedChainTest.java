package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.register.Head;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that has gone back is found by what was made from it, and by the computer that saw it. */
class NotedChainTest {
    private static final String WORKLOAD = "data/examples/us-health.json";

    @TempDir
    private Path folder;

    private Path home;
    private Path file;

    private CommandLineRun run(Object... args) {
        return CommandLineRun.on(home, args);
    }

    @BeforeEach
    void aRegisterWithAChange() {
        home = folder.resolve("register");
        file = home.resolve("register.mv.db");
        confirm("groq");
    }

    private Head confirm(String offering) {
        try (RegisterStore store = RegisterStore.open(home.toString(), CommandLineRun.CLOCK)) {
            store.confirm(List.of(RegisterKey.fact(offering, "zdr")), LocalDate.of(2026, 6, 20), "me", "read again");
            return store.head();
        }
    }

    @Test
    void whatWasMadeFromItShowsThatItHasGoneBack() throws IOException {
        byte[] older = Files.readAllBytes(file);
        Head head = confirm("cohere");
        Path report = folder.resolve("report.pdf");
        Path archive = folder.resolve("report.zip");
        Path backup = folder.resolve("backup.zip");
        Path export = folder.resolve("export");
        run("report", WORKLOAD, "--out", report, "--out", archive).done();
        run("backup", backup).done();
        run("register", "export", export).done();
        assertThat(run("verify", report).done().out()).startsWith("HOLDS");
        List<Object> all = List.of(head.hash(), head.hash().substring(7), report, archive, backup, export);
        for (Object noted : all) {
            assertThat(run("register", "verify", "--contains", noted).done().out())
                    .contains(": sound, ", "holds what was noted");
        }

        Files.write(file, older);
        for (Object noted : all) {
            CommandLineRun gone = run("register", "verify", "--accept-older", "--contains", noted);
            assertThat(gone.code()).isEqualTo(1);
            assertThat(gone.out())
                    .contains(
                            all.indexOf(noted) < 2
                                    ? "the chain does not hold " + head.hash()
                                    : noted + " was made when the chain had " + head.number() + " links")
                    .doesNotContain("sound");
        }
    }

    @Test
    void thisComputerKnowsThatItHasGoneBackUntilSomebodyMeansIt() throws IOException {
        byte[] older = Files.readAllBytes(file);
        confirm("cohere");
        Path backup = folder.resolve("backup.zip");
        run("backup", backup).done();
        run("register", "verify").done();
        Files.write(file, older);
        CommandLineRun gone = run("register", "verify");
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.out())
                .contains("is older than when this computer last saw it", "of 2026-06-30", "--accept-older")
                .doesNotContain("sound");
        assertThat(run("register", "verify").code()).isEqualTo(1);
        run("register", "verify", "--accept-older").done();
        run("register", "verify").done();

        run("restore", backup).done();
        run("register", "verify", "--contains", backup).done();
        confirm("mistral-la-plateforme");
        run("register", "verify").done();
        run("restore", backup).done();
        run("register", "verify").done();
    }

    @Test
    void anotherRegisterInItsPlaceIsFound() throws IOException {
        run("register", "verify").done();
        Path report = folder.resolve("report.pdf");
        run("report", WORKLOAD, "--out", report).done();
        Files.delete(file);
        Files.delete(home.resolve(".domicile.lock"));
        confirm("cohere");
        assertThat(run("register", "verify").out()).contains("is not the one that this computer last saw here");
        assertThat(run("register", "verify", "--contains", report).out())
                .contains(report + " was made on a chain whose link 2, of 2026-06-30, is another one here");
    }

    @Test
    void aReportIsTheSameWhateverIsSavedBesideTheRegister() throws IOException {
        Path one = folder.resolve("one.pdf");
        Path two = folder.resolve("two.pdf");
        run("report", WORKLOAD, "--out", one).done();
        try (RegisterStore store = RegisterStore.open(home.toString(), CommandLineRun.CLOCK)) {
            store.assessments().save(UUID.randomUUID(), "Claims triage", "{}");
            store.assessments().settle();
        }
        run("report", WORKLOAD, "--out", two).done();
        assertThat(two).hasSameBinaryContentAs(one);
    }

    @Test
    void whatNotesNothingIsRefused() throws IOException {
        run("register", "verify", "--contains", "sha256:12").refused("no hash", "--contains");
        Path text = Files.writeString(folder.resolve("text.pdf"), "no report");
        run("register", "verify", "--contains", text).refused("text.pdf");
    }
}
