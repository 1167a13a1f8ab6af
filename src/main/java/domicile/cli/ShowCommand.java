package domicile.cli;

import domicile.residency.InputException;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile show}: everything about one offering. */
@Command(name = "show", description = "Shows one offering: its three layers, and every fact with its citation.")
final class ShowCommand implements Runnable, Cli.Runs {
    @Parameters(paramLabel = "OFFERING", description = "The offering's id, as 'domicile list' prints it.")
    private String offering = "";

    @Mixin
    private AsOf asOf = new AsOf();

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
        Register register = asOf.register(options, options.console().today());
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
