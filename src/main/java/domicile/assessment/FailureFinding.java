package domicile.assessment;

import domicile.residency.Citation;
import domicile.residency.Evidence;
import java.util.Collection;
import java.util.List;

/**
 * What one failure mode comes to for one offering, with one plain sentence why.
 *
 * @param evidence the buyer's own documents that the sentence is about
 */
public record FailureFinding(
        FailureMode failureMode,
        FailureMode.State state,
        Sentence reason,
        List<Citation> citations,
        List<Evidence> evidence) {

    public FailureFinding {
        citations = List.copyOf(citations);
        evidence = List.copyOf(evidence);
    }

    /** One that is about no document. */
    public FailureFinding(FailureMode failureMode, FailureMode.State state, Sentence reason, List<Citation> citations) {
        this(failureMode, state, reason, citations, List.of());
    }

    /** The same about documents. */
    FailureFinding about(Collection<Evidence> documents) {
        return new FailureFinding(
                failureMode,
                state,
                reason,
                citations,
                documents.stream().distinct().toList());
    }
}
