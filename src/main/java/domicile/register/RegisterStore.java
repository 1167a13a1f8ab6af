package domicile.register;

import domicile.json.JsonProblem;
import domicile.problem.Message;
import domicile.problem.ProblemException;
import domicile.register.Difference.Choice;
import domicile.residency.Capture;
import domicile.residency.FactKinds;
import domicile.residency.Register;
import domicile.vault.KeyFile;
import domicile.vault.RecoveryKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.LoggerFactory;

/**
 * A register that lasts: an H2 file in a folder, or a PostgreSQL database. Every part is kept in versions, each with
 * the day from which it is in force and the time at which it was learned; nothing is overwritten.
 *
 * <pre>{@code
 * try (RegisterStore store = RegisterStore.open(Locations.defaultRegister(), Clock.systemDefaultZone())) {
 *     Register register = store.asOf(LocalDate.of(2026, 6, 30));
 * }
 * }</pre>
 */
public final class RegisterStore implements AutoCloseable {
    private final Database database;
    private final Clock clock;
    private final Optional<Message> opening;
    private final FactKinds kinds;
    private final Map<State, Made> known = new ConcurrentHashMap<>();

    private record State(LocalDate day, Instant until) {}

    /**
     * A register, and where the audit trail ended before it was read: where it ends elsewhere, someone has changed it
     * since.
     */
    private record Made(String head, Register register) {}

    private RegisterStore(Database database, Clock clock, Optional<Message> opening, FactKinds kinds) {
        this.database = database;
        this.clock = clock;
        this.opening = opening;
        this.kinds = kinds;
    }

    /**
     * Opens a register; one that does not exist yet is made from the shipped pack, whole or not at all. A register of
     * an older schema is brought to the newest, see {@link #opening}; nothing else is written.
     *
     * @param location a folder, a file that ends in {@code .mv.db}, or a {@code jdbc:postgresql:} URL
     * @param clock when changes are learned
     * @throws ProblemException when it is damaged, in use, read-only, unreachable or of a newer schema; it is left as
     *     it was
     */
    public static RegisterStore open(String location, Clock clock) {
        return open(location, clock, FactKinds.SHIPPED);
    }

    /** As {@link #open(String, Clock)}, with facts of these kinds. */
    public static RegisterStore open(String location, Clock clock, FactKinds kinds) {
        return open(location, Optional.empty(), clock, kinds);
    }

    /**
     * As {@link #open(String, Clock)}, with a password that was typed after {@link RegisterProblem#PASSWORD_MISSING} or
     * {@link RegisterProblem#WRONG_PASSWORD}; it counts before any that the location says.
     */
    public static RegisterStore open(String location, Optional<String> password, Clock clock) {
        return open(location, password, clock, FactKinds.SHIPPED);
    }

    private static RegisterStore open(String location, Optional<String> password, Clock clock, FactKinds kinds) {
        if (PostgresAddress.isUrl(location)) {
            PostgresAddress address = PostgresAddress.parse(location);
            return server(Database.postgres(password.map(address::with).orElse(address)), clock, kinds);
        }
        return file(H2File.at(H2File.path(location)), clock, kinds);
    }

    static RegisterStore file(H2File file, Clock clock) {
        return file(file, clock, FactKinds.SHIPPED);
    }

    private static RegisterStore file(H2File file, Clock clock, FactKinds kinds) {
        Upkeep.tidy(file);
        Optional<Message> opening = Encryption.settle(file);
        Optional<RegisterCopy> copy = RegisterCopy.of(file);
        if (!file.exists()) {
            copy.ifPresent(unfinished -> {
                throw RegisterProblem.COPY_UNFINISHED.at(file.named().toString(), unfinished.server());
            });
            opening = Upkeep.make(file, database -> fill(database, clock, kinds))
                    .map(mode -> Message.of("opening.folder", Upkeep.folder(file), mode));
        }
        Database database = Database.h2(file);
        if (database.schema() < Database.SCHEMA) {
            opening = Upkeep.migrate(file)
                    .map(from -> Message.of("opening.migrated", file.named().toString(), from));
        } else {
            Upkeep.opened(file);
        }
        if (database.read(Entries::firstDay).isEmpty()) {
            throw StorageErrors.damaged(file.named().toString(), new IllegalStateException("it holds no change"));
        }
        return new RegisterStore(database, clock, opening, kinds);
    }

