package domicile.register;

import domicile.problem.ProblemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.PGProperty;
import org.postgresql.util.GT;

/** Why a PostgreSQL server gives no connection, said to a person. */
final class Unanswered {

    private Unanswered() {}

    /**
     * The refusal for what the driver throws when it connects; empty for what only the driver's own words tell.
     *
     * @param error holds no password, see {@link PostgresAddress#without}
     */
    static Optional<ProblemException> of(PostgresAddress address, SQLException error) {
        String where = address.shown();
        return switch (String.valueOf(error.getSQLState())) {
            case "28P01" -> Optional.of(RegisterProblem.WRONG_PASSWORD.because(error, where));
            case "3D000" -> Optional.of(RegisterProblem.NO_DATABASE.because(error, where));
            case "28000" -> Optional.of(RegisterProblem.NOT_LET_IN.because(error, where, oneLine(error)));
            // what the server lets this login do before it does anything: connect
            case "42501" -> Optional.of(RegisterProblem.NO_RIGHTS.because(error, where, oneLine(error)));
            case "08004" -> Optional.of(unmet(address, error));
            // the driver, for every file and every certificate of an encrypted line
            case "08006" ->
                Optional.of((address.encryptedByDefault()
                                ? RegisterProblem.ENCRYPTED_BY_DEFAULT
                                : RegisterProblem.BAD_CERTIFICATE)
                        .because(error, where, reason(error)));
            case "08001", "57P03" -> Optional.of(RegisterProblem.SERVER_DOWN.because(error, where, reason(error)));
            default -> Optional.empty();
        };
    }

    /** The driver cannot give what the server asks for, or the other way round; it has one state for all of that. */
    private static ProblemException unmet(PostgresAddress address, SQLException error) {
        String where = address.shown();
        if (GT.tr("The server does not support SSL.").equals(error.getMessage())) {
            return RegisterProblem.NOT_ENCRYPTED.because(error, where);
        }
        return address.hasPassword() || address.value(PGProperty.REQUIRE_AUTH).isPresent()
                ? RegisterProblem.NOT_LET_IN.because(error, where, oneLine(error))
                : RegisterProblem.PASSWORD_MISSING.because(error, where);
    }

    /** What began it: the driver's own words around it say less in more of them. */
    private static String reason(Throwable error) {
        Throwable first = Stream.iterate(error, e -> e != null, Throwable::getCause)
                .reduce(error, (a, b) -> b.getMessage() == null ? a : b);
        return oneLine(first);
    }

    private static String oneLine(Throwable error) {
        return String.valueOf(error.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
