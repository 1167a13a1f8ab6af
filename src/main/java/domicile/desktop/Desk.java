package domicile.desktop;

import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * What the window works on.
 *
 * @param open opens the register; called once, off the FX thread
 * @param settings the file that the window remembers itself in
 * @param clock today, and when things are saved
 * @param locale the language of all texts
 * @param picker asks where to save a file
 */
public record Desk(Callable<RegisterStore> open, Path settings, Clock clock, Locale locale, FilePicker picker) {}
