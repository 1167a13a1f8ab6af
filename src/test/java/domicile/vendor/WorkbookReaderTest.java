package domicile.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import domicile.register.Pack;
import domicile.residency.Register;
import domicile.vendor.Answer.Polarity;
import domicile.vendor.VendorWorkbook.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks of our own making, each with what must come out, worked out by hand. */
class WorkbookReaderTest {
    private static final Register REGISTER = Pack.shipped().register(LocalDate.of(2026, 6, 30));
    private static final String CAIQ = "CAIQ-4.1.0:";

    private static VendorWorkbook read(String name, byte[] bytes) {
        return WorkbookReader.read(name, bytes, Optional.empty(), REGISTER);
    }

    private static VendorWorkbook csv(String text) {
        return read("answers.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        }
    }

    private static XSSFSheet sheet(XSSFWorkbook book, String name, List<List<String>> rows) {
        XSSFSheet sheet = book.createSheet(name);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (!rows.get(r).get(c).isEmpty()) {
                    sheet.createRow(r);
                }
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (!rows.get(r).get(c).isEmpty()) {
                    sheet.getRow(r).createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
        }
        return sheet;
    }

    private static Answer only(VendorWorkbook book) {
        assertThat(book.answers()).hasSize(1);
        return book.answers().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "DSP-19.1, CAIQ-4.1.0:DSP-19.1",
        "dsp-19.1, CAIQ-4.1.0:DSP-19.1",
        "DSP \u2011 19.1, CAIQ-4.1.0:DSP-19.1",
        "DSP-5.1, CAIQ-4.1.0:DSP-05.1",
        "A&A-02.1, CAIQ-4.1.0:A&A-02.1",
        "CAIQ-4.1.0:DSP-19.1, CAIQ-4.1.0:DSP-19.1",
        "CAIQ DSP-19.1, CAIQ-4.1.0:DSP-19.1",
        "AI-CAIQ-1.1.0:DSP-19.1, AI-CAIQ-1.1.0:DSP-19.1",
        "mds-03.1, AI-CAIQ-1.1.0:MDS-03.1",
        "DCTR-02, HECVAT-4.14:DCTR-02",
        "AIGN \u2013 05, HECVAT-4.14:AIGN-05",
        "DSP-19.1 Where are the data?, CAIQ-4.1.0:DSP-19.1",
    })
    void anIdIsFoundInEverySpelling(String spelled, String control) {
        Answer answer = only(csv("ID;Answer\n" + spelled + ";Yes\n"));
        assertThat(answer.control()).isEqualTo(control);
        assertThat(answer.said().cell()).isEqualTo("B2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yes|YES",
                "JA|YES",
                "Oui.|YES",
                "Nein|NO",
                "Non|NO",
                "N/A|NOT_APPLICABLE",
                "Entf\u00E4llt|NOT_APPLICABLE",
                "Sans objet|NOT_APPLICABLE",
                "partially|PARTLY",
                "Yes, except backups|PARTLY",
                "Yes, in Frankfurt|YES",
                "No, except on request|TEXT",
                "No customer data leaves the EU|TEXT",
                "Please select|OPEN",
                "TBD|OPEN",
            })
    void anAnswerIsTakenForNoMoreThanItSays(String said, Polarity polarity) {
        assertThat(only(csv("ID\tAnswer\nDSP-19.1\t" + said + "\n")).polarity()).isEqualTo(polarity);
    }

