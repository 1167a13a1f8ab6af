package domicile.assessment;

/**
 * How old a citation and a document may be.
 *
 * @param maxAgeDays days from the reading of a page to the assessment's date
 * @param maxDocumentAgeDays days from a document's date to the assessment's
 * @param hardLimit whether a stale fact counts as unverified and a stale document not at all; otherwise they are only
 *     listed
 */
public record Freshness(int maxAgeDays, int maxDocumentAgeDays, boolean hardLimit) {
    /** Two years. */
    public static final int DOCUMENT_DAYS = 730;

    /** 90 days and two years, listed only. */
    public static final Freshness DEFAULT = new Freshness(90, DOCUMENT_DAYS, false);

    public Freshness {
        if (maxAgeDays < 0 || maxDocumentAgeDays < 0) {
            throw new IllegalArgumentException("an age is negative");
        }
    }

    /** With the usual limit for documents. */
    public Freshness(int maxAgeDays, boolean hardLimit) {
        this(maxAgeDays, DOCUMENT_DAYS, hardLimit);
    }
}
