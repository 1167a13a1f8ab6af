package domicile.cli;

import domicile.assessment.ProjectFinding;
import domicile.assessment.ProjectGate;
import domicile.assessment.UsageStatus;
import domicile.problem.ProblemException;
import domicile.residency.Register;
import domicile.scan.Acceptance;
import domicile.scan.Baseline;
import domicile.scan.Environment;
import domicile.scan.Role;
import domicile.scan.ScanResult;
import domicile.scan.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a gate that also reads a project. */
final class Scanning {
    @Option(
            names = "--scan",
            paramLabel = "DIR",
            description = "A project: each place in it that uses an AI offering has to pass, too.")
    private @Nullable Path folder;

    @Option(
            names = "--include",
            paramLabel = "ROLE",
            split = ",",
            description = "What counts besides what ships: ${COMPLETION-CANDIDATES}.")
    private List<Included> include = new ArrayList<>();

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "Only places of this environment, and those of none: prod, staging, dev or test.")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private ProjectScan project = new ProjectScan();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings that are accepted for a time (domicile.baseline/1).")
    private Optional<Path> baseline = Optional.empty();

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

    /** What may count besides what ships. */
    enum Included {
        tests,
        examples
    }

    /** Whether a project was named. */
    boolean asked() {
        return folder != null;
    }

    UsageFormat format() {
        return format;
    }

    /**
     * Refuses options that mean nothing without a project, or without each other, and a baseline that would take the
     * place of a file that is read.
     */
    void check(List<Path> workloads) {
        if (!asked()
                && (!include.isEmpty()
                        || environment.isPresent()
                        || project.values().isPresent()
                        || baseline.isPresent()
                        || writeBaseline.isPresent()
                        || format != UsageFormat.table)) {
            throw new ProblemException(
                    "these options are about a project, and none is named", "--scan", "add --scan DIR");
        }
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
                Stream.concat(workloads.stream(), project.values().stream()).toList()));
    }

    /** What the project uses. */
    ScanResult scanned(Register register) {
        return project.of(List.of(Optional.ofNullable(folder).orElseThrow()), register)
                .getFirst();
    }

    /** What counts of it. */
    Scope scope() {
        Set<Role> roles = EnumSet.of(Role.SHIPPED);
        for (Included one : include) {
            roles.add(
                    switch (one) {
                        case tests -> Role.TEST;
                        case examples -> Role.EXAMPLE;
                    });
        }
        List<Acceptance> accepted = baseline.map(Baseline::read).orElse(List.of());
        return new Scope(roles, environment.map(Scanning::environment), accepted);
    }

    private static Environment environment(String name) {
        return Environment.named(name)
                .orElseThrow(() -> new ProblemException(
                        "there is no environment '" + name + "'", "--environment", "name prod, staging, dev or test"));
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
