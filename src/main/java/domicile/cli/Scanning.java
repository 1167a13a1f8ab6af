package domicile.cli;

import domicile.assessment.ProjectFinding;
import domicile.assessment.ProjectGate;
import domicile.assessment.UsageStatus;
import domicile.problem.ProblemException;
import domicile.residency.Register;
import domicile.scan.Baseline;
import domicile.scan.ScanResult;
import domicile.scan.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a gate that also reads a project. */
final class Scanning {
    @Mixin
    private ProjectUse project = new ProjectUse();

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Writes the findings that do not pass as a baseline; needs --until and --reason.")
    private Optional<Path> writeBaseline = Optional.empty();

    @Option(names = "--until", paramLabel = "DAY", description = "The last day on which a written baseline counts.")
    private @Nullable LocalDate until;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why a written baseline is accepted.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "With --scan: ${COMPLETION-CANDIDATES}.",
            defaultValue = "table")
    private UsageFormat format = UsageFormat.table;

    /** Whether a project was named. */
    boolean asked() {
        return project.asked();
    }

    UsageFormat format() {
        return format;
    }

    /**
     * Refuses options that mean nothing without a project, or without each other, and a baseline that would take the
     * place of a file that is read.
     */
    void check(List<Path> workloads) {
        project.check(writeBaseline.isPresent() || format != UsageFormat.table);
        if (writeBaseline.isPresent()
                && (until == null || reason.filter(r -> !r.isBlank()).isEmpty())) {
            throw new ProblemException(
                    "a baseline needs a reason and a last day",
                    "--write-baseline",
                    "add --until DAY and --reason TEXT");
        }
        writeBaseline.ifPresent(file -> OutputFile.check(
                file,
                "--write-baseline",
                Stream.concat(workloads.stream(), project.files().stream()).toList()));
    }

    /** What the project uses. */
    ScanResult scanned(Register register) {
        return project.scanned(register);
    }

    /** What counts of it. */
    Scope scope() {
        return project.scope();
    }

    /** Writes what does not pass as a baseline, where that was asked for. */
    void write(List<ProjectGate.Result> results) {
        if (writeBaseline.isEmpty()) {
            return;
        }
        Map<String, ProjectFinding> open = new LinkedHashMap<>();
        for (ProjectGate.Result result : results) {
            for (ProjectFinding finding : result.findings()) {
                if (finding.status() != UsageStatus.MET) {
                    open.putIfAbsent(finding.fingerprint(), finding);
                }
            }
        }
        OutputFile.write(
                writeBaseline.get(),
                Json.text(Baseline.of(
                                List.copyOf(open.keySet()),
                                reason.orElseThrow(),
                                Optional.ofNullable(until).orElseThrow()))
                        + "\n");
    }
}