    private static RegisterStore server(Database database, Clock clock, FactKinds kinds) {
        try {
            Optional<Message> opening = Optional.empty();
            int schema = database.schema();
            if (schema < Database.SCHEMA) {
                database.ownerOfAnother().ifPresent(owner -> {
                    throw RegisterProblem.OWNER_UPGRADES.at(database.where(), schema, Database.SCHEMA, owner);
                });
                database.migrate(Database.SCHEMA);
                opening = Optional.of(schema)
                        .filter(from -> from > 0)
                        .map(from -> Message.of("opening.migrated", database.where(), from));
            }
            if (database.read(Entries::firstDay).isEmpty()) {
                fill(database, clock, kinds);
            }
            return new RegisterStore(database, clock, opening, kinds);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** That it is a copy of a server's register; empty where it is none. */
    public Optional<RegisterCopy> copy() {
        return database.file().flatMap(RegisterCopy::of);
    }

    /**
     * Copies a server's register into an empty folder, or over an older copy of it.
     *
     * @throws ProblemException when it is none on a server, something else lies in the folder, or something waits in
     *     the older copy; nothing has changed then
     */
    public RegisterCopy copyInto(String folder, Progress progress) {
        return copyInto(H2File.at(H2File.path(folder)), progress);
    }

    RegisterCopy copyInto(H2File into, Progress progress) {
        return RegisterCopy.take(this, database, into, clock, progress);
    }

    /**
     * As {@link #copyInto(String, Progress)}, encrypted.
     *
     * @param told gets what opens it when the passphrase is forgotten, before anything is copied
     */
    public RegisterCopy copyInto(String folder, char[] passphrase, Consumer<RecoveryKey> told, Progress progress) {
        Encryption.longEnough(passphrase, folder);
        told.accept(RegisterCopy.encrypted(folder, passphrase));
        return copyInto(folder, progress);
    }

    /** The kinds of facts that it holds. */
    public FactKinds kinds() {
        return kinds;
    }

    /** That opening it has brought it to a newer schema; empty when it has not. */
    public Optional<Message> opening() {
        return opening;
    }

    /**
     * What a register says of a day by its snapshot, read without opening it, which takes longer. Only to be shown
     * until it has been opened, and to be compared with it then. Empty when there is no snapshot for that day, and for
     * PostgreSQL.
     *
     * @param location as in {@link #open}
     */
    public static Optional<Register> snapshot(String location, LocalDate day) {
        return PostgresAddress.isUrl(location)
                ? Optional.empty()
                : Snapshot.read(H2File.path(location), day, FactKinds.SHIPPED);
    }

    /**
     * Writes what {@link #snapshot} reads, as the register stands; none for PostgreSQL and for very large registers.
     */
    public void takeSnapshot(LocalDate day) {
        database.file()
                .map(H2File::named)
                .ifPresent(file -> database.read(handle -> {
                    if (Entries.count(handle) <= Snapshot.MOST) {
                        Optional<LocalDate> until = Entries.daysFrom(handle, day.plusDays(1)).stream()
                                .findFirst();
                        Snapshot.write(file, day, until, Entries.asOf(handle, day));
                    }
                    return day;
                }));
    }

    private static void fill(Database database, Clock clock, FactKinds kinds) {
        Pack pack = Pack.shipped();
        database.write(handle -> {
            ChangeWriter changes = new ChangeWriter(handle, database.where(), clock, kinds);
            if (Entries.firstDay(handle).isEmpty()) {
                changes.first(pack);
            }
            return pack;
        });
    }

    /**
     * A number that is another one as soon as the register was written to: the time of its file, asked without opening
     * it, or of a server's register the number of the newest change.
     */
    public long written() {
        return database.file()
                .map(H2File::real)
                .map(file -> file.toFile().lastModified())
                .filter(time -> time > 0)
                .orElseGet(() -> lastChange().number());
    }

    /** Where it lies, for messages; without a password. */
    public String where() {
        return database.where();
    }

    /**
     * The register as of a day, by all that is known now.
     *
     * @throws ProblemException for a day before anything is in force
     */
    public Register asOf(LocalDate day) {
        return asOf(day, Entries.EVER);
    }

    /**
     * The register as of a day, as it was known at a time: what a report of that time was made from.
     *
     * @param until what was learned later does not count
     * @throws ProblemException for a day before anything is in force, or a time before anything was known
     */
    public Register asOf(LocalDate day, Instant until) {
        State state = new State(day, until);
        return database.read(handle -> {
            String head = AuditTrail.head(handle);
            known.values().removeIf(made -> !made.head().equals(head));
            return Optional.ofNullable(known.get(state)).map(Made::register).orElseGet(() -> {
                Register register = pack(handle, day, until).register(day);
                known.put(state, new Made(head, register));
                return register;
            });
        });
    }

    /** All parts in force on a day, as a pack, without the pages that were taken in. */
    public Pack export(LocalDate day) {
        return export(day, Entries.EVER);
    }

    /** As {@link #export(LocalDate, Instant)}, with the pages on which its quotes stand. */
    public Pack exportWithCaptures(LocalDate day, Instant known) {
        return database.read(handle -> pack(handle, day, known)).withCited(documents());
    }

    /** As {@link #exportWithCaptures(LocalDate, Instant)}, by all that is known now. */
    public Pack exportWithCaptures(LocalDate day) {
        return exportWithCaptures(day, Entries.EVER);
    }

    /** As {@link #export(LocalDate)}, as it was known at a time. */
    public Pack export(LocalDate day, Instant known) {
        return database.read(handle -> pack(handle, day, known)).withoutCaptures();
    }

    private Pack pack(Handle handle, LocalDate day, Instant known) {
        List<RegisterRecord> entries = Entries.asOf(handle, day, known, Long.MAX_VALUE);
        if (entries.isEmpty()) {
            throw nothing(handle, day, known);
        }
        try {
            return RegisterRecord.pack(entries, "export", "Register as of " + day, day, kinds);
        } catch (ProblemException e) {
            // it was read like this before it was written
            throw StorageErrors.damaged(where(), e);
        }
    }

    private ProblemException nothing(Handle handle, LocalDate day, Instant known) {
        Optional<Instant> first = Entries.learned(handle, true).filter(known::isBefore);
        if (first.isPresent()) {
            return RegisterProblem.KNEW_NOTHING.at(where(), known, first.get());
        }
        return Entries.firstDay(handle)
                .map(from -> RegisterProblem.NOTHING_THAT_DAY.at(where(), day, from))
                .orElseGet(() -> RegisterProblem.NOTHING_AT_ALL.at(where(), day));
    }

    /**
     * What a pack would change; nothing is written.
     *
     * @param complete whether everything counts as removed that the pack does not name; otherwise it speaks of the
     *     offerings that it names alone
     * @param stamp the day from which the pack would be in force
     */
    public Comparison diff(Pack pack, boolean complete, LocalDate stamp) {
        return database.read(handle -> {
            Merge merge = merge(Entries.asOf(handle, stamp), pack, complete);
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

    private Merge merge(List<RegisterRecord> ours, Pack pack, boolean complete) {
        List<RegisterRecord> theirs = RegisterRecord.of(pack);
        return new Merge(ours, complete ? theirs : SourceNumbers.asIn(ours, theirs), complete, kinds);
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
     * @throws ProblemException when the import would be refused
     */
    public Preview preview(
            Pack pack, boolean complete, Function<Difference, Choice> choose, LocalDate stamp, LocalDate day) {
        return database.read(handle -> {
            Merge.Taken taken =
                    merge(Entries.asOf(handle, stamp), pack, complete).take(choose);
            List<RegisterRecord> before = Entries.asOf(handle, day);
            Set<RegisterKey> decidedLater = Entries.changedAfter(handle, stamp, day);
            List<RegisterRecord> entries = ChangeWriter.with(
                    before,
                    taken.entries().stream()
                            .filter(written -> !decidedLater.contains(written.part()))
                            .toList());
            ChangeWriter.holdsTogether(entries, day, where(), kinds);
            return new Preview(register(before, day), register(entries, day), taken.differences());
        });
    }

    private Register register(List<RegisterRecord> entries, LocalDate day) {
        return RegisterRecord.pack(entries, "register", "register", day, kinds).register(day);
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
        Captures captures = captures();
        Set<String> copied = new HashSet<>();
        boolean whole = false;
        try {
            List<Difference> settled = write(changes -> {
                Merge.Taken taken =
                        merge(changes.asOf(by.validFrom()), pack, complete).take(choose);
                copied.addAll(captures.keepAll(taken.entries(), pack.pages()));
                changes.write(by, pack.id(), taken.entries(), progress);
                return taken.differences();
            });
            whole = true;
            return settled;
        } finally {
            if (!whole) {
                copied.forEach(captures::drop);
            }
        }
    }

    /**
     * Changes parts by hand, all of them or none; each becomes a new version.
     *
     * @param by has to name the page that the change rests on and the day that it was read
     */
    public void edit(List<Edit> edits, Attribution by) {
        edit(edits, by, Long.MAX_VALUE);
    }

    /**
     * As {@link #edit(List, Attribution)}, refused when somebody else has changed one of the parts meanwhile, which
     * says what they wrote.
     *
     * @param seen number of the {@link #lastChange} before the parts were read that the edits are made upon
     */
    public void edit(List<Edit> edits, Attribution by, long seen) {
        write(changes -> {
            changes.edit(edits, by, LocalDate.now(clock), seen);
            return edits;
        });
    }

    /**
     * What the register would be after changes by hand; nothing is written.
     *
     * @param by as in {@link #edit}; both registers are those of its day
     */
    public Preview preview(List<Edit> edits, Attribution by) {
        LocalDate day = by.validFrom();
        return database.read(handle -> {
            List<RegisterRecord> before = Entries.asOf(handle, day);
            List<RegisterRecord> after =
                    ChangeWriter.edited(before, edits, by, LocalDate.now(clock), where(), kinds).parts().stream()
                            .sorted(RegisterRecord.ORDER)
                            .toList();
            ChangeWriter.holdsTogether(after, day, where(), kinds);
            return new Preview(register(before, day), register(after, day), List.of());
        });
    }

    /** How many facts are worded for rules version 1 on a day, see {@link Upgrade}. */
    int waiting(LocalDate day) {
        return database.read(handle -> Upgrade.waiting(handle, day));
    }

    /**
     * What {@link #upgrade} would change; nothing is written.
     *
     * @param from as there
     */
    public Upgrade.Plan upgradePlan(Optional<LocalDate> from) {
        return database.read(
                handle -> Upgrade.plan(handle, LocalDate.now(clock), from).plan());
    }

    /**
     * Brings what is worded for rules version 1 to the wording of version 2, in one change; there is none when nothing
     * is.
     *
     * @param from the day from which the new wording is in force; empty: the first day from which nothing that changes
     *     has a later version
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
    public void confirm(List<RegisterKey> facts, LocalDate read, String who, String why) {
        LocalDate today = LocalDate.now(clock);
        if (read.isAfter(today)) {
            throw JsonProblem.FUTURE_DATE.at("read", read, today);
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

    <T> T write(Function<ChangeWriter, T> work) {
        database.file().map(H2File::named).ifPresent(Snapshot::drop);
        assessments().settle();
        return database.write(handle -> work.apply(new ChangeWriter(handle, where(), clock, kinds)));
    }

    /** What a part says on a day, as JSON; empty when it is not there. */
    public Optional<String> find(RegisterKey part, LocalDate day) {
        return database.read(handle -> Entries.asOf(handle, day).stream()
                .filter(e -> e.part().equals(part))
                .map(RegisterRecord::payload)
                .findFirst());
    }

    /**
     * Every version of an offering and its facts, by the day from which it is in force; empty when it was never known.
     */
    public List<Version> history(String offering) {
        return database.read(handle -> Entries.history(handle, offering));
    }

    /** Every version of one part, by the day from which it is in force; empty when it was never known. */
    public List<Version> history(RegisterKey part) {
        return database.read(handle -> Entries.history(handle, part));
    }

    /** The audit trail: every change, oldest first. */
    public List<Change> changes() {
        return database.read(Entries::changes);
    }

    /** The newest change, without reading the trail. */
    public Change lastChange() {
        return database.read(Entries::last).orElseThrow();
    }

    /** The newest change that was known at a time; the newest of all where none is given. */
    public Change lastChange(Optional<Instant> known) {
        return known.flatMap(time -> changes().reversed().stream()
                        .filter(change -> !change.knownAt().isAfter(time))
                        .findFirst())
                .orElseGet(this::lastChange);
    }

    /** Where the chain over all that the register keeps ends. */
    public Head head() {
        return database.read(Links::head).orElseThrow();
    }

    /**
     * Where the chain ended with the last change that was known at a time: the same for the same state of the register,
     * whatever was saved beside it since. Empty for a time before anything was known.
     */
    public Optional<Head> head(Instant known) {
        return database.read(handle -> Links.head(handle, known));
    }

    /** As {@link #head(Instant)}, by all that is known now. */
    public Optional<Head> lastChangeHead() {
        return head(Entries.EVER);
    }

    /** That a hash is that of no link and of no change; empty when there is one. */
    public Optional<Message> lacks(String hash) {
        return database.read(handle -> Links.hold(handle, hash))
                ? Optional.empty()
                : Optional.of(Message.of("damage.notedabsent", hash));
    }

    /**
     * That the chain does not hold a head that was noted elsewhere; empty when it does.
     *
     * @param by what has noted it
     */
    public Optional<Message> lacks(Head noted, String by) {
        return Optional.of(noted).filter(h -> !holds(h)).map(h -> {
            Head now = head();
            return now.number() < h.number()
                    ? Message.of("damage.notedolder", by, h.number(), h.day(), now.number(), now.day())
                    : Message.of("damage.notedother", by, h.number(), h.day());
        });
    }

    /** What is to be said of a register that is not, or no longer, what this computer last saw of it. */
    public Optional<ProblemException> goneBack(Head seen) {
        return Optional.of(seen).filter(h -> !holds(h)).map(h -> {
            Head now = head();
            return now.number() < h.number()
                    ? RegisterProblem.REGISTER_OLDER.at(where(), h.number(), h.day(), now.number(), now.day())
                    : RegisterProblem.REGISTER_OTHER.at(where(), h.number(), h.day());
        });
    }

    private boolean holds(Head noted) {
        return database.read(handle -> Links.hold(handle, noted.hash()));
    }

    /**
     * Where the chain ended when a backup was made; the hash of its last change where it was made before there were
     * links.
     *
     * @throws ProblemException when it is no backup
     */
    public static Noted noted(Path backup) {
        return Backups.noted(backup);
    }

    /** Whether a file is a backup, whatever it holds. */
    public static boolean isBackup(Path file) {
        return Backups.is(file);
    }

    /** What something notes of a chain: its head, or the hash of a change alone. */
    public record Noted(String hash, Optional<Head> head) {}

    /**
     * What does not hold in the register's audit trail, between its parts, or in its documents, one message each; empty
     * when it is sound.
     */
    public List<Message> check() {
        return check(Progress.NONE);
    }

    /**
     * As {@link #check()}, telling how far it is: a step for each day on which anything changed, and one for each
     * document.
     */
    public List<Message> check(Progress progress) {
        int documents = evidence().all().size();
        List<Message> found =
                new ArrayList<>(problems(database, (done, days) -> progress.at(done, days + documents), kinds));
        found.addAll(evidence().check(progress));
        found.addAll(captures().check(allCaptures(), progress));
        found.addAll(assessments().check());
        return found;
    }

    /** A day after which no database is asked for anything. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private List<Capture> allCaptures() {
        return database.read(handle -> Entries.asOf(handle, LAST).stream()
                .filter(e -> e.kind() == RegisterKey.Kind.CAPTURE)
                .map(e -> PackReader.capture(e.node()))
                .toList());
    }

    /** What does not hold in the audit trail and between the parts of a register. */
    static List<Message> problems(Database database, Progress progress, FactKinds kinds) {
        return database.readAtOneMoment(handle -> {
            List<Message> problems = new ArrayList<>(AuditTrail.broken(handle));
            problems.addAll(Links.broken(handle));
            List<LocalDate> days = Entries.daysFrom(handle, LocalDate.of(1, 1, 1));
            for (LocalDate day : days) {
                progress.at(days.indexOf(day), days.size());
                try {
                    ChangeWriter.holdsTogether(Entries.asOf(handle, day), day, database.where(), kinds);
                } catch (ProblemException e) {
                    problems.add(Message.of("damage.day", day, e));
                }
            }
            return problems;
        });
    }

    /** The file that it lies in, as it was named; empty for a server. */
    Optional<Path> file() {
        return database.file().map(H2File::named);
    }

    /**
     * Writes all of it, with every version, assessment and document, into one file, and restores that once into an
     * empty folder to see that it holds the same. Others go on writing meanwhile: it holds what was there at one
     * moment.
     *
     * @throws ProblemException when the register is damaged, the file exists or cannot be written, or for PostgreSQL
     */
    public BackedUp backup(Path file) {
        return backup(file, Progress.NONE);
    }

    /** As {@link #backup(Path)}, a step for each document; stopped, it leaves no file. */
    public BackedUp backup(Path file, Progress progress) {
        return backup(file, false, progress);
    }

    BackedUp backup(Path file, boolean automatic, Progress progress) {
        Path register = file().orElseThrow(() -> RegisterProblem.POSTGRES_NOT_BACKED_UP.at(where()));
        refuseCopy(copy(), where());
        assessments().settle();
        for (int again = 0; ; again++) {
            Head before = head();
            try {
                check(progress).stream().findFirst().ifPresent(problem -> {
                    throw RegisterProblem.NOT_BACKED_UP.at(where(), problem);
                });
                Contents contents = database.readAtOneMoment(Contents::of);
                return Backups.write(
                        contents,
                        EvidenceLocker.documents(register),
                        documents(),
                        new Sealing(register),
                        file,
                        automatic,
                        progress,
                        written -> restored(written, file, contents));
            } catch (ProblemException e) {
                // a page that is withdrawn meanwhile has no bytes any more, and the next look knows of it
                if (again == MOST_LOOKS || before.equals(head())) {
                    throw e;
                }
            }
        }
    }

    private static void refuseCopy(Optional<RegisterCopy> copy, String where) {
        copy.ifPresent(c -> {
            throw c.notWritten(where);
        });
    }

    /** How often a backup is begun anew because the register changed under it. */
    private static final int MOST_LOOKS = 3;

    /** Restores a backup that was just written into an empty folder, and refuses it unless it holds the same. */
    private BackedUp restored(Path written, Path backup, Contents contents) {
        LocalDate day = LocalDate.now(clock);
        return Upkeep.aside(database.file().orElseThrow(), folder -> {
            restore(written, folder, clock);
            try (Database there = Database.h2(folder)) {
                Contents found = there.read(Contents::of);
                RegisterStore store = new RegisterStore(there, clock, Optional.empty(), kinds);
                if (!found.equals(contents) || !store.check().isEmpty()) {
                    throw RegisterProblem.BACKUP_NOT_RESTORED.at(backup.toString());
                }
                return new BackedUp(
                        backup,
                        store.asOf(day).hash(),
                        store.head(),
                        found.changes().size(),
                        found.assessments().size(),
                        (int) found.documents().stream()
                                .map(EvidenceLocker.Kept::sha256)
                                .distinct()
                                .count(),
                        found.captures().size());
            }
        });
    }

    /**
     * Puts a backup in the place of a register. All of the backup is read and checked first; only a sound one takes the
     * place.
     *
     * @return where the register that was there is kept
     */
    public static Optional<Path> restore(Path backup, String location, Clock clock) {
        if (PostgresAddress.isUrl(location)) {
            throw RegisterProblem.POSTGRES_NOT_RESTORED.at(
                    PostgresAddress.parse(location).shown());
        }
        return restore(backup, H2File.at(H2File.path(location)), clock);
    }

    static Optional<Path> restore(Path backup, H2File file, Clock clock) {
        Upkeep.tidy(file);
        Encryption.settle(file);
        refuseCopy(RegisterCopy.of(file), file.named().toString());
        Backups.Read read = Backups.read(backup, file);
        settleFirst(file, clock);
        Optional<KeyFile> keys = file.sealing().keys().isPresent() ? Optional.empty() : SealedZip.keys(backup);
        if (keys.isPresent() && !file.exists()) {
            begin(file, keys.get());
        }
        Optional<Path> kept = Upkeep.restore(
                file,
                database -> database.write(handle -> {
                    read.contents().into(handle);
                    return read;
                }),
                database -> {
                    problems(database, Progress.NONE, FactKinds.SHIPPED).stream()
                            .findFirst()
                            .ifPresent(problem -> {
                                throw RegisterProblem.BACKUP_DAMAGED.at(backup.toString(), problem);
                            });
                    read.documents().into(EvidenceLocker.documents(file.named()), Captures.documents(file.named()));
                },
                clock);
        // what was encrypted stays so
        keys.filter(k -> kept.isPresent()).ifPresent(k -> Encryption.encryptAs(file, k));
        return kept;
    }

    private static void begin(H2File file, KeyFile keys) {
        try {
            Encryption.begin(file, keys);
        } catch (IOException e) {
            throw StorageErrors.unwritten(file.named().toString(), e);
        }
    }

    /** Answers that wait beside the old register belong into it, and not into the one that takes its place. */
    private static void settleFirst(H2File file, Clock clock) {
        if (!file.exists()) {
            return;
        }
        try (Database old = Database.h2(file)) {
            new SavedAssessments(old, clock).settle();
        } catch (ProblemException e) {
            // a damaged register takes none: they stay where they are, and go into the restored one
            LoggerFactory.getLogger(RegisterStore.class).warn("answers wait beside the register", e);
        }
    }

    /** The pages that were taken in. */
    public Captures captures() {
        return new Captures(this, documents(), clock);
    }

    private Documents documents() {
        return database.file()
                .map(H2File::named)
                .<Documents>map(Captures::documents)
                .orElseGet(() -> new DocumentRows(database));
    }

    /** The documents that the buyer holds. */
    public EvidenceLocker evidence() {
        return new EvidenceLocker(database, clock);
    }

    /** What waits for a second pair of eyes. */
    public Approvals approvals() {
        return new Approvals(database);
    }

    /** Who else has an assessment open; the caller closes it. */
    public Presence presence() {
        return new Presence(database.address());
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
