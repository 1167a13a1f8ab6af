package domicile.scan;

import domicile.scan.signature.Meaning;
import domicile.scan.signature.Signature;

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
    TELLING;

    /** How much a value says by itself: an endpoint of Bedrock says its region alone. */
    static Strength ofValue(Meaning m) {
        boolean endpoint = m.offering().filter("aws-bedrock"::equals).isPresent()
                && m.signature().kind() == Signature.Kind.HOST
                && m.model().isEmpty();
        return endpoint ? CLIENT : TELLING;
    }
}
