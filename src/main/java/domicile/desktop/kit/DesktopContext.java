package domicile.desktop.kit;

import domicile.register.RegisterStore;
import domicile.residency.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What the window works on.
 *
 * @param snapshot what the register said when a window last read it, if that is known; asked off the FX thread
 * @param open opens the register; called off the FX thread
 * @param settings the file that the window remembers itself in
 * @param clock today, and when things are saved
 * @param locale the language of all texts
 * @param picker asks where to save a file
 * @param file the workload file that the window was opened with
 * @param locks opens the register's key and locks it away
 */
public record DesktopContext(
        Callable<Optional<Register>> snapshot,
        Opens open,
        Path settings,
        Clock clock,
        Locale locale,
        FilePicker picker,
        Optional<Path> file,
        Locks locks) {

    /** On a register that cannot be encrypted. */
    public DesktopContext(
            Callable<Optional<Register>> snapshot,
            Opens open,
            Path settings,
            Clock clock,
            Locale locale,
            FilePicker picker,
            Optional<Path> file) {
        this(snapshot, open, settings, clock, locale, picker, file, Locks.none());
    }

    /** Opens a register. */
    @FunctionalInterface
    public interface Opens {
        /** @param password what a person has typed after a server asked for it */
        RegisterStore with(Optional<String> password) throws Exception;
    }

    /** The same once its file has been opened. */
    public DesktopContext withoutFile() {
        return new DesktopContext(snapshot, open, settings, clock, locale, picker, Optional.empty(), locks);
    }
}
