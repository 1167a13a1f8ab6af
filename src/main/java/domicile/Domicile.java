package domicile;

import domicile.cli.Cli;
import domicile.cli.Console;
import domicile.desktop.app.DesktopApp;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Locks;
import domicile.register.Locations;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program: the desktop when it is called without a command, the command line otherwise. Wires everything by
 * constructors.
 */
public final class Domicile {

    // held here, since a logger that nobody holds forgets its level
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Domicile() {}

    /** Starts the program. */
    public static void main(String[] args) {
        System.setProperty(LogFile.FOLDER, Locations.dataFolder().toString());
        Console console = Console.system(Clock.systemDefaultZone());
        System.exit(
                args.length == 0
                        ? desktop(console, Locations.defaultRegister(), Optional.empty())
                        : Cli.run(console, List.of(args), (register, file) -> desktop(console, register, file)));
    }

    /** Opens the register; what was typed is remembered while the program runs, for a window that is made anew. */
    private static DesktopContext.Opens remembering(String register, Clock clock, Locks locks) {
        AtomicReference<Optional<String>> typed = new AtomicReference<>(Optional.empty());
        return password -> {
            locks.openUnasked();
            Optional<String> asked = password.or(typed::get);
            RegisterStore store = RegisterStore.open(register, asked, clock);
            typed.set(asked);
            return store;
        };
    }

    private static int desktop(Console console, String register, Optional<Path> file) {
        // JavaFX warns that it was loaded from the class path, which is how it is shipped
        JAVAFX.setLevel(Level.SEVERE);
        Clock clock = console.clock();
        Locks locks = Locks.of(register, console.keyring());
        try {
            DesktopApp.open(new DesktopContext(
                    () -> RegisterStore.snapshot(register, LocalDate.now(clock)),
                    remembering(register, clock, locks),
                    Locations.dataFolder().resolve("desktop.properties"),
                    clock,
                    Locale.getDefault(),
                    FilePicker.system(),
                    file,
                    locks));
            return 0;
        } catch (UnsupportedOperationException noScreen) {
            console.err()
                    .println("domicile: there is no screen to open a window on (" + noScreen.getMessage()
                            + "); use the command line, see 'domicile --help'");
            return 2;
        }
    }
}
