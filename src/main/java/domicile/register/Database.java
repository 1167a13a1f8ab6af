package domicile.register;

import com.zaxxer.hikari.HikariDataSource;
import domicile.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The database below a register. An H2 file is open only while something is read or written and a moment longer, so
 * that the desktop and the command line can share it; a PostgreSQL server is reached through a small pool.
 */
final class Database implements AutoCloseable {
    /** The newest migration of this program. */
    static final int SCHEMA = 7;

    private final String where;
    private final Optional<HikariDataSource> pool;
    private final Optional<H2File> file;
    private final Optional<PostgresAddress> address;

    private Database(
            String where, Optional<H2File> file, Optional<PostgresAddress> address, Optional<HikariDataSource> pool) {
        this.where = where;
        this.address = address;
        this.file = file;
        this.pool = pool;
    }

    static Database h2(H2File file) {
        return new Database(file.named().toString(), Optional.of(file), Optional.empty(), Optional.empty());
    }

    static Database postgres(PostgresAddress address) {
        return new Database(
                address.shown(),
                Optional.empty(),
                Optional.of(address),
                Optional.of(new PostgresServer(address).pool()));
    }

    /** The file or address, for messages; without a password. */
    String where() {
        return where;
    }

    /** The file that it lies in; empty for a server. */
    Optional<H2File> file() {
        return file;
    }

    /** The address of a server; empty for a file. */
    Optional<PostgresAddress> address() {
        return address;
    }

    /** A folder of a register's own beside its file: of several registers in one folder, each has its own. */
    static Path beside(Path register, String what) {
        String name = String.valueOf(register.getFileName()).replaceFirst("\\.mv\\.db$", "");
        return register.resolveSibling(name.equals("register") ? what : name + "-" + what);
    }

    /** Reads in one transaction; the register's file keeps its bytes. */
    <T> T read(Function<Handle, T> work) {
        return call(false, work);
    }

    /**
     * As {@link #read}, all of it as it was at one moment, whatever others write meanwhile, in this program too. H2
     * reads each table as it was when it was asked for first, unless it is told to look at all of them at once.
     */
    <T> T readAtOneMoment(Function<Handle, T> work) {
        return read(handle -> {
            handle.execute(
                    pool.isPresent()
                            ? "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
                            : "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            return work.apply(handle);
        });
    }

    /** Reads and writes in one transaction; refused in a copy of a server's register. */
    <T> T write(Function<Handle, T> work) {
        file.filter(H2File::inPlace).flatMap(RegisterCopy::of).ifPresent(copy -> {
            throw copy.notWritten(where);
        });
        return call(true, work);
    }

    private <T> T call(boolean writing, Function<Handle, T> work) {
        try {
            if (pool.isPresent()) {
                return call(pool.get().getConnection(), work);
            }
            H2File lies = file.orElseThrow();
            IdleConnection open = IdleConnection.of(lies);
            Connection connection = open.use(lies, writing);
            try {
                return call(connection, work);
            } finally {
                open.used();
            }
        } catch (SQLException e) {
            throw PostgresServer.refusal(e).orElseGet(() -> StorageErrors.of(this, new IllegalStateException(e)));
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw StorageErrors.of(this, e);
        }
    }

    private static <T> T call(Connection connection, Function<Handle, T> work) throws SQLException {
        try (connection) {
            return Jdbi.create(connection).inTransaction(work::apply);
        }
    }

    /** The newest migration that was done; 0 for an empty database. Refuses what is no register and what is newer. */
    int schema() {
        Optional<Integer> found = read(Database::version);
        if (found.isEmpty() && read(Database::tables) > 0) {
            throw StorageErrors.foreign(where);
        }
        int version = found.orElse(0);
        if (version > SCHEMA) {
            throw StorageErrors.newer(where, String.valueOf(version), String.valueOf(SCHEMA));
        }
        return version;
    }

    /**
     * Brings the schema up to date where it lies. A server does so in transactions; an H2 file commits after every
     * statement, so this is for files that are not in place yet, see {@link Upkeep}. Flyway is only asked when there is
     * something to do: looking is cheaper than asking.
     */
    void migrate(int to) {
        try {
            var configuration = Flyway.configure()
                    .locations("classpath:domicile/register/migration")
                    .javaMigrations(new V3__ChainTheChanges(), new V7__ChainTheRecords())
                    .table("flyway_schema_history")
                    .target(String.valueOf(to));
            configuration
                    .dataSource(pool.<DataSource>map(p -> p)
                            .orElseGet(() -> new FileSource(
                                    file.orElseThrow(), file.get().keyOfDatabase())))
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            throw StorageErrors.of(this, e);
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

    /** The login that owns a server's register, where this is another one, which may not change its schema. */
    Optional<String> ownerOfAnother() {
        return read(handle -> handle.createQuery("""
                        SELECT pg_get_userbyid(relowner) FROM pg_class
                        WHERE oid = to_regclass('change') AND NOT pg_has_role(relowner, 'USAGE')
                        """).mapTo(String.class).findOne());
    }

    private static int tables(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_schema) = 'public'")
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void close() {
        file.map(IdleConnection::of).ifPresent(IdleConnection::close);
        pool.ifPresent(HikariDataSource::close);
    }
}
