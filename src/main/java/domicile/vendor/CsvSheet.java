package domicile.vendor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a table of text: cells parted by commas, semicolons or tabs, in quotation marks where they hold one. */
final class CsvSheet {
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

    private CsvSheet() {}

    /** The one sheet that a text makes. */
    static Sheet of(String text, String file) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Reader(body, separator(body), new Room(file)).sheet();
    }

    /** The one that parts the most cells outside of quotation marks; a first line may name it, as spreadsheets do. */
    private static char separator(String text) {
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4 && SEPARATORS.contains(text.charAt(4))) {
            return text.charAt(4);
        }
        Map<Character, Integer> counts = new HashMap<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && SEPARATORS.contains(c)) {
                counts.merge(c, 1, Integer::sum);
            }
        }
        // Commas stand in sentences too: lines that agree in their number of tabs or semicolons say more than many.
        return SEPARATORS.stream()
                .filter(s -> s != ',' && columns(text, s))
                .findFirst()
                .orElseGet(() -> SEPARATORS.stream()
                        .max((a, b) -> Integer.compare(counts.getOrDefault(a, 0), counts.getOrDefault(b, 0)))
                        .orElse(','));
    }

    /** Whether most lines have the same number of separators, at least one. */
    private static boolean columns(String text, char separator) {
        Map<Integer, Integer> lines = new HashMap<>();
        boolean quoted = false;
        int here = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                here++;
            } else if (!quoted && c == '\n') {
                lines.merge(here, 1, Integer::sum);
                here = 0;
            }
        }
        if (here > 0) {
            lines.merge(here, 1, Integer::sum);
        }
        int all = lines.values().stream().mapToInt(Integer::intValue).sum();
        return lines.entrySet().stream().anyMatch(e -> e.getKey() > 0 && 2 * e.getValue() > all);
    }

    private static final class Reader {
        private final String text;
        private final char separator;
        private final Room room;
        private final TreeMap<Integer, TreeMap<Integer, Sheet.Cell>> rows = new TreeMap<>();
        private final StringBuilder cell = new StringBuilder();
        private int row;
        private int column;

        Reader(String text, char separator, Room room) {
            this.text = text;
            this.separator = separator;
            this.room = room;
        }

        Sheet sheet() {
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted) {
                    if (c != '"') {
                        cell.append(c);
                    } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        cell.append(c);
                        i++;
                    } else {
                        quoted = false;
                    }
                } else if (c == '"' && cell.isEmpty()) {
                    quoted = true;
                } else if (c == separator) {
                    end();
                    column++;
                } else if (c == '\n') {
                    end();
                    row++;
                    column = 0;
                } else if (c != '\r') {
                    cell.append(c);
                }
            }
            end();
            return new Sheet("", false, rows, Set.of(), Set.of());
        }

        private void end() {
            room.take(cell.length());
            if (!cell.toString().isBlank()) {
                rows.computeIfAbsent(row, r -> new TreeMap<>())
                        .put(column, new Sheet.Cell(row, column, cell.toString(), Sheet.Kind.TEXT));
            }
            cell.setLength(0);
        }
    }
}
