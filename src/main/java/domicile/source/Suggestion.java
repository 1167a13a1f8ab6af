package domicile.source;

import domicile.page.QuoteFinder;
import domicile.register.RegisterKey;
import domicile.residency.Fact;
import java.util.List;

/**
 * Where a page may say what a fact says.
 *
 * @param units the likeliest places, best first, three at most; each of them can be quoted
 */
public record Suggestion(RegisterKey part, Fact<?> fact, List<QuoteFinder.Found> units) {
    public Suggestion {
        units = List.copyOf(units);
    }
}
