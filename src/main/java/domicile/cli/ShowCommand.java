package domicile.cli;

import domicile.problem.ProblemException;
import domicile.residency.Offering;
import domicile.residency.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code domicile show}: everything about one offering. */
@Command(name = "show", description = "Shows one offering: its three layers, and every fact with its citation.")
final class ShowCommand implements Runnable {
    @Parameters(paramLabel = "OFFERING", description = "The offering's id, as 'domicile list' prints it.")
    private String offering = "";

    @Mixin
    private AsOf asOf = new AsOf();

    @Mixin
    private Output output = new Output();

    private final Common options;

    ShowCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        AsOf.State state = asOf.state(options, options.console().today());
        Register register = state.register();
        Offering found = register.offering(offering)
                .orElseThrow(() -> new ProblemException(
                        "there is no offering \"" + offering + "\"",
                        "OFFERING",
                        "use one of: "
                                + String.join(
                                        ", ",
                                        register.offerings().stream()
                                                .map(Offering::id)
                                                .toList())));
        OfferingTexts texts = new OfferingTexts(register);
        switch (output.format()) {
            case table -> {
                texts.show(found, options.console().out());
                options.note("domicile: as of change " + state.change() + "; 'register edit --seen " + state.change()
                        + "' is refused when somebody writes between");
            }
            case json -> texts.showJson(found, options.console().out());
        }
    }
}
