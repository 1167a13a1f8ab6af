package domicile.register;

import domicile.problem.DiskError;
import domicile.problem.FileProblem;
import domicile.problem.ProblemException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;

/**
 * What can be wrong with a register's storage, said to a person. Nothing has been changed when one of these is thrown.
 */
final class StorageErrors {

    private StorageErrors() {}

    static ProblemException inUse(String where, Throwable cause) {
        return RegisterProblem.IN_USE.because(cause, where);
    }

    static ProblemException damaged(String where, Throwable cause) {
        return RegisterProblem.DAMAGED.because(cause, where);
    }

    static ProblemException readOnly(String where, Throwable cause) {
        return RegisterProblem.READ_ONLY.because(cause, where);
    }

    static ProblemException newer(String where, String found, String known) {
        return RegisterProblem.NEWER.at(where, found, known);
    }

    static ProblemException foreign(String where) {
        return RegisterProblem.FOREIGN.at(where);
    }

    static ProblemException unreachable(String where, Throwable cause) {
        return RegisterProblem.UNREACHABLE.because(cause, where, oneLine(cause));
    }

    static ProblemException unreadable(String where, Throwable cause) {
        return RegisterProblem.REGISTER_UNREADABLE.because(cause, where);
    }

    static ProblemException cutOff(String where) {
        return RegisterProblem.REGISTER_CUT.at(where);
    }

    /** Why a file could not be written. */
    static ProblemException unwritten(String where, Exception cause) {
        return diskFull(cause) ? RegisterProblem.DISK_FULL.because(cause, where) : readOnly(where, cause);
    }

    /** Why a file that a person named could not be written. */
    static ProblemException unwrittenFile(String where, IOException cause) {
        return diskFull(cause)
                ? RegisterProblem.DISK_FULL.because(cause, where)
                : FileProblem.FILE_UNWRITTEN.because(cause, where, DiskError.said(cause));
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
    static ProblemException of(Database database, RuntimeException error) {
        String where = database.where();
        Optional<SQLException> sql = sqlCause(error);
        if (diskFull(error)) {
            return RegisterProblem.DISK_FULL.because(error, where);
        }
        if (sql.isEmpty()) {
            throw error;
        }
        return database.file().isPresent() ? ofFile(where, error, sql.get()) : ofServer(where, error, sql.get());
    }

    private static ProblemException ofFile(String where, RuntimeException error, SQLException sql) {
        return switch (sql.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(where, error);
            case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 -> RegisterProblem.REGISTER_GONE.because(error, where);
            case ErrorCode.WRONG_USER_OR_PASSWORD -> foreign(where);
            case ErrorCode.DATABASE_IS_READ_ONLY,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CREATION_FAILED_1 -> readOnly(where, error);
            // whatever else a file makes of the statements of this program: it does not hold what it did
            default -> damaged(where, error);
        };
    }

    private static ProblemException ofServer(String where, RuntimeException error, SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        switch (state) {
            case "42501":
                return RegisterProblem.NO_RIGHTS.because(error, where, firstLine(sql));
            // those of packaging/postgresql/roles.sql
            case "DM001":
                return RegisterProblem.OWN_MATTER.because(error, where);
            case "DM002":
                return RegisterProblem.NOTHING_WAITS.because(error, where);
            default:
        }
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                ? unreachable(where, error)
                : RegisterProblem.DATABASE_REFUSED.because(error, where, oneLine(sql));
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

    /** What the server says, without where in its own functions it says it. */
    private static String firstLine(SQLException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("").strip();
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
