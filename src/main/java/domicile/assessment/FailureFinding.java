package domicile.assessment;

import domicile.residency.Citation;
import java.util.List;

/** What one failure mode comes to for one offering, with one plain sentence why. */
public record FailureFinding(
        FailureMode failureMode, FailureMode.State state, Sentence reason, List<Citation> citations) {

    public FailureFinding {
        citations = List.copyOf(citations);
    }
}
