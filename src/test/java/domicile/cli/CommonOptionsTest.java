package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of every command, wherever they stand, and what happens without a command. */
class CommonOptionsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console = new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC),
            false);

    @TempDir
    private Path folder;

    @Test
    void theRegisterMayBeNamedBeforeTheCommandOrAfterIt() {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");

        assertThat(Cli.run(console, List.of("--register", before.toString(), "list")))
                .isZero();
        assertThat(Cli.run(console, List.of("list", "--register", after.toString())))
                .isZero();

        assertThat(before.resolve("register.mv.db")).isRegularFile();
        assertThat(after.resolve("register.mv.db")).isRegularFile();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutACommandTheDesktopOpensOnTheRegisterThatIsNamed() {
        List<String> opened = new ArrayList<>();

        int code = Cli.run(console, List.of("--register", folder.toString()), register -> {
            opened.add(register);
            return 0;
        });

        assertThat(code).isZero();
        assertThat(opened).containsExactly(folder.toString());
        assertThat(folder).matches(f -> Files.notExists(f.resolve("register.mv.db")));
    }

    @Test
    void aWordThatIsNoCommandIsRefusedInOneLine() {
        assertThat(Cli.run(console, List.of("asses", "x.json"))).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("'asses'", "assess", "--help");
        assertThat(out.toString()).isEmpty();
    }
}
