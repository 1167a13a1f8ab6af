package domicile.register;

import domicile.register.Difference.Choice;
import domicile.residency.InputException;
import domicile.residency.Message;
import domicile.residency.Refusal;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.LoggerFactory;

/**
 * A register that lasts: an H2 file in a folder, or a PostgreSQL database. Every part is kept in versions, each with the day from
 * which it is in force and the time at which it was learned; nothing is overwritten.
 *
 * <pre>{@code
 * try (RegisterStore store = RegisterStore.open(Locations.defaultRegister(), Clock.systemDefaultZone())) {
 *     Register register = store.asOf(LocalDate.of(2026, 6, 30));
 * }
 * }</pre>
 */
public final class RegisterStore implements AutoCloseable {
    private static final String FILE = "register.mv.db";

    private final Database database;
    private final Clock clock;
    private final Map<State, Made> known = new ConcurrentHashMap<>();

    private record State(LocalDate day, Instant until) {}

    /** A register, and where the audit trail ended before it was read: where it ends elsewhere, someone has changed it since. */
    private record Made(String head, Register register) {}

    private RegisterStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens a register; one that does not exist yet is made from the shipped pack, whole or not at all.
     *
     * @param location a folder, a file that ends in {@code .mv.db}, or a {@code jdbc:postgresql:} URL
     * @param clock when changes are learned
     * @throws InputException when it is damaged, in use, read-only, unreachable or of a newer schema; it is left as it was
     */
    public static RegisterStore open(String location, Clock clock) {
        if (PostgresAddress.isUrl(location)) {
            return ready(Database.postgres(location), clock);
        }
        Path file = file(location);
        if (!Files.exists(file)) {
            make(file, clock);
        }
        return ready(Database.h2(file), clock);
    }

    /**
     * What a register says of a day by its snapshot, read without opening it, which takes longer. Only to be shown until it has been
     * opened, and to be compared with it then. Empty when there is no snapshot for that day, and for PostgreSQL.
     *
     * @param location as in {@link #open}
     */
    public static Optional<Register> snapshot(String location, LocalDate day) {
        return PostgresAddress.isUrl(location) ? Optional.empty() : Snapshot.read(file(location), day);
    }

    /** Writes what {@link #snapshot} reads, as the register stands; none for PostgreSQL and for very large registers. */
    public void takeSnapshot(LocalDate day) {
        database.file()
                .ifPresent(file -> database.call(handle -> {
                    if (Entries.count(handle) <= Snapshot.MOST) {
                        Optional<LocalDate> until = Entries.daysFrom(handle, day.plusDays(1)).stream()
                                .findFirst();
                        Snapshot.write(file, day, until, Entries.asOf(handle, day));
                    }
                    return day;
                }));
    }

    private static Path file(String location) {
        Path path = Path.of(location);
        return path.toString().endsWith(".mv.db") ? path : path.resolve(FILE);
    }

