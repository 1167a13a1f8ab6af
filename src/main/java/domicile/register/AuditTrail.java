package domicile.register;

import domicile.problem.Message;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The chain over all changes: each one's hash is SHA-256 over its canonical form (RFC 8785), which holds the hash of
 * the change before it. Whoever alters, removes or inserts a change has to rewrite every later hash; a hash that was
 * noted elsewhere then no longer occurs.
 */
final class AuditTrail {
    /** What stands before the first change. */
    static final String START = "";

    private AuditTrail() {}

    /** Locks the end of the chain for the rest of the transaction and gives its hash. */
    static String lock(Handle handle) {
        return handle.createQuery("SELECT head FROM chain WHERE id = 1 FOR UPDATE")
                .mapTo(String.class)
                .one();
    }

    /** The hash at the end of the chain: another one after every change, whoever made it. */
    static String head(Handle handle) {
        return handle.createQuery("SELECT head FROM chain WHERE id = 1")
                .mapTo(String.class)
                .one();
    }

    static void append(Handle handle, String head) {
        handle.createUpdate("UPDATE chain SET head = :head, changes = changes + 1 WHERE id = 1")
                .bind("head", head)
                .execute();
    }

    /** The hash of a change that follows the one with the hash {@code previous}. */
    static String hash(String previous, Change change, List<StoredEntry> entries) {
        Map<String, Object> form = form(change);
        form.put("schema", "domicile.change/1");
        form.put("previous", previous);
        return Canonical.sha256(
                form,
                "entries",
                entries.stream()
                        .sorted(Comparator.comparing((StoredEntry e) -> e.part().kind())
                                .thenComparing(e -> e.part().offering())
                                .thenComparing(e -> e.part().key()))
                        .map(AuditTrail::form));
    }

    /** What a change says of itself, without its number, its hash and its entries. */
    static Map<String, Object> form(Change change) {
        Map<String, Object> form = RegisterJson.ordered(
                "validFrom",
                change.validFrom().toString(),
                "knownAt",
                change.knownAt().truncatedTo(ChronoUnit.MICROS).toString(),
                "who",
                change.who(),
                "why",
                change.why(),
                "pack",
                change.pack());
        change.cited()
                .ifPresent(c -> form.put(
                        "cited",
                        RegisterJson.ordered(
                                "source", c.source(), "read", c.read().toString())));
        change.account().ifPresent(a -> form.put("account", a));
        return form;
    }

    static Map<String, Object> form(StoredEntry entry) {
        Map<String, Object> form = RegisterJson.ordered(
                "kind",
                entry.part().kind().name(),
                "offering",
                entry.part().offering(),
                "key",
                entry.part().key(),
                "ordinal",
                entry.ordinal());
        entry.payload().ifPresent(p -> form.put("payload", p));
        return form;
    }

    /** Chains changes that have no hash yet, oldest first. */
    static void chainAll(Handle handle, List<Change> changes) {
        Map<Long, List<StoredEntry>> entries = Entries.byChange(handle);
        String head = START;
        for (Change change : changes) {
            head = hash(head, change, entries.getOrDefault(change.number(), List.of()));
            handle.createUpdate("UPDATE change SET hash = :hash WHERE id = :id")
                    .bind("hash", head)
                    .bind("id", change.number())
                    .execute();
            append(handle, head);
        }
    }

    /** What does not hold in the chain, one message each; empty when it is whole. */
    static List<Message> broken(Handle handle) {
        List<Message> problems = new ArrayList<>();
        Map<Long, List<StoredEntry>> entries = Entries.byChange(handle);
        List<Change> changes = Entries.changes(handle);
        String previous = START;
        for (Change change : changes) {
            String expected = hash(previous, change, entries.getOrDefault(change.number(), List.of()));
            if (!expected.equals(change.hash())) {
                problems.add(Message.of("damage.change", change.number(), change.who(), change.knownAt()));
            }
            // Goes on from what is stored: one altered change is one problem, not one for each that follows.
            previous = change.hash();
        }
        Map<String, Long> end = new LinkedHashMap<>();
        handle.createQuery("SELECT head, changes FROM chain WHERE id = 1")
                .map((row, context) -> end.put(row.getString("head"), row.getLong("changes")))
                .list();
        if (!Optional.ofNullable(end.get(previous)).equals(Optional.of((long) changes.size()))) {
            problems.add(Message.of("damage.end"));
        }
        return problems;
    }
}
