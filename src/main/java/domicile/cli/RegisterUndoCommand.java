package domicile.cli;

import domicile.register.RegisterStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register undo}: what was in force before a change, put back. */
@Command(
        name = "undo",
        description =
                "Puts back what was in force before a change. The change stays in the history; undoing is a new one.")
final class RegisterUndoCommand implements Runnable {
    @Parameters(paramLabel = "CHANGE", description = "The change's number, as 'history' prints it.")
    private long change;

    @Mixin
    private Who who = new Who();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; default: that it is undone.")
    private @Nullable String why;

    private final Common options;

    RegisterUndoCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        try (RegisterStore store = options.open()) {
            store.undo(change, who.name(), Optional.ofNullable(why).orElse("Undoes change " + change));
            options.note("domicile: change " + change + " is undone, "
                    + store.asOf(options.console().today()).hash());
        }
    }
}
