package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.register.Encryption;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments.Known;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code domicile register copy | merge}: what a person at a command line does and reads. */
class CopyCommandTest {
    private static final UUID ID = UUID.randomUUID();

    @TempDir
    private Path folder;

    private static EmbeddedPostgres postgres;
    private static String url = "";

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        url = postgres.getJdbcUrl("postgres", "postgres");
        save(url, "1", Optional.empty());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static String answers(String a) {
        return "{\"schema\":\"domicile.answers/1\",\"answers\":{\"a\":" + a + "},\"evidence\":[]}";
    }

    private static void save(Object where, String a, Optional<String> base) {
        try (RegisterStore store = RegisterStore.open(where.toString(), CommandLineRun.CLOCK)) {
            store.assessments().save(ID, "Claims", answers(a), base.map(b -> new Known("Claims", answers(b))));
        }
    }

    @Test
    void aCopyIsTakenWorkedOnAndBroughtBack() {
        Path copy = folder.resolve("copy");
        assertThat(CommandLineRun.on(url, "register", "copy", "--into", copy)
                        .done()
                        .out())
                .startsWith(copy + ": copy of jdbc:postgresql://localhost:");
        assertThat(CommandLineRun.on(copy, "list").done().err())
                .contains("domicile: a copy of 2026-06-30 (age in days: 0), to be read alone, of the register jdbc:");
        CommandLineRun.on(copy, "register", "verify").done();
        CommandLineRun.on(copy, "register", "confirm", "groq:attestation/BAA", "--quiet")
                .refused("this is a copy of 2026-06-30", "jdbc:postgresql://localhost:");
        CommandLineRun.on(copy, "backup", folder.resolve("b.zip"), "--quiet").refused("this is a copy of 2026-06-30");

        save(copy, "2", Optional.of("1"));
        save(url, "3", Optional.of("1"));
        CommandLineRun left = CommandLineRun.on(copy, "register", "merge");
        assertThat(left.code()).isEqualTo(1);
        assertThat(left.out()).matches("""
                Claims: merged but for what both have answered, %s
                  [0-9a-f]{12}  answers a
                    copy:   2
                    server: 3
                """.formatted(ID));
        assertThat(left.err()).contains("--keep COPY or --keep SERVER", "--keep ID=COPY");
        String id = left.out().lines().skip(1).findFirst().orElseThrow().strip().split(" ")[0];
        CommandLineRun.on(copy, "register", "merge", "--quiet", "--keep", "0123456789ab=COPY")
                .refused("nothing that both have answered is called '0123456789ab'");
        CommandLineRun.on(copy, "register", "merge", "--quiet", "--keep", id + "=COPY", "--keep", id + "=SERVER")
                .refused("both sides are to count for " + id);
        CommandLineRun.on(copy, "register", "merge", "--quiet", "--keep", "MINE")
                .refused("expected COPY, SERVER, ID=COPY or ID=SERVER but was 'MINE'");
        CommandLineRun.on(url, "register", "copy", "--into", copy, "--quiet").refused("answers wait in the copy");
        CommandLineRun done =
                // the narrowest counts
                CommandLineRun.on(
                                copy,
                                "register",
                                "merge",
                                "--keep",
                                id + "=COPY",
                                "--keep",
                                ID + "=SERVER",
                                "--keep",
                                "SERVER")
                        .done();
        assertThat(done.out()).contains("    copy:   2  (counts)\n", "    server: 3\n");
        assertThat(done.err()).contains("brought 1 assessment back", "took the copy anew");
        try (RegisterStore server = RegisterStore.open(url, CommandLineRun.CLOCK)) {
            assertThat(server.assessments().find(ID).orElseThrow().answers()).contains("\"a\":2");
        }
        assertThat(CommandLineRun.on(copy, "register", "merge").done().err()).contains("brought no assessments back");
    }

    @Test
    void aCopyIsEncryptedFromTheStart() throws IOException {
        Path copy = folder.resolve("copy");
        Path secret = Files.writeString(folder.resolve("secret"), "correct horse battery");
        Path recovery = folder.resolve("recovery");
        CommandLineRun.on(url, "register", "copy", "--into", copy, "--recovery-file", recovery)
                .refused("--encrypt");
        CommandLineRun.on(
                        url,
                        "register",
                        "copy",
                        "--into",
                        copy,
                        "--encrypt",
                        "--passphrase-file",
                        secret,
                        "--recovery-file",
                        recovery)
                .done();
        Encryption.lock(copy.toString());
        CommandLineRun.on(copy, "list").refused("encrypted");
        CommandLineRun.on(copy, "list", "--passphrase-file", secret).done();
        Encryption.lock(copy.toString());
        // a new copy over it stays encrypted
        CommandLineRun.on(url, "register", "copy", "--into", copy, "--passphrase-file", secret)
                .done();
        Encryption.lock(copy.toString());
        CommandLineRun.on(copy, "list").refused("encrypted");
    }

    @Test
    void aRegisterInAFileIsNoneToCopyAndNoCopy() {
        Path file = folder.resolve("file");
        CommandLineRun.on(file, "list").done();
        CommandLineRun.on(file, "register", "copy", "--into", folder.resolve("copy"), "--quiet")
                .refused("only a register on a server is copied");
        CommandLineRun.on(file, "register", "merge", "--quiet").refused("no copy of another one");
    }
}
