package domicile.cli;

import domicile.assessment.Assessment;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Verdict;
import domicile.report.model.CleanText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile gate}: whether every candidate passes, for a pipeline. */
@Command(
        name = "gate",
        description = "Exits with 0 when every candidate passes, with 1 when one does not, naming it."
                + " With --scan, every place in a project that uses an AI offering has to pass too.")
final class GateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORKLOAD.json", arity = "1..*", description = "Workload files (domicile.workload/1).")
    private List<Path> workloads = new ArrayList<>();

    @Mixin
    private Assessing assessing = new Assessing();

    @Mixin
    private Scanning scanning = new Scanning();

    @Option(
            names = "--allow",
            paramLabel = "VERDICT",
            description = "The worst verdict that passes: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
            defaultValue = "SUITABLE")
    private Allowed allow = Allowed.SUITABLE;

    private final Common options;

    /** The verdicts that a pipeline may let pass; an unknown never does. */
    enum Allowed {
        SUITABLE,
        CONDITIONAL
    }

    GateCommand(Common options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        Verdict least = switch (allow) {
            case SUITABLE -> Verdict.SUITABLE;
            case CONDITIONAL -> Verdict.CONDITIONAL;
        };
        scanning.check(workloads);
        Assessing.Ready ready = assessing.ready(options, workloads);
        if (scanning.asked()) {
            return new ProjectGateRun(options, scanning).run(ready, least) ? 0 : Cli.FAILED;
        }
        int failed = 0;
        for (Assessment a : ready.assessments(options.console())) {
            for (OfferingAssessment o : a.offerings()) {
                if (o.verdict().compareTo(least) < 0) {
                    failed++;
                    options.console().out().println(failed(a, o));
                }
            }
        }
        if (failed == 0) {
            options.note("domicile: every candidate passes");
        }
        return failed == 0 ? 0 : Cli.FAILED;
    }

    /** A candidate that does not pass, with what is worst about it. */
    static String failed(Assessment a, OfferingAssessment o) {
        String worst = o.requirements().stream()
                .min(Comparator.comparing(Finding::status))
                .map(Assessing::said)
                .orElse("");
        return "FAILED " + CleanText.of(a.workload().name()) + ": " + o.offering() + " is " + o.verdict() + "; "
                + worst;
    }
}
