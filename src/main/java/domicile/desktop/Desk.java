package domicile.desktop;

import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What the window works on.
 *
 * @param open opens the register; called once, off the FX thread
 * @param settings the file that the window remembers itself in
 * @param clock today, and when things are saved
 * @param locale the language of all texts
 * @param picker asks where to save a file
 * @param file the workload file that the window was opened with
 */
public record Desk(
        Callable<RegisterStore> open,
        Path settings,
        Clock clock,
        Locale locale,
        FilePicker picker,
        Optional<Path> file) {

    /** A window that was opened with nothing. */
    public Desk(Callable<RegisterStore> open, Path settings, Clock clock, Locale locale, FilePicker picker) {
        this(open, settings, clock, locale, picker, Optional.empty());
    }

    /** The same once its file has been opened. */
    Desk withoutFile() {
        return new Desk(open, settings, clock, locale, picker);
    }
}
