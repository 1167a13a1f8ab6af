package domicile.cli;

import domicile.register.RegisterStore;
import domicile.report.Verification;
import domicile.residency.Register;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code domicile verify}: whether a PDF report says what its attachments lead to. */
@Command(
        name = "verify",
        description =
                "Makes the assessment of a PDF report anew from what is attached to it and says whether its findings and"
                        + " pages hold. With --register: whether they still hold on that register today.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "REPORT.pdf", description = "A PDF report.")
    private Path report = Path.of(".");

    private final Common options;

    VerifyCommand(Common options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        PrintWriter out = options.console().out();
        Verification verification = Verification.open(report);
        Verification.Outcome itself = verification.itself();
        itself.problems().forEach(p -> out.println("ALTERED " + report + ": " + p));
        itself.notes().forEach(n -> options.note("domicile: " + n));
        if (!itself.holds()) {
            return Cli.FAILED;
        }
        out.println(report + ": \"" + verification.name() + "\" of " + verification.date()
                + " holds: its findings follow from the register and the answers attached to it");
        return options.registerGiven() ? today(verification, options, out) : 0;
    }

    private int today(Verification verification, Common options, PrintWriter out) {
        LocalDate today = options.console().today();
        Register present;
        try (RegisterStore store = options.open()) {
            present = store.asOf(today);
        }
        Verification.Outcome now = verification.on(present, today);
        now.problems().forEach(p -> out.println("CHANGED " + report + ": " + p));
        if (now.holds()) {
            out.println(
                    report + ": the findings still hold on the register as of " + today + " (" + present.hash() + ")");
        }
        return now.holds() ? 0 : Cli.FAILED;
    }
}
