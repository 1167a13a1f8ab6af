package domicile.assessment;

import domicile.residency.Fact;
import java.util.List;

/**
 * An assessment of one candidate.
 *
 * @param requirements in the order of {@link Requirement}
 * @param failureModes all four, in the order of {@link FailureMode}
 * @param facts what it leans on: the facts that its requirements' findings rest on, each once, in the register's order.
 *     The verdict follows from these findings alone
 */
public record OfferingAssessment(
        String offering,
        Verdict verdict,
        List<Finding> requirements,
        List<FailureFinding> failureModes,
        List<Alternative> alternatives,
        List<Stale> stale,
        List<StaleDocument> staleDocuments,
        List<DocumentNotCounted> documentsNotCounted,
        List<Ask> askList,
        List<Clause> clauses,
        List<Fact<?>> facts) {

    public OfferingAssessment {
        requirements = List.copyOf(requirements);
        failureModes = List.copyOf(failureModes);
        alternatives = List.copyOf(alternatives);
        stale = List.copyOf(stale);
        staleDocuments = List.copyOf(staleDocuments);
        documentsNotCounted = List.copyOf(documentsNotCounted);
        askList = List.copyOf(askList);
        clauses = List.copyOf(clauses);
        facts = List.copyOf(facts);
    }

    /** How many of the facts that it leans on have the words of a page in hand. */
    public int withQuote() {
        return (int) facts.stream().filter(Fact::quoted).count();
    }
}
