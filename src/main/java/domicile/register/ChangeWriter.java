package domicile.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.json.JsonProblem;
import domicile.residency.Citation;
import domicile.residency.FactKinds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;

/**
 * Writes changes: one after the other, chained, and only such that the register holds together on every day from then
 * on. All of it happens in the caller's transaction; whatever is thrown leaves the register as it was.
 */
final class ChangeWriter {
    private static final Set<RegisterKey.Kind> BY_HAND = Set.of(
            RegisterKey.Kind.FACT, RegisterKey.Kind.OFFERING, RegisterKey.Kind.SOURCE, RegisterKey.Kind.PROVIDER);

    private final Handle handle;
    private final String where;
    private final Clock clock;
    private final FactKinds kinds;
    private final String head;
    private Optional<AsOf> known = Optional.empty();

    private record AsOf(LocalDate day, List<RegisterRecord> entries) {}

    /** Waits for other writers first: what is read through the handle afterwards is what the change is written upon. */
    ChangeWriter(Handle handle, String where, Clock clock, FactKinds kinds) {
        this.handle = handle;
        this.where = where;
        this.clock = clock;
        this.kinds = kinds;
        this.head = AuditTrail.lock(handle);
    }

    Handle handle() {
        return handle;
    }

    /**
     * What is in force on a day, before anything is written. A change from that day is checked without asking again.
     */
    List<RegisterRecord> asOf(LocalDate day) {
        AsOf asked = known.filter(k -> k.day().equals(day)).orElseGet(() -> new AsOf(day, Entries.asOf(handle, day)));
        known = Optional.of(asked);
        return asked.entries();
    }

    /** Writes a pack as a register's first content. */
    void first(Pack pack) {
        write(
                new Attribution(pack.published(), "Domicile", "The register's first content"),
                pack.id(),
                RegisterRecord.of(pack).stream().map(RegisterRecord::stored).toList());
    }

    /** Writes one change, if there is anything to write. */
    void write(Attribution by, String pack, List<StoredEntry> entries) {
        write(by, pack, entries, Progress.NONE);
    }

    void write(Attribution by, String pack, List<StoredEntry> entries, Progress progress) {
        if (entries.isEmpty()) {
            return;
        }
        Change unsigned = new Change(
                0,
                by.validFrom(),
                knownAt(),
                by.who(),
                by.why(),
                pack,
                by.cited(),
                entries.size(),
                AuditTrail.START,
                Links.account(handle));
        // beside the check, which takes as long
        CompletableFuture<String> summing =
                CompletableFuture.supplyAsync(() -> AuditTrail.hash(head, unsigned, entries));
        Optional<AsOf> before = known.filter(k -> k.day().equals(by.validFrom()));
        known = Optional.empty();
        before.ifPresent(b -> holdsTogether(with(b.entries(), entries), by.validFrom(), where, kinds));
        String hash = summing.join();
        long number = Entries.insert(
                handle,
                new Change(
                        0,
                        unsigned.validFrom(),
                        unsigned.knownAt(),
                        unsigned.who(),
                        unsigned.why(),
                        unsigned.pack(),
                        unsigned.cited(),
                        unsigned.parts(),
                        hash,
                        unsigned.account()));
        Entries.insert(handle, number, entries);
        AuditTrail.append(handle, hash);
        List<LocalDate> days = Entries.daysFrom(handle, by.validFrom());
        for (int i = 0; i < days.size(); i++) {
            progress.at(i, days.size());
            LocalDate day = days.get(i);
            if (before.isEmpty() || day.isAfter(by.validFrom())) {
                holdsTogether(Entries.asOf(handle, day), day, where, kinds);
            }
        }
        Links.change(handle, number, hash, unsigned.knownAt());
        progress.at(days.size(), days.size());
    }

    /** What is in force after a change from the same day. */
    static List<RegisterRecord> with(List<RegisterRecord> before, List<StoredEntry> written) {
        Map<RegisterKey, RegisterRecord> now = new LinkedHashMap<>(); // nearly in their order already
        before.forEach(e -> now.put(e.part(), e));
        for (StoredEntry entry : written) {
            entry.entry().ifPresentOrElse(e -> now.put(e.part(), e), () -> now.remove(entry.part()));
        }
        return now.values().stream().sorted(RegisterRecord.ORDER).toList();
    }

