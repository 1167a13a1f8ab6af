package domicile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text without any marks: empty lines part paragraphs, a line that begins with a list's mark begins an item, and
 * lines that draw a table are its rows.
 */
final class PlainText {

    private PlainText() {}

    static PageText of(String text) {
        PageText.Builder page = new PageText.Builder();
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            String folded = Folding.fold(line);
            boolean starts = PageText.Builder.marked(folded) || line.strip().matches("[\\u2022\\u25E6\\u25AA].*");
            if (folded.isEmpty() || starts) {
                flush(page, lines);
            }
            if (!folded.isEmpty()) {
                lines.add(line);
            }
        }
        flush(page, lines);
        return page.text();
    }

    private static void flush(PageText.Builder page, List<String> lines) {
        Optional<PlainTable> table = PlainTable.of(lines);
        if (table.isPresent()) {
            List<String> heads = table.get().heads();
            page.row(cells(heads), List.of());
            table.get().rows().forEach(row -> page.row(cells(row), heads));
        } else if (!lines.isEmpty()) {
            page.block(Unit.Kind.PARAGRAPH, String.join(" ", lines));
        }
        lines.clear();
    }

    private static List<List<String>> cells(List<String> row) {
        return row.stream().map(List::of).toList();
    }
}
