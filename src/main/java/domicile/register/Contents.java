package domicile.register;

import domicile.residency.Capture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * All that a register holds but the documents' bytes, in no database's form: what a backup writes, and what a restored
 * register is made from.
 *
 * @param changes the audit trail, oldest first
 * @param head where the chain of changes ends
 * @param links the chain over all of it; none in what was written before there were links
 */
record Contents(
        List<Made> changes,
        String head,
        List<SavedAssessments.Saved> assessments,
        List<EvidenceLocker.Kept> documents,
        List<Link> links) {

    /** A change with the versions of parts that it made. */
    record Made(Change change, List<StoredEntry> entries) {}

    static Contents of(Handle handle) {
        Map<Long, List<StoredEntry>> entries = Entries.byChange(handle);
        return new Contents(
                Entries.changes(handle).stream()
                        .map(c -> new Made(c, entries.getOrDefault(c.number(), List.of())))
                        .toList(),
                AuditTrail.head(handle),
                SavedAssessments.all(handle),
                EvidenceLocker.all(handle),
                Links.all(handle));
    }

    /** Where the chain ends. */
    Optional<Head> last() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.getLast().head());
    }

    /** The pages that were taken in and not withdrawn, each once by its bytes. */
    List<Capture> captures() {
        Map<RegisterKey, Optional<RegisterRecord>> last = new LinkedHashMap<>();
        changes.stream()
                .flatMap(m -> m.entries().stream())
                .filter(e -> e.part().kind() == RegisterKey.Kind.CAPTURE)
                .forEach(e -> last.put(e.part(), e.entry()));
        Map<String, Capture> byBytes = new LinkedHashMap<>();
        last.values().stream()
                .flatMap(Optional::stream)
                .map(e -> PackReader.capture(e.node()))
                .filter(Capture::inHand)
                .forEach(c -> byBytes.putIfAbsent(c.sha256(), c));
        return List.copyOf(byBytes.values());
    }

    /** Writes it all into an empty register. The chain ends where it says that it ends, which checking it compares. */
    void into(Handle handle) {
        for (Made made : changes) {
            Entries.insertAs(handle, made.change());
            Entries.insert(handle, made.change().number(), made.entries());
            AuditTrail.append(handle, head);
        }
        changes.stream().mapToLong(m -> m.change().number()).max().ifPresent(last -> Entries.numberAfter(handle, last));
        assessments.forEach(saved -> SavedAssessments.insert(handle, saved));
        documents.forEach(kept -> EvidenceLocker.insert(handle, kept));
        links.forEach(link -> Links.add(handle, link));
        if (links.isEmpty()) {
            Links.linkAll(handle);
        }
    }
}
