package domicile.register;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import domicile.json.StrictJson;
import domicile.problem.FileProblem;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.residency.Capture;
import domicile.residency.Citation;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Backups of a register in a file: one archive of texts that any program reads. {@code backup.json} says what it is and
 * the SHA-256 of the other texts; {@code changes.jsonl}, {@code assessments.jsonl}, {@code documents.jsonl} and
 * {@code links.jsonl} hold a record a line; {@code evidence/} holds the documents and {@code captures/} the pages that
 * were taken in, each under the SHA-256 of its bytes.
 *
 * <p>Not the database's own file: that would be opened by whoever restores it, and a database runs what it finds in its
 * file. Earlier versions wrote one; it is read through {@link KnownObjects} and what it holds is written anew. A
 * PostgreSQL server has its own tools.
 */
final class Backups {
    private static final String SCHEMA = "domicile.backup/1";
    private static final String HEAD = "backup.json";
    private static final String CHANGES = "changes.jsonl";
    private static final String ASSESSMENTS = "assessments.jsonl";
    private static final String DOCUMENTS = "documents.jsonl";
    private static final String AUTOMATIC = "automatic";
    private static final String CHAIN = "chain";
    private static final String LINKS = "links.jsonl";
    private static final String EVIDENCE = "evidence/";
    private static final String CAPTURES = "captures/";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** The longest text of a line: the answers of an assessment, which the database bounds, as JSON in JSON. */
    private static final int LONGEST_TEXT = 1_100_000;
    /** The largest text in the archive, in bytes. */
    static final long MOST_TEXT = 1024L * 1024 * 1024;
    /** Packed texts of this kind come to a tenth or a thirtieth; what comes to less was made to fill a disk. */
    private static final long MOST_RATIO = 200;
    /** Below this many bytes nothing fills a disk, however well it is packed. */
    private static final long ANY_RATIO = 16L * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(100)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Backups() {}

    /**
     * Writes a backup; the file appears whole and looked at, or not at all, and never over another one.
     *
     * @param sealing how its register is written
     * @param automatic whether nobody asked for this one, so that it may be taken away again
     * @param looked refuses it before it is in its place
     */
    static BackedUp write(
            Contents contents,
            Documents bytes,
            Documents pages,
            Sealing sealing,
            Path file,
            boolean automatic,
            Progress progress,
            Function<Path, BackedUp> looked) {
        if (Files.exists(file)) {
            throw RegisterProblem.FILE_EXISTS.at(file.toString());
        }
        try {
            return BackupBytes.writeNew(
                    file, sealing, automatic, zip -> write(contents, bytes, pages, zip, automatic, progress), looked);
        } catch (FileAlreadyExistsException e) {
            throw RegisterProblem.FILE_EXISTS.because(e, file.toString());
        } catch (IOException e) {
            throw StorageErrors.unwrittenFile(file.toString(), e);
        }
    }

