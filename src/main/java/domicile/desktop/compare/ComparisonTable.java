package domicile.desktop.compare;

import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Texts;
import domicile.residency.Citation;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A comparison as a table to be pasted into a spreadsheet or a letter, with its sources below. */
final class ComparisonTable {
    private final Comparison comparison;
    private final Register register;
    private final Texts texts;
    private final boolean onlyDifferences;

    ComparisonTable(Comparison comparison, Register register, Texts texts, boolean onlyDifferences) {
        this.comparison = comparison;
        this.register = register;
        this.texts = texts;
        this.onlyDifferences = onlyDifferences;
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", texts.get("compare.differs")));
        comparison.offerings().stream().map(Offering::name).forEach(head::add);
        lines.add(head);
        for (Comparison.Row row : comparison.rows(onlyDifferences)) {
            List<String> line = new ArrayList<>();
            line.add(row.label());
            line.add(texts.get(row.differs() ? "compare.yes" : row.silent() ? "compare.silent" : "compare.no"));
            row.cells()
                    .forEach(cell ->
                            line.add(cell.stream().map(Comparison.Entry::cited).collect(Collectors.joining("; "))));
            lines.add(line);
        }
        return lines;
    }

    private List<String> sources() {
        FactTexts says = new FactTexts(texts, register);
        Map<Integer, Citation> cited = new TreeMap<>();
        comparison
                .rows(onlyDifferences)
                .forEach(row -> row.cells()
                        .forEach(cell -> cell.forEach(
                                entry -> entry.citations().forEach(c -> cited.putIfAbsent(c.source(), c)))));
        List<String> lines =
                new ArrayList<>(cited.values().stream().map(says::cited).toList());
        lines.add(texts.get("compare.from", texts.day(register.asOf()), register.hash()));
        return lines;
    }

    /** Tab-separated values. */
    String tsv() {
        return lines().stream()
                        .map(line -> line.stream().map(ComparisonTable::flat).collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + sources().stream().map(ComparisonTable::flat).collect(Collectors.joining("\n"));
    }

    private static String flat(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    /** HTML. */
    String html() {
        StringBuilder html = new StringBuilder("<table>");
        boolean head = true;
        for (List<String> line : lines()) {
            html.append("<tr>");
            for (int i = 0; i < line.size(); i++) {
                String tag = head || i == 0 ? "th" : "td";
                html.append('<').append(tag).append('>').append(escaped(line.get(i)));
                html.append("</").append(tag).append('>');
            }
            html.append("</tr>");
            head = false;
        }
        html.append("</table>");
        sources().forEach(s -> html.append("<p>").append(escaped(s)).append("</p>"));
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
