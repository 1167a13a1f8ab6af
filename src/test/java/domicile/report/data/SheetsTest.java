package domicile.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetsTest {
    @Test
    void aTextLongerThanACellIsCutAndSaysSo() throws IOException {
        String note = "word ".repeat(20_000);
        try (Sheets sheets = new Sheets("t", "(cut here)")) {
            sheets.add("Notes", List.of("Note"), List.of(List.of(note)));
            try (XSSFWorkbook book =
                    new XSSFWorkbook(new ByteArrayInputStream(sheets.bytes(LocalDate.of(2026, 6, 30))))) {
                assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                        .endsWith("… (cut here)");
            }
        }
    }
}
