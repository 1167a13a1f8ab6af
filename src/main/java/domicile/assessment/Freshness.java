package domicile.assessment;

/**
 * How old a citation may be.
 *
 * @param maxAgeDays days at the assessment's date
 * @param hardLimit whether a stale fact counts as unverified; otherwise it is only listed
 */
public record Freshness(int maxAgeDays, boolean hardLimit) {

    /** 90 days, listed only. */
    public static final Freshness DEFAULT = new Freshness(90, false);

    public Freshness {
        if (maxAgeDays < 0) {
            throw new IllegalArgumentException("maxAgeDays is negative");
        }
    }
}
