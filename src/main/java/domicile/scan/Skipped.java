package domicile.scan;

/** Why a file or a folder is not read. */
public enum Skipped {
    TOO_LARGE,
    BINARY,
    IGNORED_FOLDER,
    IGNORED_FILE,
    LOCK_FILE,
    LINK,
    DOMICILE_FILE
}
