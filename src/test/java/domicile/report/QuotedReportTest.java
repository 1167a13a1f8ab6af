package domicile.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.assessment.Freshness;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.register.Pack;
import domicile.register.Progress;
import domicile.register.RegisterStore;
import domicile.report.Verification.State;
import domicile.report.data.Csv;
import domicile.report.document.Kind;
import domicile.report.model.ReportModel;
import domicile.residency.Capture;
import domicile.residency.Register;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of pages in a report, in its archive, and found again by verify. */
class QuotedReportTest {
    private static final Register BARE = Pack.shipped().register(QuotedSample.DAY);

    @TempDir
    private static Path home;

    private static Optional<RegisterStore> opened = Optional.empty();
    private static Optional<Capture> taken = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void quote() throws IOException {
        opened = Optional.of(QuotedSample.open(home));
        taken = Optional.of(QuotedSample.quote(store(), home));
    }

    @AfterAll
    static void close() {
        store().close();
    }

    private static RegisterStore store() {
        return opened.orElseThrow();
    }

    private static String sha256() {
        return taken.orElseThrow().sha256();
    }

    private static Register register() {
        return store().asOf(QuotedSample.DAY);
    }

    private static ReportModel model(String language) {
        return QuotedSample.model(register(), Freshness.DEFAULT, Locale.of(language));
    }

