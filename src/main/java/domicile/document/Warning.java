package domicile.document;

/** What a passage does not say, or says besides: why it may not settle what it is offered for. */
public enum Warning {
    /** It is about data at rest and offered for where models or side services run. */
    SPEAKS_OF_STORAGE,
    NAMES_NO_PRODUCT,
    NAMES_ANOTHER_PRODUCT,
    NAMES_NO_PLACE,
    /** Efforts are promised, no result. */
    EFFORTS_ONLY,
    EXCLUDES,
    /** Somebody has proposed the words; nobody has accepted them. */
    NOT_YET_ACCEPTED,
    /** The place is one of law, courts or signature. */
    SIGNATURE_OR_LAW_PLACE
}
