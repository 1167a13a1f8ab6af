package domicile.assessment;

/** The four common failure modes of a vendor review, stated for every candidate. */
public enum FailureMode {
    STORAGE_IS_NOT_INFERENCE,
    SOC2_IS_NOT_GEOGRAPHY,
    BAA_IS_NOT_PRODUCT_COVERAGE,
    COVERAGE_IS_NOT_EVERY_MODEL;

    /** What is said of a failure mode. */
    public enum State {
        FLAGGED,
        OPEN,
        CLEARED,
        NOT_APPLICABLE
    }
}
