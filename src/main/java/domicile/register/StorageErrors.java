package domicile.register;

import domicile.residency.DiskError;
import domicile.residency.InputException;
import domicile.residency.Refusal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;

/**
 * What can be wrong with a register's storage, said to a person. Nothing has been changed when one of these is thrown.
 */
final class StorageErrors {

    private StorageErrors() {}

    static InputException inUse(String where, Throwable cause) {
        return Refusal.IN_USE.because(cause, where);
    }

    static InputException damaged(String where, Throwable cause) {
        return Refusal.DAMAGED.because(cause, where);
    }

    static InputException readOnly(String where, Throwable cause) {
        return Refusal.READ_ONLY.because(cause, where);
    }

    static InputException newer(String where, String found, String known) {
        return Refusal.NEWER.at(where, found, known);
    }

    static InputException foreign(String where) {
        return Refusal.FOREIGN.at(where);
    }

    static InputException unreachable(String where, Throwable cause) {
        return Refusal.UNREACHABLE.because(cause, where, oneLine(cause));
    }

    static InputException unreadable(String where, Throwable cause) {
        return Refusal.REGISTER_UNREADABLE.because(cause, where);
    }

    static InputException cutOff(String where) {
        return Refusal.REGISTER_CUT.at(where);
    }

    /** Why a file could not be written. */
    static InputException unwritten(String where, Exception cause) {
        return diskFull(cause) ? Refusal.DISK_FULL.because(cause, where) : readOnly(where, cause);
    }

    /** Why a file that a person named could not be written. */
    static InputException unwrittenFile(String where, IOException cause) {
        return diskFull(cause)
                ? Refusal.DISK_FULL.because(cause, where)
                : Refusal.FILE_UNWRITTEN.because(cause, where, DiskError.said(cause));
    }

    /** Whether a disk has no room left. Java knows no sign of it but the system's words. */
    private static boolean diskFull(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (DiskError.full(String.valueOf(at.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** What an error of a database means for the person at the desk. */
    static InputException of(Database database, RuntimeException error) {
        String where = database.where();
        Optional<SQLException> sql = sqlCause(error);
        if (diskFull(error)) {
            return Refusal.DISK_FULL.because(error, where);
        }
        if (sql.isEmpty()) {
            throw error;
        }
        return database.file().isPresent() ? ofFile(where, error, sql.get()) : ofServer(where, error, sql.get());
    }

    private static InputException ofFile(String where, RuntimeException error, SQLException sql) {
        return switch (sql.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(where, error);
            case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 -> Refusal.REGISTER_GONE.because(error, where);
            case ErrorCode.WRONG_USER_OR_PASSWORD -> foreign(where);
            case ErrorCode.DATABASE_IS_READ_ONLY,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CREATION_FAILED_1 -> readOnly(where, error);
            // whatever else a file makes of the statements of this program: it does not hold what it did
            default -> damaged(where, error);
        };
    }

    private static InputException ofServer(String where, RuntimeException error, SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                ? unreachable(where, error)
                : Refusal.DATABASE_REFUSED.because(error, where, oneLine(sql));
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

    /** What the last of them says: those before it are the pool's, which only waited. */
    private static String oneLine(Throwable cause) {
        Throwable root = cause;
        for (Throwable at = cause; at != null; at = at.getCause()) {
            root = at instanceof SQLException ? at : root;
        }
        return String.valueOf(root.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
