package domicile.cli;

import domicile.problem.Secrets;
import domicile.vault.Keyring;
import domicile.vault.SystemKeyring;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command reads from and writes to besides its arguments. Data goes to {@code out} alone, everything else to
 * {@code err}, and no password there.
 *
 * @param clock the time, and the day that counts where none is given
 * @param color whether {@code out} is a terminal that shows colour
 * @param data what is below {@code out}
 * @param passwords asks the person at the terminal, without showing what is typed; empty where there is no terminal, or
 *     nothing is typed
 * @param keyring where the system keeps passphrases
 */
public record Console(
        PrintWriter out,
        PrintWriter err,
        Clock clock,
        boolean color,
        StandardOutput data,
        Function<String, Optional<String>> passwords,
        Keyring keyring) {

    /** A console that writes into memory. */
    public Console(Writer out, Writer err, Clock clock, boolean color) {
        this(
                new PrintWriter(out),
                guarded(err),
                clock,
                color,
                new StandardOutput(OutputStream.nullOutputStream(), false),
                question -> Optional.empty(),
                Keyring.NONE);
    }

    /** The same at which somebody types passwords. */
    Console typing(Function<String, Optional<String>> typed) {
        return new Console(out, err, clock, color, data, typed, keyring);
    }

    /** The same with a keyring. */
    Console keeping(Keyring kept) {
        return new Console(out, err, clock, color, data, passwords, kept);
    }

    /** A console on a stream that may be full, or that nobody reads. */
    Console(StandardOutput data, Writer err, Clock clock, boolean color) {
        // not the system's own writer, which does not tell why a write failed
        this(
                new PrintWriter(new OutputStreamWriter(data, StandardCharsets.UTF_8), false),
                guarded(err),
                clock,
                color,
                data,
                question -> Optional.empty(),
                Keyring.NONE);
    }

    /** The console that the program was started on. */
    public static Console system(Clock clock) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Console(
                        new StandardOutput(new FileOutputStream(FileDescriptor.out), readByAnother()),
                        new OutputStreamWriter(System.err, StandardCharsets.UTF_8),
                        clock,
                        terminal && System.getenv("NO_COLOR") == null)
                .keeping(new SystemKeyring())
                .typing(terminal ? Console::typed : question -> Optional.empty());
    }

    private static Optional<String> typed(String question) {
        return Optional.ofNullable(System.console())
                .flatMap(console -> Optional.ofNullable(console.readPassword("%s: ", question)))
                .map(String::valueOf)
                .filter(password -> !password.isEmpty());
    }

    private static PrintWriter guarded(Writer err) {
        return new PrintWriter(new LineByLine(err, Secrets::hidden), true);
    }

    /** Whether standard output is a pipe or a socket, where the system tells that. */
    private static boolean readByAnother() {
        try {
            String is = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return is.startsWith("pipe:") || is.startsWith("socket:");
        } catch (java.io.IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The day that counts where none is given. */
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
