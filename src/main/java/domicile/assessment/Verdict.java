package domicile.assessment;

/** What the worst requirement makes of an offering, from worst to best. */
public enum Verdict {
    NOT_SUITABLE,
    VERIFY_FIRST,
    CONDITIONAL,
    SUITABLE;

    /** The verdict that a worst status gives. */
    public static Verdict of(Status worst) {
        return switch (worst) {
            case MET -> SUITABLE;
            case CONDITIONAL -> CONDITIONAL;
            case UNVERIFIED -> VERIFY_FIRST;
            case NOT_MET -> NOT_SUITABLE;
        };
    }
}
