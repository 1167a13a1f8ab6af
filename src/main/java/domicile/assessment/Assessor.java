package domicile.assessment;

import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Rules;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FrameworkControl;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one entry to the rules: the desktop, the command line and the reports call this one function. */
public final class Assessor {
    /** Changes when the same input may give another result. */
    public static final String RULES_VERSION = "2";

    private Assessor() {}

    /**
     * Assesses every candidate of a workload, or every offering when it names none. Pure.
     *
     * @param date the day that the assessment is made for: evidence dated later does not count, ages are counted to it
     * @throws domicile.problem.ProblemException when a candidate is not in the register
     */
    public static Assessment assess(Workload workload, Register register, LocalDate date, Freshness freshness) {
        Run run = new Run(workload, register, date, freshness, controls(register), families(register), new HashMap<>());
        List<OfferingAssessment> assessed = candidates(workload, register).stream()
                .map(run::assess)
                .sorted(Comparator.comparing(OfferingAssessment::verdict)
                        .reversed()
                        .thenComparing(OfferingAssessment::offering))
                .toList();
        return new Assessment(
                workload,
                date,
                register.asOf(),
                register.hash(),
                RULES_VERSION,
                freshness,
                Advisable.notAsked(workload),
                assessed);
    }

    private static List<Offering> candidates(Workload workload, Register register) {
        if (workload.candidates().isEmpty()) {
            return register.offerings();
        }
        return workload.candidates().stream()
                .distinct()
                .map(id -> register.offering(id)
                        .orElseThrow(
                                () -> AssessmentProblem.OFFERING_NOT_THAT_DAY.at(workload.name(), id, register.asOf())))
                .toList();
    }

    private static Map<String, List<String>> controls(Register register) {
        Map<String, List<String>> byRequirement = new HashMap<>();
        // by id: the order in which a pack lists its controls is not part of the register's hash
        List<FrameworkControl> sorted = register.controls().stream()
                .sorted(Comparator.comparing(FrameworkControl::id))
                .toList();
        for (FrameworkControl control : sorted) {
            for (String requirement : control.requirements()) {
                byRequirement
                        .computeIfAbsent(requirement, r -> new ArrayList<>())
                        .add(control.id());
            }
        }
        return byRequirement;
    }

    private static Map<String, List<Offering>> families(Register register) {
        Map<String, List<Offering>> byFamily = new TreeMap<>();
        for (Offering offering : register.offerings()) {
            for (String family : FailureModes.families(offering)) {
                byFamily.computeIfAbsent(family, f -> new ArrayList<>()).add(offering);
            }
        }
        return byFamily;
    }

    /** One assessment being made; what an offering comes to is worked out once. */
    private record Run(
            Workload workload,
            Register register,
            LocalDate date,
            Freshness freshness,
            Map<String, List<String>> controls,
            Map<String, List<Offering>> byFamily,
            Map<String, Found> known) {

        /** What an offering comes to, and what that rests on. */
        private record Found(Evaluation judged, Map<Requirement, Finding> findings, List<Fact<?>> facts) {
            static Found of(Candidate c) {
                Evaluation judged = Evaluation.of(c);
                Map<Requirement, Outcome> outcomes = judged.outcomes();
                List<Fact<?>> seen = outcomes.values().stream()
                        .<Fact<?>>flatMap(o -> o.facts().stream())
                        .toList();
                return new Found(judged, Rules.findings(c, outcomes), c.listed(seen));
            }
        }

        private Candidate candidate(Offering offering) {
            return Candidate.of(workload, offering, register, date, freshness, controls);
        }

        private Found found(Offering offering) {
            Found found = known.get(offering.id());
            if (found == null) {
                found = Found.of(candidate(offering));
                known.put(offering.id(), found);
            }
            return found;
        }

        private OfferingAssessment assess(Offering offering) {
            Found found = found(offering);
            Candidate c = found.judged().c();
            Map<Requirement, Finding> findings = found.findings();
            Verdict verdict = Evaluation.verdict(findings.values());
            return new OfferingAssessment(
                    offering.id(),
                    verdict,
                    List.copyOf(findings.values()),
                    FailureModes.all(c, findings),
                    Alternatives.all(found.judged(), verdict, findings, byFamily, o -> found(o).findings()),
                    stale(c),
                    c.documents().stale(),
                    c.documents().notCounted(),
                    VendorRequests.askList(c, findings.values()),
                    VendorRequests.clauses(c),
                    found.facts());
        }

        private static List<Stale> stale(Candidate c) {
            List<Stale> stale = new ArrayList<>();
            for (Fact<?> fact : c.listed().facts()) {
                for (Citation citation : fact.citations()) {
                    if (c.stale(citation)) {
                        stale.add(new Stale(fact.value().key(), citation, c.age(citation)));
                    }
                }
            }
            return stale;
        }
    }
}
