package domicile.scan;

/** How much a usage says, from least to most: less says less beside more in the same file. */
enum Strength {
    /** The name of an API key. */
    KEY,
    /** An import. */
    IMPORT,
    /** A client without a region, host or model. */
    BARE,
    /** A client or an endpoint with a region, where a model's id would decide. */
    CLIENT,
    TELLING
}
