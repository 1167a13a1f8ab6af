package domicile.assessment;

import domicile.scan.Usage;
import java.util.List;
import java.util.Optional;

/**
 * One place of a project with all that was found there.
 *
 * @param usage what is used; empty where a setting keeps something, or a file is not readable
 * @param findings at least one
 */
public record PlaceInUse(Optional<Usage> usage, List<ProjectFinding> findings) {
    public PlaceInUse {
        findings = List.copyOf(findings);
    }

    /** What it comes to: the worst of its findings. */
    public UsageStatus status() {
        return findings.stream()
                .map(ProjectFinding::status)
                .min(UsageStatus::compareTo)
                .orElseThrow();
    }

    /** The first of its findings: file, line and fingerprint are those of all. */
    public ProjectFinding first() {
        return findings.getFirst();
    }

    /** The place as {@code file:line}. */
    public String place() {
        return first().place();
    }

    /** Whether it stands for a file that is not readable. */
    public boolean unreadable() {
        return first().requirement().filter(ProjectFinding.READABLE::equals).isPresent();
    }

    /** Whether somebody accepts all that does not pass. */
    public boolean accepted() {
        return status() != UsageStatus.MET && findings.stream().allMatch(ProjectFinding::passes);
    }
}
