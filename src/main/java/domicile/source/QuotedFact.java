package domicile.source;

import domicile.page.QuoteFinder;
import domicile.page.QuoteResult;
import domicile.register.RegisterKey;
import domicile.residency.Citation;
import domicile.residency.Fact;
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
        Optional<QuoteFinder.Found> place) {}
