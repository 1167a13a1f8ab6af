package domicile.residency;

/**
 * A numbered page that facts are read from.
 *
 * @param number unique in the register; 0 is the compiled page that the first register comes from
 * @param kind who speaks
 * @param publisher whose page it is
 * @param title what the page is, in our own words
 * @param states what it states, in our own words
 */
public record Source(int number, Kind kind, String publisher, String title, String url, String states) {
    /** The highest number that a source may have. */
    public static final int HIGHEST = 1_000_000;

    /**
     * Whether nobody speaks on it who knows at first hand, such as the press: what reports, screens and rules all mark.
     */
    public boolean secondHand() {
        return !kind.firstHand();
    }

    /** Who speaks on a page. */
    public enum Kind {
        /** The provider itself. */
        PROVIDER,
        /** A filing with a regulator. */
        FILING,
        /** An authority's own list. */
        AUTHORITY,
        /** The press. */
        PRESS,
        /** A page that compiles what others publish: second-hand. */
        COMPILED;

        /** Whether whoever speaks knows it at first hand: the provider or operator, a filing, an authority. */
        public boolean firstHand() {
            return switch (this) {
                case PROVIDER, FILING, AUTHORITY -> true;
                case PRESS, COMPILED -> false;
            };
        }
    }
}
