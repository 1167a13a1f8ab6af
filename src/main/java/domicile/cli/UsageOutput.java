package domicile.cli;

import domicile.report.model.CleanText;
import domicile.scan.KeepingSwitch;
import domicile.scan.ScanResult;
import domicile.scan.UnreadableFile;
import domicile.scan.Usage;
import domicile.scan.UsageJson;
import java.io.PrintWriter;
import java.util.List;

/** Writes what scans found. */
final class UsageOutput {
    private UsageOutput() {}

    static void print(List<ScanResult> results, UsageFormat format, PrintWriter out) {
        switch (format) {
            case json ->
                out.println(
                        results.size() == 1
                                ? Json.text(UsageJson.of(results.getFirst()))
                                : Json.text(results.stream().map(UsageJson::of).toList()));
            case table -> results.forEach(r -> table(r, out));
            case sarif -> out.println(Json.text(Sarif.log(rows(results), false)));
            case junit -> JUnitXml.print(rows(results), out);
            case markdown -> MarkdownTable.print(rows(results), List.of(), out);
            case codequality -> out.println(Json.text(CodeQuality.of(rows(results))));
        }
    }

    private static List<Row> rows(List<ScanResult> results) {
        return results.stream().flatMap(r -> Row.of(r).stream()).toList();
    }

    private static void table(ScanResult result, PrintWriter out) {
        Table table = new Table("PLACE", "OFFERING", "DEPLOYMENT", "PLACES", "MODEL", "CERTAINTY", "ROLE");
        for (Usage u : result.usages()) {
            table.row(
                    CleanText.of(u.place()),
                    CleanText.of(u.subject()),
                    u.deployment().orElse("-"),
                    u.places().isEmpty() ? "-" : String.join(", ", u.places()),
                    CleanText.of(u.model().orElse("-")),
                    u.certainty().name(),
                    u.role().name());
        }
        table.print(out);
        for (KeepingSwitch s : result.switches()) {
            out.println("KEEPS " + CleanText.of(s.file()) + ":" + s.line() + " " + s.offering() + ": " + s.setting());
        }
        for (UnreadableFile f : result.unreadable()) {
            out.println("NOT READABLE " + CleanText.of(f.file()) + ":" + f.line() + " as " + f.reader());
        }
        out.println(result.read() + " files read, "
                + result.skipped().values().stream().mapToInt(Integer::intValue).sum() + " left out");
    }
}
