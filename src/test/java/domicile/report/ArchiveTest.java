package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.problem.ProblemException;
import domicile.register.EvidenceLocker;
import domicile.register.EvidenceLocker.Kept;
import domicile.register.RegisterFile;
import domicile.register.RegisterStore;
import domicile.report.document.Kind;
import domicile.report.model.ReportModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultTimeZone;

/** A report with all that it rests on, in one file. */
class ArchiveTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final ReportModel MODEL = Sample.report(2, Locale.ENGLISH);
    private static final String CANDIDATE =
            MODEL.assessment().offerings().getFirst().offering();

    @TempDir
    private Path folder;

    private RegisterStore store;
    private EvidenceLocker locker;
    private Kept order;

    @BeforeEach
    void keepDocuments() throws IOException {
        store = RegisterStore.open(folder.resolve("register").toString(), CLOCK);
        locker = store.evidence();
        Path file = Files.writeString(folder.resolve("Auftrag für März..pdf"), "an order form");
        order = locker.add(file, CANDIDATE, "inference-area", "me");
        locker.add(file, CANDIDATE, "storage-area", "me");
        locker.add(Files.writeString(folder.resolve("other.pdf"), "another's"), "no-candidate", "", "me");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path write(String name) {
        Path file = folder.resolve(name);
        Reports.write(MODEL, Kind.DILIGENCE, List.of(file), locker);
        return file;
    }

    private static Map<String, byte[]> files(Path archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static String sum(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void holdsTheReportItsSourcesAndTheCandidatesDocumentsWithASumForEach() throws Exception {
        Map<String, byte[]> files = files(write("report.ZIP"));
        String document = "documents/" + CANDIDATE + "/" + order.sha256() + "-Auftrag_für_März_pdf";

        assertThat(files.keySet())
                .containsExactly(
                        "report.pdf",
                        "report.html",
                        "assessment.json",
                        "workload.json",
                        "register.json",
                        "documents.json",
                        document,
                        "SHA256SUMS");
        assertThat(files.get("report.pdf")).isEqualTo(Reports.render(MODEL, Reports.Format.PDF));
        assertThat(files.get("assessment.json")).isEqualTo(Reports.render(MODEL, Reports.Format.JSON));
        assertThat(files.get("register.json")).isEqualTo(RegisterFile.write(MODEL.register()));
        assertThat(files.get(document)).asString().isEqualTo("an order form");
        List<String> sums = new String(files.remove("SHA256SUMS"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(sums).hasSize(files.size());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(sums).contains(sum(file.getValue()) + "  " + file.getKey());
        }
        JsonNode list = new ObjectMapper().readTree(files.get("documents.json"));
        assertThat(list.get("schema").asText()).isEqualTo("domicile.documents/1");
        assertThat(list.get("documents"))
                .extracting(d -> d.get("question").asText())
                .containsExactly("inference-area", "storage-area");
        assertThat(list.get("documents")).allSatisfy(d -> {
            assertThat(d.get("file").asText()).isEqualTo(document);
            assertThat(d.get("name").asText()).isEqualTo("Auftrag für März..pdf");
        });
    }

    @Test
    @DefaultTimeZone("Asia/Tokyo")
    void isTheSameBytesInEveryTimeZone() {
        Path first = write("tokyo.zip");
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        assertThat(write("new-york.zip")).hasSameBinaryContentAs(first);
    }

    @Test
    void noNameReachesOutOfItsFolder() {
        for (String name : List.of(
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "C:\\x",
                "/etc/x",
                "a\nb",
                "..",
                "nul.",
                "a\u2215b\uFF0Fc\u202Ed\u0000e",
                "x\uD83D\uDE00y\uD83D")) {
            Kept kept = new Kept("0".repeat(64), name, 1, name, "", CLOCK.instant(), "me");
            assertThat(Archive.path(kept))
                    .matches("documents/[A-Za-z0-9_-][A-Za-z0-9._-]*/0{64}-[A-Za-z0-9._-]*[A-Za-z0-9_-]")
                    .doesNotContain("..");
        }
        for (String device : List.of("con", "Aux.x", "LPT1.2")) {
            Kept kept = new Kept("0".repeat(64), "x", 1, device, "", CLOCK.instant(), "me");
            assertThat(Archive.path(kept).split("/")[1]).matches("[A-Za-z]+[0-9]?_.*");
        }
        assertThat(Archive.path(new Kept("0".repeat(64), "x", 1, "", "", CLOCK.instant(), "me")))
                .as("of no offering")
                .isEqualTo("documents/_/" + "0".repeat(64) + "-x");
        Kept longName = new Kept("0".repeat(64), "x".repeat(250) + ".pdf", 1, CANDIDATE, "", CLOCK.instant(), "me");
        assertThat(Archive.path(longName)).endsWith("x.pdf").hasSizeLessThan(255);
    }

    /** Every script's letters stay, put together as one, in a name that a file system takes. */
    @Test
    void aNameStaysReadableInEveryScript() {
        for (Map.Entry<String, String> name : Map.of(
                        "Vertr\u00E4ge \u0141\u00F3d\u017A.pdf", "Vertr\u00E4ge_\u0141\u00F3d\u017A.pdf",
                        "Vertra\u0308ge.pdf", "Vertr\u00E4ge.pdf",
                        "\u5951\u7D04\u66F8\u30D7.pdf", "\u5951\u7D04\u66F8\u30D7.pdf",
                        "\u0905\u0928\u0941\u092C\u0902\u0927.pdf", "\u0905\u0928\u0941\u092C\u0902\u0927.pdf")
                .entrySet()) {
            assertThat(Archive.path(named(name.getKey()))).endsWith("/" + "0".repeat(64) + "-" + name.getValue());
        }
        String longest = Archive.path(named("\uD840\uDC00".repeat(125) + ".pdf"));
        assertThat(longest).endsWith("\uD840\uDC00.pdf");
        assertThat(longest.substring(longest.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(256);
    }

    private static Kept named(String name) {
        return new Kept("0".repeat(64), name, 1, CANDIDATE, "", CLOCK.instant(), "me");
    }

    @Test
    void aDocumentThatIsMissingOrAlteredIsToldAndNothingIsWritten() throws IOException {
        Path zip = Files.writeString(folder.resolve("report.zip"), "the archive of last week");
        Path html = folder.resolve("report.html");
        Files.writeString(folder.resolve("register/evidence").resolve(order.sha256()), "an order form of more");
        assertThatThrownBy(() -> Reports.write(MODEL, Kind.DILIGENCE, List.of(html, zip), locker))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(order.name())
                .hasMessageContaining("was altered");
        Files.delete(folder.resolve("register/evidence").resolve(order.sha256()));
        assertThatThrownBy(() -> Reports.write(MODEL, Kind.DILIGENCE, List.of(html, zip), locker))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is missing");
        assertThat(zip).hasContent("the archive of last week");
        assertThat(html).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left).noneMatch(f -> f.toString().endsWith(".part"));
        }
    }

    @Test
    void aLetterLeavesTheHouseWithoutTheDocuments() {
        Path zip = folder.resolve("letter.zip");
        assertThatThrownBy(() -> Reports.write(MODEL, Kind.LETTER, List.of(zip), locker))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("only a diligence report is written as ZIP");
        assertThat(zip).doesNotExist();
    }
}
