package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a terminal of its own, which {@code script} makes: it asks for a passphrase and shows none of it. */
class TerminalTest {
    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    private Path folder;

    private record Said(int code, String all) {}

    private Said typing(Path register, String typed) throws IOException, InterruptedException {
        String program =
                "'%s' --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -cp '%s' domicile.Domicile list --quiet --register '%s'"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                register);
        Path out = Files.createTempFile(folder, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", program, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
        builder.environment().remove("DOMICILE_PASSPHRASE_FILE");
        Process process = builder.start();
        try (OutputStream keys = process.getOutputStream()) {
            // what is typed before it is asked for would be echoed by the terminal
            for (int i = 0;
                    i < 600 && process.isAlive() && !Files.readString(out).contains("Passphrase of");
                    i++) {
                Thread.sleep(100);
            }
            keys.write((typed + "\n").getBytes(StandardCharsets.UTF_8));
            keys.flush();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Said(process.exitValue(), Files.readString(out));
    }

    @Test
    void thePassphraseIsAskedForAndNotShown() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script is not there");
        Path register = folder.resolve("register");
        Path secret = Files.writeString(folder.resolve("secret"), PASSPHRASE);
        CommandLineRun.on(register, "list").done();
        CommandLineRun.on(
                        register,
                        "register",
                        "encrypt",
                        "--passphrase-file",
                        secret,
                        "--recovery-file",
                        folder.resolve("recovery"))
                .done();

        Said opened = typing(register, PASSPHRASE);

        assertThat(opened.all()).contains("Passphrase of the register: ").doesNotContain(PASSPHRASE);
        assertThat(opened.code()).as(opened.all()).isZero();
        assertThat(opened.all()).contains("groq ");
    }
}
