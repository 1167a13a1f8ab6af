package domicile.register;

import domicile.problem.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The assessments that officers work on. What {@link #save} returned from is on disk: in the database of a server, or
 * beside an H2 file, from where whoever writes next puts it in.
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

    /** A state that whoever works on an assessment knows of. */
    public record Known(String name, String answers) {}

    /**
     * One that was worked on in a copy of a server's register.
     *
     * @param base the state that the copy was taken with; empty for one that was begun in it
     */
    public record Waiting(Saved mine, Optional<Known> base) {}

    private final Database database;
    private final Optional<Drafts> drafts;
    private final Clock clock;

    SavedAssessments(Database database, Clock clock) {
        this.database = database;
        this.drafts = database.file().map(Drafts::new);
        this.clock = clock;
    }

    /** All of them, the latest first; what waits beside the register is among them and goes on waiting. */
    public List<Saved> all() {
        List<Saved> all = new ArrayList<>(withWaiting(SavedAssessments::all));
        all.sort(Comparator.comparing(Saved::updatedAt).reversed().thenComparing(s -> s.id().toString()));
        return all;
    }

    /** Those of the register alone, in no order. */
    static List<Saved> all(Handle handle) {
        return handle.createQuery("SELECT * FROM assessment ORDER BY id")
                .map(SavedAssessments::read)
                .list();
    }

    /** The one with this id. */
    public Optional<Saved> find(UUID id) {
        return withWaiting(handle -> rows(handle, id)).stream()
                .filter(s -> s.id().equals(id))
                .findFirst();
    }

    /** Those of the register, each in its newest state, and those that the register does not have yet. */
    private List<Saved> withWaiting(Function<Handle, List<Saved>> rows) {
        if (drafts.isEmpty()) {
            return database.read(rows);
        }
        while (true) {
            List<Drafts.Draft> before = drafts.get().waiting();
            List<Saved> settled = database.read(rows);
            List<Drafts.Draft> after = drafts.get().waiting();
            Map<UUID, Drafts.State> waiting = drafts.get()
                    .newest(
                            after,
                            id -> settled.stream()
                                    .filter(s -> s.id().equals(id))
                                    .findFirst()
                                    .map(SavedAssessments::state));
            // What was put into the register meanwhile is not in the rows that were read: they are read again. What
            // is put in leaves the folder oldest first, so what is still there is never older than the rows.
            List<Drafts.Draft> still = drafts.get().waiting();
            if (still.containsAll(before) && still.containsAll(after)) {
                return merged(settled, waiting);
            }
        }
    }

    private static List<Saved> merged(List<Saved> settled, Map<UUID, Drafts.State> waiting) {
        Map<UUID, Saved> all = new LinkedHashMap<>();
        settled.forEach(s -> all.put(s.id(), s));
        waiting.forEach((id, state) -> all.merge(
                id,
                new Saved(id, state.name(), state.answers(), state.savedAt(), state.savedAt(), false),
                (row, draft) -> new Saved(
                        id, draft.name(), draft.answers(), row.createdAt(), draft.updatedAt(), row.archived())));
        return List.copyOf(all.values());
    }

    /** Saves a new one or new answers of an old one. Waits for nobody who has the register open. */
    public void save(UUID id, String name, String answers) {
        save(id, name, answers, Optional.empty());
    }

    /**
     * As {@link #save(UUID, String, String)}; what others have saved since a state that they and whoever saves came
     * from stays, see {@link AnswerMerge}.
     */
    public void save(UUID id, String name, String answers, Optional<Known> base) {
        Drafts.State state = new Drafts.State(name, answers, clock.instant(), base);
        drafts.ifPresentOrElse(d -> d.write(id, state), () -> database.write(handle -> put(handle, id, state)));
    }

    /** Whether others save into the same place at any time, and not only programs of this computer. */
    public boolean shared() {
        return drafts.isEmpty();
    }

    /** Puts what is saved beside the register into it. It need not be called for anything to be safe. */
    public void settle() {
        if (drafts.filter(d -> !d.waiting().isEmpty()).isEmpty()) {
            return;
        }
        if (database.file().flatMap(RegisterCopy::of).isEmpty()) {
            settled(handle -> handle);
            return;
        }
        synchronized (TURN) {
            drafts.get().fold(id -> database.read(handle -> stored(handle, id, "")));
        }
    }

    /** Those that wait beside a copy, and say something else than it does. */
    public List<Waiting> waiting() {
        List<Saved> stored = database.read(SavedAssessments::all);
        return withWaiting(SavedAssessments::all).stream()
                .filter(mine -> stored.stream().noneMatch(mine::equals))
                .map(mine -> new Waiting(
                        mine,
                        stored.stream()
                                .filter(s -> s.id().equals(mine.id()))
                                .findFirst()
                                .map(s -> new Known(s.name(), s.answers()))))
                .toList();
    }

    /**
     * Saves, in a server's register, what was worked on in a copy of it.
     *
     * @param decisions what counts of what both have changed, and differently; what has none stays as it is
     */
    CopyMerge.Both bringBack(Waiting waiting, Map<String, CopyMerge.Keep> decisions) {
        UUID id = waiting.mine().id();
        Known mine = new Known(waiting.mine().name(), waiting.mine().answers());
        return database.write(handle -> {
            Optional<Drafts.State> stored = stored(handle, id, " FOR UPDATE");
            CopyMerge.Both both = stored.map(
                            there -> CopyMerge.both(waiting, new Known(there.name(), there.answers()), decisions))
                    .orElseGet(() -> new CopyMerge.Both(mine, mine, List.of()));
            boolean same = stored.filter(there -> there.name()
                                    .equals(both.state().name())
                            && AnswerMerge.same(there.answers(), both.state().answers()))
                    .isPresent();
            if (!same) {
                put(
                        handle,
                        id,
                        new Drafts.State(
                                both.state().name(), both.state().answers(), clock.instant(), Optional.empty()));
            }
            return both;
        });
    }

    /** Takes away what waits of one, unless it was worked on meanwhile. */
    void broughtBack(Waiting waiting) {
        Drafts beside = drafts.orElseThrow();
        List<Drafts.Draft> all = beside.waiting().stream()
                .filter(d -> d.id().equals(waiting.mine().id()))
                .toList();
        if (waiting().contains(waiting)) {
            beside.remove(all);
        }
    }

    private <T> T settled(Function<Handle, T> work) {
        if (drafts.isEmpty()) {
            return database.write(work);
        }
        synchronized (TURN) {
            List<Drafts.Draft> taken = new ArrayList<>();
            T result = database.write(handle -> {
                // listed while the file is held: nobody else can put in an older state after a newer one
                taken.addAll(drafts.get().waiting());
                drafts.get()
                        .newest(taken, id -> stored(handle, id, ""))
                        .forEach((id, state) -> put(handle, id, state.whole()));
                return work.apply(handle);
            });
            if (!taken.isEmpty()) {
                drafts.get().remove(taken);
            }
            return result;
        }
    }

    private static Drafts.State state(Saved saved) {
        return new Drafts.State(saved.name(), saved.answers(), saved.updatedAt(), Optional.empty());
    }

    private static Optional<Drafts.State> stored(Handle handle, UUID id, String lock) {
        return rows(handle, id, lock).stream().findFirst().map(SavedAssessments::state);
    }

    private static int put(Handle handle, UUID id, Drafts.State written) {
        // locked, so that two who save at once save one upon the other
        Drafts.State state = written.upon(stored(handle, id, " FOR UPDATE"));
        // as both databases keep it
        Instant savedAt = state.savedAt().truncatedTo(ChronoUnit.MICROS);
        int changed = handle.createUpdate(
                        "UPDATE assessment SET name = :name, answers = :answers, updated_at = :now WHERE id = :id")
                .bind("name", state.name())
                .bind("answers", state.answers())
                .bind("now", Rows.utc(savedAt))
                .bind("id", id.toString())
                .execute();
        if (changed == 0) {
            insert(handle, new Saved(id, state.name(), state.answers(), savedAt, savedAt, false));
        }
        return link(handle, id);
    }

    /** Adds the state in which an assessment is now to the chain. */
    private static int link(Handle handle, UUID id) {
        List<Saved> now = rows(handle, id);
        now.forEach(saved -> Links.assessment(handle, saved));
        return now.size();
    }

    private static List<Saved> rows(Handle handle, UUID id) {
        return rows(handle, id, "");
    }

    private static List<Saved> rows(Handle handle, UUID id, String lock) {
        return handle.createQuery("SELECT * FROM assessment WHERE id = :id" + lock)
                .bind("id", id.toString())
                .map(SavedAssessments::read)
                .list();
    }

    static Map<String, Object> form(Saved saved) {
        return RegisterJson.ordered(
                "id", saved.id().toString(),
                "name", saved.name(),
                "answers", saved.answers(),
                "createdAt", saved.createdAt().toString(),
                "updatedAt", saved.updatedAt().toString(),
                "archived", saved.archived());
    }

    /** Writes one that is not there yet. */
    static int insert(Handle handle, Saved saved) {
        return handle.createUpdate("""
                        INSERT INTO assessment (id, name, answers, created_at, updated_at, archived)
                        VALUES (:id, :name, :answers, :created, :updated, :archived)
                        """)
                .bind("id", saved.id().toString())
                .bind("name", saved.name())
                .bind("answers", saved.answers())
                .bind("created", Rows.utc(saved.createdAt()))
                .bind("updated", Rows.utc(saved.updatedAt()))
                .bind("archived", saved.archived())
                .execute();
    }

    /** Puts one away, or takes it out again. */
    public void archive(UUID id, boolean archived) {
        settled(handle -> {
            handle.createUpdate("UPDATE assessment SET archived = :archived WHERE id = :id")
                    .bind("archived", archived)
                    .bind("id", id.toString())
                    .execute();
            return link(handle, id);
        });
    }

    /** What is saved and cannot be read, one sentence each. */
    List<Message> check() {
        return drafts.map(Drafts::check).orElse(List.of());
    }

    private static Saved read(ResultSet row, StatementContext context) throws SQLException {
        return new Saved(
                Rows.read(row, "id", UUID::fromString),
                Rows.text(row, "name"),
                Rows.text(row, "answers"),
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"),
                row.getBoolean("archived"));
    }
}
