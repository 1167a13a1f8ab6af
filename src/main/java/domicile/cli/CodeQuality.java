package domicile.cli;

import domicile.problem.Sha256;
import domicile.report.model.CleanText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as GitLab's code quality report: what does not pass, by file and line. */
final class CodeQuality {
    private CodeQuality() {}

    static List<Map<String, Object>> of(List<Row> rows) {
        return rows.stream().filter(Row::fails).map(CodeQuality::issue).toList();
    }

    private static Map<String, Object> issue(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("description", CleanText.of(row.subject() + ", " + row.detail() + ": " + row.message()));
        json.put("check_name", row.rule().name());
        json.put("fingerprint", Sha256.hex(row.fingerprint() + "/" + row.suite() + "/" + row.detail()));
        json.put("severity", row.rule().level() == Row.Level.error ? "critical" : "major");
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("path", row.file());
        location.put("lines", Map.of("begin", row.line()));
        json.put("location", location);
        return json;
    }
}
