package domicile.cli;

import domicile.register.RegisterStore;
import domicile.residency.Capture;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile source withdraw}: a capture that should not count. */
@Command(
        name = "withdraw",
        description = "Withdraws a capture: its bytes go; its hash, day, who and why stay; its quotes count no more. It"
                + " cannot be undone.")
final class SourceWithdrawCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "ID", description = "The source's number.")
    private int id;

    @Parameters(
            index = "1",
            paramLabel = "HASH",
            description = "The capture's hash, or its first digits, as 'domicile source list ID' prints it.")
    private String hash = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why.")
    private String why = "";

    @Mixin
    private Who who = new Who();

    private final Common options;

    SourceWithdrawCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate today = options.console().today();
        try (RegisterStore store = options.open()) {
            Capture capture = SourceCommands.capture(store.asOf(today), id, hash);
            store.captures().withdraw(capture, who.name(), why);
            options.note("domicile: withdrawn: " + capture.hash() + " of source " + id + ", "
                    + store.asOf(today).hash());
        }
    }
}
