package domicile.register;

import domicile.residency.InputException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;

/** What can be wrong with a register's storage, said to a person. Nothing has been changed when one of these is thrown. */
final class Trouble {

    private Trouble() {}

    static InputException inUse(String where, Throwable cause) {
        return new InputException(
                "another program holds the register open",
                where,
                "close it there, or wait a moment and try again; nothing was changed",
                cause);
    }

    static InputException damaged(String where, Throwable cause) {
        return new InputException(
                "the register's file is damaged or is no H2 file",
                where,
                "restore a backup, or move the file away and start again; it was left as it is",
                cause);
    }

    static InputException readOnly(String where, Throwable cause) {
        return new InputException(
                "the register cannot be written there",
                where,
                "check the permissions of the folder and the disk's free space, or choose another place with --register",
                cause);
    }

    static InputException newer(String where, String found, String known) {
        return new InputException(
                "the register was written by a newer Domicile (schema " + found + ", this one knows " + known + ")",
                where,
                "update Domicile; the register was left as it is");
    }

    static InputException foreign(String where) {
        return new InputException(
                "the database holds something else, not a register",
                where,
                "name another location; it was left as it is");
    }

    static InputException unreachable(String where, Throwable cause) {
        return new InputException(
                "the database does not answer (" + oneLine(cause) + ")",
                where,
                "check the address, the user and the password, and that the server runs",
                cause);
    }

    /** What an SQL error means for the person at the desk. */
    static InputException of(String where, RuntimeException error) {
        Optional<SQLException> sql = sqlCause(error);
        if (sql.isEmpty()) {
            throw error;
        }
        String state = String.valueOf(sql.get().getSQLState());
        return switch (sql.get().getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(where, error);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 -> damaged(where, error);
            case ErrorCode.DATABASE_IS_READ_ONLY,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CREATION_FAILED_1,
                    ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 -> readOnly(where, error);
            default ->
                state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                        ? unreachable(where, error)
                        : new InputException(
                                "the database refused (" + oneLine(sql.get()) + ")",
                                where,
                                "nothing was changed; look into the log for the details",
                                error);
        };
    }

    static Optional<SQLException> sqlCause(Throwable error) {
        Throwable at = error;
        while (at != null) {
            if (at instanceof SQLException sql) {
                return Optional.of(sql);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static String oneLine(Throwable cause) {
        Throwable root = sqlCause(cause).map(Throwable.class::cast).orElse(cause);
        return String.valueOf(root.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
