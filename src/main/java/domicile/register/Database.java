package domicile.register;

import com.zaxxer.hikari.HikariDataSource;
import domicile.residency.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The database below a register. An H2 file is open only while something is read or written and a moment longer, so that the
 * desktop and the command line can share it; a PostgreSQL server is reached through a small pool.
 */
final class Database implements AutoCloseable {
    /** The newest migration of this program. */
    static final int SCHEMA = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final String where;
    private final Optional<HikariDataSource> pool;
    private final String url;
    private final Optional<Path> file;
    private final KeptOpen open = new KeptOpen();

    private Database(String where, String url, Optional<Path> file, Optional<HikariDataSource> pool) {
        this.where = where;
        this.file = file;
        this.url = url;
        this.pool = pool;
    }

    static Database h2(Path file) {
        // The path ends in .mv.db, which H2 adds by itself. WRITE_DELAY=0: what is committed is on disk.
        String path = file.toAbsolutePath().toString();
        String base = path.substring(0, path.length() - ".mv.db".length());
        return new Database(
                path,
                "jdbc:h2:file:" + base + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                Optional.of(file),
                Optional.empty());
    }

    static Database postgres(String location) {
        PostgresAddress address = PostgresAddress.parse(location);
        return new Database(address.shown(), address.shown(), Optional.empty(), Optional.of(address.pool()));
    }

    /** The file or address, for messages; without a password. */
    String where() {
        return where;
    }

    /** The file that it lies in; empty for a server. */
    Optional<Path> file() {
        return file;
    }

    /** A folder of a register's own beside its file: of several registers in one folder, each has its own. */
    static Path beside(Path register, String what) {
        String name = String.valueOf(register.getFileName()).replaceFirst("\\.mv\\.db$", "");
        return register.resolveSibling(name.equals("register") ? what : name + "-" + what);
    }

    boolean embedded() {
        return pool.isEmpty();
    }

    /** Reads or writes in one transaction. */
    <T> T call(Function<Handle, T> work) {
        try {
            if (pool.isPresent()) {
                return call(pool.get().getConnection(), work);
            }
            try {
                open.use(this::connect);
                return call(connect(), work);
            } finally {
                open.used();
            }
        } catch (SQLException e) {
            throw PostgresAddress.refusal(e).orElseGet(() -> Trouble.of(where, new IllegalStateException(e)));
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Trouble.of(where, e);
        }
    }

    private static <T> T call(Connection connection, Function<Handle, T> work) throws SQLException {
        try (connection) {
            return Jdbi.create(connection).inTransaction(work::apply);
        }
    }

    private Connection connect() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                // and not the driver manager, which would wake every driver there is
                return new JdbcConnection(url, new Properties(), "sa", "", false);
            } catch (SQLException e) {
                boolean busy = e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
                if (!busy || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Brings the schema up to date. Flyway is only asked when the schema is not: looking is cheaper than asking. */
    void migrate() {
        Optional<Integer> found = call(Database::version);
        if (found.isEmpty() && call(Database::tables) > 0) {
            throw Trouble.foreign(where);
        }
        int version = found.orElse(0);
        if (version > SCHEMA) {
            throw Trouble.newer(where, String.valueOf(version), String.valueOf(SCHEMA));
        }
        if (version == SCHEMA) {
            return;
        }
        try {
            var configuration = Flyway.configure()
                    .locations("classpath:domicile/register/migration")
                    .javaMigrations(new V3__ChainTheChanges())
                    .table("flyway_schema_history");
            (pool.isPresent() ? configuration.dataSource(pool.get()) : configuration.dataSource(url, "sa", ""))
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            throw Trouble.of(where, e);
        }
    }

    /** The newest migration that was done; empty when none ever was. */
    private static Optional<Integer> version(Handle handle) {
        // Tried, and not asked whether it is there: H2 takes longer to list its tables than to read the register.
        handle.savepoint("version");
        try {
            return handle.createQuery(
                            "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\" WHERE \"success\"")
                    .mapTo(Integer.class)
                    .findOne();
        } catch (UnableToCreateStatementException | UnableToExecuteStatementException e) {
            handle.rollbackToSavepoint("version");
        }
        boolean known = handle.createQuery(
                                "SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = 'flyway_schema_history'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (known) {
            throw new IllegalStateException("the table of migrations cannot be read");
        }
        return Optional.empty();
    }

    private static int tables(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_schema) = 'public'")
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void close() {
        open.close();
        pool.ifPresent(HikariDataSource::close);
    }
}
