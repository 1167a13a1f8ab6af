package domicile.cli;

import domicile.register.Locations;
import domicile.register.RegisterStore;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Common {
    @Option(
            names = "--register",
            paramLabel = "LOCATION",
            description =
                    "A folder or file (H2), or a jdbc: URL (PostgreSQL); default: your data folder, or DOMICILE_REGISTER.")
    private @Nullable String location;

    @Option(names = "--quiet", description = "Say nothing but data and errors.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colour; NO_COLOR does the same.")
    private boolean noColor;

    @Option(names = "--debug", description = "Show the stack trace of an error.")
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

    RegisterStore open() {
        return RegisterStore.open(location(), console.clock());
    }

    String location() {
        return location == null ? Locations.defaultRegister() : location;
    }

    LocalDate orToday(@Nullable LocalDate day) {
        return Optional.ofNullable(day).orElse(console.today());
    }
}
