package domicile.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/** PostgreSQL's driver, which would write addresses with their passwords to standard error and into logs. */
final class QuietDriver {
    /** Held, so that its level is not forgotten. */
    static final Logger LOGGER = Logger.getLogger("org.postgresql");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private QuietDriver() {}

    /** What an address says, with a service's and a password file's entries; empty when it cannot be read. */
    static Optional<Properties> read(String url, Properties login) {
        return Optional.ofNullable(Driver.parseURL(url, login));
    }

    static Connection connect(Properties properties) throws SQLException {
        // an address that says nothing: all of it stands in the properties
        return Optional.ofNullable(new Driver().connect(PostgresAddress.PREFIX + "//", properties))
                .orElseThrow();
    }
}
