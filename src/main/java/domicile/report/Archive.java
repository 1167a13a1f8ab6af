package domicile.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import domicile.assessment.OfferingAssessment;
import domicile.problem.Sha256;
import domicile.register.Captures;
import domicile.register.EvidenceLocker;
import domicile.register.EvidenceLocker.Kept;
import domicile.report.document.Kind;
import domicile.report.file.StableZip;
import domicile.report.model.CleanText;
import domicile.report.model.ReportModel;
import domicile.residency.Capture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;

/**
 * A report in one zip with all that it rests on: the workload, the register, what is known of the captures whose words
 * are cited, the documents of the locker that are attached to its candidates and, where they are asked for, the
 * captures. {@code SHA256SUMS} holds a sum for every other file, as {@code sha256sum -c} reads it.
 */
final class Archive {
    private static final String ENDING = ".zip";
    static final String SUMS = "SHA256SUMS";
    static final String REPORT = "report.pdf";
    /** The folder of the captures, each under the SHA-256 of its bytes. */
    static final String PAGES = "captures/";

    /** The folder of the buyer's documents. */
    static final String DOCUMENTS = "documents/";

    /** A name has up to 255 bytes on most systems, and a sum and a hyphen stand before it. */
    private static final int MOST_BYTES_OF_A_NAME = 160;

    private final ZipOutputStream zip;
    private final Map<String, String> sums = new TreeMap<>();

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Archive(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Whether a file's ending asks for an archive. */
    static boolean named(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Writes an archive; the same model and documents give the same bytes. It holds the documents that are kept for a
     * candidate and those whose clauses or answers the report shows, whatever they are kept for.
     *
     * @param pages whose captures come with it, as far as their words are cited; empty for none
     * @throws domicile.problem.ProblemException when a document or a capture is missing or not what was added; what was
     *     written is then no archive
     */
    static void write(ReportModel model, EvidenceLocker locker, Optional<Captures> pages, OutputStream out)
            throws IOException {
        Set<String> candidates = model.assessment().offerings().stream()
                .map(OfferingAssessment::offering)
                .collect(Collectors.toSet());
        Set<String> cited = cited(model).keySet();
        List<Kept> documents = locker.all().stream()
                .filter(k -> candidates.contains(k.offering()) || cited.contains(k.sha256()))
                .toList();
        Attachments attachments = Attachments.of(model, Kind.DILIGENCE);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Archive archive = new Archive(zip);
            archive.add(REPORT, Reports.render(model, Reports.Format.PDF));
            archive.add("report.html", Reports.render(model, Reports.Format.HTML));
            archive.add("assessment.json", attachments.assessment());
            archive.add("workload.json", attachments.workload());
            archive.add("register.json", attachments.register());
            if (attachments.minutes().isPresent()) {
                archive.add("minutes.json", attachments.minutes().orElseThrow());
            }
            if (attachments.captures().isPresent()) {
                archive.add(Attachments.CAPTURES, attachments.captures().orElseThrow());
            }
            if (attachments.project().isPresent()) {
                archive.add(Attachments.PROJECT, attachments.project().orElseThrow());
            }
            if (attachments.workbooks().isPresent()) {
                archive.add(Attachments.WORKBOOKS, attachments.workbooks().orElseThrow());
            }
            for (Capture capture : pages.isPresent() ? model.captures() : List.<Capture>of()) {
                String name = PAGES + capture.sha256();
                if (!archive.sums.containsKey(name)) {
                    archive.add(name, pages.orElseThrow().bytes(capture));
                }
            }
            archive.add("documents.json", list(documents));
            for (Kept document : documents) {
                // The same file may answer several questions.
                if (!archive.sums.containsKey(path(document))) {
                    archive.add(path(document), to -> locker.copy(document, to));
                }
            }
            String lines = archive.sums.entrySet().stream()
                    .map(e -> e.getValue() + "  " + e.getKey() + "\n")
                    .collect(Collectors.joining());
            archive.add(SUMS, lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The names of the documents whose words a report shows, by their hashes. */
    private static Map<String, String> cited(ReportModel model) {
        Map<String, String> cited = new LinkedHashMap<>();
        model.evidence().stream()
                .filter(d -> !d.sha256().isEmpty())
                .forEach(d -> cited.putIfAbsent(d.sha256(), d.name()));
        model.enclosed()
                .workbooks()
                .forEach(w -> cited.putIfAbsent(
                        w.book().sha256(), CleanText.of(w.book().file())));
        return cited;
    }

    /** The names of the documents whose words a report shows and that nobody has kept. */
    static List<String> missing(ReportModel model, EvidenceLocker locker) {
        Set<String> kept = locker.all().stream().map(Kept::sha256).collect(Collectors.toSet());
        return cited(model).entrySet().stream()
                .filter(d -> !kept.contains(d.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private void add(String name, byte[] bytes) throws IOException {
        add(name, to -> to.write(bytes));
    }

    private void add(String name, Content content) throws IOException {
        zip.putNextEntry(StableZip.entry(name));
        MessageDigest digest = Sha256.digest();
        content.write(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        sums.put(name, Sha256.hex(digest));
    }

    /** Where a document lies: its sum keeps names apart, and no name reaches out of its folder on any system. */
    static String path(Kept document) {
        String folder = document.offering().isBlank() ? "_" : safe(document.offering());
        return DOCUMENTS + folder + "/" + document.sha256() + "-" + end(safe(document.name()));
    }

    /**
     * Letters and digits of every script, put together as most systems do, and what no file system or program takes for
     * anything else; none of the names that Windows keeps for devices.
     */
    private static String safe(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]", "_")
                .replaceAll("\\.{2,}|\\.$", "_")
                .replaceAll("(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\\.|$)", "$1_");
    }

    /** As much of a name's end as a file system takes together with the sum before it. */
    private static String end(String name) {
        String end = name;
        while (end.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_A_NAME) {
            end = end.substring(end.offsetByCodePoints(0, 1));
        }
        return end;
    }

    /** What the documents are, {@code domicile.documents/1}: what their names were, and what each is attached to. */
    private static byte[] list(List<Kept> documents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", "domicile.documents/1");
            json.writeArrayFieldStart("documents");
            for (Kept document : documents) {
                json.writeStartObject();
                json.writeStringField("file", path(document));
                json.writeStringField("name", document.name());
                json.writeStringField("sha256", document.sha256());
                json.writeNumberField("bytes", document.bytes());
                json.writeStringField("offering", document.offering());
                json.writeStringField("question", document.question());
                json.writeStringField("addedAt", document.addedAt().toString());
                json.writeStringField("who", document.who());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