    private static void write(
            Contents contents,
            Documents bytes,
            Documents pages,
            ZipOutputStream zip,
            boolean automatic,
            Progress progress)
            throws IOException {
        Map<String, Object> head = RegisterJson.ordered("schema", SCHEMA, "head", contents.head());
        head.put(CHANGES, lines(zip, CHANGES, contents.changes(), Backups::form));
        head.put(ASSESSMENTS, lines(zip, ASSESSMENTS, contents.assessments(), SavedAssessments::form));
        head.put(DOCUMENTS, lines(zip, DOCUMENTS, contents.documents(), EvidenceLocker::form));
        head.put(LINKS, lines(zip, LINKS, contents.links(), Backups::form));
        Set<String> written = new HashSet<>();
        for (EvidenceLocker.Kept kept : contents.documents()) {
            progress.at(written.size(), contents.documents().size());
            if (written.add(kept.sha256())) {
                zip.putNextEntry(new ZipEntry(EVIDENCE + kept.sha256()));
                try (InputStream in = bytes.open(kept.sha256())
                        .orElseThrow(() -> RegisterProblem.DOCUMENT_MISSING.at(
                                bytes.where(kept.sha256()), kept.name(), kept.offering()))) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        for (Capture capture : contents.captures()) {
            zip.putNextEntry(new ZipEntry(CAPTURES + capture.sha256()));
            zip.write(Captures.bytes(capture, pages));
            zip.closeEntry();
        }
        if (automatic) {
            head.put(AUTOMATIC, true);
        }
        contents.last().ifPresent(last -> head.put(CHAIN, last.json()));
        zip.putNextEntry(new ZipEntry(HEAD));
        zip.write(JSON.writeValueAsBytes(head));
        zip.closeEntry();
    }

    /** Writes a record a line; returns the SHA-256 of the lines. */
    private static <T> String lines(ZipOutputStream zip, String name, List<T> records, Function<T, Object> form)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        zip.putNextEntry(new ZipEntry(name));
        for (T record : records) {
            byte[] line = (JSON.writeValueAsString(form.apply(record)) + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(line);
            zip.write(line);
        }
        zip.closeEntry();
        return Sha256.hex(digest);
    }

    private static Object form(Link link) {
        Map<String, Object> form = link.form();
        form.put("hash", link.hash());
        return form;
    }

    private static Object form(Contents.Made made) {
        Map<String, Object> form = AuditTrail.form(made.change());
        form.put("number", made.change().number());
        form.put("hash", made.change().hash());
        form.put("entries", made.entries().stream().map(AuditTrail::form).toList());
        return form;
    }

    /**
     * A backup that is read.
     *
     * @param contents what the register holds
     * @param documents puts the documents' bytes, which were compared with their names, into a folder
     */
    record Read(Contents contents, Unpacking documents) {}

    /** Puts documents into a folder. */
    interface Unpacking {
        void into(DocumentFolder evidence, DocumentFolder captures) throws IOException;
    }

    /**
     * Reads a backup whole, and refuses it when anything in it is not what was written.
     *
     * @param beside a register in whose folder an earlier version's database file is unpacked for the time of reading
     */
    static Read read(Path backup, H2File beside) {
        if (!Files.exists(backup)) {
            throw RegisterProblem.BACKUP_MISSING.at(backup.toString());
        }
        if (!Files.isRegularFile(backup)) {
            throw FileProblem.NOT_A_PLAIN_FILE.at(backup.toString());
        }
        try (ZipFile zip = BackupBytes.open(backup)) {
            withinBounds(zip, backup);
            Contents contents =
                    zip.getEntry(HEAD) != null ? contents(zip, backup) : EarlierBackup.contents(zip, backup, beside);
            documents(zip, backup, contents);
            return new Read(contents, (evidence, captures) -> unpack(backup, contents, evidence, captures));
        } catch (ZipException e) {
            throw RegisterProblem.NO_BACKUP.because(e, backup.toString());
        } catch (IOException e) {
            throw StorageErrors.unreadable(backup.toString(), e);
        }
    }

    /** Refuses an archive that would unpack to far more than it holds, by what it says of itself. */
    private static void withinBounds(ZipFile zip, Path backup) throws IOException {
        long unpacked = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.getSize() < 0 || entry.getSize() > most(entry) + SealedZip.LONGER) {
                throw RegisterProblem.BACKUP_TOO_LARGE.at(backup.toString(), entry.getName());
            }
            unpacked += entry.getSize();
        }
        if (unpacked > ANY_RATIO && unpacked / MOST_RATIO > Files.size(backup)) {
            throw RegisterProblem.BACKUP_TOO_LARGE.at(
                    backup.toString(), backup.getFileName().toString());
        }
    }

    /** An entry's bytes, of which there are no more than it says of itself. */
    static InputStream open(ZipFile zip, ZipEntry entry, Path backup) throws IOException {
        InputStream sealed = bounded(zip.getInputStream(entry), entry.getSize(), backup, entry.getName());
        InputStream opened = SealedZip.opened(zip, backup, sealed);
        return opened == sealed ? sealed : bounded(opened, most(entry), backup, entry.getName());
    }

    private static long most(ZipEntry entry) {
        return entry.getName().startsWith(EVIDENCE)
                ? EvidenceLocker.MOST_BYTES
                : entry.getName().startsWith(CAPTURES) ? Captures.MOST_BYTES : MOST_TEXT;
    }

