package domicile.document;

import domicile.page.Layout;
import domicile.page.Rectangle;
import domicile.page.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a document's segments of its units: puts rows together, finds headings, ties items to what leads them in. */
final class Segments {
    /** How many words a line may have that is a heading though it is set as the text is. */
    private static final int LONGEST_HEADING = 10;

    private static final Pattern LISTED = Pattern.compile("(?s).+ \\((?:a|i|1)\\) .+;(?: (?:and|or|und|oder|et|ou))?$");

    private static final Pattern COMPANY = Pattern.compile(
            "(?:^|[\\s,|])(?:Inc|LLC|L\\.L\\.C|Ltd|Limited|Corp|Corporation|GmbH|AG|S\\.?A\\.?S|SARL|S\\.A|B\\.?V|Aps|ApS|AB|Oy|Pty|PLC|plc|S\\.?p\\.?A|SE|KG|LP|N\\.V)(?![\\p{L}])");

    private final List<Unit> units;
    private final List<Layout.Spot> spots;
    private final List<Segment> all = new ArrayList<>();
    private int heading = -1;

    private Segments(Layout layout) {
        this.units = layout.text().units();
        this.spots = layout.spots();
    }

    static List<Segment> of(Layout layout) {
        Segments segments = new Segments(layout);
        segments.read();
        segments.companies();
        return List.copyOf(segments.all);
    }

    private void read() {
        int at = 0;
        List<List<Integer>> table = new ArrayList<>();
        while (at < units.size()) {
            List<List<Integer>> row = row(at);
            if (!row.isEmpty()) {
                add(row, table);
                at = row.getLast().getLast() + 1;
                continue;
            }
            table.clear();
            at = plain(at);
        }
    }

    /** A unit outside of tables, and the index of the next. */
    private int plain(int at) {
        Unit unit = units.get(at);
        Layout.Spot spot = spots.get(at);
        if (isHeading(at)) {
            heading = all.size();
            add(Segment.Form.HEADING, unit.text(), spot.number(), at, "", List.of(at));
            return at + 1;
        }
        int end = at + 1;
        List<Integer> joined = new ArrayList<>(List.of(at));
        StringBuilder text = new StringBuilder(unit.text());
        // a sentence goes on after a semicolon
        while (end < units.size()
                && text.charAt(text.length() - 1) == ';'
                && unit.mark() == 0
                && units.get(end).mark() == 0
                && units.get(end).kind() == unit.kind()
                && spots.get(end).number().isEmpty()
                && units.get(end).row() < 0) {
            text.append(' ').append(units.get(end).text());
            joined.add(end);
            end++;
        }
        // and over the rest of a list that stands in the middle of it
        while (end < units.size()
                && listed(text)
                && units.get(end).kind() == Unit.Kind.ITEM
                && spots.get(end).block() == spot.block()) {
            text.append(' ').append(units.get(end).text());
            joined.add(end);
            end++;
        }
        boolean item = unit.kind() == Unit.Kind.ITEM;
        add(item ? Segment.Form.ITEM : Segment.Form.SENTENCE, text.toString(), spot.number(), at, lead(spot), joined);
        return end;
    }

    /** Whether a sentence stops after the first items of a list; most hold no bracket, which is seen at once. */
    private static boolean listed(StringBuilder text) {
        return text.indexOf(" (") >= 0
                && text.indexOf(";") >= 0
                && LISTED.matcher(text).find();
    }

    /** The words that lead in: the last segment that ends with a colon, and all of its items since. */
    private String lead(Layout.Spot spot) {
        for (int i = all.size() - 1; i >= 0 && i > heading && i > all.size() - 30; i--) {
            Segment before = all.get(i);
            if (before.text().endsWith(":")) {
                return before.text();
            }
            boolean listed = before.form() == Segment.Form.ITEM
                    || !before.number().isEmpty()
                    || before.text().endsWith(";")
                    || before.text().matches("(?s).*; (?:and|or|und|oder|et|ou)");
            if (!listed) {
                return "";
            }
            // a paragraph of its own ends the list
            boolean ended = before.text().endsWith(".");
            if (ended && before.form() != Segment.Form.ITEM && spot.number().isEmpty()) {
                return "";
            }
        }
        return "";
    }

