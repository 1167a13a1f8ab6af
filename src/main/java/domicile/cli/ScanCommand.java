package domicile.cli;

import domicile.residency.Register;
import domicile.scan.Certainty;
import domicile.scan.ScanResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile scan}: what a project uses, place by place. */
@Command(
        name = "scan",
        description =
                "Reads a project and lists each place that uses an AI offering: offering, deployment, places, model,"
                        + " file and line. It opens no connection and runs nothing.")
final class ScanCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "The project's folder, or a zip of it; several in one run.")
    private List<Path> folders = new ArrayList<>();

    @Mixin
    private AsOf asOf = new AsOf();

    @Mixin
    private ProjectScan project = new ProjectScan();

    @Option(names = "--exit-code", description = "Exit with 1 when a value is unresolved or a file is not readable.")
    private boolean exitCode;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}.",
            defaultValue = "table")
    private UsageFormat format = UsageFormat.table;

    private final Common options;

    ScanCommand(Common options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        Register register = asOf.register(options, options.console().today());
        List<ScanResult> results = project.of(folders, register);
        UsageOutput.print(results, format, options.console().out());
        boolean open = results.stream()
                .anyMatch(r -> !r.unreadable().isEmpty()
                        || r.usages().stream().anyMatch(u -> u.certainty() == Certainty.UNRESOLVED));
        return exitCode && open ? Cli.FAILED : 0;
    }
}
