package domicile.assessment;

import domicile.scan.Acceptance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one place in a project comes to.
 *
 * @param requirement the requirement that decides; empty where nobody assessed it, or nothing is asked
 * @param lift what would lift it
 * @param accepted who accepts it, where somebody does
 */
public record ProjectFinding(
        String workload,
        String file,
        int line,
        int column,
        Optional<String> offering,
        Optional<String> service,
        Optional<String> deployment,
        String matched,
        UsageStatus status,
        Optional<String> requirement,
        Optional<String> environment,
        Sentence reason,
        List<Cited> citations,
        Optional<Sentence> lift,
        String fingerprint,
        Optional<Acceptance> accepted) {

    /** The requirement of a file that is not readable. */
    public static final String READABLE = "READABLE";

    static final Comparator<ProjectFinding> ORDER = Comparator.comparing(ProjectFinding::file)
            .thenComparingInt(ProjectFinding::line)
            .thenComparingInt(ProjectFinding::column)
            .thenComparing(f -> f.environment().orElse(""))
            .thenComparing(f -> f.requirement().orElse(""))
            .thenComparing(f -> f.offering().orElse(""))
            .thenComparing(ProjectFinding::fingerprint);

    public ProjectFinding {
        citations = List.copyOf(citations);
    }

    /** Whether a pipeline may go on in spite of it. */
    public boolean passes() {
        return status == UsageStatus.MET || accepted.isPresent();
    }

    /** The requirement that decides; empty also where a file is not readable. */
    public Optional<Requirement> asked() {
        return requirement.filter(r -> !r.equals(READABLE)).map(Requirement::valueOf);
    }

    /** The place as {@code file:line}. */
    public String place() {
        return file + ":" + line;
    }

    ProjectFinding accepted(Acceptance by) {
        return new ProjectFinding(
                workload,
                file,
                line,
                column,
                offering,
                service,
                deployment,
                matched,
                status,
                requirement,
                environment,
                reason,
                citations,
                lift,
                fingerprint,
                Optional.of(by));
    }
}