    private static Document html(ReportModel model) {
        return Jsoup.parse(new String(Reports.render(model, Reports.Format.HTML), UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"en, “, ”", "de, „, “", "fr, '« ', ' »'"})
    void theSourcesHaveTheWordsWholeAndTheFindingsShortened(String language, String open, String close) {
        Document page = html(model(language));
        String sources = page.select("#sources").text();
        assertThat(sources)
                .contains(open + QuotedSample.LONG + close)
                .contains(QuotedSample.MARKUP)
                .contains(QuotedSample.ARABIC)
                .contains("sha256:" + sha256().substring(0, 12) + "…")
                .doesNotContain(sha256());
        assertThat(page.select("b:containsOwn(ISO)"))
                .as("a stranger's markup is text")
                .isEmpty();
        String findings = page.select("#c1").text();
        assertThat(findings).contains(open + "We do not train models").contains("…" + close);
        assertThat(findings).doesNotContain(QuotedSample.LONG);
        assertThat(findings.split("Zero data retention can be switched", -1))
                .as("each quote once for a candidate")
                .hasSize(2);
    }

    @Test
    void theFactThatTheWordsCarryStandsWithThemAndHowThePageWasTakenIn() {
        Document page = html(model("en"));
        String row = page.select("#sources tr:contains(every customer)").text();
        assertThat(row)
                .contains("Groq: Zero data retention")
                .doesNotContain("Data processing agreement")
                .contains("Page taken in as a saved file on 24 November 2026");
        assertThat(page.select("#sources").text()).contains("it is no proof of what the provider served");
    }

    @ParameterizedTest
    @CsvSource({"en, 0 of 10 facts", "de, 0 von 10 Fakten", "fr, 0 des 10 faits"})
    void aReportWithoutQuotesSaysSoInOneLineAndNothingElse(String language, String said) {
        ReportModel bare = QuotedSample.model(BARE, Freshness.DEFAULT, Locale.of(language));
        assertThat(html(bare).select(".tally").text()).contains(said);
        assertThat(bare.anyQuote()).isFalse();
        assertThat(html(bare).text()).doesNotContain(bare.t("quote.limits"));
        assertThat(Attachments.of(bare, Kind.DILIGENCE).captures()).isEmpty();
    }

    @Test
    void theJsonCountsAndHasTheWords() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Reports.render(model("de"), Reports.Format.JSON));
        JsonNode groq = json.at("/offerings/0");
        assertThat(json.at("/freshness/requireQuotes").asBoolean(true)).isFalse();
        assertThat(groq.at("/quotes/facts").asInt()).isEqualTo(10);
        assertThat(groq.at("/quotes/withQuote").asInt()).isEqualTo(4);
        JsonNode quote = groq.at("/requirements/1/quotes/0");
        assertThat(quote.path("exact").asText()).startsWith("Zero data retention");
        assertThat(quote.path("capture").asText()).isEqualTo(Sha256.PREFIX + sha256());
        assertThat(groq.at("/requirements/2").has("quotes")).isFalse();
    }

    @Test
    void theOtherFormatsHaveTheWords() throws IOException {
        ReportModel model = model("fr");
        assertThat(new String(Reports.render(model, Reports.Format.CSV), UTF_8))
                .contains("factsWithQuote,quotes")
                .contains(",10,4,")
                .contains(QuotedSample.ARABIC);
        assertThat(new String(Reports.render(model, Reports.Format.OSCAL), UTF_8))
                .contains("\"value\" : \"" + Sha256.PREFIX + sha256());
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(Reports.render(model, Reports.Format.XLSX)))) {
            List<String> cells = new ArrayList<>();
            book.getSheet("Citations").forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
            assertThat(cells).contains(Sha256.PREFIX + sha256()).anyMatch(c -> c.contains(QuotedSample.LONG));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void thePdfHoldsAndPageOneStaysOnePage(String language) throws IOException {
        for (Freshness freshness : List.of(Freshness.DEFAULT, Freshness.DEFAULT.requiringQuotes())) {
            ReportModel model = QuotedSample.model(register(), freshness, Locale.of(language));
            byte[] pdf = Reports.render(model, Reports.Format.PDF);
            Verification report = Verification.open(pdf, "report.pdf");
            assertThat(report.itself().problems()).isEmpty();
            assertThat(report.itself().answer()).isEqualTo(Verification.Answer.HOLDS);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                PDFTextStripper text = new PDFTextStripper();
                text.setEndPage(1);
                assertThat(text.getText(document)).contains(model.t("section.sources"));
            }
        }
    }

    @Test
    void aPdfWhoseCapturesWereChangedIsAltered() throws IOException {
        byte[] pdf = Reports.render(model("en"), Reports.Format.PDF);
        byte[] other = Tampered.with(
                pdf,
                d -> Tampered.rewrite(
                        d,
                        Attachments.CAPTURES,
                        c -> c.replaceAll("\"day\":( ?)\"2026-11-24\"", "\"day\":$1\"2026-11-23\"")));
        assertThat(Verification.open(other, "report.pdf").itself().answer()).isEqualTo(Verification.Answer.ALTERED);
    }

    private Path archive(boolean captures) {
        Path zip = folder.resolve("report.zip");
        Reports.write(
                model("en"),
                Kind.DILIGENCE,
                List.of(zip),
                store().evidence(),
                captures ? Optional.of(store().captures()) : Optional.empty(),
                Csv.COMMAS);
        return zip;
    }

    private static Map<String, byte[]> entries(Path zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                entries.put(e.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static void write(Path zip, Map<String, byte[]> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(e.getKey()));
                out.write(e.getValue());
                out.closeEntry();
            }
        }
    }

    private static List<State> states(Verification of) {
        return of.quotes(Optional.empty(), Optional.empty()).stream()
                .map(Verification.Stands::state)
                .distinct()
                .toList();
    }

    @Test
    void theArchiveSaysWhatIsCitedAndCarriesThePagesWhereAsked() throws IOException {
        Map<String, byte[]> lean = entries(archive(false));
        assertThat(lean).containsKey("captures.json").doesNotContainKey("captures/" + sha256());
        assertThat(new String(lean.get("captures.json"), UTF_8)).contains(sha256());
        Map<String, byte[]> full = entries(archive(true));
        assertThat(full.get("captures/" + sha256())).isEqualTo(QuotedSample.PAGE.getBytes(UTF_8));
        assertThat(new String(full.get("SHA256SUMS"), UTF_8)).contains(sha256() + "  captures/" + sha256());
    }

    @Test
    void verifyFindsTheWordsInTheArchiveAndInTheRegister() throws IOException {
        Verification lean = Verification.open(archive(false));
        assertThat(lean.itself().answer()).isEqualTo(Verification.Answer.HOLDS);
        assertThat(states(lean)).containsExactly(State.PAGE_NOT_IN_HAND);
        assertThat(lean.quotes(Optional.of(register()), Optional.of(store().captures())))
                .hasSize(4)
                .allMatch(q -> q.state() == State.FOUND);
        Verification full = Verification.open(archive(true));
        assertThat(full.itself().problems()).isEmpty();
        assertThat(states(full)).containsExactly(State.FOUND);
    }

    @Test
    void theWindowAndTheCommandLineWriteTheSameArchive() throws IOException {
        byte[] fromCommandLine = Files.readAllBytes(archive(true));
        Path zip = folder.resolve("window.zip");
        Reports.archive(model("en"), zip, store().evidence(), Optional.of(store().captures()), Progress.NONE);
        assertThat(zip).hasBinaryContent(fromCommandLine);
    }

    @Test
    void theWordsAreFoundInAFolderThatAnArchiveWasUnpackedInto() throws IOException {
        Path unpacked = folder.resolve("unpacked");
        for (Map.Entry<String, byte[]> e : entries(archive(true)).entrySet()) {
            Path file = unpacked.resolve(e.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, e.getValue());
        }
        Verification sound = Verification.open(unpacked);
        assertThat(sound.itself().problems()).isEmpty();
        assertThat(sound.itself().answer()).isEqualTo(Verification.Answer.HOLDS);
        assertThat(states(sound)).containsExactly(State.FOUND);

        Path page = unpacked.resolve("captures").resolve(sha256());
        Files.writeString(page, "another page");
        Verification altered = Verification.open(unpacked);
        assertThat(altered.itself().answer()).isEqualTo(Verification.Answer.ALTERED);
        assertThat(states(altered)).containsExactly(State.PAGE_ALTERED);

        // a link leads out of the folder, and nobody follows it
        Files.delete(page);
        Files.createSymbolicLink(page, Files.writeString(folder.resolve("elsewhere"), QuotedSample.PAGE));
        assertThatThrownBy(() -> Verification.open(unpacked))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no archive of a report");
    }

    @Test
    void whatWasWithdrawnSinceIsSaid() throws IOException {
        Path zip = archive(true);
        Path other = Files.createDirectory(folder.resolve("other"));
        try (RegisterStore store = QuotedSample.open(other)) {
            Capture capture = QuotedSample.quote(store, other);
            store.captures().withdraw(capture, "me", "the wrong page");
            assertThat(Verification.open(zip)
                            .quotes(Optional.of(store.asOf(QuotedSample.DAY)), Optional.of(store.captures())))
                    .isNotEmpty()
                    .allMatch(q -> q.state() == State.WITHDRAWN && !q.wrong());
        }
    }

    @Test
    void anAlteredCaptureIsFoundByItsHashWhateverTheSumsSay() throws IOException {
        Path zip = archive(true);
        Map<String, byte[]> entries = entries(zip);
        byte[] other =
                QuotedSample.PAGE.replace("every customer", "no customer").getBytes(UTF_8);
        entries.put("captures/" + sha256(), other);
        entries.put(
                "SHA256SUMS",
                new String(entries.get("SHA256SUMS"), UTF_8)
                        .replace(sha256() + "  captures", Sha256.hex(other) + "  captures")
                        .getBytes(UTF_8));
        write(zip, entries);
        Verification verification = Verification.open(zip);
        assertThat(verification.itself().answer()).isEqualTo(Verification.Answer.ALTERED);
        assertThat(verification.itself().problems()).anyMatch(p -> p.contains("captures/" + sha256()));
        assertThat(states(verification)).containsExactly(State.PAGE_ALTERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"workload.json", "report.html", "captures.json", "documents.json"})
    void everyFileOfTheArchiveIsCompared(String name) throws IOException {
        Path zip = archive(true);
        Map<String, byte[]> entries = entries(zip);
        entries.put(name, (new String(entries.get(name), UTF_8) + " ").getBytes(UTF_8));
        write(zip, entries);
        assertThat(Verification.open(zip).itself().problems()).anyMatch(p -> p.startsWith(name + " is not what"));
        entries.remove(name);
        write(zip, entries);
        assertThat(Verification.open(zip).itself().problems()).anyMatch(p -> p.startsWith(name));
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Path zip = Files.writeString(folder.resolve("report.zip"), "PK no");
        assertThatThrownBy(() -> Verification.open(zip)).isInstanceOf(ProblemException.class);
        write(zip, Map.of("SHA256SUMS", new byte[0]));
        assertThatThrownBy(() -> Verification.open(zip))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("report.pdf");
    }

    @Test
    void quotesThatAreRequiredArePartOfWhatWasPutIn() {
        ReportModel strict = QuotedSample.model(BARE, Freshness.DEFAULT.requiringQuotes(), Locale.ENGLISH);
        String json = new String(Reports.render(strict, Reports.Format.JSON), UTF_8);
        assertThat(json).contains("\"requireQuotes\" : true").contains("not in hand, so this counts as unverified");
        assertThat(html(strict).select(".facts").text()).contains("facts without words count as unverified");
    }
}
