package domicile.report.model;

import domicile.problem.Problem;

/** What is wrong with what a report is made of, or with a report that is verified. */
public enum ReportProblem implements Problem {
    LOGO_TOO_LARGE,
    LOGO_TOO_MANY_PIXELS,
    LOGO_BROKEN,
    NO_PICTURE,
    UNKNOWN_ENDING,
    NOT_OF_KIND,
    FOLDER_MISSING,
    NOT_ATTACHED,
    ATTACHED_TOO_LARGE,
    LARGER_THAN_ANY_REPORT,
    NO_PDF,
    NO_ARCHIVE,
    NOT_IN_ARCHIVE,
    LARGER_THAN_ANY_ARCHIVE
}
