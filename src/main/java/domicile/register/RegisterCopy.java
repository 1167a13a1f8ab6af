package domicile.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.Message;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.residency.Capture;
import domicile.vault.KeyFile;
import domicile.vault.OpenKeys;
import domicile.vault.RecoveryKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a register in a folder is a copy of one on a server, to be read where the server is not: a file beside it says
 * so. Nothing writes into its database, so that its chain ends where the server's ended and its assessments are the
 * states that whoever works on them began from. What is answered waits beside it, as beside any register in a file,
 * until {@link CopyMerge} brings it back.
 *
 * @param address the server's, without secrets
 * @param server how messages call it
 * @param takenAt when
 * @param head where the server's chain ended
 */
public record RegisterCopy(String address, String server, Instant takenAt, Head head) {
    private static final String SCHEMA = "domicile.copy/1";
    private static final int MOST_BYTES = 64 * 1024;
    /** What may lie in a folder into which no copy was made yet. */
    private static final List<String> OWN = List.of(".domicile.lock", "encryption.key");

    /** The day on which it was taken, by UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(takenAt, ZoneOffset.UTC);
    }

    /** How many days old it is. */
    public long age(Clock clock) {
        return Math.max(0, ChronoUnit.DAYS.between(takenAt, clock.instant()));
    }

    ProblemException notWritten(String where) {
        return RegisterProblem.COPY_NOT_WRITTEN.at(where, day(), server);
    }

    static Path file(Path register) {
        return Database.beside(register, "copy.json");
    }

