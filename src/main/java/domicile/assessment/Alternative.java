package domicile.assessment;

import java.util.List;
import java.util.Optional;

/**
 * A smallest set of changes that lifts a candidate that falls short.
 *
 * @param offering the same offering, or another of the same model family
 * @param deployment the deployment to choose; empty when any will do
 * @param needs documents to obtain
 * @param readFirstHand facts of this offering to be read on a page of the provider's own, by id
 * @param reaches the verdict with these changes
 */
public record Alternative(
        String offering, Optional<String> deployment, List<Need> needs, List<String> readFirstHand, Verdict reaches) {

    public Alternative {
        needs = List.copyOf(needs);
        readFirstHand = List.copyOf(readFirstHand);
    }
}
