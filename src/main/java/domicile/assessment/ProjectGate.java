package domicile.assessment;

import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.scan.Acceptance;
import domicile.scan.Environment;
import domicile.scan.KeepingSwitch;
import domicile.scan.ScanResult;
import domicile.scan.Scope;
import domicile.scan.UnreadableFile;
import domicile.scan.Usage;
import domicile.scan.signature.Signatures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what a project uses with what a workload's assessment approved. Pure. */
public final class ProjectGate {
    private static final String RETENTION = "RETENTION";

    /**
     * The findings of every place, and what else is worth saying.
     *
     * @param findings in the order of the files
     */
    public record Result(List<ProjectFinding> findings, List<Sentence> notes) {
        public Result {
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }

        /** Whether every place passes. */
        public boolean passes() {
            return findings.stream().allMatch(ProjectFinding::passes);
        }

        /** How many findings somebody accepts. */
        public long accepted() {
            return findings.stream().filter(f -> f.accepted().isPresent()).count();
        }
    }

    private ProjectGate() {}

    /**
     * Judges a scan by a workload.
     *
     * @param date the assessment's
     */
    public static Result judge(
            Workload workload, Register register, Signatures signatures, ScanResult scan, LocalDate date, Scope scope) {
        UsageJudge judge = new UsageJudge(workload, register, signatures, date);
        List<ProjectFinding> findings = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Usage usage : scan.usages()) {
            if (scope.holds(usage.role(), usage.environment())) {
                List<ProjectFinding> all = judge.findings(usage, joined(usage, scan));
                all.forEach(f -> f.offering().ifPresent(used::add));
                findings.addAll(all);
            }
        }
        for (KeepingSwitch one : scan.switches()) {
            if (scope.holds(one.role(), Environment.of(one.file())) && counts(one, workload, signatures)) {
                findings.add(kept(one, workload, judge));
            }
        }
        for (UnreadableFile file : scan.unreadable()) {
            if (scope.holds(file.role(), Environment.of(file.file()))) {
                findings.add(unreadable(file, workload));
            }
        }
        findings.sort(ProjectFinding.ORDER);
        return accepted(findings, notes(workload, used), scope, date);
    }

    /** The deployments of the account that a usage is an endpoint of. */
    private static List<Usage> joined(Usage usage, ScanResult scan) {
        return usage.joined().isEmpty()
                ? List.of()
                : scan.usages().stream()
                        .filter(u -> usage.joined().contains(u.place()) && !u.equals(usage))
                        .filter(u -> u.offering().equals(usage.offering()))
                        .toList();
    }

    private static List<Sentence> notes(Workload workload, Set<String> used) {
        return new ArrayList<>(workload.candidates().stream()
                .filter(c -> !used.contains(c))
                .map(c -> Sentence.of("ships.unused", c))
                .toList());
    }

    private static Result accepted(List<ProjectFinding> findings, List<Sentence> notes, Scope scope, LocalDate date) {
        List<ProjectFinding> said = new ArrayList<>();
        Set<Acceptance> matched = new HashSet<>();
        for (ProjectFinding finding : findings) {
            List<Acceptance> fitting = finding.status() == UsageStatus.MET
                    ? List.of()
                    : scope.accepted().stream().filter(a -> fits(a, finding)).toList();
            matched.addAll(fitting);
            said.add(fitting.stream()
                    .filter(a -> a.counts(date))
                    .findFirst()
                    .map(finding::accepted)
                    .orElse(finding));
        }
        List<Sentence> all = new ArrayList<>(notes);
        for (Acceptance a : scope.accepted()) {
            String what = a.file().or(a::fingerprint).orElse("");
            if (!matched.contains(a)) {
                all.add(Sentence.of("ships.acceptedNothing", what));
            } else if (!a.counts(date)) {
                all.add(Sentence.of("ships.acceptedUntil", what, a.until()));
            }
        }
        return new Result(said, all);
    }

    private static boolean fits(Acceptance a, ProjectFinding finding) {
        return a.fits(
                finding.fingerprint(), finding.file(), finding.offering().or(finding::service), finding.deployment());
    }

    /** A switch of what a lane is sold within counts for the lane too. */
    private static boolean counts(KeepingSwitch one, Workload workload, Signatures signatures) {
        boolean approved = workload.candidates().contains(one.offering())
                || signatures.lanes().entrySet().stream()
                        .filter(lane -> lane.getValue().equals(one.offering()))
                        .map(Map.Entry::getKey)
                        .anyMatch(workload.candidates()::contains);
        return one.requirement().equals(RETENTION)
                && approved
                && workload.retentionMaxDays().isPresent();
    }

    private static ProjectFinding kept(KeepingSwitch one, Workload workload, UsageJudge judge) {
        return new ProjectFinding(
                workload.name(),
                one.file(),
                one.line(),
                one.column(),
                Optional.of(one.offering()),
                Optional.empty(),
                Optional.empty(),
                one.setting(),
                UsageStatus.UNVERIFIED,
                Optional.of(RETENTION),
                Environment.of(one.file()).map(Environment::word),
                Sentence.of(
                        "ships.switch",
                        one.setting(),
                        String.valueOf(workload.retentionMaxDays().orElseThrow())),
                judge.citations(one.signature(), List.of()),
                Optional.of(Sentence.of("ships.lift.switch", one.setting())),
                one.fingerprint(),
                Optional.empty());
    }

    private static ProjectFinding unreadable(UnreadableFile file, Workload workload) {
        return new ProjectFinding(
                workload.name(),
                file.file(),
                file.line(),
                file.column(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                file.reader(),
                UsageStatus.UNVERIFIED,
                Optional.of(ProjectFinding.READABLE),
                Environment.of(file.file()).map(Environment::word),
                Sentence.of("ships.unreadable." + file.reason().name(), file.reader()),
                List.of(),
                Optional.of(Sentence.of("ships.lift.unreadable")),
                file.fingerprint(),
                Optional.empty());
    }
}
