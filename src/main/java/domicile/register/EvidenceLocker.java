package domicile.register;

import domicile.json.SafeText;
import domicile.residency.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Documents that the buyer holds, such as order forms and addenda: copies in the register's folder, each under the SHA-256 of its
 * bytes, attached to an offering and, where wanted, to a question. A file that is added twice is kept once.
 */
public final class EvidenceLocker {
    /** The largest document, in bytes. */
    public static final long MOST_BYTES = 200L * 1024 * 1024;

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
    private final Optional<Path> folder;
    private final Clock clock;

    /**
     * @param folder where the files lie; empty for a register that has no folder
     */
    EvidenceLocker(Database database, Optional<Path> folder, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /** The folder of the documents of a register in a file. */
    static Path folder(Path register) {
        String name = String.valueOf(register.getFileName()).replaceFirst("\\.mv\\.db$", "");
        return register.resolveSibling(name.equals("register") ? "evidence" : name + "-evidence");
    }

    /**
     * Copies a file into the locker and attaches it.
     *
     * @param question the id of the question that it answers; empty for none
     * @throws InputException when it cannot be read, is too large, or the register has no folder
     */
    public Kept add(Path file, String offering, String question, String who) {
        Path locker = folder.orElseThrow(() -> new InputException(
                "a register in PostgreSQL has no folder for documents",
                database.where(),
                "keep them in a register of your own, in a file"));
        String name = name(file);
        try {
            if (!Files.isRegularFile(file)) {
                throw new InputException("there is no such file", file.toString(), "check the name and the folder");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new InputException(
                        "the file is larger than " + MOST_BYTES / 1024 / 1024 + " MiB", file.toString(), "split it");
            }
            Files.createDirectories(locker);
            Path making = Files.createTempFile(locker, "adding-", ".part");
            try {
                MessageDigest digest = sha256();
                long bytes;
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                        OutputStream out = Files.newOutputStream(making)) {
                    bytes = in.transferTo(out);
                }
                String hash = HexFormat.of().formatHex(digest.digest());
                Kept kept = new Kept(
                        hash, name, bytes, offering, question, clock.instant().truncatedTo(ChronoUnit.MICROS), who);
                Files.move(making, locker.resolve(hash), StandardCopyOption.ATOMIC_MOVE);
                database.call(handle -> handle.createUpdate("""
                                INSERT INTO evidence_file (sha256, name, bytes, offering, question, added_at, who)
                                VALUES (:sha256, :name, :bytes, :offering, :question, :addedAt, :who)
                                """)
                        .bind("sha256", kept.sha256())
                        .bind("name", kept.name())
                        .bind("bytes", kept.bytes())
                        .bind("offering", kept.offering())
                        .bind("question", kept.question())
                        .bind("addedAt", OffsetDateTime.ofInstant(kept.addedAt(), ZoneOffset.UTC))
                        .bind("who", kept.who())
                        .execute());
                return kept;
            } finally {
                Files.deleteIfExists(making);
            }
        } catch (IOException e) {
            throw new InputException(
                    "the file cannot be kept (" + e.getMessage() + ")",
                    file.toString(),
                    "check its permissions and the disk's free space",
                    e);
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.length() > LONGEST_NAME || SafeText.firstUnsafe(name).isPresent() || SafeText.holdsMarkup(name)) {
            throw new InputException(
                    "the file's name is too long or holds characters that a reader cannot see",
                    SafeText.shown(file.toString()),
                    "rename it");
        }
        return name;
    }

    /** All attachments, oldest first. */
    public List<Kept> all() {
        return database.call(handle -> handle.createQuery("SELECT * FROM evidence_file ORDER BY id")
                .map((row, context) -> read(row))
                .list());
    }

    /** Where the bytes of an attachment lie. */
    public Path file(Kept kept) {
        return folder.orElseThrow(() -> new IllegalStateException("no locker")).resolve(kept.sha256());
    }

    /**
     * Copies an attachment's bytes.
     *
     * @throws InputException when the file is missing or not what was added, the latter after all of it was written
     */
    public void copy(Kept kept, OutputStream out) throws IOException {
        Path file = file(kept);
        if (!Files.isReadable(file)) {
            throw unusable(kept, "is missing or cannot be read");
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(out);
        }
        if (!kept.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw unusable(kept, "was altered");
        }
    }

    private InputException unusable(Kept kept, String how) {
        return new InputException(
                "the document " + kept.name() + " of " + kept.offering() + " " + how,
                file(kept).toString(),
                "put it back from a backup, or add the same file again");
    }

    /** What is missing or not what was added, one sentence each. Reads every file. */
    public List<String> check(Progress progress) {
        List<String> problems = new ArrayList<>();
        List<Kept> all = all();
        for (int i = 0; i < all.size(); i++) {
            progress.at(i, all.size());
            Kept kept = all.get(i);
            Path file = file(kept);
            if (!Files.isRegularFile(file)) {
                problems.add("the document " + kept.name() + " of " + kept.offering() + " is missing: " + file);
            } else if (!kept.sha256().equals(hash(file))) {
                problems.add("the document " + kept.name() + " of " + kept.offering() + " was altered: " + file);
            }
        }
        return problems;
    }

    static String hash(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("sha256"),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("offering"),
                row.getString("question"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("who"));
    }
}