    @Test
    void aTableOfTextIsReadInEveryCharset() {
        String text = "Kennung;Antwort;Kommentar\nDSP-16.1;Ja;\"L\u00F6schung; nach 30 Tagen\"\n";
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            Answer answer = only(read("a.csv", text.getBytes(charset)));
            assertThat(answer.polarity()).isEqualTo(Polarity.YES);
            assertThat(answer.remark().orElseThrow().text()).isEqualTo("L\u00F6schung; nach 30 Tagen");
            assertThat(answer.remark().orElseThrow().cell()).isEqualTo("C2");
        }
    }

    @Test
    void hiddenMergedAndSeveralSheetsAreRead() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        XSSFSheet first = sheet(
                book,
                "CAIQv4.1.0",
                List.of(
                        List.of(
                                "Question ID",
                                "Question",
                                "CSP CAIQ Answer",
                                "SSRM Control Ownership",
                                "CSP Implementation Description"),
                        List.of("DSP-13.1", "?", "Yes", "Shared", "A list is published."),
                        List.of("DSP-14.1", "?", "", "", ""),
                        List.of("DSP-16.1", "?", "No", "", "")));
        first.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
        first.getRow(3).setZeroHeight(true);
        sheet(book, "More", List.of(List.of("ID", "R\u00E9ponse"), List.of("DSP-19.1", "Oui")));
        book.setSheetHidden(1, true);
        VendorWorkbook read = read("v.xlsx", bytes(book));
        assertThat(read.questionnaires()).containsEntry("CAIQ", "4.1.0");
        assertThat(read.answers())
                .extracting(
                        a -> a.control() + " " + a.polarity() + " " + a.said().cell() + " " + a.hidden())
                .containsExactly(
                        CAIQ + "DSP-13.1 YES CAIQv4.1.0!C2 false",
                        CAIQ + "DSP-14.1 YES CAIQv4.1.0!C2 false",
                        CAIQ + "DSP-16.1 NO CAIQv4.1.0!C4 true",
                        CAIQ + "DSP-19.1 YES More!B2 true");
        assertThat(read.answers().getFirst().responsibility().orElseThrow().text())
                .isEqualTo("Shared");
        assertThat(read.hiddenSheets()).containsExactly("More");
    }

    @Test
    void anotherEditionIsNotMapped() {
        VendorWorkbook read = csv("CAIQ v4.0.3;\nID;Answer\nDSP-19.1;Yes\n");
        assertThat(read.answers()).isEmpty();
        assertThat(read.otherEdition()).containsExactly("DSP-19.1");
        assertThat(csv("HECVAT 4.1.4;\nID;Answer\nDCTR-02;Yes\n").answers()).hasSize(1);
    }

    @Test
    void aBlankFormSaysSo() {
        assertThat(csv("ID;Answer\nDSP-19.1;\nDSP-16.1;Please select\n").blank())
                .isTrue();
        assertThat(csv("ID;Answer\nDSP-19.1;\nDSP-16.1;No\n").blank()).isFalse();
    }

    @Test
    void whatIsNotUnderstoodIsListedByCell() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        XSSFSheet sheet = sheet(
                book,
                "A",
                List.of(
                        List.of("ID", "Answer"),
                        List.of("DSP-19.1", "Yes"),
                        List.of("DSP-16.1", "x"),
                        List.of("a heading", "No"),
                        List.of("DSP-19.1", "No")));
        sheet.getRow(2).getCell(1).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF);
        VendorWorkbook read = read("v.xlsx", bytes(book));
        assertThat(read.notUnderstood())
                .containsExactly(
                        new VendorWorkbook.NotUnderstood("A!B3", Why.ERROR),
                        new VendorWorkbook.NotUnderstood("A!B4", Why.WITHOUT_ID),
                        new VendorWorkbook.NotUnderstood("A!B5", Why.ANSWERED_TWICE));
    }

    @Test
    void aFormulaIsNeverWorkedOut() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        XSSFSheet sheet = sheet(book, "A", List.of(List.of("ID", "Answer"), List.of("DSP-19.1", "Yes")));
        sheet.getRow(1).getCell(1).setCellFormula("\"N\"&\"o\"");
        Answer answer = only(read("v.xlsx", bytes(book)));
        assertThat(answer.polarity()).isNotEqualTo(Polarity.NO);
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        assertThatThrownBy(() -> csv("ID;Answer\nfoo;Yes\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no sheet has an id");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 210; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> read("v.xlsx", bomb.toByteArray()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more sheets, cells or bytes");
    }

    @Test
    void ticksUnderYesNoAndNotApplicableAreRead() {
        VendorWorkbook read = csv("""
                Question ID;Question;Consensus Assessment Answers;;;Notes
                ;;Yes;No;N/A;
                DSP-19.1;Where?;x;;;Documented
                DSP-16.1;How long?;;X;;
                DSP-12.1;What for?;;;✓;
                DSP-05.1;Flows?;;;;
                DSP-13.1;Chain?;x;x;;
                DSP-14.1;Who?;see the list;;;
                """);
        assertThat(read.answers())
                .extracting(a -> a.control().replaceFirst(".*:", "") + " " + a.polarity() + " "
                        + a.said().cell() + " " + a.said().text())
                .containsExactly(
                        "DSP-19.1 YES C3 x",
                        "DSP-16.1 NO D4 X",
                        "DSP-12.1 NOT_APPLICABLE E5 ✓",
                        "DSP-05.1 OPEN C6 ",
                        "DSP-13.1 TEXT C7 x",
                        "DSP-14.1 TEXT C8 see the list");
        assertThat(read.answers().getFirst().remark()).contains(new Answer.Words("F3", "Documented"));
        assertThat(read.notUnderstood()).containsExactly(new VendorWorkbook.NotUnderstood("D7", Why.ANSWERED_TWICE));
    }

    @Test
    void germanAndFrenchFormsAreReadAsTheyAreWritten() throws IOException {
        XSSFWorkbook german = new XSSFWorkbook();
        sheet(
                german,
                "Fragen",
                List.of(
                        List.of("HECVAT 4.1.4", "", "", ""),
                        List.of("Kennung", "Frage", "Antwort", "Erläuterung"),
                        List.of("DCTR-03", "Speicherort?", "Ja, in Frankfurt", "siehe Anlage"),
                        List.of("DOCU-03", "SOC 2?", "Nein", ""),
                        List.of("HIPA-28", "BAA?", "Entfällt", ""),
                        List.of("INTL-01", "EWR?", "Teilweise", "")));
        XSSFWorkbook french = new XSSFWorkbook();
        sheet(
                french,
                "Questionnaire",
                List.of(
                        List.of("CAIQ 4.1.0", "", "", ""),
                        List.of("Identifiant", "Question", "Réponse", "Commentaires"),
                        List.of("DSP-19.1", "Où ?", "Oui", "À Paris"),
                        List.of("DSP-16.1", "Durée ?", "Non", ""),
                        List.of("A&A-02.1", "Audits ?", "Sans objet", ""),
                        List.of("STA-11.1", "Contrat ?", "À compléter", "")));
        assertThat(read("d.xlsx", bytes(german)).answers())
                .extracting(Answer::polarity)
                .containsExactly(Polarity.YES, Polarity.NO, Polarity.NOT_APPLICABLE, Polarity.PARTLY);
        VendorWorkbook read = read("f.xlsx", bytes(french));
        assertThat(read.answers())
                .extracting(Answer::polarity)
                .containsExactly(Polarity.YES, Polarity.NO, Polarity.NOT_APPLICABLE, Polarity.OPEN);
        assertThat(read.answers().getFirst().remark()).contains(new Answer.Words("Questionnaire!D3", "À Paris"));
    }

    @Test
    void aLockedWorkbookOpensWithItsPasswordAlone() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        sheet(book, "CAIQ", List.of(List.of("ID", "Answer"), List.of("DSP-19.1", "Yes")));
        byte[] plain = bytes(book);
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("open");
            try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(plain));
                    OutputStream out = encryptor.getDataStream(files)) {
                parts.save(out);
            }
            files.writeFilesystem(locked);
        }
        byte[] bytes = locked.toByteArray();
        assertThat(only(WorkbookReader.read("l.xlsx", bytes, Optional.of("open"), REGISTER))
                        .polarity())
                .isEqualTo(Polarity.YES);
        for (Optional<String> wrong : List.of(Optional.<String>empty(), Optional.of("shut"))) {
            assertThatThrownBy(() -> WorkbookReader.read("l.xlsx", bytes, wrong, REGISTER))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("l.xlsx");
        }
    }

    @Test
    void manySheetsOfTwoQuestionnairesWithLongWordsAreOneWorkbook() throws IOException {
        String words = "We keep prompts for 30 days. ".repeat(700).strip();
        XSSFWorkbook book = new XSSFWorkbook(XSSFWorkbookType.XLSM);
        for (int i = 0; i < 30; i++) {
            sheet(book, "Notes " + i, List.of(List.of("Nothing", "here")));
        }
        sheet(book, "CAIQ v4.1.0", List.of(List.of("ID", "Answer"), List.of("DSP-16.1", words)));
        sheet(book, "HECVAT 4.1.4", List.of(List.of("ID", "Answer"), List.of("DCTR-03", "No")));
        VendorWorkbook read = read("both.xlsm", bytes(book));
        assertThat(read.questionnaires()).containsEntry("CAIQ", "4.1.0").containsEntry("HECVAT", "4.1.4");
        assertThat(read.answers())
                .extracting(Answer::control)
                .containsExactly(CAIQ + "DSP-16.1", "HECVAT-4.14:DCTR-03");
        assertThat(read.answers().getFirst().said().text()).isEqualTo(words);
    }
}
