package domicile.source;

import domicile.register.Edit;
import domicile.register.RegisterKey;
import domicile.residency.Capture;
import domicile.residency.Source;
import java.util.List;
import java.util.Optional;

/**
 * A source, its captures, and how the words of all facts that cite it stand against the newest capture.
 *
 * @param captures oldest first, also those that were withdrawn
 * @param newest the newest that was not withdrawn
 * @param facts in the order of the register
 */
public record SourceReview(Source source, List<Capture> captures, Optional<Capture> newest, List<QuotedFact> facts) {

    public SourceReview {
        captures = List.copyOf(captures);
        facts = List.copyOf(facts);
    }

    /** The facts whose words stand so. */
    public List<QuotedFact> with(Standing standing) {
        return facts.stream().filter(f -> f.standing() == standing).toList();
    }

    /** The fact that is kept under a key. */
    public Optional<QuotedFact> fact(RegisterKey part) {
        return facts.stream().filter(f -> f.part().equals(part)).findFirst();
    }

    /** How many facts have words that were not withdrawn. */
    public long quoted() {
        return facts.stream().filter(f -> f.citation().quoted()).count();
    }

    /** The facts whose words still stand, and whose reading can be moved to the day of the newest capture. */
    public List<QuotedFact> confirmable() {
        return facts.stream()
                .filter(f -> f.standing().stands() && f.place().isPresent())
                .filter(f -> newest.filter(c -> !f.citation().read().isAfter(c.day()))
                        .isPresent())
                .filter(f -> !confirmed(f))
                .toList();
    }

    private boolean confirmed(QuotedFact fact) {
        return newest.filter(c -> fact.citation().read().equals(c.day()))
                .filter(c -> fact.citation()
                        .quote()
                        .filter(q -> q.capture().equals(c.sha256()))
                        .isPresent())
                .isPresent();
    }

    /** The facts of which the page now says something else, or nothing. */
    public List<QuotedFact> toBeDecided() {
        return facts.stream().filter(f -> f.standing().differs()).toList();
    }

    /** The register without what the page no longer says: what a change may break. */
    public List<Edit> withoutWhatChanged() {
        return toBeDecided().stream().map(QuotedFact::withoutItsPage).toList();
    }
}
