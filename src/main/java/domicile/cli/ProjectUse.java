package domicile.cli;

import domicile.problem.ProblemException;
import domicile.report.model.CleanText;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.scan.Acceptance;
import domicile.scan.Baseline;
import domicile.scan.Environment;
import domicile.scan.Role;
import domicile.scan.ScanResult;
import domicile.scan.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that compares a project with a workload: which project, and what of it counts. */
final class ProjectUse {
    @Option(
            names = "--scan",
            paramLabel = "DIR",
            description = "A project, a folder or a zip: each place in it that uses an AI offering is compared, too.")
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

    /** What may count besides what ships. */
    enum Included {
        tests,
        examples
    }

    /** Whether a project was named. */
    boolean asked() {
        return folder != null;
    }

    /**
     * Refuses options that mean nothing without a project.
     *
     * @param more whether others of the command are about it
     */
    void check(boolean more) {
        if (!asked()
                && (more
                        || !include.isEmpty()
                        || environment.isPresent()
                        || project.values().isPresent()
                        || baseline.isPresent())) {
            throw new ProblemException(
                    "these options are about a project, and none is named", "--scan", "add --scan DIR");
        }
    }

    /** The files that are read beside the project. */
    List<Path> files() {
        return Stream.concat(project.values().stream(), baseline.stream()).toList();
    }

    /** Refuses a workload that no project can be compared with. */
    static void checkCandidates(Workload workload) {
        if (workload.candidates().isEmpty()) {
            throw new ProblemException(
                    "the workload names no candidates and approves nothing",
                    CleanText.of(workload.name()),
                    "name the offerings that were approved in its candidates");
        }
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
        return new Scope(roles, environment.map(ProjectUse::environment), accepted);
    }

    private static Environment environment(String name) {
        return Environment.named(name)
                .orElseThrow(() -> new ProblemException(
                        "there is no environment '" + name + "'", "--environment", "name prod, staging, dev or test"));
    }
}
