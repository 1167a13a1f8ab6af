package domicile.assessment;

/**
 * How well the register has to know: how old a citation and a document may be, and whether words have to be in hand.
 *
 * @param maxAgeDays days from the reading of a page to the assessment's date
 * @param maxDocumentAgeDays days from a document's date to the assessment's
 * @param hardLimit whether a stale fact counts as unverified and a stale document not at all; otherwise they are only
 *     listed
 * @param requireQuotes whether a fact without the words of its page counts as unverified; otherwise it counts, and the
 *     assessment says how many have theirs
 */
public record Freshness(int maxAgeDays, int maxDocumentAgeDays, boolean hardLimit, boolean requireQuotes) {
    /** Two years. */
    public static final int DOCUMENT_DAYS = 730;

    /** 90 days and two years, listed only; quotes are not required. */
    public static final Freshness DEFAULT = new Freshness(90, DOCUMENT_DAYS, false);

    public Freshness {
        if (maxAgeDays < 0 || maxDocumentAgeDays < 0) {
            throw new IllegalArgumentException("an age is negative");
        }
    }

    /** Without quotes being required. */
    public Freshness(int maxAgeDays, int maxDocumentAgeDays, boolean hardLimit) {
        this(maxAgeDays, maxDocumentAgeDays, hardLimit, false);
    }

    /** With the usual limit for documents. */
    public Freshness(int maxAgeDays, boolean hardLimit) {
        this(maxAgeDays, DOCUMENT_DAYS, hardLimit);
    }

    /** The same, with quotes required. */
    public Freshness requiringQuotes() {
        return new Freshness(maxAgeDays, maxDocumentAgeDays, hardLimit, true);
    }
}
