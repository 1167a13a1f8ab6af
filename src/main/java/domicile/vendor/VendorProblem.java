package domicile.vendor;

import domicile.problem.Problem;

/** Why a file gives no vendor's answers. */
public enum VendorProblem implements Problem {
    WORKBOOK_FORMAT,
    WORKBOOK_BROKEN,
    WORKBOOK_TOO_LARGE,
    WORKBOOK_WITHOUT_CONTROLS,
    WORKBOOK_TOO_MUCH_TO_KEEP
}
