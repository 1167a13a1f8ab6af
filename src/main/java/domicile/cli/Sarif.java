package domicile.cli;

import domicile.report.model.BuildInfo;
import domicile.report.model.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as SARIF 2.1.0, as code scanning reads it. */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    /**
     * The whole log.
     *
     * @param compared whether a baseline was named: only then a result is new or unchanged
     */
    static Map<String, Object> log(List<Row> rows, boolean compared) {
        List<Row> shown = rows.stream().filter(r -> r.rule() != Row.Rule.MET).toList();
        List<Row.Rule> rules = shown.stream().map(Row::rule).distinct().sorted().toList();
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Domicile");
        driver.put("version", BuildInfo.version());
        driver.put("rules", rules.stream().map(Sarif::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put(
                "properties",
                Map.of(
                        "accepted",
                        rows.stream().filter(r -> r.accepted().isPresent()).count()));
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put(
                "originalUriBaseIds",
                Map.of("%SRCROOT%", Map.of("description", Map.of("text", "The folder that was scanned."))));
        run.put("results", shown.stream().map(r -> result(r, rules, compared)).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> rule(Row.Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.name());
        json.put("shortDescription", Map.of("text", rule.text()));
        json.put("defaultConfiguration", Map.of("level", rule.level().name()));
        return json;
    }

    private static Map<String, Object> result(Row row, List<Row.Rule> rules, boolean compared) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ruleId", row.rule().name());
        json.put("ruleIndex", rules.indexOf(row.rule()));
        json.put("level", row.rule().level().name());
        String lift = row.lift().isEmpty() ? "" : "; to lift it: " + row.lift();
        json.put(
                "message",
                Map.of("text", CleanText.of(row.subject() + ", " + row.detail() + ": " + row.message() + lift)));
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", uri(row.file()));
        artifact.put("uriBaseId", "%SRCROOT%");
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", row.line());
        region.put("startColumn", row.column());
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", artifact);
        place.put("region", region);
        json.put("locations", List.of(Map.of("physicalLocation", place)));
        // one place may fail two requirements, or in two environments
        json.put(
                "partialFingerprints",
                Map.of("domicile/v1", row.fingerprint() + "/" + row.suite() + "/" + row.detail()));
        if (compared) {
            json.put("baselineState", row.accepted().isPresent() ? "unchanged" : "new");
        }
        List<Object> suppressions = new ArrayList<>();
        row.accepted().ifPresent(a -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", "external");
            one.put("status", "accepted");
            one.put("justification", CleanText.of(a.reason()) + " (until " + a.until() + ")");
            suppressions.add(one);
        });
        json.put("suppressions", suppressions);
        return json;
    }

    /** A path as a relative URI: whatever is no plain letter is written by its bytes. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/._-~".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : String.format(java.util.Locale.ROOT, "%%%02X", (int) c));
        }
        return uri.toString();
    }
}
