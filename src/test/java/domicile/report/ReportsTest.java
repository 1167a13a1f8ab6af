package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import domicile.problem.ProblemException;
import domicile.report.data.Csv;
import domicile.report.data.CsvReport;
import domicile.report.data.JsonReport;
import domicile.report.model.ReportModel;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing reports, and the formats that other programs read. */
public class ReportsTest {
    private static final ReportModel MODEL = Sample.report(2, Locale.ENGLISH);

    @Test
    void theEndingChoosesTheFormatAndSeveralFilesAreWrittenInOneRun(@TempDir Path folder) throws IOException {
        List<Path> files = Stream.of("a.html", "b.JSON", "c.csv", "d.csv")
                .map(folder::resolve)
                .toList();

        Reports.write(MODEL, files);

        assertThat(Files.readString(files.get(0))).startsWith("<!DOCTYPE html>");
        assertThat(Files.readString(files.get(1))).startsWith("{");
        assertThat(files.get(2)).hasSameBinaryContentAs(files.get(3));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrderElementsOf(files);
        }
    }

    @Test
    void aWrongEndingOrFolderIsToldBeforeAnythingIsWritten(@TempDir Path folder) throws IOException {
        Path good = folder.resolve("good.csv");

        assertThatThrownBy(() -> Reports.write(MODEL, List.of(good, folder.resolve("report.odt"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(".html, .pdf, .docx, .xlsx, .csv, .oscal.json, .json");
        assertThatThrownBy(() -> Reports.write(MODEL, List.of(good, folder.resolve("none/report.csv"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no such folder");
        assertThat(good).doesNotExist();
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setBlockSize(512)
                .setMaxSize(4096)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Path file = disk.getPath("/work/report.html");
            Files.writeString(file, "the report of last week");

            assertThatThrownBy(() -> Reports.write(MODEL, List.of(file)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("the file cannot be written")
                    .hasMessageContaining("has room");
            assertThatThrownBy(() -> Reports.write(file, "minutes ".repeat(1_000)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("has room");
            assertThat(Files.readString(file)).isEqualTo("the report of last week");
            try (var left = Files.list(disk.getPath("/work"))) {
                assertThat(left).containsExactly(file);
            }
        }
    }

    @Test
    void jsonIsOneObjectThatSaysTextsAsTheyAre() throws IOException {
        ReportModel untrusted = Untrusted.report();
        String text = JsonReport.render(untrusted.assessment());
        JsonNode json = new ObjectMapper().readTree(text);

        assertThat(json.get("schema").asText()).isEqualTo("domicile.assessment/1");
        assertThat(json.get("workload").asText())
                .isEqualTo(untrusted.assessment().workload().name());
        assertThat(json.get("offerings")).hasSize(3).allSatisfy(o -> {
            assertThat(o.get("askList")).isNotEmpty();
            assertThat(o.get("clauses")).isNotEmpty();
        });
        // what would not be seen, or would be markup, is written as an escape
        assertThat(text).doesNotContain("\u202E", "\u2066", "<script>").contains("\\u202e");
    }

    @Test
    void noCellOfTheCsvIsAFormulaAndEveryRowHasEveryColumn() {
        List<List<String>> rows = parsed(CsvReport.render(Untrusted.report()));

        assertThat(rows).hasSizeGreaterThan(3).allSatisfy(row -> assertThat(row).hasSize(24));
        assertThat(rows.stream().flatMap(List::stream)).noneMatch(Csv::looksLikeFormula);
        assertThat(Csv.looksLikeFormula(Untrusted.FORMULA)).isTrue();
        assertThat(rows.get(1).getFirst()).contains(Untrusted.MARKUP, "[U+202E]");
    }

    /** RFC 4180. */
    public static List<List<String>> parsed(String csv) {
        return parsed(csv, ',');
    }

    public static List<List<String>> parsed(String csv, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        Matcher cell = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^S\"\r\n]*))(S|\r\n)".replace('S', separator))
                .matcher(csv);
        int end = 0;
        while (cell.find() && cell.start() == end) {
            end = cell.end();
            row.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            if (cell.group(3).equals("\r\n")) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        assertThat(end).isEqualTo(csv.length());
        return rows;
    }
}
