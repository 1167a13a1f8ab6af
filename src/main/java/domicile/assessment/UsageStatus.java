package domicile.assessment;

/** What a place in a project comes to against an assessment, worst first. */
public enum UsageStatus {
    /** Nobody assessed it. */
    NOT_ASSESSED,
    NOT_MET,
    UNVERIFIED,
    MET
}
