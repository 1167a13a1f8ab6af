package domicile.register;

import domicile.residency.InputException;
import domicile.residency.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;

/** What can be wrong with a register's storage, said to a person. Nothing has been changed when one of these is thrown. */
final class Trouble {

    private Trouble() {}

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
                        : Refusal.DATABASE_REFUSED.because(error, where, oneLine(sql.get()));
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
