package domicile.assessment;

import domicile.residency.Citation;
import domicile.residency.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * What one requirement comes to for one offering.
 *
 * @param reason one plain sentence
 * @param deployment the id of the deployment that the status holds for
 * @param citations what carries it; when empty, {@code missingCitation} names what is missing
 * @param missingCitation what would have to be cited; empty when something is cited
 * @param evidence the buyer's own documents that were relied on
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
        List<Evidence> evidence,
        List<String> controls,
        List<Sentence> lifts) {

    public Finding {
        citations = List.copyOf(citations);
        evidence = List.copyOf(evidence);
        controls = List.copyOf(controls);
        lifts = List.copyOf(lifts);
    }

    /** The names of the buyer's own documents that were relied on. */
    public List<String> documents() {
        return evidence.stream().map(Evidence::title).distinct().toList();
    }
}
