package domicile.source;

import domicile.problem.Problem;

/** Why a page cannot be fetched or quoted. */
public enum SourceProblem implements Problem {
    FETCH_ADDRESS,
    FETCH_FAILED,
    FETCH_REFUSED,
    FETCH_SLOW,
    FETCH_TOO_LARGE,
    FETCH_SENT_ON,
    FETCH_SENT_INSIDE,
    NO_CAPTURE,
    SOURCE_UNSAID
}
