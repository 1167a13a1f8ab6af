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

/**
 * What a command reads from and writes to besides its arguments. Data goes to {@code out} alone, everything else to
 * {@code err}, and no password there.
 *
 * @param clock the time, and the day that counts where none is given
 * @param color whether {@code out} is a terminal that shows colour
 * @param data what is below {@code out}
 * @param terminal who types passphrases
 * @param keyring who keeps them
 */
public record Console(
        PrintWriter out,
        PrintWriter err,
        Clock clock,
        boolean color,
        StandardOutput data,
        Terminal terminal,
        Keyring keyring) {

    /** A console that writes into memory. */
    public Console(Writer out, Writer err, Clock clock, boolean color) {
        this(
                new PrintWriter(out),
                guarded(err),
                clock,
                color,
                new StandardOutput(OutputStream.nullOutputStream(), false),
                Terminal.NONE,
                Keyring.NONE);
    }

    /** The same console with somebody at it. */
    Console with(Terminal person, Keyring kept) {
        return new Console(out, err, clock, color, data, person, kept);
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
                Terminal.NONE,
                Keyring.NONE);
    }

    /** The console that the program was started on. */
    public static Console system(Clock clock) {
        return new Console(
                        new StandardOutput(new FileOutputStream(FileDescriptor.out), readByAnother()),
                        new OutputStreamWriter(System.err, StandardCharsets.UTF_8),
                        clock,
                        System.console() != null && System.console().isTerminal() && System.getenv("NO_COLOR") == null)
                .with(Terminal.system(), new SystemKeyring());
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
