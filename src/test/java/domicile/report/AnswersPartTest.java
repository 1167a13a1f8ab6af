package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Schemas;
import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterStore;
import domicile.report.data.Csv;
import domicile.report.document.Kind;
import domicile.report.model.AnsweredWorkbook;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.ReportModel;
import domicile.scan.Trees;
import domicile.vendor.Answer;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorWorkbook;
import domicile.vendor.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What a vendor answered stands in every format beside what contradicts it, and changes no verdict. */
class AnswersPartTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Assessment ASSESSMENT = Assessor.assess(
            WorkloadFile.read(
                    "w.json",
                    ("{\"schema\": \"domicile.workload/1\", \"name\": \"Writer\", \"startsOn\": \"2026-07-01\","
                                    + " \"dataCategories\": [\"PHI\"], \"trainingReuse\": \"FORBIDDEN\","
                                    + " \"location\": {\"inference\": [\"EU\"], \"storage\": [\"EU\"]},"
                                    + " \"certifications\": [\"SOC2_TYPE_II\"],"
                                    + " \"candidates\": [\"anthropic-direct\", \"openai-azure\"],"
                                    + " \"evidence\": [{\"offering\": \"anthropic-direct\", \"kind\": \"VENDOR_BAA\","
                                    + " \"date\": \"2026-06-01\", \"document\": \"baa.pdf\"}]}")
                            .getBytes(StandardCharsets.UTF_8),
                    Trees.REGISTER),
            Trees.REGISTER,
            DAY,
            Freshness.DEFAULT);
    private static final List<KeptWorkbook> WORKBOOKS = List.of(
            workbook("older.csv", "AISC-02;No;", "DOCU-04;Yes;"),
            workbook(
                    "hecvat.csv",
                    "AISC-02;Yes;",
                    "DCTR-03;In Ireland <b>and</b> \u202eelsewhere;",
                    "INTL-01;;",
                    "HIPA-28;No;",
                    "DOCU-04;Yes;",
                    ";Yes;"));

    private static KeptWorkbook workbook(String file, String... answers) {
        return of("HECVAT 4.1.4", file, answers);
    }

    private static KeptWorkbook of(String edition, String file, String... answers) {
        String text = edition + ";;\nID;Answer;Additional Information\n" + String.join("\n", answers) + "\n";
        return new KeptWorkbook(
                "anthropic-direct",
                LocalDate.of(2026, 6, 29),
                WorkbookReader.read(file, text.getBytes(StandardCharsets.UTF_8), Optional.empty(), Trees.REGISTER));
    }

    @BeforeAll
    static void openTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** A report with answers, for whoever looks at every page. */
    static ReportModel report(Locale locale) {
        return report(WORKBOOKS, locale);
    }

    private static ReportModel report(List<KeptWorkbook> workbooks, Locale locale) {
        return ReportModel.of(
                ASSESSMENT,
                Trees.REGISTER,
                List.of(),
                new Enclosed(Optional.empty(), Letterhead.NONE, Optional.empty(), workbooks, Optional.empty()),
                locale);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void eachAnswerStandsWithItsCellAndWhatContradictsIt() {
        String html = Rendered.html(report(Locale.ENGLISH));
        assertThat(html)
                .contains(
                        "What the vendor answered",
                        "They change no status",
                        "29 June 2026",
                        WORKBOOKS.getLast().book().sha256(),
                        "HECVAT-4.14:AISC-02",
                        "Contradicts what is published",
                        "Contradicts an earlier answer of the vendor: older.csv, B3: \u201CNo\u201D",
                        "Contradicts a document in hand: vendor\u2019s BAA, baa.pdf: typed, no clause shown",
                        "\u201CIn Ireland &lt;b&gt;and&lt;/b&gt; [U+202E]elsewhere\u201D",
                        "an answer beside no id")
                .doesNotContain("\u202e", "<b>and</b>");
        AnsweredWorkbook book = report(Locale.ENGLISH).answers().getLast();
        assertThat(report(Locale.ENGLISH).answers()).hasSize(2);
        assertThat(book.rows())
                .extracting(r -> r.control().label() + " " + r.answer() + " "
                        + r.contradictions().size())
                .containsExactly(
                        "HECVAT-4.14:AISC-02 Yes 2",
                        "HECVAT-4.14:DCTR-03 In words 0",
                        "HECVAT-4.14:INTL-01 left open 0",
                        "HECVAT-4.14:HIPA-28 No 2",
                        "HECVAT-4.14:DOCU-04 Yes 0");
        book.rows().forEach(r -> assertThat(html).contains("id=\"" + r.cite().anchor() + "\""));
        // what was asked has a link to it, and ISO 27001 was not
        assertThat(book.rows())
                .extracting(r -> html.contains("href=\"#" + r.cite().anchor() + "\""))
                .containsExactly(true, true, true, true, false);
    }

    @Test
    void aWorkbookOfWhichNothingIsToldAnywhereElseIsToldWithWhy() throws IOException {
        KeptWorkbook other = of("CAIQ v4.0.3", "other.csv", "DSP-19.1;Yes;");
        List<KeptWorkbook> all = List.of(WORKBOOKS.getFirst(), WORKBOOKS.getLast(), other);
        String html = Rendered.html(report(all, Locale.ENGLISH));

        assertThat(report(all, Locale.ENGLISH).answers())
                .extracting(w -> w.file() + " " + w.rows().size() + " " + w.remarks())
                .satisfiesExactly(
                        older -> assertThat(older).startsWith("older.csv 0 ").contains("answers the same anew: 2 of 2"),
                        newest -> assertThat(newest).isEqualTo("hecvat.csv 5 []"),
                        unknown ->
                                assertThat(unknown).startsWith("other.csv 0 ").contains("not compared", "DSP-19.1"));
        all.forEach(w -> assertThat(html).contains(w.book().sha256()));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                Reports.render(report(List.of(other), Locale.ENGLISH), Reports.Format.XLSX)))) {
            assertThat(book.getSheet("Questionnaires in hand")).isNotNull();
        }
    }

    /** Wherever on a page its table begins: each workbook before it that is answered anew moves it down. */
    @Test
    void noTablesHeadStandsAloneAtAPagesEnd() throws IOException {
        List<KeptWorkbook> all = new ArrayList<>();
        for (int before = 0; before < 6; before++) {
            all.add(workbook("w" + before + ".csv", "AISC-02;Yes;" + "in other words ".repeat(45) + before));
            try (PDDocument pdf = Loader.loadPDF(Reports.render(report(all, Locale.ENGLISH), Reports.Format.PDF))) {
                PDFTextStripper stripper = new PDFTextStripper();
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    List<String> lines = stripper.getText(pdf).strip().lines().toList();
                    assertThat(lines.getLast())
                            .as("page %d with %d workbooks", page, all.size())
                            .doesNotContain("The vendor says");
                }
            }
        }
    }

    @Test
    void whatTheVendorHasAnsweredIsNotAskedAgainAndWhatItLeftOpenIs() {
        ReportModel report = report(Locale.ENGLISH);
        ReportModel plain = report(List.of(), Locale.ENGLISH);
        List<ReportModel.Ask> asked = asks(report);
        assertThat(asked).hasSameSizeAs(asks(plain));
        ReportModel.Ask storage = asked.stream()
                .filter(a -> a.question().startsWith("Storage location: "))
                .findFirst()
                .orElseThrow();
        assertThat(storage.question()).contains("you have answered in your questionnaire");
        assertThat(storage.inHand()).anyMatch(l -> l.startsWith("Answered: HECVAT-4.14:DCTR-03 in hecvat.csv, B4"));
        assertThat(storage.document()).isPresent();
        ReportModel.Ask inference = asked.stream()
                .filter(a -> a.question().startsWith("In which named regions"))
                .findFirst()
                .orElseThrow();
        assertThat(inference.inHand()).containsExactly("Left open: HECVAT-4.14:INTL-01 in hecvat.csv, B5");
        assertThat(Rendered.html(report, Kind.LETTER))
                .contains("you have answered in your questionnaire", "Left open: HECVAT-4.14:INTL-01");
    }

    private static List<ReportModel.Ask> asks(ReportModel report) {
        return report.candidates().stream()
                .filter(c -> c.id().equals("anthropic-direct"))
                .flatMap(c -> c.asks().stream())
                .toList();
    }

    @Test
    void noVerdictRestsOnIt() {
        ReportModel with = report(Locale.ENGLISH);
        ReportModel without = report(List.of(), Locale.ENGLISH);
        assertThat(with.matrix()).isEqualTo(without.matrix());
        assertThat(with.tally()).isEqualTo(without.tally());
        for (int i = 0; i < with.candidates().size(); i++) {
            assertThat(with.candidates().get(i).verdict())
                    .isEqualTo(without.candidates().get(i).verdict());
            assertThat(with.candidates().get(i).alternatives())
                    .isEqualTo(without.candidates().get(i).alternatives());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everyFormatTellsOfIt(String language) throws IOException {
        ReportModel report = report(Locale.of(language));
        assertThat(Rendered.html(report)).contains(report.t("section.answers"), report.t("answers.says"));
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(Reports.render(report, Reports.Format.XLSX)))) {
            Sheet answers = book.getSheet(report.t("sheet.answers"));
            assertThat(answers.getPhysicalNumberOfRows()).isEqualTo(6);
            assertThat(answers.getRow(1).getCell(1).getStringCellValue()).isEqualTo("HECVAT-4.14:AISC-02");
            assertThat(answers.getRow(1).getCell(7).getStringCellValue()).isNotBlank();
        }
        assertThat(text(Reports.render(report, Reports.Format.CSV)).lines().filter(l -> l.contains(",VENDOR_ANSWER,")))
                .hasSize(5)
                .anyMatch(l -> l.contains("HECVAT-4.14:HIPA-28,NO,") && l.contains("baa.pdf"));
    }

    @Test
    void theJsonHasItByItsContract() throws IOException {
        String json = text(Reports.render(report(Locale.ENGLISH), Reports.Format.JSON));
        assertThat(Schemas.errors("domicile.assessment/1", json)).isEmpty();
        JsonNode part = new ObjectMapper().readTree(json).get("vendorAnswers");
        assertThat(part).hasSize(5);
        assertThat(part.get(0).get("contradictions").findValuesAsText("of"))
                .containsExactly("REGISTER", "EARLIER_ANSWER");
        assertThat(part.get(0).get("before").get("answer").asText()).isEqualTo("NO");
    }

    @Test
    void withoutOneEveryFormatHasTheBytesThatItHad() {
        ReportModel plain = ReportModel.of(ASSESSMENT, Trees.REGISTER, List.of(), Locale.ENGLISH);
        for (Reports.Format format : Reports.Format.values()) {
            assertThat(Reports.render(report(List.of(), Locale.ENGLISH), format))
                    .as(format.name())
                    .isEqualTo(Reports.render(plain, format));
        }
        assertThat(text(Reports.render(plain, Reports.Format.JSON))).doesNotContain("vendorAnswers");
        assertThat(Rendered.html(plain)).doesNotContain("What the vendor answered");
    }

    /** Somebody may write other answers into what a report is made of: its pages hold, and the file gives them away. */
    @Test
    void answersThatTheFileDoesNotGiveAreNotFoundInIt(@TempDir Path folder) throws IOException {
        byte[] file = "HECVAT 4.1.4;\nID;Answer\nAISC-02;Yes\nHIPA-28;No\n".getBytes(StandardCharsets.UTF_8);
        Path path = Files.write(folder.resolve("hecvat.csv"), file);
        VendorWorkbook book = WorkbookReader.read("hecvat.csv", file, Optional.empty(), Trees.REGISTER);
        Answer yes = book.answers().getFirst();
        Answer better = new Answer(
                yes.control(),
                yes.requirements(),
                Answer.Polarity.NO,
                new Answer.Words(yes.said().cell(), "No"),
                yes.remark(),
                yes.responsibility(),
                yes.hidden());
        VendorWorkbook altered = new VendorWorkbook(
                book.file(),
                book.sha256(),
                book.questionnaires(),
                List.of(better, book.answers().getLast()),
                book.others(),
                book.otherEdition(),
                book.notUnderstood(),
                book.hiddenSheets());
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), Clock.systemUTC())) {
            store.evidence().add(path, "anthropic-direct", "", "me");
            for (VendorWorkbook told : List.of(book, altered)) {
                Path zip = folder.resolve("r.zip");
                ReportModel model = report(List.of(new KeptWorkbook("anthropic-direct", DAY, told)), Locale.ENGLISH);
                Reports.write(model, Kind.DILIGENCE, List.of(zip), store.evidence(), Optional.empty(), Csv.COMMAS);
                Verification verification = Verification.open(zip);
                assertThat(verification.itself().answer()).isEqualTo(Verification.Answer.HOLDS);
                HeldAnswers.Stands stands = verification
                        .workbooks(Optional.empty(), Optional.empty())
                        .getFirst();
                assertThat(stands.wrong()).isEqualTo(told == altered);
                assertThat(stands.otherwise()).isEqualTo(told == altered ? List.of("B3") : List.of());
            }
        }
    }

    @Test
    void aPdfWithItIsMadeAgainWithoutTheFilesAndOneThatWasAlteredIsNot() throws IOException {
        byte[] pdf = Reports.render(report(Locale.ENGLISH), Reports.Format.PDF);
        Verification.Outcome sound = Verification.open(pdf, "report.pdf").itself();
        assertThat(sound.problems()).isEmpty();
        assertThat(sound.answer()).isEqualTo(Verification.Answer.HOLDS);
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Attachments attached = Attachments.from(document, "report.pdf");
            assertThat(attached.answered()).isEqualTo(WORKBOOKS);
        }
        byte[] altered = Tampered.with(
                pdf, d -> Tampered.rewrite(d, Attachments.WORKBOOKS, w -> w.replace("In Ireland", "In Germany")));
        assertThat(Verification.open(altered, "report.pdf").itself().answer()).isEqualTo(Verification.Answer.ALTERED);
    }
}
