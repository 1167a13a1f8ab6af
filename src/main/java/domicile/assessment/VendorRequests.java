package domicile.assessment;

import domicile.assessment.rule.Rules;
import java.util.Collection;
import java.util.List;

/** What to demand of a vendor: the ask-list, and the clauses that the order form needs. */
final class VendorRequests {

    private VendorRequests() {}

    /** A question for every requirement that is not met and that a vendor can answer. */
    static List<Ask> askList(Candidate c, Collection<Finding> findings) {
        return Rules.asked(c.workload()).stream()
                .flatMap(rule -> findings.stream()
                        .filter(f -> f.requirement() == rule.id())
                        .filter(f -> f.status() != Status.MET && !OpenDecisions.buyers(f))
                        .map(f -> new Ask(rule.id(), rule.ask(c, f), rule.provedBy())))
                .toList();
    }

    /**
     * A clause for everything that the workload asks and a contract can promise, met or not: what is published may
     * change.
     */
    static List<Clause> clauses(Candidate c) {
        return Rules.asked(c.workload()).stream()
                .flatMap(rule -> rule.clause(c).stream().map(text -> new Clause(rule.id(), text)))
                .toList();
    }
}
