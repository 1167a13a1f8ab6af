package domicile.assessment;

import domicile.residency.Citation;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a change of the register does to the assessment of one workload.
 *
 * @param offerings the candidates of which something changes, by id
 */
public record Impact(Workload workload, List<OfferingChange> offerings) {

    /**
     * What changes for one candidate.
     *
     * @param before its verdict; empty when the register did not have it
     * @param after its verdict; empty when the register no longer has it
     */
    public record OfferingChange(
            String offering,
            Optional<Verdict> before,
            Optional<Verdict> after,
            List<FindingChange> findings,
            List<FailureChange> failureModes) {
        public OfferingChange {
            findings = List.copyOf(findings);
            failureModes = List.copyOf(failureModes);
        }
    }

    /** One requirement's finding before and after; empty where the requirement was or is not asked of the offering. */
    public record FindingChange(Requirement requirement, Optional<Finding> before, Optional<Finding> after) {}

    /** One failure mode before and after. */
    public record FailureChange(
            FailureMode failureMode, Optional<FailureFinding> before, Optional<FailureFinding> after) {}

    public Impact {
        offerings = List.copyOf(offerings);
    }

    /** Whether any finding changes. */
    public boolean any() {
        return !offerings.isEmpty();
    }

    /**
     * Compares the assessments of a workload against two states of a register. Pure. A finding changes when its status,
     * its reason or the sources that carry it change; a page that was merely read again changes nothing.
     *
     * @param date the date of both assessments
     */
    public static Impact between(
            Workload workload, Register before, Register after, LocalDate date, Freshness freshness) {
        Map<String, OfferingAssessment> old = assessed(workload, before, date, freshness);
        Map<String, OfferingAssessment> now = assessed(workload, after, date, freshness);
        Set<String> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        List<OfferingChange> changes = new ArrayList<>();
        for (String offering : all) {
            Optional<OfferingAssessment> was = Optional.ofNullable(old.get(offering));
            Optional<OfferingAssessment> is = Optional.ofNullable(now.get(offering));
            List<FindingChange> findings = findings(was, is);
            List<FailureChange> failures = failures(was, is);
            if (!findings.isEmpty() || !failures.isEmpty() || was.isEmpty() || is.isEmpty()) {
                changes.add(new OfferingChange(
                        offering,
                        was.map(OfferingAssessment::verdict),
                        is.map(OfferingAssessment::verdict),
                        findings,
                        failures));
            }
        }
        return new Impact(workload, changes);
    }

    private static Map<String, OfferingAssessment> assessed(
            Workload workload, Register register, LocalDate date, Freshness freshness) {
        List<String> there = workload.candidates().stream()
                .filter(id -> register.offering(id).isPresent())
                .toList();
        if (there.isEmpty() && !workload.candidates().isEmpty()) {
            return Map.of();
        }
        return Assessor.assess(workload.withCandidates(there), register, date, freshness).offerings().stream()
                .collect(Collectors.toMap(OfferingAssessment::offering, o -> o));
    }

    private static List<FindingChange> findings(Optional<OfferingAssessment> was, Optional<OfferingAssessment> is) {
        Map<Requirement, Finding> old = by(was, OfferingAssessment::requirements, Finding::requirement);
        Map<Requirement, Finding> now = by(is, OfferingAssessment::requirements, Finding::requirement);
        Set<Requirement> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .map(r -> new FindingChange(r, Optional.ofNullable(old.get(r)), Optional.ofNullable(now.get(r))))
                .filter(c -> !c.before().map(Impact::said).equals(c.after().map(Impact::said)))
                .toList();
    }

    private static List<FailureChange> failures(Optional<OfferingAssessment> was, Optional<OfferingAssessment> is) {
        Map<FailureMode, FailureFinding> old = by(was, OfferingAssessment::failureModes, FailureFinding::failureMode);
        Map<FailureMode, FailureFinding> now = by(is, OfferingAssessment::failureModes, FailureFinding::failureMode);
        Set<FailureMode> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .map(m -> new FailureChange(m, Optional.ofNullable(old.get(m)), Optional.ofNullable(now.get(m))))
                .filter(c -> !c.before()
                        .map(f -> List.of(f.state(), f.reason(), sources(f.citations())))
                        .equals(c.after().map(f -> List.of(f.state(), f.reason(), sources(f.citations())))))
                .toList();
    }

    private static <K, V> Map<K, V> by(
            Optional<OfferingAssessment> of, Function<OfferingAssessment, List<V>> all, Function<V, K> key) {
        Map<K, V> map = new LinkedHashMap<>();
        of.map(all).orElse(List.of()).forEach(v -> map.put(key.apply(v), v));
        return map;
    }

    private static List<Object> said(Finding f) {
        return List.of(f.status(), f.reason(), sources(f.citations()));
    }

    private static Set<Integer> sources(List<Citation> citations) {
        return citations.stream().map(Citation::source).collect(Collectors.toCollection(TreeSet::new));
    }
}
