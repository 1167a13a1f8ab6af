package domicile.source;

/** How the words of a citation stand against the newest capture of their page. */
public enum Standing {
    /** The whole unit is equal, in its place. */
    SAME,
    /** The whole unit is equal, elsewhere. */
    MOVED,
    /** Another passage has taken its place: a person decides. */
    CHANGED,
    /** No passage is like it. */
    GONE,
    /** It stands more than once, and nothing tells the places apart. */
    AMBIGUOUS,
    /** Nobody has picked the words. */
    UNQUOTED,
    /** The capture that they stand on was withdrawn. */
    WITHDRAWN,
    /** The capture that they stand on is not here, or not what it was: nothing can be compared. */
    NO_PAGE;

    /** Whether the words still stand, without a person's judgement. */
    public boolean stands() {
        return this == SAME || this == MOVED;
    }

    /** Whether the page says something else, and a person has to look. */
    public boolean differs() {
        return this == CHANGED || this == GONE || this == AMBIGUOUS;
    }
}
