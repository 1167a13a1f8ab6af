package domicile.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a pack would change in a register, part by part. */
final class Differences {
    private static final List<String> CITATION = List.of("source", "read");

    /** What an import adds or replaces, and what it takes out. */
    record Changes(List<Entry> put, List<Entry> removed, List<Difference> differences) {}

    private Differences() {}

    static Changes between(List<Entry> before, List<Entry> after) {
        Map<Entry.Id, Entry> old = new LinkedHashMap<>();
        before.forEach(e -> old.put(e.id(), e));
        List<Entry> put = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        Set<Entry.Id> kept = new HashSet<>();
        for (Entry entry : after) {
            kept.add(entry.id());
            Optional<Entry> was = Optional.ofNullable(old.get(entry.id()));
            if (was.equals(Optional.of(entry))) {
                continue;
            }
            put.add(entry);
            if (!was.map(Entry::payload).equals(Optional.of(entry.payload()))) {
                differences.add(difference(was, Optional.of(entry)));
            }
        }
        List<Entry> removed =
                before.stream().filter(e -> !kept.contains(e.id())).toList();
        removed.forEach(e -> differences.add(difference(Optional.of(e), Optional.empty())));
        return new Changes(put, removed, differences);
    }

    private static Difference difference(Optional<Entry> before, Optional<Entry> after) {
        Entry any = after.or(() -> before).orElseThrow();
        Difference.Kind kind = before.isEmpty()
                ? Difference.Kind.ADDED
                : after.isEmpty()
                        ? Difference.Kind.REMOVED
                        : citationOnly(before.get(), after.get())
                                ? Difference.Kind.CITATION_ONLY
                                : Difference.Kind.CHANGED;
        String subject = any.kind() == Entry.Kind.OFFERING ? any.key() : any.subject();
        return new Difference(
                kind, subject, any.kind() + " " + any.key(), before.map(Entry::payload), after.map(Entry::payload));
    }

    private static boolean citationOnly(Entry before, Entry after) {
        return before.kind() == Entry.Kind.FACT && uncited(before.payload()).equals(uncited(after.payload()));
    }

    private static ObjectNode uncited(String payload) {
        return RegisterJson.fields(payload).remove(CITATION);
    }
}
