package domicile.assessment;

import java.util.stream.Stream;

/** Whether a requirement holds, from worst to best. "Unknown" never passes. */
public enum Status {
    NOT_MET,
    /** Nobody has said. */
    UNVERIFIED,
    /** Obtainable, or contractual and not yet evidenced. */
    CONDITIONAL,
    MET;

    /** The worse of the two. */
    public Status worst(Status other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The better of the two. */
    public Status best(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The worst of many; MET when there is none. */
    public static Status worstOf(Stream<Status> statuses) {
        return statuses.reduce(MET, Status::worst);
    }
}
