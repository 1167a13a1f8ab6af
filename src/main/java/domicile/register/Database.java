package domicile.register;

import com.zaxxer.hikari.HikariDataSource;
import domicile.residency.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The database below a register. An H2 file is open only while something is read or written, so that the desktop and the command
 * line can share it; a PostgreSQL server is reached through a small pool.
 */
final class Database implements AutoCloseable {
    /** The newest migration of this program. */
    static final int SCHEMA = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final String where;
    private final Optional<HikariDataSource> pool;
    private final String url;
    private final Optional<Path> file;

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

    static Database postgres(String url) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setMaximumPoolSize(4);
        source.setInitializationFailTimeout(-1);
        source.setConnectionTimeout(5_000);
        return new Database(
                url.replaceAll("password=[^&]*", "password=***"), url, Optional.empty(), Optional.of(source));
    }

    /** The file or address, for messages; without a password. */
    String where() {
        return where;
    }

    /** The file that it lies in; empty for a server. */
    Optional<Path> file() {
        return file;
    }

    boolean embedded() {
        return pool.isEmpty();
    }

    /** Reads or writes in one transaction. */
    <T> T call(Function<Handle, T> work) {
        try (Connection connection = connect()) {
            return Jdbi.create(connection).inTransaction(work::apply);
        } catch (SQLException e) {
            throw Trouble.of(where, new IllegalStateException(e));
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Trouble.of(where, e);
        }
    }

    private Connection connect() throws SQLException {
        if (pool.isPresent()) {
            return pool.get().getConnection();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(url, "sa", "");
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

    private static Optional<Integer> version(Handle handle) {
        boolean known = handle.createQuery(
                                "SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = 'flyway_schema_history'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
        return known
                ? handle.createQuery(
                                "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\" WHERE \"success\"")
                        .mapTo(Integer.class)
                        .findOne()
                : Optional.empty();
    }

    private static int tables(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_schema) = 'public'")
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void close() {
        pool.ifPresent(HikariDataSource::close);
    }
}
