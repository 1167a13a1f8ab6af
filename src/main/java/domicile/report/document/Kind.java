package domicile.report.document;

/** What a report is for. */
public enum Kind {
    /** All of it. */
    DILIGENCE,
    /** A page for each vendor that has something to answer: the questions and the clauses. */
    LETTER,
    /** One page to decide on. */
    BOARD
}
