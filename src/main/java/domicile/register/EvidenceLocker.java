package domicile.register;

import domicile.problem.DiskError;
import domicile.problem.InputFile;
import domicile.problem.Message;
import domicile.problem.Problem;
import domicile.problem.ProblemException;
import domicile.problem.SafeText;
import domicile.problem.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Documents that the buyer holds, such as order forms and addenda: copies beside a register in a file, or in the
 * database of one on a server, each under the SHA-256 of its bytes, attached to an offering and, where wanted, to a
 * question. A file that is added twice is kept once.
 */
public final class EvidenceLocker {
    /** The largest document, in bytes. */
    public static final long MOST_BYTES = 200L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceLocker.class);
    private static final int LONGEST_NAME = 255;

    /**
     * One attachment.
     *
     * @param sha256 64 hexadecimal digits; the file's name in the locker
     * @param name the file's name when it was added
     * @param bytes its length
     * @param question the id of the question that it answers; empty when it answers none
     */
    public record Kept(
            String sha256, String name, long bytes, String offering, String question, Instant addedAt, String who) {}

    private final Database database;
    private final Documents documents;
    private final Clock clock;

    EvidenceLocker(Database database, Clock clock) {
        this.database = database;
        this.documents = database.file()
                .map(H2File::named)
                .<Documents>map(EvidenceLocker::documents)
                .orElseGet(() -> new DocumentRows(database));
        this.clock = clock;
    }

    /** The documents of a register in a file. */
    static DocumentFolder documents(Path register) {
        return new DocumentFolder(folder(register), register);
    }

    /** The folder of the documents of a register in a file. */
    static Path folder(Path register) {
        return Database.beside(register, "evidence");
    }

    /**
     * Copies a file into the locker and attaches it.
     *
     * @param question the id of the question that it answers; empty for none
     * @throws ProblemException when it cannot be read or is too large
     */
    public Kept add(Path file, String offering, String question, String who) {
        return add(List.of(file), offering, question, who, Progress.NONE).getFirst();
    }

    /**
     * As {@link #add(Path, String, String, String)} for several, a step for each: all of them, or, stopped or refused,
     * none.
     */
    public List<Kept> add(List<Path> files, String offering, String question, String who, Progress progress) {
        database.file().ifPresent(H2File::identity); // no document is put beside a register that is gone
        List<Kept> kept = new ArrayList<>();
        List<String> copied = new ArrayList<>();
        boolean whole = false;
        try {
            for (Path file : files) {
                progress.at(kept.size(), files.size());
                Kept one = described(file, offering, question, who);
                if (!documents.has(one.sha256())) {
                    copied.add(one.sha256());
                }
                keep(one, file);
                kept.add(one);
            }
            progress.at(files.size(), files.size());
            attach(kept);
            whole = true;
            return kept;
        } finally {
            if (!whole) {
                copied.forEach(this::drop);
            }
        }
    }

    private Kept described(Path file, String offering, String question, String who) {
        String name = name(file);
        try {
            InputFile.check(file, MOST_BYTES);
            return new Kept(
                    hash(file),
                    name,
                    Files.size(file),
                    offering,
                    question,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    who);
        } catch (IOException | UncheckedIOException e) {
            throw notKept(file, e);
        }
    }

    private static ProblemException notKept(Path file, Exception e) {
        return RegisterProblem.NOT_KEPT.because(e, file.toString(), DiskError.said(e));
    }

    private void keep(Kept kept, Path file) {
        try {
            documents.keep(kept.sha256(), file);
        } catch (IOException e) {
            throw notKept(file, e);
        }
        // Read back: a file that was written to meanwhile is not the one whose name it would bear.
        if (!sound(kept).equals(Optional.of(true))) {
            drop(kept.sha256());
            throw RegisterProblem.CHANGED_WHILE_COPIED.at(file.toString());
        }
    }

    private void drop(String sha256) {
        try {
            documents.drop(sha256);
        } catch (IOException e) {
            LOG.warn("left behind: {}", documents.where(sha256), e);
        }
    }

    private void attach(List<Kept> all) {
        database.write(handle -> {
            for (Kept kept : all) {
                insert(handle, kept);
                Links.document(handle, kept);
            }
            return all;
        });
    }

    static Map<String, Object> form(Kept kept) {
        return RegisterJson.ordered(
                "sha256", kept.sha256(),
                "name", kept.name(),
                "bytes", kept.bytes(),
                "offering", kept.offering(),
                "question", kept.question(),
                "addedAt", kept.addedAt().toString(),
                "who", kept.who());
    }

    static void insert(Handle handle, Kept kept) {
        handle.createUpdate("""
                        INSERT INTO evidence_file (sha256, name, bytes, offering, question, added_at, who)
                        VALUES (:sha256, :name, :bytes, :offering, :question, :addedAt, :who)
                        """)
                .bind("sha256", kept.sha256())
                .bind("name", kept.name())
                .bind("bytes", kept.bytes())
                .bind("offering", kept.offering())
                .bind("question", kept.question())
                .bind("addedAt", Rows.utc(kept.addedAt()))
                .bind("who", kept.who())
                .execute();
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.length() > LONGEST_NAME || SafeText.firstUnsafe(name).isPresent() || SafeText.holdsMarkup(name)) {
            throw RegisterProblem.BAD_FILE_NAME.at(SafeText.shown(file.toString()));
        }
        return name;
    }

    /** All attachments, oldest first. */
    public List<Kept> all() {
        return database.read(EvidenceLocker::all);
    }

    static List<Kept> all(Handle handle) {
        return handle.createQuery("SELECT * FROM evidence_file ORDER BY id")
                .map((row, context) -> read(row))
                .list();
    }

    /**
     * Copies an attachment's bytes.
     *
     * @throws ProblemException when they are missing or not what was added, the latter after all of it was written
     */
    public void copy(Kept kept, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(
                documents.open(kept.sha256()).orElseThrow(() -> unusable(kept, RegisterProblem.DOCUMENT_MISSING)),
                digest)) {
            in.transferTo(out);
        }
        if (!kept.sha256().equals(Sha256.hex(digest))) {
            throw unusable(kept, RegisterProblem.DOCUMENT_ALTERED);
        }
    }

    /** Whether there are bytes under a hash; what they are is not looked at. */
    public boolean has(String sha256) {
        return documents.has(sha256);
    }

    /** The bytes under a hash, whatever they are; empty when there are none, or more than asked. */
    public Optional<byte[]> bytes(String sha256, int most) {
        try {
            Optional<InputStream> bytes = documents.open(sha256);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = bytes.get()) {
                return Optional.of(in.readNBytes(most + 1)).filter(b -> b.length <= most);
            }
        } catch (IOException e) {
            throw StorageErrors.unreadable(documents.where(sha256), e);
        }
    }

    private ProblemException unusable(Kept kept, Problem why) {
        return why.at(documents.where(kept.sha256()), kept.name(), kept.offering());
    }

    /** What is missing or not what was added, one message each. Reads every document. */
    public List<Message> check(Progress progress) {
        List<Message> problems = new ArrayList<>();
        List<Kept> all = all();
        for (int i = 0; i < all.size(); i++) {
            progress.at(i, all.size());
            Kept kept = all.get(i);
            Optional<Boolean> sound = sound(kept);
            if (!sound.equals(Optional.of(true))) {
                problems.add(Message.of(
                        sound.isEmpty() ? "damage.missing" : "damage.altered",
                        kept.name(),
                        kept.offering(),
                        documents.where(kept.sha256())));
            }
        }
        return problems;
    }

    /** Whether a document's bytes are what was added; empty when there are none. */
    private Optional<Boolean> sound(Kept kept) {
        try {
            Optional<InputStream> bytes = documents.open(kept.sha256());
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = bytes.get()) {
                return Optional.of(Sha256.hex(in).equals(kept.sha256()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.hex(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                Rows.text(row, "sha256"),
                Rows.text(row, "name"),
                row.getLong("bytes"),
                Rows.text(row, "offering"),
                Rows.text(row, "question"),
                Rows.time(row, "added_at"),
                Rows.text(row, "who"));
    }
}
