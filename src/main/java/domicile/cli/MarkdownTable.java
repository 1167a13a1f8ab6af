package domicile.cli;

import domicile.report.model.CleanText;
import java.io.PrintWriter;
import java.util.List;

/** Rows as a table for a pull request. */
final class MarkdownTable {
    private MarkdownTable() {}

    static void print(List<Row> rows, List<String> notes, PrintWriter out) {
        long accepted = rows.stream().filter(r -> r.accepted().isPresent()).count();
        long failing = rows.stream().filter(Row::fails).count();
        out.println("**Domicile: " + failing + " of " + rows.size() + " do not pass, " + accepted + " accepted**");
        out.println();
        out.println("| Finding | Place | What | Decided by | Why | To lift it |");
        out.println("|---|---|---|---|---|---|");
        for (Row row : rows) {
            String status = row.rule().name()
                    + row.accepted().map(a -> ", accepted until " + a.until()).orElse("");
            out.println("| " + status + " | " + cell(row.place()) + " | " + cell(row.subject()) + " | "
                    + cell(row.detail()) + " | " + cell(row.message()) + " | " + cell(row.lift()) + " |");
        }
        for (String note : notes) {
            out.println();
            out.println(cell(note));
        }
    }

    /** Nothing of a name or a value may be markup. */
    private static String cell(String text) {
        StringBuilder cell = new StringBuilder();
        CleanText.of(text).codePoints().forEach(c -> {
            if ("\\`*_{}[]()#+-.!|~@:".indexOf(c) >= 0 && "-.:()".indexOf(c) < 0) {
                cell.append('\\');
            }
            cell.append(c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : Character.toString(c));
        });
        return cell.toString();
    }
}
