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
import java.util.List;
import java.util.Locale;

/** The program: the desktop when it is called without arguments, the command line otherwise. Wires everything by constructors. */
public final class Domicile {

    private Domicile() {}

    /** Starts the program. */
    public static void main(String[] args) {
        System.setProperty("domicile.log.folder", Locations.dataFolder().toString());
        if (args.length == 0) {
            DesktopApp.open(new Desk(
                    () -> RegisterStore.open(Locations.defaultRegister(), Clock.systemDefaultZone()),
                    Locations.dataFolder().resolve("desktop.properties"),
                    Clock.systemDefaultZone(),
                    Locale.getDefault(),
                    FilePicker.system()));
            System.exit(0);
        }
        System.exit(Cli.run(console(), List.of(args)));
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