    private boolean isHeading(int at) {
        Unit unit = units.get(at);
        if (unit.kind() == Unit.Kind.HEADING) {
            return true;
        }
        boolean alone = (at == 0 || spots.get(at - 1).block() != spots.get(at).block())
                && (at + 1 == units.size()
                        || spots.get(at + 1).block() != spots.get(at).block());
        String text = unit.text();
        boolean title = unit.kind() == Unit.Kind.LINE
                && alone
                && text.split(" ").length <= LONGEST_HEADING
                && Character.isUpperCase(text.codePointAt(0))
                && !text.matches(".*\\d{4}.*")
                && !text.contains(",")
                && !text.contains(Unit.CELLS);
        return title && at + 1 < units.size() && (!spots.get(at).number().isEmpty() || atParagraph(at + 1));
    }

    private boolean atParagraph(int at) {
        return units.get(at).kind() == Unit.Kind.SENTENCE
                && spots.get(at).block() != spots.get(at - 1).block();
    }

    /** The cells of the row that begins at a unit, each with its units; empty where none does. */
    private List<List<Integer>> row(int at) {
        List<List<Integer>> cells = new ArrayList<>();
        int row = units.get(at).row();
        if (row >= 0) {
            int block = -1;
            for (int i = at; i < units.size() && units.get(i).row() == row; i++) {
                if (spots.get(i).block() != block) {
                    cells.add(new ArrayList<>());
                }
                block = spots.get(i).block();
                cells.getLast().add(i);
            }
            return cells;
        }
        int next = at;
        while (next < units.size()) {
            int end = blockEnd(next);
            if (next > at && !beside(cells.getLast().getFirst(), cells.getLast().getLast(), next)) {
                break;
            }
            List<Integer> cell = new ArrayList<>();
            for (int i = next; i < end; i++) {
                cell.add(i);
            }
            cells.add(cell);
            next = end;
        }
        return cells.size() > 1 ? cells : List.of();
    }

    private int blockEnd(int at) {
        int end = at + 1;
        while (end < units.size() && spots.get(end).block() == spots.get(at).block()) {
            end++;
        }
        return end;
    }

    /** Whether a block begins to the right of another one, on the height of its first line. */
    private boolean beside(int first, int last, int next) {
        List<Rectangle> left = spots.get(first).rectangles();
        List<Rectangle> right = spots.get(next).rectangles();
        if (left.isEmpty() || right.isEmpty() || units.get(first).kind() == Unit.Kind.HEADING) {
            return false;
        }
        Rectangle one = left.getFirst();
        Rectangle other = right.getFirst();
        double reach = 0;
        for (int i = first; i <= last; i++) {
            for (Rectangle r : spots.get(i).rectangles()) {
                reach = Math.max(reach, r.x() + r.width());
            }
        }
        return one.page() == other.page()
                && Math.abs(one.y() - other.y()) < 0.6 * one.height()
                && other.x() > reach - 1;
    }

    private void add(List<List<Integer>> row, List<List<Integer>> table) {
        List<String> cells = row.stream().map(this::text).toList();
        String head = table.isEmpty()
                ? ""
                : String.join(Unit.CELLS, table.stream().map(this::text).toList());
        if (table.isEmpty()) {
            table.addAll(row);
        }
        List<Integer> joined = row.stream().flatMap(List::stream).toList();
        add(Segment.Form.ROW, String.join(Unit.CELLS, cells), "", row.getFirst().getFirst(), "", joined, head, cells);
    }

    private String text(List<Integer> cell) {
        return String.join(" ", cell.stream().map(i -> units.get(i).text()).toList());
    }

    private void add(Segment.Form form, String text, String number, int at, String lead, List<Integer> joined) {
        add(form, text, number, at, lead, joined, "", List.of());
    }

    private void add(
            Segment.Form form,
            String text,
            String number,
            int at,
            String lead,
            List<Integer> joined,
            String head,
            List<String> cells) {
        List<Rectangle> rectangles =
                joined.stream().flatMap(i -> spots.get(i).rectangles().stream()).toList();
        boolean inserted = joined.stream().anyMatch(i -> spots.get(i).inserted());
        all.add(new Segment(
                form,
                text,
                Phrases.lower(text),
                number,
                spots.get(at).block(),
                joined.getFirst(),
                joined.getLast() + 1,
                form == Segment.Form.HEADING ? all.size() : heading,
                lead,
                head,
                cells,
                rectangles,
                inserted));
    }

    /** Marks the rows of tables in which every second row or more names a company. */
    private void companies() {
        int from = 0;
        while (from < all.size()) {
            int to = from;
            int companies = 0;
            while (to < all.size() && all.get(to).row()) {
                companies += COMPANY.matcher(all.get(to).cells().getFirst()).find() ? 1 : 0;
                to++;
            }
            if (companies >= 3 && companies * 2 >= to - from - 1) {
                for (int i = from; i < to; i++) {
                    all.set(i, all.get(i).company());
                }
            }
            from = Math.max(to, from + 1);
        }
    }
}
