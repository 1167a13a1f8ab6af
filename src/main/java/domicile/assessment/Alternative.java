package domicile.assessment;

import java.util.List;
import java.util.Optional;

/**
 * A smallest set of changes that lifts a candidate that falls short.
 *
 * @param offering the same offering, or another of the same model family
 * @param deployment the deployment to choose; empty when any will do
 * @param documents what to obtain, one sentence each
 * @param reaches the verdict with these changes
 */
public record Alternative(String offering, Optional<String> deployment, List<Sentence> documents, Verdict reaches) {

    public Alternative {
        documents = List.copyOf(documents);
    }
}
