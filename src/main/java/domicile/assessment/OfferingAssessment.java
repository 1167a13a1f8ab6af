package domicile.assessment;

import java.util.List;

/**
 * An assessment of one candidate.
 *
 * @param requirements in the order of {@link Requirement}
 * @param failureModes all four, in the order of {@link FailureMode}
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
        List<Clause> clauses) {

    public OfferingAssessment {
        requirements = List.copyOf(requirements);
        failureModes = List.copyOf(failureModes);
        alternatives = List.copyOf(alternatives);
        stale = List.copyOf(stale);
        staleDocuments = List.copyOf(staleDocuments);
        documentsNotCounted = List.copyOf(documentsNotCounted);
        askList = List.copyOf(askList);
        clauses = List.copyOf(clauses);
    }
}
