package domicile;

import domicile.cli.Cli;
import domicile.cli.Console;
import domicile.desktop.Desk;
import domicile.desktop.DesktopApp;
import domicile.desktop.FilePicker;
import domicile.register.Locations;
import domicile.register.RegisterStore;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The program: the desktop when it is called without arguments, the command line otherwise. Wires everything by constructors. */
public final class Domicile {

    private Domicile() {}

    /** Starts the program. */
    public static void main(String[] args) {
        System.setProperty("domicile.log.folder", Locations.dataFolder().toString());
        if (args.length == 0) {
            Clock clock = Clock.systemDefaultZone();
            DesktopApp.open(new Desk(
                    opening(clock),
                    Locations.dataFolder().resolve("desktop.properties"),
                    clock,
                    Locale.getDefault(),
                    FilePicker.system()));
            System.exit(0);
        }
        System.exit(Cli.run(console(), List.of(args)));
    }

    /** Opens the register and reads today's state of it while JavaFX starts; who calls gets it, or what went wrong. */
    private static Callable<RegisterStore> opening(Clock clock) {
        FutureTask<RegisterStore> opening = new FutureTask<>(() -> {
            RegisterStore store = RegisterStore.open(Locations.defaultRegister(), clock);
            store.asOf(LocalDate.now(clock));
            return store;
        });
        Thread.ofPlatform().daemon().name("domicile-open").start(opening);
        return () -> {
            try {
                return opening.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        };
    }

    private static Console console() {
        boolean color = System.console() != null && System.console().isTerminal() && System.getenv("NO_COLOR") == null;
        return new Console(
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                Clock.systemDefaultZone(),
                color);
    }
}
