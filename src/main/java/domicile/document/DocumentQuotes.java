package domicile.document;

import domicile.page.QuoteFinder;
import domicile.page.Unit;
import domicile.residency.Evidence;
import java.util.List;
import java.util.OptionalInt;

/** Where words stand in one document: by whoever confirms them, and whenever they are looked for again. */
public final class DocumentQuotes {
    private final DocumentFile file;
    private final QuoteFinder quotes;

    public DocumentQuotes(DocumentFile file) {
        this.file = file;
        this.quotes = new QuoteFinder(file.layout().text());
    }

    /**
     * Whether the words of a piece of evidence stand there exactly once, on their page where they name one, and all
     * that limits them stands there too; false where it keeps none.
     */
    public boolean bear(Evidence.Passage words) {
        return !words.quote().isBlank()
                && places(words.quote(), words.page()).size() == 1
                && words.hedges().stream()
                        .noneMatch(hedge -> places(hedge.quote(), hedge.page()).isEmpty());
    }

    /** Each place of some words; those of a row are also found without the signs between its cells. */
    List<QuoteFinder.Found> places(String quote) {
        List<QuoteFinder.Found> found = quotes.everywhere(quote);
        return found.isEmpty() && quote.contains(Unit.CELLS) ? quotes.everywhere(Unit.unparted(quote)) : found;
    }

    /** As {@link #places(String)}, of those that begin on a page where one is named. */
    List<QuoteFinder.Found> places(String quote, OptionalInt page) {
        return places(quote).stream()
                .filter(found -> page.isEmpty() || begins(found, page.getAsInt()))
                .toList();
    }

    private boolean begins(QuoteFinder.Found found, int page) {
        return file.layout().rectangles(found).stream()
                .findFirst()
                .filter(r -> r.page() == page)
                .isPresent();
    }

    /** Words as the document has them: a row without the signs between its cells. */
    String plain(String quote) {
        return quotes.everywhere(quote).isEmpty() ? Unit.unparted(quote) : quote;
    }
}
