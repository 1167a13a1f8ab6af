package domicile.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of versioned entries and the changes that made them. */
final class Entries {
    private static final String CURRENT = """
            SELECT kind, subject, entry_key, ordinal, payload FROM (
                SELECT e.kind, e.subject, e.entry_key, e.ordinal, e.payload, ROW_NUMBER() OVER (
                    PARTITION BY e.kind, e.subject, e.entry_key ORDER BY c.valid_from DESC, c.id DESC) AS newest
                FROM entry e JOIN change c ON c.id = e.change_id
                WHERE c.valid_from <= :day) v
            WHERE newest = 1 AND payload IS NOT NULL
            ORDER BY kind, subject, ordinal, entry_key
            """;

    private Entries() {}

    /** The entries in force on a day, sorted by kind, subject and ordinal. */
    static List<Entry> asOf(Handle handle, LocalDate day) {
        return handle.createQuery(CURRENT)
                .bind("day", day)
                .map((row, context) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("entry_key"),
                row.getInt("ordinal"),
                row.getString("payload"));
    }

    /** The first day that anything is in force; empty for an empty register. */
    static Optional<LocalDate> firstDay(Handle handle) {
        return handle.createQuery("SELECT MIN(valid_from) FROM change")
                .mapTo(LocalDate.class)
                .findOne();
    }

    static long change(Handle handle, LocalDate validFrom, Instant knownAt, String who, String why, String pack) {
        return handle.createUpdate("""
                        INSERT INTO change (valid_from, known_at, who, why, pack)
                        VALUES (:validFrom, :knownAt, :who, :why, :pack)
                        """)
                .bind("validFrom", validFrom)
                .bind("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .bind("who", who)
                .bind("why", why)
                .bind("pack", pack)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    static void put(Handle handle, long change, List<Entry> entries) {
        insert(handle, change, entries, true);
    }

    static void remove(Handle handle, long change, List<Entry> entries) {
        insert(handle, change, entries, false);
    }

    private static void insert(Handle handle, long change, List<Entry> entries, boolean present) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO entry (change_id, kind, subject, entry_key, ordinal, payload)
                VALUES (:change, :kind, :subject, :key, :ordinal, :payload)
                """);
        for (Entry entry : entries) {
            batch.bind("change", change)
                    .bind("kind", entry.kind().name())
                    .bind("subject", entry.subject())
                    .bind("key", entry.key())
                    .bind("ordinal", entry.ordinal())
                    .bind("payload", present ? Optional.of(entry.payload()) : Optional.<String>empty())
                    .add();
        }
        batch.execute();
    }

    /** Every version of an offering and of its facts, oldest first. */
    static List<Version> history(Handle handle, String offering) {
        return handle.createQuery("""
                        SELECT e.kind, e.entry_key, e.payload, c.valid_from, c.known_at, c.who, c.why, c.pack
                        FROM entry e JOIN change c ON c.id = e.change_id
                        WHERE (e.kind = 'FACT' AND e.subject = :offering) OR (e.kind = 'OFFERING' AND e.entry_key = :offering)
                        ORDER BY c.valid_from, c.id, e.kind, e.ordinal, e.entry_key
                        """)
                .bind("offering", offering)
                .map(Entries::version)
                .list();
    }

    private static Version version(ResultSet row, StatementContext context) throws SQLException {
        return new Version(
                row.getString("kind").equals("FACT") ? row.getString("entry_key") : "",
                Optional.ofNullable(row.getString("payload")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("why"),
                row.getString("pack"));
    }
}
