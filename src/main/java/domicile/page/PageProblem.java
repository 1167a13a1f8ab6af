package domicile.page;

import domicile.problem.Problem;

/** Why the text of a page cannot be read. */
public enum PageProblem implements Problem {
    PAGE_FORMAT,
    PAGE_BROKEN,
    PAGE_ENCRYPTED,
    PAGE_PASSWORD,
    PAGE_WITHOUT_TEXT,
    PAGE_NEEDS_SCRIPTS,
    PAGE_TOO_LONG,
    QUOTE_NOT_THERE,
    QUOTE_TWICE
}