    private static RegisterStore ready(Database database, Clock clock) {
        try {
            database.migrate();
            RegisterStore store = new RegisterStore(database, clock);
            if (database.call(Entries::firstDay).isEmpty()) {
                store.fill();
            }
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Makes the file under another name and moves it into place, so that a killed program leaves none or a whole one. */
    private static void make(Path file, Clock clock) {
        Path making =
                file.resolveSibling("making-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".mv.db");
        try {
            Files.createDirectories(file.toAbsolutePath().resolve("..").normalize());
            ready(Database.h2(making), clock).close();
            try {
                Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException another) {
                // Another program made it meanwhile: that one is as good.
                Files.deleteIfExists(making);
            }
        } catch (IOException e) {
            throw Trouble.readOnly(file.toString(), e);
        } finally {
            deleteQuietly(making);
        }
    }

    static void deleteQuietly(Path file) {
        try {
            if (Files.exists(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(RegisterStore.class).warn("left behind: {}", file, e);
        }
    }

    private void fill() {
        Pack pack = Pack.shipped();
        database.call(handle -> {
            Changes changes = new Changes(handle, where(), clock);
            if (Entries.firstDay(handle).isEmpty()) {
                changes.write(
                        new Attribution(pack.published(), "Domicile", "The register's first content"),
                        pack.id(),
                        Entry.of(pack).stream()
                                .map(e -> new StoredEntry(e.part(), e.ordinal(), Optional.of(e.payload())))
                                .toList());
            }
            return pack;
        });
    }

    /** Where it lies, for messages; without a password. */
    public String where() {
        return database.where();
    }

    /**
     * The register as of a day, by all that is known now.
     *
     * @throws InputException for a day before anything is in force
     */
    public Register asOf(LocalDate day) {
        return asOf(day, Entries.EVER);
    }

    /**
     * The register as of a day, as it was known at a time: what a report of that time was made from.
     *
     * @param until what was learned later does not count
     * @throws InputException for a day before anything is in force, or a time before anything was known
     */
    public Register asOf(LocalDate day, Instant until) {
        State state = new State(day, until);
        return database.call(handle -> {
            String head = AuditTrail.head(handle);
            known.values().removeIf(made -> !made.head().equals(head));
            return Optional.ofNullable(known.get(state)).map(Made::register).orElseGet(() -> {
                Register register = pack(handle, day, until).register(day);
                known.put(state, new Made(head, register));
                return register;
            });
        });
    }

    /** All parts in force on a day, as a pack. */
    public Pack export(LocalDate day) {
        return export(day, Entries.EVER);
    }

    /** As {@link #export(LocalDate)}, as it was known at a time. */
    public Pack export(LocalDate day, Instant known) {
        return database.call(handle -> pack(handle, day, known));
    }

    private Pack pack(Handle handle, LocalDate day, Instant known) {
        List<Entry> entries = Entries.asOf(handle, day, known, Long.MAX_VALUE);
        if (entries.isEmpty()) {
            throw nothing(handle, day, known);
        }
        return Entry.pack(entries, "export", "Register as of " + day, day);
    }

    private InputException nothing(Handle handle, LocalDate day, Instant known) {
        Optional<Instant> first = Entries.learned(handle, true).filter(known::isBefore);
        if (first.isPresent()) {
            return Refusal.KNEW_NOTHING.at(where(), known, first.get());
        }
        return Entries.firstDay(handle)
                .map(from -> Refusal.NOTHING_THAT_DAY.at(where(), day, from))
                .orElseGet(() -> Refusal.NOTHING_AT_ALL.at(where(), day));
    }

    /**
     * What a pack would change; nothing is written.
     *
     * @param complete whether everything counts as removed that the pack does not name; otherwise it speaks of the offerings that
     *     it names alone
     * @param stamp the day from which the pack would be in force
     */
    public Comparison diff(Pack pack, boolean complete, LocalDate stamp) {
        return database.call(handle -> {
            Merge merge = merge(handle, pack, complete, stamp);
            return new Comparison(merge.differences(), merge.unnamed());
        });
    }

    /**
     * A pack beside a register.
     *
     * @param differences by offering; what belongs to none first
     * @param unnamed how many parts of the register the pack says nothing about; they stay
     */
    public record Comparison(List<Difference> differences, int unnamed) {}

    private static Merge merge(Handle handle, Pack pack, boolean complete, LocalDate stamp) {
        List<Entry> ours = Entries.asOf(handle, stamp);
        List<Entry> theirs = Entry.of(pack);
        return new Merge(ours, complete ? theirs : SourceNumbers.asIn(ours, theirs), complete);
    }

    /**
     * A register before an import, and as it would be after it.
     *
     * @param taken the differences that the import would settle
     */
    public record Preview(Register before, Register after, List<Difference> taken) {}

    /**
     * What the register would be after an import; nothing is written.
     *
     * @param day the day as of which both are taken
     * @throws InputException when the import would be refused
     */
    public Preview preview(
            Pack pack, boolean complete, Function<Difference, Choice> choose, LocalDate stamp, LocalDate day) {
        return database.call(handle -> {
            Merge.Taken taken = merge(handle, pack, complete, stamp).take(choose);
            Map<Part, Entry> after = new HashMap<>();
            List<Entry> before = Entries.asOf(handle, day);
            before.forEach(e -> after.put(e.part(), e));
            Set<Part> decidedLater = Entries.changedAfter(handle, stamp, day);
            for (StoredEntry written : taken.entries()) {
                if (!decidedLater.contains(written.part())) {
                    written.entry().ifPresentOrElse(e -> after.put(e.part(), e), () -> after.remove(written.part()));
                }
            }
            List<Entry> entries = after.values().stream().sorted(Entry.ORDER).toList();
            Changes.holdsTogether(entries, day, where());
            return new Preview(register(before, day), register(entries, day), taken.differences());
        });
    }

    private static Register register(List<Entry> entries, LocalDate day) {
        return Entry.pack(entries, "register", "register", day).register(day);
    }

    /**
     * Imports a pack in one transaction.
     *
     * @param complete as in {@link #diff}
     * @param choose what is done about each difference
     * @return what it changed; empty when there was nothing to change, and then nothing is written
     */
    public List<Difference> importPack(
            Pack pack, boolean complete, Function<Difference, Choice> choose, Attribution by) {
        return importPack(pack, complete, choose, by, Progress.NONE);
    }

    /** As {@link #importPack(Pack, boolean, Function, Attribution)}; stopped, it has changed nothing. */
    public List<Difference> importPack(
            Pack pack, boolean complete, Function<Difference, Choice> choose, Attribution by, Progress progress) {
        return write(changes -> {
            Merge.Taken taken =
                    merge(changes.handle(), pack, complete, by.validFrom()).take(choose);
            changes.write(by, pack.id(), taken.entries(), progress);
            return taken.differences();
        });
    }

    /**
     * Changes parts by hand, all of them or none; each becomes a new version.
     *
     * @param by has to name the page that the change rests on and the day that it was read
     */
    public void edit(List<Edit> edits, Attribution by) {
        write(changes -> {
            changes.edit(edits, by, LocalDate.now(clock));
            return edits;
        });
    }

    /** How many facts are worded for rules version 1 on a day, see {@link Upgrade}. */
    int waiting(LocalDate day) {
        return database.call(handle -> Upgrade.waiting(handle, day));
    }

    /**
     * What {@link #upgrade} would change; nothing is written.
     *
     * @param from as there
     */
    public Upgrade.Plan upgradePlan(Optional<LocalDate> from) {
        return database.call(
                handle -> Upgrade.plan(handle, LocalDate.now(clock), from).plan());
    }

    /**
     * Brings what is worded for rules version 1 to the wording of version 2, in one change; there is none when nothing is.
     *
     * @param from the day from which the new wording is in force; empty: the first day from which nothing that changes has a later
     *     version
     * @return what it changed
     */
    public Upgrade.Plan upgrade(Optional<LocalDate> from, String who, String why) {
        return write(changes -> {
            Upgrade.Worked worked = Upgrade.plan(changes.handle(), LocalDate.now(clock), from);
            changes.write(
                    new Attribution(worked.plan().day(), who, why),
                    Pack.shipped().id(),
                    worked.entries());
            return worked.plan();
        });
    }

    /** Says of facts that their pages were read again on a day and say the same; each becomes a new version. */
    public void confirm(List<Part> facts, LocalDate read, String who, String why) {
        LocalDate today = LocalDate.now(clock);
        if (read.isAfter(today)) {
            throw Refusal.FUTURE_DATE.at("read", read, today);
        }
        write(changes -> {
            changes.confirm(facts, read, who, why);
            return facts;
        });
    }

    /**
     * Puts back what was in force before a change. The change stays in the history; this is a new one.
     *
     * @param change its number, see {@link #changes}
     */
    public void undo(long change, String who, String why) {
        write(changes -> {
            changes.undo(change, who, why);
            return change;
        });
    }

    private <T> T write(Function<Changes, T> work) {
        database.file().ifPresent(Snapshot::drop);
        return database.call(handle -> work.apply(new Changes(handle, where(), clock)));
    }

    /** What a part says on a day, as JSON; empty when it is not there. */
    public Optional<String> find(Part part, LocalDate day) {
        return database.call(handle -> Entries.asOf(handle, day).stream()
                .filter(e -> e.part().equals(part))
                .map(Entry::payload)
                .findFirst());
    }

    /** Every version of an offering and its facts, by the day from which it is in force; empty when it was never known. */
    public List<Version> history(String offering) {
        return database.call(handle -> Entries.history(handle, offering));
    }

    /** Every version of one part, by the day from which it is in force; empty when it was never known. */
    public List<Version> history(Part part) {
        return database.call(handle -> Entries.history(handle, part));
    }

    /** The audit trail: every change, oldest first. */
    public List<Change> changes() {
        return database.call(Entries::changes);
    }

    /**
     * What does not hold in the register's audit trail, between its parts, or in its documents, one message each; empty when it is
     * sound.
     */
    public List<Message> check() {
        return check(Progress.NONE);
    }

    /** As {@link #check()}, telling how far it is: a step for each day on which anything changed, and one for each document. */
    public List<Message> check(Progress progress) {
        List<EvidenceLocker.Kept> documents = evidence().all();
        List<Message> found = database.call(handle -> {
            List<Message> problems = new ArrayList<>(AuditTrail.broken(handle));
            List<LocalDate> days = Entries.daysFrom(handle, LocalDate.of(1, 1, 1));
            for (LocalDate day : days) {
                progress.at(days.indexOf(day), days.size() + documents.size());
                try {
                    Changes.holdsTogether(Entries.asOf(handle, day), day, where());
                } catch (InputException e) {
                    problems.add(Message.of("damage.day", day, e));
                }
            }
            return problems;
        });
        found.addAll(evidence().check(progress));
        found.addAll(assessments().check());
        return found;
    }

    /**
     * Writes all of it, with every version and assessment, into one file.
     *
     * @throws InputException when the file exists or cannot be written, or for PostgreSQL
     */
    public void backup(Path file) {
        backup(file, Progress.NONE);
    }

    /** As {@link #backup(Path)}, a step for each document; stopped, it leaves no file. */
    public void backup(Path file, Progress progress) {
        assessments().settle();
        Backups.write(database, file, progress);
    }

    /**
     * Puts a backup in the place of a register. The backup is opened first; only a sound one takes the place.
     *
     * @return where the register that was there is kept
     */
    public static Optional<Path> restore(Path backup, String location, Clock clock) {
        if (PostgresAddress.isUrl(location)) {
            throw Refusal.POSTGRES_NOT_RESTORED.at(
                    PostgresAddress.parse(location).shown());
        }
        Snapshot.drop(file(location));
        return Backups.restore(backup, file(location), clock);
    }

    /** The documents that the buyer holds. */
    public EvidenceLocker evidence() {
        return new EvidenceLocker(database, database.file().map(EvidenceLocker::folder), clock);
    }

    /** The assessments that are worked on. */
    public SavedAssessments assessments() {
        return new SavedAssessments(database, clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
