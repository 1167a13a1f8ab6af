package domicile.problem;

/** What is wrong with a file as such: it is not there, cannot be read, or is no file. */
public enum FileProblem implements Problem {
    FILE_MISSING,
    FILE_UNREADABLE,
    NOT_A_PLAIN_FILE,
    FILE_TOO_LARGE,
    FILE_TOO_LONG,
    FOLDER_AS_FILE,
    FILE_UNWRITTEN
}
