package domicile.report.data;

import domicile.report.file.OfficeFile;
import domicile.report.model.CleanText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of tables: heads that stay in view and filter, typed cells, and texts that never become formulas. */
final class Sheets implements AutoCloseable {
    /** What a cell holds at most (Excel: 32,767), less a remark. */
    private static final int LONGEST = 32_000;
    /** In 256ths of a character. */
    private static final int CHARACTER = 256;

    /** In points; a row is no taller than 409 in Excel. */
    private static final int LINE = 15;

    private static final int TALLEST = 405;
    private static final int WIDEST = 64;
    private static final int NARROWEST = 10;

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final String cut;
    private final CellStyle head = book.createCellStyle();
    private final CellStyle text = book.createCellStyle();
    private final CellStyle quoted = book.createCellStyle();
    private final CellStyle number = book.createCellStyle();
    private final CellStyle day = book.createCellStyle();

    /** @param cut what is said where a text is longer than a cell can be */
    Sheets(String title, String cut) {
        this.cut = cut;
        book.getProperties().getCoreProperties().setTitle(title);
        book.getProperties().getCoreProperties().setCreator("Domicile");
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
        if (head instanceof XSSFCellStyle styled) {
            styled.setFillForegroundColor(new XSSFColor(new byte[] {(byte) 0xE6, (byte) 0xEC, (byte) 0xF2}, null));
        }
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setBorderBottom(BorderStyle.THIN);
        head.setVerticalAlignment(VerticalAlignment.CENTER);
        head.setWrapText(true);
        for (CellStyle style : List.of(text, quoted, number, day)) {
            style.setVerticalAlignment(VerticalAlignment.TOP);
        }
        text.setWrapText(true);
        quoted.setWrapText(true);
        quoted.setQuotePrefixed(true);
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
    }

    void add(String title, List<String> heads, List<List<Object>> rows) {
        XSSFSheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(title));
        XSSFRow first = sheet.createRow(0);
        first.setHeightInPoints(LINE + 5);
        for (int c = 0; c < heads.size(); c++) {
            XSSFCell cell = first.createCell(c);
            cell.setCellValue(heads.get(c));
            cell.setCellStyle(head);
        }
        List<Integer> widths = IntStream.range(0, heads.size())
                .mapToObj(c -> width(heads.get(c), rows, c))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            XSSFRow row = sheet.createRow(i + 1);
            int lines = 1;
            for (int c = 0; c < heads.size(); c++) {
                Object value = rows.get(i).get(c);
                write(row.createCell(c), value);
                lines = Math.max(lines, value.toString().length() / widths.get(c) + 1);
            }
            // not every program works the height of a wrapped text out by itself
            row.setHeightInPoints(Math.min(TALLEST, LINE * lines));
        }
        for (int c = 0; c < heads.size(); c++) {
            sheet.setColumnWidth(c, widths.get(c) * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows.size()), 0, heads.size() - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void write(XSSFCell cell, Object value) {
        switch (value) {
            case Number n -> {
                cell.setCellValue(n.doubleValue());
                cell.setCellStyle(number);
            }
            case Boolean b -> {
                cell.setCellValue(b);
                cell.setCellStyle(number);
            }
            case LocalDate d -> {
                cell.setCellValue(d);
                cell.setCellStyle(day);
            }
            default -> {
                String said = CleanText.of(value.toString());
                cell.setCellValue(said.length() > LONGEST ? CleanText.cut(said, LONGEST / 2) + " " + cut : said);
                // a text cell is no formula; the prefix keeps it so when somebody edits it
                cell.setCellStyle(Csv.looksLikeFormula(said) ? quoted : text);
            }
        }
    }

    private static int width(String head, List<List<Object>> rows, int column) {
        int longest =
                rows.stream().map(row -> row.get(column).toString().length()).reduce(head.length() + 3, Math::max);
        return Math.max(NARROWEST, Math.min(WIDEST, longest + 2));
    }

    byte[] bytes(LocalDate date) {
        return OfficeFile.bytes(book, date);
    }

    @Override
    public void close() {
        OfficeFile.close(book);
    }
}
