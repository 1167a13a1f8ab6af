package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.report.data.XlsxReport;
import domicile.report.document.Document;
import domicile.report.document.Documents;
import domicile.report.document.Kind;
import domicile.report.document.Medium;
import domicile.report.model.ReportModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** The workbook and the document, read back. */
class OfficeReportTest {
    private static final ReportModel MODEL = Sample.report(14, Locale.ENGLISH);
    private static final byte[] XLSX = XlsxReport.render(MODEL);
    private static final byte[] DOCX = Rendered.docx(MODEL);

    @Test
    void theWorkbookHasASheetForEachTableWithAFrozenHeadAndAFilter() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XLSX))) {
            assertThat(StreamSupport.stream(book.spliterator(), false).map(s -> s.getSheetName()))
                    .contains("Summary", "Verdicts", "Failure modes", "Findings", "Ask list", "Clauses", "Sources");
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                assertThat(sheet.getPaneInformation().isFreezePane())
                        .as(sheet.getSheetName())
                        .isTrue();
                assertThat(sheet.getCTWorksheet().isSetAutoFilter())
                        .as(sheet.getSheetName())
                        .isTrue();
            }
            XSSFSheet findings = book.getSheet("Findings");
            assertThat(findings.getLastRowNum())
                    .isEqualTo(MODEL.candidates().stream()
                            .mapToInt(c -> c.requirements().size())
                            .sum());
            assertThat(book.getSheet("Failure modes").getLastRowNum()).isEqualTo(14 * 4);
        }
    }

    @Test
    void cellsHaveTheTypeOfTheirValue() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XLSX))) {
            Cell date = book.getSheet("Summary").getRow(2).getCell(1);
            assertThat(DateUtil.isCellDateFormatted(date)).isTrue();
            assertThat(date.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 6, 30));
            XSSFSheet sources = book.getSheet("Sources");
            assertThat(sources.getRow(1).getCell(0).getNumericCellValue()).isEqualTo(0);
            assertThat(sources.getRow(1).getCell(6).getBooleanCellValue()).isTrue();
            assertThat(DateUtil.isCellDateFormatted(sources.getRow(1).getCell(7)))
                    .isTrue();
            assertThat(book.getSheet("Stale citations").getRow(1).getCell(4).getNumericCellValue())
                    .isEqualTo(176);
        }
    }

    @Test
    void theDocumentHasRealHeadingsTablesListsAndFields() throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(DOCX))) {
            assertThat(document.getParagraphs().stream()
                            .filter(p -> "Heading1".equals(p.getStyle()))
                            .map(XWPFParagraph::getText))
                    .containsExactlyElementsOf(Documents.of(MODEL, Kind.DILIGENCE, Medium.WORD).outline().stream()
                            .filter(e -> e.level() == 1)
                            .map(Document.Entry::text)
                            .toList());
            assertThat(document.getParagraphs().stream()
                            .filter(p -> "Heading2".equals(p.getStyle()))
                            .map(XWPFParagraph::getText))
                    .containsAll(MODEL.candidates().stream()
                            .map(ReportModel.Candidate::name)
                            .toList());
            assertThat(document.getTables())
                    .hasSizeGreaterThan(14 * 2)
                    .allSatisfy(t -> assertThat(t.getRow(0).isRepeatHeader()).isTrue());
            assertThat(cell(document.getTables().get(1), 1, 2))
                    .contains(MODEL.candidates()
                            .getFirst()
                            .modes()
                            .getFirst()
                            .mark()
                            .word());
            assertThat(document.getParagraphs().stream().filter(p -> p.getNumID() != null))
                    .hasSizeGreaterThan(14);
        }
        assertThat(part(DOCX, "word/document.xml")).contains("TOC \\o", "w:anchor=\"c1\"", "w:name=\"c1\"");
        assertThat(part(DOCX, "word/footer1.xml")).contains("PAGE", "NUMPAGES");
        assertThat(part(DOCX, "word/styles.xml")).contains("w:val=\"en-GB\"");
    }

    @Test
    void everyLinkInTheDocumentArrives() throws IOException {
        String xml = part(DOCX, "word/document.xml");
        List<String> names = found(xml, "w:name=\"([^\"]+)\"");

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).containsAll(found(xml, "w:anchor=\"([^\"]+)\""));
    }

    @Test
    void bothAreTheSameByteForByteWhenMadeAgain() throws Exception {
        Thread.sleep(2_100); // a zip's clock ticks every two seconds
        assertThat(XlsxReport.render(Sample.report(14, Locale.ENGLISH))).isEqualTo(XLSX);
        assertThat(Rendered.docx(Sample.report(14, Locale.ENGLISH))).isEqualTo(DOCX);
    }

    private static String cell(XWPFTable table, int row, int column) {
        return table.getRow(row).getCell(column).getText();
    }

    private static List<String> found(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static String part(byte[] zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }
}
