package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.Encryption;
import domicile.register.Locations;
import domicile.register.RegisterProblem;
import domicile.register.RegisterStore;
import domicile.register.Upgrade;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
                    "A folder or file (H2), or a jdbc: URL (PostgreSQL, no password in it); default: your data folder, or"
                            + " DOMICILE_REGISTER.")
    private @Nullable String location;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Say nothing but data and errors.")
    private boolean quiet;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colour; NO_COLOR does the same.")
    private boolean noColor;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    @Option(
            names = "--passphrase-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description =
                    "A file whose first line is the passphrase of an encrypted register; default: DOMICILE_PASSPHRASE_FILE, else the system's keyring, else you are asked.")
    private @Nullable String passphraseFile;

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

    /** A remark for the person at the terminal, below the data; not data. None where the data found no taker. */
    void note(String text) {
        console.out().flush();
        if (!quiet && console.data().open()) {
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
        passphrases().unlock(location());
        RegisterStore store = opened(location());
        try {
            store.opening().ifPresent(done -> note("domicile: " + done));
            store.copy().ifPresent(copy -> note("domicile: " + copy.told(console.clock())));
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Opens another register than the one that the command is about. */
    RegisterStore openOther(String other) {
        return opened(other);
    }

    /** Where passphrases come from. */
    Passphrases passphrases() {
        return new Passphrases(console, Optional.ofNullable(passphraseFile));
    }

    /** Keeps the passphrase of a register in the system's keyring. */
    void keep(String location, char[] passphrase) {
        boolean kept = Encryption.keyId(location)
                .filter(key -> console.keyring().keep(key, passphrase))
                .isPresent();
        if (!kept) {
            note("domicile: there is no keyring here that takes the passphrase; you will be asked for it");
        }
    }

    /** Asks for the password that a server asks for, where somebody is there to type it. */
    private RegisterStore opened(String location) {
        try {
            return RegisterStore.open(location, console.clock());
        } catch (ProblemException e) {
            return Optional.of(e)
                    .filter(refused -> refused.is(RegisterProblem.PASSWORD_MISSING))
                    .flatMap(refused -> console.passwords().apply("Password for " + refused.where()))
                    .map(typed -> RegisterStore.open(location, Optional.of(typed), console.clock()))
                    .orElseThrow(() -> e);
        }
    }

    /** Whether a register was named on the command line. */
    boolean registerGiven() {
        return location != null;
    }

    String location() {
        if (location == null) {
            return Locations.defaultRegister();
        }
        if (location.isBlank()) {
            throw new ProblemException(
                    "no location is named",
                    "--register",
                    "name a folder, a file or a jdbc: URL, or leave the option out");
        }
        if (!location.startsWith("jdbc:")) {
            try {
                var _ = Path.of(location);
            } catch (InvalidPathException e) {
                throw new ProblemException("'" + location + "' " + Cli.NO_PATH, "--register", "or name another", e);
            }
        }
        return location;
    }

    LocalDate orToday(@Nullable LocalDate day) {
        return Optional.ofNullable(day).orElse(console.today());
    }
}