    /** The time, and never before the last change: a clock that was set back must not make a change known too early. */
    private Instant knownAt() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Entries.learned(handle, false).filter(now::isBefore).orElse(now);
    }

    /**
     * Refuses parts that do not fit together: a source, a provider, a place or a deployment that is named and not
     * there.
     */
    static void holdsTogether(List<RegisterRecord> entries, LocalDate day, String where, FactKinds kinds) {
        Set<RegisterKey> there = new HashSet<>();
        entries.forEach(e -> {
            there.add(e.part());
            there.add(e.part().withoutVariant());
            there.add(e.part().withoutVariant().withoutUse());
        });
        for (RegisterRecord entry : entries) {
            if (entry.kind() == RegisterKey.Kind.FACT) {
                needs(there, entry, Set.of(RegisterKey.offering(entry.part().offering())), day, where);
            }
        }
        // What one part says by itself is read once more, by the reader of packs; what it names is looked for on the
        // way.
        RegisterRecord.pack(
                entries,
                "check",
                "check",
                day,
                kinds,
                (entry, node) ->
                        References.of(entry, node, kinds).forEach(oneOf -> needs(there, entry, oneOf, day, where)));
    }

    private static void needs(
            Set<RegisterKey> there, RegisterRecord entry, Set<RegisterKey> oneOf, LocalDate day, String where) {
        if (oneOf.stream().noneMatch(there::contains)) {
            throw RegisterProblem.NEEDS_ANOTHER.at(
                    where,
                    entry.part().text(),
                    oneOf.stream().map(RegisterKey::text).sorted().toList(),
                    day);
        }
    }

    /**
     * Changes parts by hand.
     *
     * @param seen number of the last change that whoever made them has seen; one of the same part that came after it is
     *     told, and nothing is written
     */
    void edit(List<Edit> edits, Attribution by, LocalDate today, long seen) {
        List<RegisterRecord> before = asOf(by.validFrom());
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Put put -> minds(put.part(), Optional.of(put.json()), seen);
                case Edit.Remove remove -> minds(remove.part(), Optional.empty(), seen);
                // what is new takes nobody's place: it is refused where there is such a part
                case Edit.Add add -> {}
            }
        }
        write(by, "", edited(before, edits, by, today, where, kinds).written());
    }

    /** Refuses what is wanted of a part that somebody else has changed meanwhile, unless they want the same. */
    private void minds(RegisterKey part, Optional<String> wanted, long seen) {
        Entries.after(handle, part, seen).ifPresent(theirs -> {
            List<FieldChange> differ = FieldChange.between(theirs.payload(), wanted);
            if (!differ.isEmpty()) {
                throw RegisterProblem.CHANGED_MEANWHILE.at(where, part.text(), FieldChange.line(differ));
            }
        });
    }

    /**
     * A register after changes by hand.
     *
     * @param parts all of it, in no order
     * @param written what has to be written for that
     */
    record Edited(List<RegisterRecord> parts, List<StoredEntry> written) {}

    /** What changes by hand come to, upon these parts. */
    static Edited edited(
            List<RegisterRecord> before,
            List<Edit> edits,
            Attribution by,
            LocalDate today,
            String where,
            FactKinds kinds) {
        Citation cited = by.cited().orElseThrow(() -> RegisterProblem.RESTS_ON_NO_PAGE.at(where));
        if (cited.read().isAfter(today)) {
            throw JsonProblem.FUTURE_DATE.at("read", cited.read(), today);
        }
        Map<RegisterKey, RegisterRecord> now = new HashMap<>();
        before.forEach(e -> now.put(e.part(), e));
        List<RegisterRecord> sound = new ArrayList<>(before);
        List<StoredEntry> written = new ArrayList<>();
        Optional<RegisterKey> source = Optional.of(RegisterKey.source(cited.source()));
        for (Edit edit : edits) {
            RegisterKey part = EditReader.part(sound, edit, today, kinds);
            if (!BY_HAND.contains(part.kind())) {
                throw RegisterProblem.NOT_BY_HAND.at(where, part.text());
            }
            Optional<RegisterRecord> was = Optional.ofNullable(now.get(part));
            switch (edit) {
                case Edit.Add add -> {
                    if (was.isPresent()) {
                        throw (part.kind() == RegisterKey.Kind.FACT
                                        ? RegisterProblem.FACT_THERE_ALREADY
                                        : RegisterProblem.THERE_ALREADY)
                                .at(where, part.text(), by.validFrom());
                    }
                    RegisterRecord entry =
                            EditReader.read(sound, part, add.json(), after(sound, part), cited, today, kinds);
                    sound.add(entry);
                    written.add(new StoredEntry(part, entry.ordinal(), Optional.of(entry.payload())));
                }
                case Edit.Put put -> {
                    int ordinal = was.map(RegisterRecord::ordinal).orElseGet(() -> after(before, part));
                    RegisterRecord entry = EditReader.read(sound, part, put.json(), ordinal, cited, today, kinds);
                    sound.removeIf(e -> e.part().equals(part));
                    sound.add(entry);
                    if (!was.map(RegisterRecord::payload).equals(Optional.of(entry.payload()))) {
                        written.add(new StoredEntry(part, ordinal, Optional.of(entry.payload())));
                    }
                }
                case Edit.Remove remove -> {
                    RegisterRecord gone =
                            was.orElseThrow(() -> RegisterProblem.NOT_THERE.at(where, part.text(), by.validFrom()));
                    sound.removeIf(e -> e.part().equals(part));
                    written.add(new StoredEntry(part, gone.ordinal(), Optional.empty()));
                }
            }
        }
        if (sound.stream().noneMatch(e -> source.equals(Optional.of(e.part())))) {
            throw RegisterProblem.SOURCE_NOT_THERE.at(where, cited.source());
        }
        return new Edited(sound, written);
    }

    /** Says of facts that their pages were read again and say the same. */
    void confirm(List<RegisterKey> facts, LocalDate read, String who, String why) {
        Map<RegisterKey, RegisterRecord> now = new HashMap<>();
        asOf(read).forEach(e -> now.put(e.part(), e));
        List<StoredEntry> written = new ArrayList<>();
        Set<Integer> sources = new TreeSet<>();
        for (RegisterKey part : facts) {
            RegisterRecord fact = Optional.ofNullable(now.get(part))
                    .filter(e -> e.kind() == RegisterKey.Kind.FACT)
                    .orElseThrow(() -> RegisterProblem.FACT_NOT_THERE.at(where, part.text(), read));
            ObjectNode fields = RegisterJson.fields(fact.payload());
            SortedMap<Integer, RegisterJson.Cited> cites = RegisterJson.cited(fields);
            cites.values().stream()
                    .map(RegisterJson.Cited::read)
                    .filter(day -> LocalDate.parse(day).isAfter(read))
                    .findFirst()
                    .ifPresent(day -> {
                        throw RegisterProblem.READ_LATER.at(where, part.text(), LocalDate.parse(day), read);
                    });
            sources.addAll(cites.keySet());
            cites.replaceAll((source, page) -> page.readOn(read.toString()));
            String payload = RegisterJson.cite(fields, cites).toString();
            if (!payload.equals(fact.payload())) {
                written.add(new StoredEntry(part, fact.ordinal(), Optional.of(payload)));
            }
        }
        Optional<Citation> cited =
                sources.size() == 1 ? sources.stream().findFirst().map(s -> new Citation(s, read)) : Optional.empty();
        write(new Attribution(read, who, why, cited), "", written);
    }

    private static int after(List<RegisterRecord> entries, RegisterKey part) {
        return entries.stream()
                        .filter(e ->
                                e.kind() == part.kind() && e.part().offering().equals(part.offering()))
                        .mapToInt(RegisterRecord::ordinal)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private static boolean withdrew(List<StoredEntry> entries) {
        return entries.stream()
                .filter(e -> e.part().kind() == RegisterKey.Kind.CAPTURE)
                .flatMap(e -> e.entry().stream())
                .anyMatch(e -> !PackReader.capture(e.node()).inHand());
    }

    /** Puts back what was in force before a change, as a new one. */
    void undo(long number, String who, String why) {
        Change change = Entries.change(handle, number).orElseThrow(() -> RegisterProblem.NO_CHANGE.at(where, number));
        // a page that was taken in stays, and one that was withdrawn has no bytes to come back with
        List<StoredEntry> written = Entries.of(handle, number).stream()
                .filter(e -> e.part().kind() != RegisterKey.Kind.CAPTURE)
                .toList();
        if (written.isEmpty() || withdrew(Entries.of(handle, number))) {
            throw RegisterProblem.CAPTURE_STAYS.at(where, number);
        }
        Map<RegisterKey, RegisterRecord> now = new HashMap<>();
        asOf(change.validFrom()).forEach(e -> now.put(e.part(), e));
        for (StoredEntry entry : written) {
            if (!Optional.ofNullable(now.get(entry.part())).equals(entry.entry())) {
                throw RegisterProblem.CHANGED_AGAIN.at(where, entry.part().text(), number);
            }
        }
        Map<RegisterKey, RegisterRecord> before = new HashMap<>();
        Entries.asOf(handle, change.validFrom(), Entries.EVER, number).forEach(e -> before.put(e.part(), e));
        if (before.isEmpty()) {
            throw RegisterProblem.FIRST_CONTENT.at(where, number);
        }
        List<StoredEntry> back = written.stream()
                .map(e -> Optional.ofNullable(before.get(e.part()))
                        .map(RegisterRecord::stored)
                        .orElse(new StoredEntry(e.part(), e.ordinal(), Optional.empty())))
                .toList();
        write(new Attribution(change.validFrom(), who, why), "", back);
    }
}
