package domicile.register;

import domicile.residency.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The assessments that officers work on. What {@link #save} returned from is on disk: in the database of a server, or beside an H2
 * file, from where whoever reads next puts it in first.
 */
public final class SavedAssessments {
    // Who puts states in holds the H2 file, which keeps other programs out; this keeps the other threads of this one
    // out.
    private static final Object TURN = new Object();

    /**
     * One of them.
     *
     * @param answers the questionnaire's answers as JSON
     */
    public record Saved(UUID id, String name, String answers, Instant createdAt, Instant updatedAt, boolean archived) {}

    private final Database database;
    private final Optional<Drafts> drafts;
    private final Clock clock;

    SavedAssessments(Database database, Clock clock) {
        this.database = database;
        this.drafts = database.file().map(Drafts::new);
        this.clock = clock;
    }

    /** All of them, the latest first. */
    public List<Saved> all() {
        return settled(handle -> handle.createQuery("SELECT * FROM assessment ORDER BY updated_at DESC, id")
                .map(SavedAssessments::read)
                .list());
    }

    /** The one with this id. */
    public Optional<Saved> find(UUID id) {
        return settled(handle -> handle.createQuery("SELECT * FROM assessment WHERE id = :id")
                .bind("id", id.toString())
                .map(SavedAssessments::read)
                .findOne());
    }

    /** Saves a new one or new answers of an old one. Takes milliseconds, whoever has the register open. */
    public void save(UUID id, String name, String answers) {
        Drafts.State state = new Drafts.State(name, answers, clock.instant());
        drafts.ifPresentOrElse(d -> d.write(id, state), () -> database.call(handle -> put(handle, id, state)));
    }

    /** Puts what is saved beside the register into it. Whoever reads does so first; it need not be called for anything to be safe. */
    public void settle() {
        if (drafts.filter(d -> !d.waiting().isEmpty()).isPresent()) {
            settled(handle -> handle);
        }
    }

    private <T> T settled(Function<Handle, T> work) {
        if (drafts.isEmpty()) {
            return database.call(work);
        }
        synchronized (TURN) {
            List<Drafts.Draft> taken = new ArrayList<>();
            T result = database.call(handle -> {
                // listed while the file is held: nobody else can put in an older state after a newer one
                taken.addAll(drafts.get().waiting());
                drafts.get().newest(taken).forEach((id, state) -> put(handle, id, state));
                return work.apply(handle);
            });
            if (!taken.isEmpty()) {
                drafts.get().remove(taken);
            }
            return result;
        }
    }

    private static int put(Handle handle, UUID id, Drafts.State state) {
        OffsetDateTime at = OffsetDateTime.ofInstant(state.savedAt(), ZoneOffset.UTC);
        int changed = handle.createUpdate(
                        "UPDATE assessment SET name = :name, answers = :answers, updated_at = :now WHERE id = :id")
                .bind("name", state.name())
                .bind("answers", state.answers())
                .bind("now", at)
                .bind("id", id.toString())
                .execute();
        return changed > 0 ? changed : insert(handle, id, state.name(), state.answers(), at);
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
        settled(handle -> handle.createUpdate("UPDATE assessment SET archived = :archived WHERE id = :id")
                .bind("archived", archived)
                .bind("id", id.toString())
                .execute());
    }

    /** What is saved and cannot be read, one sentence each. */
    List<Message> check() {
        return drafts.map(Drafts::check).orElse(List.of());
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
