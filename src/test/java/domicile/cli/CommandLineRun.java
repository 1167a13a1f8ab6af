package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one call of the command line gave.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record CommandLineRun(int code, String out, String err) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    /** Names of classes and packages, options of parsers, and numbers that no person counts to. */
    private static final Pattern CLASSES = Pattern.compile(
            "\\b(java|com|org|picocli)\\.[a-z]|Exception|[a-z]Error\\b|Feature|Json[A-Z]|Stream[A-Z]|`|index \\d|is not an? (int|long)");

    /** Runs a command in this process, as on 30 June 2026. */
    static CommandLineRun of(List<String> args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), CLOCK, false);
        int code = Cli.run(console, args, (register, file) -> {
            out.write("the desktop on " + register + file.map(f -> " with " + f).orElse(""));
            return 0;
        });
        return new CommandLineRun(code, out.toString(), err.toString());
    }

    /** Runs a command on a register. */
    static CommandLineRun on(Object register, Object... args) {
        List<String> all = new ArrayList<>();
        for (Object arg : args) {
            all.add(arg.toString());
        }
        all.add("--register");
        all.add(register.toString());
        return of(all);
    }

    /** It did what it was asked, and said nothing on standard error but remarks. */
    CommandLineRun done() {
        assertThat(code).as(err).isZero();
        assertThat(err.lines()).allMatch(l -> l.startsWith("domicile: "));
        return this;
    }

    /** It refused in one line that says what, where and what to do; nothing went to standard output. */
    CommandLineRun refused(String... saying) {
        assertThat(code).as(out + err).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("domicile: ").doesNotContain("\tat ").doesNotContainPattern(CLASSES);
        assertThat(List.of(saying)).allSatisfy(said -> assertThat(err).contains(said));
        assertThat(err.lines()).hasSize(1);
        return this;
    }
}
