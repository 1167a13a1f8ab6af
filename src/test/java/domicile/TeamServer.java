package domicile;

import domicile.register.RegisterStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/** A server with a register and roles, as the README sets it up: ed edits, ap edits and approves. */
public record TeamServer(EmbeddedPostgres server, Clock clock) implements AutoCloseable {

    /** Starts one. */
    public static TeamServer start(Clock clock) throws IOException, SQLException {
        TeamServer team = new TeamServer(EmbeddedPostgres.start(), clock);
        team.sql("postgres", "postgres", "CREATE ROLE keeper LOGIN CREATEROLE");
        team.sql("postgres", "postgres", "CREATE DATABASE team OWNER keeper");
        team.store("keeper").close();
        team.sql("keeper", "team", Files.readString(Path.of("packaging/postgresql/roles.sql")));
        team.sql(
                "keeper",
                "team",
                "CREATE ROLE ed LOGIN; CREATE ROLE ap LOGIN; GRANT domicile_editor TO ed;"
                        + " GRANT domicile_editor, domicile_approver TO ap");
        return team;
    }

    private void sql(String login, String database, String statement) throws SQLException {
        try (var connection = server.getDatabase(login, database).getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The register, as somebody opens it. */
    public RegisterStore store(String login) {
        return RegisterStore.open(server.getJdbcUrl(login, "team"), clock);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
