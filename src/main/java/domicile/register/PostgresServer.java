package domicile.register;

import com.zaxxer.hikari.HikariDataSource;
import domicile.problem.ProblemException;
import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGProperty;

/** A PostgreSQL server at an address: connections to it, and why there is none, in sentences that hold no password. */
final class PostgresServer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PostgresAddress address;

    PostgresServer(PostgresAddress address) {
        this.address = address;
    }

    /** The server through a small pool, which says what is wrong at the first try. */
    HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source());
        pool.setMaximumPoolSize(4);
        pool.setInitializationFailTimeout(1);
        pool.setConnectionTimeout(patience().toMillis());
        return pool;
    }

    /** Who has asked for more time to connect gets it. */
    private Duration patience() {
        return Stream.of(PGProperty.LOGIN_TIMEOUT, PGProperty.CONNECT_TIMEOUT)
                .flatMap(p -> address.value(p).stream())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .reduce(PATIENCE, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** Connections to the server, from properties alone: no URL is made that could be read as anything else. */
    DataSource source() {
        return new Source();
    }

    private Connection connect() throws SQLException {
        try {
            return QuietDriver.connect(address.forDriver());
        } catch (SQLException e) {
            SQLException clean = clean(e);
            throw Unanswered.of(address, clean)
                    .map(refused -> new SQLException(refused.getMessage(), clean.getSQLState(), refused))
                    .orElse(clean);
        }
    }

    /** The refusal that {@link #source} gave, from below what a pool made of it. */
    static Optional<ProblemException> refusal(SQLException error) {
        return whole(error)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    /** The error, or one like it when any part of it holds a password: for whoever prints it or logs it whole. */
    private SQLException clean(SQLException error) {
        if (whole(error).noneMatch(e -> address.holdsSecret(String.valueOf(e.getMessage())))) {
            return error;
        }
        SQLException told = new SQLException(
                address.without(String.valueOf(error.getMessage())), error.getSQLState(), error.getErrorCode());
        told.setStackTrace(error.getStackTrace());
        return told;
    }

    private static Stream<Throwable> whole(Throwable error) {
        List<Throwable> whole = new ArrayList<>(List.of(error));
        for (int i = 0; i < whole.size(); i++) {
            Throwable e = whole.get(i);
            Stream.of(
                            Stream.ofNullable(e.getCause()),
                            Arrays.stream(e.getSuppressed()),
                            e instanceof SQLException sql
                                    ? Stream.ofNullable(sql.getNextException())
                                    : Stream.<Throwable>empty())
                    .flatMap(more -> more)
                    .filter(more -> whole.stream().noneMatch(known -> known == more))
                    .toList()
                    .forEach(whole::add);
        }
        return whole.stream();
    }

    private final class Source implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException("the address names user and password");
        }

        /** What the address says counts. */
        @Override
        public void setLoginTimeout(int seconds) {
            address.patient(seconds);
        }

        @Override
        public int getLoginTimeout() {
            return address.value(PGProperty.LOGIN_TIMEOUT)
                    .map(Integer::parseInt)
                    .orElse(0);
        }

        @Override
        public Logger getParentLogger() {
            return QuietDriver.LOGGER;
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(Writer.nullWriter());
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // nothing is written
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return type.isInstance(this);
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            if (!isWrapperFor(type)) {
                throw new SQLFeatureNotSupportedException("wraps no " + type.getSimpleName());
            }
            return type.cast(this);
        }

        @Override
        public String toString() {
            return address.shown();
        }
    }
}
