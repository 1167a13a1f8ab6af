package domicile.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The assessments that officers work on. What {@link #save} returned from is on disk. */
public final class SavedAssessments {

    /**
     * One of them.
     *
     * @param answers the questionnaire's answers as JSON
     */
    public record Saved(UUID id, String name, String answers, Instant createdAt, Instant updatedAt, boolean archived) {}

    private final Database database;
    private final Clock clock;

    SavedAssessments(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All of them, the latest first. */
    public List<Saved> all() {
        return database.call(handle -> handle.createQuery("SELECT * FROM assessment ORDER BY updated_at DESC, id")
                .map(SavedAssessments::read)
                .list());
    }

    /** The one with this id. */
    public Optional<Saved> find(UUID id) {
        return database.call(handle -> handle.createQuery("SELECT * FROM assessment WHERE id = :id")
                .bind("id", id.toString())
                .map(SavedAssessments::read)
                .findOne());
    }

    /** Saves a new one or new answers of an old one. */
    public void save(UUID id, String name, String answers) {
        database.call(handle -> {
            OffsetDateTime now = now();
            int changed = handle.createUpdate(
                            "UPDATE assessment SET name = :name, answers = :answers, updated_at = :now WHERE id = :id")
                    .bind("name", name)
                    .bind("answers", answers)
                    .bind("now", now)
                    .bind("id", id.toString())
                    .execute();
            return changed > 0 ? changed : insert(handle, id, name, answers, now);
        });
    }

    private static int insert(Handle handle, UUID id, String name, String answers, OffsetDateTime now) {
        return handle.createUpdate("""
                        INSERT INTO assessment (id, name, answers, created_at, updated_at, archived)
                        VALUES (:id, :name, :answers, :now, :now, FALSE)
                        """)
                .bind("id", id.toString())
                .bind("name", name)
                .bind("answers", answers)
                .bind("now", now)
                .execute();
    }

    /** Puts one away, or takes it out again. */
    public void archive(UUID id, boolean archived) {
        database.call(handle -> handle.createUpdate("UPDATE assessment SET archived = :archived WHERE id = :id")
                .bind("archived", archived)
                .bind("id", id.toString())
                .execute());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Saved read(ResultSet row, StatementContext context) throws SQLException {
        return new Saved(
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                row.getString("answers"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("archived"));
    }
}
