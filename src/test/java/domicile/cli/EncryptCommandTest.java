package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.register.Encryption;
import domicile.vault.Keyring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code domicile register encrypt | decrypt | rekey}, and where the passphrase comes from. */
class EncryptCommandTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path passphrase;
    private final Deque<String> typed = new ArrayDeque<>();
    private final Map<String, String> kept = new HashMap<>();

    private final Keyring keyring = new Keyring() {
        @Override
        public Optional<char[]> find(String key) {
            return Optional.ofNullable(kept.get(key)).map(String::toCharArray);
        }

        @Override
        public boolean keep(String key, char[] what) {
            kept.put(key, new String(what));
            return true;
        }

        @Override
        public void forget(String key) {
            kept.remove(key);
        }
    };

    @BeforeEach
    void prepare() throws IOException {
        home = folder.resolve("home");
        passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\nnot this line\n");
        CommandLineRun.on(home, "list").done();
    }

    /** A command as in a new program, at a terminal at which somebody types, with a keyring. */
    private CommandLineRun typing(String... args) {
        Encryption.lock(home.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), CommandLineRun.CLOCK, false)
                .typing(question -> Optional.ofNullable(typed.poll()))
                .keeping(keyring);
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--register", home.toString()));
        return new CommandLineRun(Cli.run(console, all, (r, f) -> 0), out.toString(), err.toString());
    }

    private CommandLineRun piped(Object... args) {
        Encryption.lock(home.toString());
        return CommandLineRun.on(home, args);
    }

    private static String recoveryKey(CommandLineRun run) {
        return run.done().out().replaceFirst("(?s)recovery key: (\\S+)\\R", "$1");
    }

    @Test
    void inAPipelineAFileHoldsThePassphrase() throws IOException {
        String before = piped("list", "--quiet").done().out();
        Path recovery = folder.resolve("recovery");
        piped("register", "encrypt").refused("--passphrase-file");
        assertThat(piped("register", "encrypt", "--passphrase-file", passphrase, "--recovery-file", recovery)
                        .done()
                        .out())
                .isEmpty();
        assertThat(Files.readString(recovery)).matches("([0-9A-Z]{4}-){7}[0-9A-Z]{4}\n");
        if (recovery.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recovery)))
                    .isEqualTo("rw-------");
        }
        piped("list").refused("encrypted", "--passphrase-file", "DOMICILE_PASSPHRASE_FILE");
        assertThat(piped("list", "--quiet", "--passphrase-file", passphrase)
                        .done()
                        .out())
                .isEqualTo(before);
        piped("register", "encrypt", "--passphrase-file", passphrase).refused("encrypted already");
        Path wrong = Files.writeString(folder.resolve("wrong"), "Correct horse battery");
        piped("list", "--passphrase-file", wrong).refused("neither the passphrase nor the recovery key");
        piped("list", "--passphrase-file", Files.writeString(folder.resolve("empty"), "\n"))
                .refused("no passphrase in this file");
        piped("list", "--passphrase-file", folder.resolve("none")).refused("no such file");

        // a backup is encrypted as its register is, and restored where there is none
        Path backup = folder.resolve("backup.zip");
        piped("backup", backup, "--passphrase-file", passphrase).done();
        Path elsewhere = folder.resolve("elsewhere");
        Encryption.lock(home.toString());
        CommandLineRun.on(elsewhere, "restore", backup).refused("the backup is encrypted");
        CommandLineRun.on(elsewhere, "restore", backup, "--passphrase-file", passphrase)
                .done();
        assertThat(CommandLineRun.on(elsewhere, "list", "--quiet").done().out()).isEqualTo(before);

        Path other = Files.writeString(folder.resolve("other"), "another passphrase");
        piped("register", "rekey", "--passphrase-file", passphrase).refused("--new-passphrase-file");
        piped("register", "rekey", "--passphrase-file", passphrase, "--new-passphrase-file", other)
                .done();
        piped("register", "decrypt", "--passphrase-file", passphrase).refused("neither");
        piped("register", "decrypt", "--passphrase-file", other).done();
        assertThat(piped("list", "--quiet").done().out()).isEqualTo(before);
        piped("register", "decrypt").refused("not encrypted");
        piped("register", "rekey").refused("not encrypted");
    }

    @Test
    void aPersonIsAskedAndMayTryAgainAndTheKeyringSparesIt() {
        typed.addAll(List.of("five plain words", "five plain wrods"));
        typing("register", "encrypt").refused("not the same");
        typed.addAll(List.of("five plain words", "five plain words"));
        String recovery = recoveryKey(typing("register", "encrypt"));
        assertThat(kept).isEmpty();

        typed.addAll(List.of("no", "nor this", "five plain words"));
        CommandLineRun asked = typing("list", "--quiet");
        assertThat(asked.code()).isZero();
        assertThat(asked.err().lines()).hasSize(2);
        typed.addAll(List.of("no", "nor this", "nor that"));
        CommandLineRun wrong = typing("list", "--quiet");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).doesNotContain("nor that");
        assertThat(typed).isEmpty();

        // forgotten: by the recovery key to another passphrase
        typed.addAll(List.of(recovery, "five other words", "five other words"));
        assertThat(recoveryKey(typing("register", "rekey", "--keyring"))).isNotEqualTo(recovery);
        assertThat(kept).containsValue("five other words");
        typing("list").done();
        typing("register", "decrypt").done();
        assertThat(kept).isEmpty();
        typing("list").done();
    }

    @Test
    void aServersRegisterIsEncryptedByTheServer() {
        for (String command : List.of("encrypt", "decrypt", "rekey")) {
            CommandLineRun.of(List.of(
                            "register", command, "--register", "jdbc:postgresql://127.0.0.1:1/x?sslmode=disable"))
                    .refused("encrypted by the server");
        }
    }
}
