package domicile.cli;

import domicile.residency.InputException;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile show}: everything about one offering. */
@Command(name = "show", description = "Shows one offering: its three layers, and every fact with its citation.")
final class ShowCommand implements Runnable, Cli.Runs {
    @Parameters(paramLabel = "OFFERING", description = "The offering's id, as 'domicile list' prints it.")
    private String offering = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "The register as of this day; default: today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}.",
            defaultValue = "table")
    private TableOrJson format = TableOrJson.table;

    private Optional<Common> common = Optional.empty();

    @Override
    public void use(Common options) {
        common = Optional.of(options);
    }

    @Override
    public void run() {
        Common options = common.orElseThrow();
        Register register = options.asOf(asOf);
        Offering found = register.offering(offering)
                .orElseThrow(() -> new InputException(
                        "there is no offering \"" + offering + "\"",
                        "OFFERING",
                        "use one of: "
                                + String.join(
                                        ", ",
                                        register.offerings().stream()
                                                .map(Offering::id)
                                                .toList())));
        OfferingTexts texts = new OfferingTexts(register);
        switch (format) {
            case table -> texts.show(found, options.console().out());
            case json -> texts.showJson(found, options.console().out());
        }
    }
}
