package domicile.register;

import domicile.problem.ProblemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a PostgreSQL server gives no connection, said to a person. */
final class Unanswered {

    private Unanswered() {}

    /**
     * The refusal for what the driver throws when it connects; empty for what only the driver's own words tell.
     *
     * @param where the address, for messages
     * @param told whether the address says all that a server can ask for: a password, or a line that has to be
     *     encrypted
     */
    static Optional<ProblemException> of(String where, boolean told, SQLException error) {
        return switch (String.valueOf(error.getSQLState())) {
            case "28P01" -> Optional.of(RegisterProblem.WRONG_PASSWORD.because(error, where));
            case "3D000" -> Optional.of(RegisterProblem.NO_DATABASE.because(error, where));
            case "28000" -> Optional.of(RegisterProblem.NOT_LET_IN.because(error, where, oneLine(error)));
            // the driver, when it cannot give what the server asks for
            case "08004" ->
                Optional.of(
                        told
                                ? RegisterProblem.NOT_LET_IN.because(error, where, oneLine(error))
                                : RegisterProblem.PASSWORD_MISSING.because(error, where));
            // the driver, for every file and every certificate of an encrypted line
            case "08006" -> Optional.of(RegisterProblem.BAD_CERTIFICATE.because(error, where, reason(error)));
            case "08001", "57P03" -> Optional.of(RegisterProblem.SERVER_DOWN.because(error, where, reason(error)));
            default -> Optional.empty();
        };
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
