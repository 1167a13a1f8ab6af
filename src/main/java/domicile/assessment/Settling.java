package domicile.assessment;

import domicile.assessment.rule.Rules;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.util.List;
import java.util.Map;

/**
 * An open requirement of a candidate, and the kinds of documents that could settle it.
 *
 * @param finding what it comes to now
 * @param kinds of documents, those that the rules name first in front; none where no document settles it
 */
public record Settling(Finding finding, List<Evidence.Kind> kinds) {

    public Settling {
        kinds = List.copyOf(kinds);
    }

    /**
     * The open requirements of one candidate, in the order of the rules.
     *
     * @param register that it was assessed against
     */
    public static List<Settling> of(Assessment assessment, Register register, OfferingAssessment assessed) {
        return register.offering(assessed.offering()).stream()
                .map(offering -> Candidate.of(
                        assessment.workload(), offering, register, assessment.date(), assessment.freshness(), Map.of()))
                .flatMap(c -> Rules.asked(c.workload()).stream()
                        .flatMap(rule -> assessed.requirements().stream()
                                .filter(f -> f.requirement() == rule.id() && f.status() != Status.MET)
                                .map(f -> new Settling(
                                        f,
                                        rule.settledBy(c).stream()
                                                .map(Evidence::kind)
                                                .distinct()
                                                .toList()))))
                .toList();
    }
}
