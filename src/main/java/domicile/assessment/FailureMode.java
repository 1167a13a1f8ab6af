package domicile.assessment;

/** The three common failure modes of a vendor review, stated for every candidate. */
public enum FailureMode {
    STORAGE_IS_NOT_INFERENCE,
    SOC2_IS_NOT_GEOGRAPHY,
    BAA_IS_NOT_PRODUCT_COVERAGE;

    /** What is said of a failure mode. */
    public enum State {
        FLAGGED,
        OPEN,
        CLEARED,
        NOT_APPLICABLE
    }
}
