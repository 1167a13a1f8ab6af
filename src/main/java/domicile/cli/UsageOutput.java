package domicile.cli;

import domicile.report.model.CleanText;
import domicile.residency.Register;
import domicile.scan.ScanResult;
import domicile.scan.Usage;
import domicile.scan.UsageJson;
import java.io.PrintWriter;
import java.util.List;

/** Writes what scans found. */
final class UsageOutput {
    private UsageOutput() {}

    static void print(List<ScanResult> results, UsageFormat format, Register register, PrintWriter out) {
        switch (format) {
            case json ->
                out.println(
                        results.size() == 1
                                ? Json.text(UsageJson.of(results.getFirst()))
                                : Json.text(results.stream().map(UsageJson::of).toList()));
            case table, sarif, junit, markdown -> results.forEach(r -> table(r, out));
        }
    }

    private static void table(ScanResult result, PrintWriter out) {
        Table table = new Table("PLACE", "OFFERING", "DEPLOYMENT", "PLACES", "MODEL", "CERTAINTY");
        for (Usage u : result.usages()) {
            table.row(
                    CleanText.of(u.place()),
                    CleanText.of(u.subject()),
                    u.deployment().orElse("-"),
                    String.join(", ", u.places()),
                    CleanText.of(u.model().orElse("-")),
                    u.certainty().name());
        }
        table.print(out);
    }
}
