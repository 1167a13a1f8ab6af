package domicile.scan;

import domicile.problem.Problem;

/** Why a folder cannot be scanned. */
public enum ScanProblem implements Problem {
    NO_FOLDER_TO_SCAN,
    TOO_MANY_FILES_TO_SCAN,
    IGNORE_FILE_UNREADABLE,
    IGNORE_FILES_TOO_LONG,
    VALUES_UNREADABLE,
    ZIP_TO_SCAN_UNREADABLE,
    ZIP_TO_SCAN_TOO_LARGE,
    TOO_MUCH_FOUND_TO_KEEP
}
