package domicile.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import domicile.report.ReportsTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    /** Whatever separates them, cells are read back as they were, and as nothing that a spreadsheet computes. */
    @Test
    void cellsAreReadBack() {
        String signs = "ab,;\t\"'=+ äß";
        Seeds.forAll(2_000, random -> {
            List<String> cells = new ArrayList<>();
            for (int i = Seeds.between(random, 1, 5); i > 0; i--) {
                StringBuilder cell = new StringBuilder();
                for (int j = Seeds.between(random, 0, 6); j > 0; j--) {
                    cell.append(signs.charAt(random.nextInt(signs.length())));
                }
                cells.add(cell.toString());
            }
            char separator = Seeds.any(random, List.of(',', ';', '\t'));
            List<String> read = ReportsTest.parsed(new Csv(separator).line(cells), separator)
                    .getFirst();
            assertThat(read).noneMatch(Csv::looksLikeFormula);
            assertThat(read)
                    .containsExactlyElementsOf(cells.stream()
                            .map(c -> c.replace('\t', ' '))
                            .map(c -> Csv.looksLikeFormula(c) ? "'" + c : c)
                            .toList());
        });
    }

    @Test
    void aFileBeginsWithOneMark() {
        assertThat(Csv.file("ä\r\n")).isEqualTo("\uFEFFä\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