    /** What a register is a copy of; empty for one that is none. */
    static Optional<RegisterCopy> of(H2File register) {
        Path file = file(register.named());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = register.sealing().open(file)) {
            JsonValue root = StrictJson.read(file.toString(), in.readNBytes(MOST_BYTES))
                    .only("schema", "address", "server", "takenAt", "chain");
            PackReader.schema(root, SCHEMA);
            return Optional.of(new RegisterCopy(
                    root.get("address").text(),
                    root.get("server").text(),
                    root.get("takenAt").time(),
                    Head.read(root.get("chain"))));
        } catch (IOException e) {
            throw StorageErrors.unreadable(file.toString(), e);
        }
    }

    private void write(H2File register) throws IOException {
        byte[] text = new ObjectMapper()
                .valueToTree(RegisterJson.ordered(
                        "schema", SCHEMA,
                        "address", address,
                        "server", server,
                        "takenAt", takenAt.toString(),
                        "chain", RegisterJson.fields(head.json())))
                .toPrettyString()
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.writeOwn(file(register.named()), register.sealing().sealed(out -> out.write(text)));
    }

    /**
     * Refuses a place that holds something else than an older copy of the same register, or a copy in which something
     * waits.
     *
     * @param database the server's
     * @param store the same
     */
    private static void place(H2File into, RegisterStore store, Database database, Clock clock) throws IOException {
        Optional<RegisterCopy> before = of(into);
        if (before.isEmpty()) {
            try (Stream<Path> there = Upkeep.names(Upkeep.folder(into))) {
                if (there.anyMatch(p -> !OWN.contains(p.getFileName().toString()))) {
                    throw RegisterProblem.FOLDER_NOT_EMPTY.at(
                            Upkeep.folder(into).toString());
                }
            }
            return;
        }
        if (!before.get().server().equals(database.where())) {
            throw RegisterProblem.COPY_OF_ANOTHER.at(
                    into.named().toString(), before.get().server(), database.where());
        }
        store.goneBack(before.get().head()).ifPresent(older -> {
            throw older;
        });
        if (into.exists()) {
            waits(into, clock);
        }
    }

    private static void waits(H2File into, Clock clock) {
        try (Database there = Database.h2(into)) {
            int waiting = new SavedAssessments(there, clock).waiting().size();
            if (waiting > 0) {
                throw RegisterProblem.COPY_HAS_DRAFTS.at(into.named().toString(), waiting);
            }
        }
    }

    /**
     * Copies a server's register as it is at one moment, with its documents and pages, into an empty folder or over an
     * older copy, which is there as it was until the new one is whole.
     */
    static RegisterCopy take(RegisterStore store, Database database, H2File into, Clock clock, Progress progress) {
        PostgresAddress server =
                database.address().orElseThrow(() -> RegisterProblem.ONLY_SERVERS_COPIED.at(store.where()));
        try {
            Upkeep.tidy(into);
            place(into, store, database, clock);
            Instant now = clock.instant();
            Contents contents = database.readAtOneMoment(Contents::of);
            RegisterCopy copy = new RegisterCopy(
                    server.withoutSecrets(),
                    server.shown(),
                    now,
                    contents.last().orElseThrow());
            OwnFiles.folder(Upkeep.folder(into));
            if (!into.exists()) {
                // before the register: no copy is ever without it
                copy.write(into);
            }
            bytes(contents, database, into, progress);
            Upkeep.copied(
                    into,
                    there -> there.write(handle -> {
                        contents.into(handle);
                        return contents;
                    }),
                    there -> {
                        RegisterStore.problems(there, Progress.NONE, store.kinds()).stream()
                                .findFirst()
                                .ifPresent(problem -> {
                                    throw RegisterProblem.NOT_COPIED.at(store.where(), problem);
                                });
                        if (into.exists()) {
                            waits(into, clock);
                        }
                    });
            copy.write(into);
            return copy;
        } catch (IOException e) {
            throw StorageErrors.unwritten(into.named().toString(), e);
        }
    }

    /** Makes what is written into an empty folder encrypted from its first byte on. */
    static RecoveryKey encrypted(String folder, char[] passphrase) {
        H2File into = H2File.at(H2File.path(folder));
        if (into.exists() || into.sealing().keys().isPresent() || of(into).isPresent()) {
            throw RegisterProblem.FOLDER_NOT_EMPTY.at(Upkeep.folder(into).toString());
        }
        KeyFile.Made made = KeyFile.make(passphrase);
        try {
            Encryption.begin(into, made.file());
        } catch (IOException e) {
            throw StorageErrors.unwritten(into.named().toString(), e);
        }
        OpenKeys.add(made.key());
        return made.recovery();
    }

    private static void bytes(Contents contents, Database database, H2File into, Progress progress) throws IOException {
        DocumentRows rows = new DocumentRows(database);
        DocumentFolder evidence = EvidenceLocker.documents(into.named());
        DocumentFolder pages = Captures.documents(into.named());
        int done = 0;
        int all = contents.documents().size() + contents.captures().size();
        for (EvidenceLocker.Kept kept : contents.documents()) {
            progress.at(done++, all);
            if (!evidence.has(kept.sha256())) {
                keep(kept, rows, evidence);
            }
        }
        for (Capture capture : contents.captures()) {
            progress.at(done++, all);
            if (!pages.has(capture.sha256())) {
                pages.keep(capture.sha256(), new ByteArrayInputStream(Captures.bytes(capture, rows)));
            }
        }
        progress.at(all, all);
    }

    private static void keep(EvidenceLocker.Kept kept, DocumentRows rows, DocumentFolder evidence) throws IOException {
        String sha256 = kept.sha256();
        try (InputStream in = rows.open(sha256)
                .orElseThrow(
                        () -> RegisterProblem.DOCUMENT_MISSING.at(rows.where(sha256), kept.name(), kept.offering()))) {
            evidence.keep(sha256, in);
        }
        try (InputStream in = evidence.open(sha256).orElseThrow()) {
            if (!Sha256.hex(in).equals(sha256)) {
                evidence.drop(sha256);
                throw RegisterProblem.DOCUMENT_ALTERED.at(rows.where(sha256), kept.name(), kept.offering());
            }
        }
    }

    /** What a person is told whenever they open it. */
    public Message told(Clock clock) {
        return Message.of("opening.copy", day(), age(clock), server);
    }
}
