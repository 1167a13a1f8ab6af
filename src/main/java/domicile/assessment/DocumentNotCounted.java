package domicile.assessment;

import domicile.residency.Evidence;

/** A document in hand that shows nothing, and why. */
public record DocumentNotCounted(Evidence document, Why why) {

    /** Why a document does not count. */
    public enum Why {
        /** It is dated before the day from which what it is to show is in force. */
        OLDER_THAN_COVERAGE,
        /** None of the products that it names is this offering. */
        NAMES_ANOTHER_PRODUCT,
        /** Its list of products has words that take something out. */
        EXCLUDES,
        /** A location document that names no region. */
        NO_REGION,
        /** It lacks what its kind has to say. */
        SHOWS_NOTHING,
        /** It holds only from a day after the workload starts. */
        IN_FORCE_LATER,
        /** It is older than the limit for documents, and the limit is a hard one. */
        STALE
    }
}
