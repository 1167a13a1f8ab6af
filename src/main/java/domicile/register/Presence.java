package domicile.register;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.LoggerFactory;

/**
 * Who else has an assessment open, and at which question, in a register on a server. Each says so by the name of a
 * connection of their own, which the server forgets with the connection: nothing is stored, and nobody stays behind who
 * is gone. Everybody who may log in to the server can see it: the login, the assessment's id and the question's id,
 * neither of which says what is asked or answered about.
 */
public final class Presence implements AutoCloseable {
    private static final String PREFIX = "domicile ";
    /** PostgreSQL cuts the name of a connection off after so many bytes. */
    private static final int LONGEST = 63;
    /** How much of it a question's id has. */
    private static final int ROOM = LONGEST - PREFIX.length() - 23;

    /**
     * Somebody.
     *
     * @param login as the server knows them
     * @param question its id, cut off where it is long, see {@link #isAt}; empty for none
     */
    public record Present(String login, String question) {}

    /** Whether somebody is at a question. */
    public static boolean isAt(Present somebody, String question) {
        return somebody.question().equals(question.substring(0, Math.min(ROOM, question.length())));
    }

    private final Optional<PostgresServer> server;
    private Optional<Connection> own = Optional.empty();

    Presence(Optional<PostgresAddress> address) {
        this.server = address.map(PostgresServer::new);
    }

    /**
     * Says where this window is, and who else is in the same assessment; nobody in a file, which has no other people.
     *
     * @param question its id; empty for none
     */
    public synchronized List<Present> at(UUID assessment, String question) {
        if (server.isEmpty()) {
            return List.of();
        }
        String place = PREFIX + shortened(assessment) + " ";
        String name = place + question.substring(0, Math.min(ROOM, question.length()));
        try {
            Connection connection = connected(server.get());
            return Jdbi.create(connection).withHandle(handle -> {
                handle.createQuery("SELECT set_config('application_name', :name, false)")
                        .bind("name", name)
                        .mapTo(String.class)
                        .one();
                return handle.createQuery("""
                                SELECT COALESCE(pg_get_userbyid(usesysid), ''), application_name FROM pg_stat_activity
                                WHERE datname = current_database() AND pid <> pg_backend_pid()
                                    AND starts_with(application_name, :place)
                                ORDER BY 1, 2
                                """)
                        .bind("place", place)
                        .map((row, context) ->
                                new Present(row.getString(1), row.getString(2).substring(place.length())))
                        .list();
            });
        } catch (SQLException | RuntimeException e) {
            // nobody's work rests on it, and the next time asks anew
            LoggerFactory.getLogger(Presence.class).warn("who else is there cannot be seen", e);
            close();
            return List.of();
        }
    }

    private static String shortened(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    private Connection connected(PostgresServer to) throws SQLException {
        Connection open = own.isPresent() && !own.get().isClosed()
                ? own.get()
                : to.source().getConnection();
        own = Optional.of(open);
        return open;
    }

    /** Is nowhere any more. */
    @Override
    public synchronized void close() {
        try {
            if (own.isPresent()) {
                own.get().close();
            }
        } catch (SQLException e) {
            LoggerFactory.getLogger(Presence.class).warn("closing a connection", e);
        } finally {
            own = Optional.empty();
        }
    }
}
