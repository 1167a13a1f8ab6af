package domicile.register;

import domicile.residency.Citation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** The table of versioned entries and the changes that made them. */
final class Entries {
    private static final String CURRENT = """
            SELECT kind, subject, entry_key, ordinal, payload FROM (
                SELECT e.kind, e.subject, e.entry_key, e.ordinal, e.payload, ROW_NUMBER() OVER (
                    PARTITION BY e.kind, e.subject, e.entry_key ORDER BY c.valid_from DESC, c.id DESC) AS newest
                FROM entry e JOIN change c ON c.id = e.change_id
                WHERE c.valid_from <= :day AND c.known_at <= :known AND c.id < :before) v
            WHERE newest = 1 AND payload IS NOT NULL
            """;
    private static final String CHANGE = """
            SELECT c.*, (SELECT COUNT(*) FROM entry e WHERE e.change_id = c.id) AS parts FROM change c
            """;
    private static final String FACTS =
            CURRENT.replace("WHERE c.valid_from", "WHERE e.kind = 'FACT' AND e.subject IN (<of>) AND c.valid_from");
    /** Later than anything that was ever learned, and early enough for both databases. */
    static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Written together: enough that a call costs nothing, and few enough to be held beside the entries themselves. */
    private static final int ROWS_AT_ONCE = 1_000;

    private Entries() {}

    /** The entries in force on a day, in {@link RegisterRecord#ORDER}, by all that is known. */
    static List<RegisterRecord> asOf(Handle handle, LocalDate day) {
        return asOf(handle, day, EVER, Long.MAX_VALUE);
    }

    /**
     * The entries in force on a day.
     *
     * @param known what was learned later does not count
     * @param before changes from this number on do not count
     */
    static List<RegisterRecord> asOf(Handle handle, LocalDate day, Instant known, long before) {
        return handle
                .createQuery(CURRENT)
                .bind("day", day)
                .bind("known", Rows.utc(known))
                .bind("before", before)
                .map((row, context) -> stored(row))
                .list()
                .stream()
                .flatMap(e -> e.entry().stream())
                .sorted(RegisterRecord.ORDER)
                .toList();
    }

    /** The facts of some offerings in force on a day, by all that is known. */
    static List<RegisterRecord> facts(Handle handle, LocalDate day, Set<String> offerings) {
        return handle
                .createQuery(FACTS)
                .bindList("of", List.copyOf(offerings))
                .bind("day", day)
                .bind("known", Rows.utc(EVER))
                .bind("before", Long.MAX_VALUE)
                .map((row, context) -> stored(row))
                .list()
                .stream()
                .flatMap(e -> e.entry().stream())
                .sorted(RegisterRecord.ORDER)
                .toList();
    }

    /** The days from which the versions of a day are in force. */
    static Map<RegisterKey, LocalDate> inForceSince(Handle handle, LocalDate day) {
        Map<RegisterKey, LocalDate> since = new HashMap<>();
        handle.createQuery("""
                        SELECT e.kind, e.subject, e.entry_key, MAX(c.valid_from) AS since
                        FROM entry e JOIN change c ON c.id = e.change_id
                        WHERE c.valid_from <= :day
                        GROUP BY e.kind, e.subject, e.entry_key
                        """)
                .bind("day", day)
                .map((row, context) -> Map.entry(part(row), Rows.day(row, "since")))
                .list()
                .forEach(e -> since.put(e.getKey(), e.getValue()));
        return since;
    }

    private static StoredEntry stored(ResultSet row) throws SQLException {
        return new StoredEntry(part(row), row.getInt("ordinal"), Optional.ofNullable(row.getString("payload")));
    }

    private static RegisterKey part(ResultSet row) throws SQLException {
        return new RegisterKey(
                Rows.read(row, "kind", RegisterKey.Kind::valueOf),
                Rows.text(row, "subject"),
                Rows.text(row, "entry_key"));
    }

