package domicile.page;

/** What has become of a quote in a newer text of its page. Only the first two count without a person. */
public enum QuoteState {
    /** The whole unit is equal, in its place. */
    SAME,
    /** The whole unit is equal, elsewhere. */
    MOVED,
    /** It is gone, and another passage has taken its place. */
    CHANGED,
    /** It is gone, and no passage is like it. */
    GONE,
    /** It stands more than once, and nothing tells its places apart. */
    AMBIGUOUS,
    /** It does not stand in the older text: nothing can be said of it. */
    NOT_QUOTED
}
