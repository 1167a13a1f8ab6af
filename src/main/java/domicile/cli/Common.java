package domicile.cli;

import domicile.register.Locations;
import domicile.register.RegisterStore;
import domicile.register.Upgrade;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has; they may stand before the command or after it. */
final class Common {
    @Option(
            names = "--register",
            scope = ScopeType.INHERIT,
            paramLabel = "LOCATION",
            description =
                    "A folder or file (H2), or a jdbc: URL (PostgreSQL); default: your data folder, or DOMICILE_REGISTER.")
    private @Nullable String location;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Say nothing but data and errors.")
    private boolean quiet;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colour; NO_COLOR does the same.")
    private boolean noColor;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    private final Console console;

    Common(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    boolean debug() {
        return debug;
    }

    boolean color() {
        return console.color() && !noColor;
    }

    /** A remark for the person at the terminal; not data. */
    void note(String text) {
        if (!quiet) {
            console.err().println(text);
        }
    }

    /** Opens the register, and says so when facts of it are worded for an older version of the rules. */
    RegisterStore open() {
        RegisterStore store = openAsItIs();
        try {
            int waiting = quiet ? 0 : Upgrade.waiting(store, console.today());
            if (waiting > 0) {
                note("domicile: "
                        + (waiting == 1 ? "1 fact of the register is" : waiting + " facts of the register are")
                        + " worded for rules version 1; run 'domicile register upgrade'");
            }
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Opens the register without a word. */
    RegisterStore openAsItIs() {
        RegisterStore store = RegisterStore.open(location(), console.clock());
        store.opening().ifPresent(done -> note("domicile: " + done));
        return store;
    }

    /** Whether a register was named on the command line. */
    boolean registerGiven() {
        return location != null;
    }

    String location() {
        return location == null ? Locations.defaultRegister() : location;
    }

    LocalDate orToday(@Nullable LocalDate day) {
        return Optional.ofNullable(day).orElse(console.today());
    }
}