    /** How many versions of parts there are. */
    static int count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM entry")
                .mapTo(Integer.class)
                .one();
    }

    /** The first day that anything is in force; empty for an empty register. */
    static Optional<LocalDate> firstDay(Handle handle) {
        return handle.createQuery("SELECT MIN(valid_from) FROM change")
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** The days from which anything is in force, from one day on, oldest first. */
    static List<LocalDate> daysFrom(Handle handle, LocalDate first) {
        return handle.createQuery(
                        "SELECT DISTINCT valid_from FROM change WHERE valid_from >= :first ORDER BY valid_from")
                .bind("first", first)
                .mapTo(LocalDate.class)
                .list();
    }

    /** The parts that have a version in force from a day after the first and not after the last. */
    static Set<RegisterKey> changedAfter(Handle handle, LocalDate first, LocalDate last) {
        return new HashSet<>(handle.createQuery("""
                        SELECT e.kind, e.subject, e.entry_key, e.ordinal, e.payload
                        FROM entry e JOIN change c ON c.id = e.change_id
                        WHERE c.valid_from > :first AND c.valid_from <= :last
                        """)
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> stored(row).part())
                .list());
    }

    /** When the register first and last learned anything. */
    static Optional<Instant> learned(Handle handle, boolean first) {
        return handle.createQuery("SELECT " + (first ? "MIN" : "MAX") + "(known_at) FROM change")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    /** All changes, oldest first. */
    static List<Change> changes(Handle handle) {
        return handle.createQuery(CHANGE + " ORDER BY c.id")
                .map((row, context) -> change(row))
                .list();
    }

    /** As {@link #changes}, of a schema that knows no accounts yet. */
    static List<Change> changesWithoutAccounts(Handle handle) {
        return handle.createQuery(CHANGE.replace("SELECT c.*", "SELECT c.*, CAST(NULL AS VARCHAR(200)) AS account")
                        + " ORDER BY c.id")
                .map((row, context) -> change(row))
                .list();
    }

    /** The newest change; a register has one from its making on. */
    static Optional<Change> last(Handle handle) {
        return handle.createQuery(CHANGE + " ORDER BY c.id DESC LIMIT 1")
                .map((row, context) -> change(row))
                .findOne();
    }

    /** What the newest change of a part wrote, where it came after another change. */
    static Optional<StoredEntry> after(Handle handle, RegisterKey part, long change) {
        return handle.createQuery("""
                        SELECT kind, subject, entry_key, ordinal, payload FROM entry
                        WHERE kind = :kind AND subject = :subject AND entry_key = :key AND change_id > :change
                        ORDER BY change_id DESC LIMIT 1
                        """)
                .bind("kind", part.kind().name())
                .bind("subject", part.offering())
                .bind("key", part.key())
                .bind("change", change)
                .map((row, context) -> stored(row))
                .findOne();
    }

    static Optional<Change> change(Handle handle, long number) {
        return handle.createQuery(CHANGE + " WHERE c.id = :id")
                .bind("id", number)
                .map((row, context) -> change(row))
                .findOne();
    }

    private static Change change(ResultSet row) throws SQLException {
        Optional<LocalDate> read = Optional.ofNullable(row.getObject("cited_read", LocalDate.class));
        int source = row.getInt("cited_source");
        return new Change(
                row.getLong("id"),
                Rows.day(row, "valid_from"),
                Rows.time(row, "known_at"),
                Rows.text(row, "who"),
                Rows.text(row, "why"),
                Rows.text(row, "pack"),
                read.map(day -> new Citation(source, day)),
                row.getInt("parts"),
                Optional.ofNullable(row.getString("hash")).orElse(""),
                Optional.ofNullable(row.getString("account")));
    }

    /** The entries of every change, by its number. */
    static Map<Long, List<StoredEntry>> byChange(Handle handle) {
        Map<Long, List<StoredEntry>> entries = new HashMap<>();
        handle.createQuery("SELECT change_id, kind, subject, entry_key, ordinal, payload FROM entry ORDER BY id")
                .map((row, context) -> entries.computeIfAbsent(row.getLong("change_id"), c -> new ArrayList<>())
                        .add(stored(row)))
                .list();
        return entries;
    }

    /** The entries of one change. */
    static List<StoredEntry> of(Handle handle, long change) {
        return handle.createQuery(
                        "SELECT kind, subject, entry_key, ordinal, payload FROM entry WHERE change_id = :id ORDER BY id")
                .bind("id", change)
                .map((row, context) -> stored(row))
                .list();
    }

    /** Writes a change without its entries; its hash is not known yet. */
    static long insert(Handle handle, Change change) {
        return bound(handle.createUpdate("""
                        INSERT INTO change (valid_from, known_at, who, why, pack, cited_source, cited_read, hash, account)
                        VALUES (:validFrom, :knownAt, :who, :why, :pack, :source, :read, :hash, :account)
                        """), change)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static Update bound(Update insert, Change change) {
        return insert.bind("validFrom", change.validFrom())
                .bind("knownAt", Rows.utc(change.knownAt()))
                .bind("who", change.who())
                .bind("why", change.why())
                .bind("pack", change.pack())
                .bind("source", change.cited().map(Citation::source))
                .bind("read", change.cited().map(Citation::read))
                .bind("hash", change.hash())
                .bind("account", change.account());
    }

    /** Writes a change without its entries, under the number that it has. */
    static void insertAs(Handle handle, Change change) {
        bound(handle.createUpdate("""
                        INSERT INTO change (id, valid_from, known_at, who, why, pack, cited_source, cited_read, hash, account)
                        OVERRIDING SYSTEM VALUE
                        VALUES (:id, :validFrom, :knownAt, :who, :why, :pack, :source, :read, :hash, :account)
                        """).bind("id", change.number()), change).execute();
    }

    /** The next change gets a number after these. */
    static void numberAfter(Handle handle, long last) {
        handle.execute("ALTER TABLE change ALTER COLUMN id RESTART WITH " + (last + 1));
    }

    static void insert(Handle handle, long change, List<StoredEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO entry (change_id, kind, subject, entry_key, ordinal, payload)
                VALUES (:change, :kind, :subject, :key, :ordinal, :payload)
                """);
        for (StoredEntry entry : entries) {
            batch.bind("change", change)
                    .bind("kind", entry.part().kind().name())
                    .bind("subject", entry.part().offering())
                    .bind("key", entry.part().key())
                    .bind("ordinal", entry.ordinal())
                    .bind("payload", entry.payload())
                    .add();
            if (batch.size() == ROWS_AT_ONCE) {
                batch.execute();
            }
        }
        batch.execute();
    }

    /** Every version of an offering and of its facts, by the day from which it is in force. */
    static List<Version> history(Handle handle, String offering) {
        // two selections, each by the index: of one with an OR the database reads every row
        return versions(handle, """
                SELECT * FROM entry WHERE kind = 'FACT' AND subject = :subject
                UNION ALL SELECT * FROM entry WHERE kind = 'OFFERING' AND subject = '' AND entry_key = :key
                """, new RegisterKey(RegisterKey.Kind.FACT, offering, offering));
    }

    /** Every version of one part, by the day from which it is in force. */
    static List<Version> history(Handle handle, RegisterKey part) {
        return versions(
                handle, "SELECT * FROM entry WHERE kind = :kind AND subject = :subject AND entry_key = :key", part);
    }

    private static List<Version> versions(Handle handle, String which, RegisterKey part) {
        Map<String, String> named = Map.of("kind", part.kind().name(), "subject", part.offering(), "key", part.key());
        Map<Long, Change> changes = new HashMap<>();
        handle.createQuery(CHANGE + " WHERE c.id IN (SELECT w.change_id FROM (%s) w)".formatted(which))
                .bindMap(named)
                .map((row, context) -> change(row))
                .forEach(c -> changes.put(c.number(), c));
        Map<RegisterKey, String> last = new HashMap<>();
        List<Version> versions = new ArrayList<>();
        handle.createQuery("""
                        SELECT e.change_id, e.kind, e.subject, e.entry_key, e.ordinal, e.payload
                        FROM (%s) e JOIN change c ON c.id = e.change_id
                        ORDER BY c.valid_from, c.id, e.kind DESC, e.ordinal, e.entry_key
                        """.formatted(which))
                .bindMap(named)
                .map((row, context) -> Map.entry(row.getLong("change_id"), stored(row)))
                .list()
                .forEach(row -> {
                    StoredEntry entry = row.getValue();
                    Change change = changes.get(row.getKey());
                    Optional<String> before = Optional.ofNullable(last.get(entry.part()));
                    // A version that only moved in its list says nothing new.
                    if (change != null && !before.equals(entry.payload())) {
                        versions.add(new Version(entry.part(), before, entry.payload(), change));
                    }
                    entry.payload().ifPresentOrElse(p -> last.put(entry.part(), p), () -> last.remove(entry.part()));
                });
        return versions;
    }
}