    private static InputStream bounded(InputStream in, long most, Path backup, String name) {
        return new FilterInputStream(in) {
            private long left = most;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                int count = super.read(into, at, length);
                left -= Math.max(0, count);
                if (left < 0) {
                    throw RegisterProblem.BACKUP_TOO_LARGE.at(backup.toString(), name);
                }
                return count;
            }
        };
    }

    /** Whether a file is a backup of this version or an earlier one. */
    static boolean is(Path file) {
        try (ZipFile zip = BackupBytes.open(file)) {
            return Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .anyMatch(name -> name.equals(HEAD) || name.endsWith(H2File.ENDING));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a file is a backup that nobody asked for; one that cannot be read is none. */
    static boolean automatic(Path file) {
        try (ZipFile zip = BackupBytes.open(file)) {
            return zip.getEntry(HEAD) != null && head(zip, file).path(AUTOMATIC).asBoolean();
        } catch (IOException | ProblemException e) {
            return false;
        }
    }

    /** What a backup notes of the chain. */
    static RegisterStore.Noted noted(Path backup) {
        try (ZipFile zip = BackupBytes.open(backup)) {
            if (zip.getEntry(HEAD) == null) {
                throw RegisterProblem.NO_BACKUP.at(backup.toString());
            }
            JsonNode head = head(zip, backup);
            Optional<Head> chain = Optional.ofNullable(head.get(CHAIN))
                    .map(c -> Head.read(StrictJson.read(backup + "!" + HEAD, c.asText())));
            return new RegisterStore.Noted(
                    chain.map(Head::hash).orElse(head.path("head").asText()), chain);
        } catch (ZipException e) {
            throw RegisterProblem.NO_BACKUP.because(e, backup.toString());
        } catch (IOException e) {
            throw StorageErrors.unreadable(backup.toString(), e);
        }
    }

    private static JsonNode head(ZipFile zip, Path backup) {
        ZipEntry about = zip.getEntry(HEAD);
        try (InputStream in = open(zip, about, backup)) {
            return JSON.readTree(in.readNBytes(64 * 1024));
        } catch (IOException e) {
            throw RegisterProblem.BACKUP_DAMAGED.because(e, backup.toString(), HEAD);
        }
    }

    private static Contents contents(ZipFile zip, Path backup) throws IOException {
        JsonNode head = head(zip, backup);
        if (!head.path("schema").asText().equals(SCHEMA)) {
            throw RegisterProblem.BACKUP_NEWER.at(
                    backup.toString(), head.path("schema").asText(), SCHEMA);
        }
        return new Contents(
                lines(zip, backup, head, CHANGES, Backups::made),
                head.path("head").asText(),
                lines(zip, backup, head, ASSESSMENTS, Backups::saved),
                lines(zip, backup, head, DOCUMENTS, Backups::kept),
                head.has(LINKS) ? lines(zip, backup, head, LINKS, Backups::link) : List.of());
    }

    private static <T> List<T> lines(ZipFile zip, Path backup, JsonNode head, String name, Function<JsonNode, T> reader)
            throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw RegisterProblem.BACKUP_DAMAGED.at(backup.toString(), name);
        }
        List<T> read = new ArrayList<>();
        DigestInputStream in = new DigestInputStream(open(zip, entry, backup), Sha256.digest());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(reader.apply(JSON.readTree(line)));
            }
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw RegisterProblem.BACKUP_DAMAGED.because(e, backup.toString(), name + ", " + (read.size() + 1));
        }
        String found = Sha256.hex(in.getMessageDigest());
        if (!found.equals(head.path(name).asText())) {
            throw RegisterProblem.BACKUP_DAMAGED.at(backup.toString(), name);
        }
        return read;
    }

    private static Contents.Made made(JsonNode n) {
        List<StoredEntry> entries = new ArrayList<>();
        for (JsonNode entry : need(n, "entries")) {
            entries.add(new StoredEntry(
                    new RegisterKey(
                            RegisterKey.Kind.valueOf(text(entry, "kind")), text(entry, "offering"), text(entry, "key")),
                    need(entry, "ordinal").intValue(),
                    Optional.ofNullable(entry.get("payload")).map(JsonNode::textValue)));
        }
        Optional<Citation> cited = Optional.ofNullable(n.get("cited"))
                .map(c -> new Citation(need(c, "source").intValue(), LocalDate.parse(text(c, "read"))));
        return new Contents.Made(
                new Change(
                        need(n, "number").longValue(),
                        LocalDate.parse(text(n, "validFrom")),
                        Instant.parse(text(n, "knownAt")),
                        text(n, "who"),
                        text(n, "why"),
                        text(n, "pack"),
                        cited,
                        entries.size(),
                        text(n, "hash"),
                        account(n)),
                entries);
    }

    private static Optional<String> account(JsonNode n) {
        return Optional.ofNullable(n.get("account")).map(JsonNode::textValue);
    }

    private static Link link(JsonNode n) {
        return new Link(
                need(n, "number").longValue(),
                Link.Kind.valueOf(text(n, "kind")),
                text(n, "subject"),
                text(n, "digest"),
                Instant.parse(text(n, "madeAt")),
                account(n),
                text(n, "hash"));
    }

    private static SavedAssessments.Saved saved(JsonNode n) {
        return new SavedAssessments.Saved(
                UUID.fromString(text(n, "id")),
                text(n, "name"),
                text(n, "answers"),
                Instant.parse(text(n, "createdAt")),
                Instant.parse(text(n, "updatedAt")),
                need(n, "archived").booleanValue());
    }

    private static EvidenceLocker.Kept kept(JsonNode n) {
        String sha256 = text(n, "sha256");
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("no SHA-256: " + sha256);
        }
        return new EvidenceLocker.Kept(
                sha256,
                text(n, "name"),
                need(n, "bytes").longValue(),
                text(n, "offering"),
                text(n, "question"),
                Instant.parse(text(n, "addedAt")),
                text(n, "who"));
    }

    private static JsonNode need(JsonNode n, String field) {
        JsonNode value = n.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("no " + field);
        }
        return value;
    }

    private static String text(JsonNode n, String field) {
        JsonNode value = need(n, field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return value.textValue();
    }

    /** Compares every document with the SHA-256 that is its name. */
    private static void documents(ZipFile zip, Path backup, Contents contents) throws IOException {
        Set<String> seen = new HashSet<>();
        for (EvidenceLocker.Kept kept : contents.documents()) {
            if (seen.add(kept.sha256())) {
                compare(zip, backup, EVIDENCE, kept.sha256(), kept.name());
            }
        }
        for (Capture capture : contents.captures()) {
            compare(zip, backup, CAPTURES, capture.sha256(), capture.name());
        }
    }

    private static void compare(ZipFile zip, Path backup, String folder, String sha256, String name) {
        ZipEntry entry = zip.getEntry(folder + sha256);
        if (entry == null) {
            throw RegisterProblem.BACKUP_DAMAGED.at(backup.toString(), name);
        }
        try (InputStream in = open(zip, entry, backup)) {
            if (!Sha256.hex(in).equals(sha256)) {
                throw RegisterProblem.BACKUP_DAMAGED.at(backup.toString(), name);
            }
        } catch (IOException e) {
            throw RegisterProblem.BACKUP_DAMAGED.because(e, backup.toString(), name);
        }
    }

    /** Adds the documents and pages that the folders do not have. */
    private static void unpack(Path backup, Contents contents, DocumentFolder evidence, DocumentFolder captures)
            throws IOException {
        try (ZipFile zip = BackupBytes.open(backup)) {
            for (EvidenceLocker.Kept kept : contents.documents()) {
                unpack(zip, backup, EVIDENCE + kept.sha256(), evidence, kept.sha256());
            }
            for (Capture capture : contents.captures()) {
                unpack(zip, backup, CAPTURES + capture.sha256(), captures, capture.sha256());
            }
        }
    }

    private static void unpack(ZipFile zip, Path backup, String entry, DocumentFolder into, String sha256)
            throws IOException {
        if (!into.has(sha256)) {
            try (InputStream in = open(zip, zip.getEntry(entry), backup)) {
                into.keep(sha256, in);
            }
        }
    }
}
