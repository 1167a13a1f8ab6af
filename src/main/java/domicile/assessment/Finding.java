package domicile.assessment;

import domicile.residency.Citation;
import java.util.List;
import java.util.Optional;

/**
 * What one requirement comes to for one offering.
 *
 * @param reason one plain sentence
 * @param deployment the id of the deployment that the status holds for
 * @param citations what carries it; when empty, {@code missingCitation} names what is missing
 * @param missingCitation what would have to be cited; empty when something is cited
 * @param documents the names of the buyer's own documents that were relied on
 * @param controls the ids of the framework controls that the requirement answers
 * @param lifts what would lift it, one sentence each; empty when it is met
 */
public record Finding(
        Requirement requirement,
        Status status,
        Sentence reason,
        Optional<String> deployment,
        List<Citation> citations,
        Optional<Sentence> missingCitation,
        List<String> documents,
        List<String> controls,
        List<Sentence> lifts) {

    public Finding {
        citations = List.copyOf(citations);
        documents = List.copyOf(documents);
        controls = List.copyOf(controls);
        lifts = List.copyOf(lifts);
    }
}
