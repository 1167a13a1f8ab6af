package domicile.scan;

/** How sure it is that a usage is what it is taken for. */
public enum Certainty {
    /** A declared field of a known format. */
    CONFIGURED,
    /** A known host or identifier in code, or in a field that no format declares. */
    NAMED,
    /** A known field, or a known host's pattern, whose value is a variable without a value here. */
    UNRESOLVED
}
