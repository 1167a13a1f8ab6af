package domicile.source;

import domicile.page.QuoteFinder;
import domicile.page.QuoteResult;
import domicile.register.Edit;
import domicile.register.PartFields;
import domicile.register.RegisterKey;
import domicile.residency.Citation;
import domicile.residency.Fact;
import java.util.List;
import java.util.Optional;

/**
 * One fact that cites a source, and how its words stand against the newest capture.
 *
 * @param citation the one of this source
 * @param result what the check has found; empty where nothing was compared
 * @param place where the words stand in the newest capture; empty where they do not, or in no one place
 */
public record QuotedFact(
        RegisterKey part,
        Fact<?> fact,
        Citation citation,
        Standing standing,
        Optional<QuoteResult> result,
        Optional<QuoteFinder.Found> place) {

    /** The register without what this page says of it: the fact is gone, or rests on its other pages alone. */
    public Edit withoutItsPage() {
        List<Citation> others = fact.citations().stream()
                .filter(c -> c.source() != citation.source())
                .toList();
        return others.isEmpty() ? new Edit.Remove(part) : new Edit.Put(part, PartFields.cite(fact, others));
    }
}
