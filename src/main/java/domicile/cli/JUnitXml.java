package domicile.cli;

import domicile.report.model.CleanText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows as JUnit's XML: one test case a place, without a time. */
final class JUnitXml {
    private JUnitXml() {}

    static void print(List<Row> rows, PrintWriter out) {
        long accepted = rows.stream().filter(r -> r.accepted().isPresent()).count();
        Map<String, List<Row>> suites =
                rows.stream().collect(Collectors.groupingBy(Row::suite, LinkedHashMap::new, Collectors.toList()));
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.println("<testsuites name=\"domicile, " + accepted + " accepted\" tests=\"" + rows.size() + "\" failures=\""
                + rows.stream().filter(Row::fails).count() + "\" time=\"0\">");
        suites.forEach((name, all) -> suite(name, all, out));
        out.println("</testsuites>");
    }

    private static void suite(String name, List<Row> rows, PrintWriter out) {
        out.println("  <testsuite name=\"" + text(name) + "\" tests=\"" + rows.size() + "\" failures=\""
                + rows.stream().filter(Row::fails).count() + "\" errors=\"0\" skipped=\""
                + rows.stream().filter(r -> r.accepted().isPresent()).count() + "\" time=\"0\">");
        for (Row row : rows) {
            String head = "    <testcase classname=\"" + text(row.file()) + "\" name=\""
                    + text("line " + row.line() + ": " + row.subject() + ", " + row.detail()) + "\" time=\"0\"";
            if (row.accepted().isPresent()) {
                out.println(head + ">");
                out.println("      <skipped message=\""
                        + text(row.rule() + ", accepted until "
                                + row.accepted().get().until() + ": "
                                + row.accepted().get().reason())
                        + "\"/>");
                out.println("    </testcase>");
            } else if (row.fails()) {
                out.println(head + ">");
                out.println("      <failure type=\"" + row.rule() + "\" message=\"" + text(row.message()) + "\">"
                        + text(row.lift()) + "</failure>");
                out.println("    </testcase>");
            } else {
                out.println(head + "/>");
            }
        }
        out.println("  </testsuite>");
    }

    private static String text(String text) {
        return CleanText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
