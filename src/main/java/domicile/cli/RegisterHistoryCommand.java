package domicile.cli;

import domicile.register.RegisterStore;
import domicile.register.Version;
import domicile.residency.InputException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code domicile register history}: every version of one offering's facts. */
@Command(name = "history", description = "Shows every version of one offering's facts, oldest first.")
final class RegisterHistoryCommand implements Runnable, Cli.Runs {
    @Parameters(paramLabel = "OFFERING", description = "The offering's id.")
    private String offering = "";

    private Optional<Common> common = Optional.empty();

    @Override
    public void use(Common options) {
        common = Optional.of(options);
    }

    @Override
    public void run() {
        Common options = common.orElseThrow();
        try (RegisterStore store = options.open()) {
            List<Version> versions = store.history(offering);
            if (versions.isEmpty()) {
                throw new InputException(
                        "the register has never known an offering \"" + offering + "\"",
                        "OFFERING",
                        "see 'domicile list' for the ids");
            }
            for (Version v : versions) {
                options.console()
                        .out()
                        .println(v.validFrom() + "  " + (v.fact().isEmpty() ? "offering" : v.fact()) + "  "
                                + v.json().orElse("taken out") + "  (" + v.who() + ", " + v.knownAt() + ": " + v.why()
                                + ")");
            }
        }
    }
}
