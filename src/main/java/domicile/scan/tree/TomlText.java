package domicile.scan.tree;

import domicile.scan.tree.Node.Entry;
import domicile.scan.tree.Node.Mapping;
import domicile.scan.tree.Node.Scalar;
import domicile.scan.tree.Node.Sequence;
import domicile.scan.tree.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML. */
public final class TomlText {

    private TomlText() {}

    /** The document. */
    public static Mapping read(String text) throws UnreadableException {
        if (nesting(text) > JsonText.MAX_DEPTH) {
            throw new UnreadableException(Reason.TOO_DEEP, new Mark(1, 1));
        }
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().getFirst();
            throw new UnreadableException(
                    Reason.SYNTAX, first.position().line(), first.position().column(), first);
        }
        return table(result, new Mark(1, 1));
    }

    /** Whether nothing is to be seen against it, by a look that is much faster than a reading. */
    public static boolean whole(String text) {
        return TomlLook.whole(text);
    }

    /** How many brackets stand one inside another at most: the parser would go as deep. */
    private static int nesting(String text) {
        int depth = 0;
        int most = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                depth++;
                most = Math.max(most, depth);
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            }
        }
        return most;
    }

    private static Mapping table(TomlTable table, Mark mark) {
        List<Entry> entries = new ArrayList<>();
        for (String key : table.keySet()) {
            Mark at = mark(table.inputPositionOf(List.of(key)), mark);
            entries.add(new Entry(key, at, value(table.get(List.of(key)), at)));
        }
        entries.sort(java.util.Comparator.comparingInt((Entry e) -> e.keyMark().line())
                .thenComparingInt(e -> e.keyMark().column()));
        return new Mapping(entries, mark);
    }

    private static Node value(@Nullable Object value, Mark mark) {
        return switch (value) {
            case TomlTable table -> table(table, mark);
            case TomlArray array -> {
                List<Node> items = new ArrayList<>();
                for (int i = 0; i < array.size(); i++) {
                    items.add(value(array.get(i), mark(array.inputPositionOf(i), mark)));
                }
                yield new Sequence(items, mark);
            }
            case null -> new Scalar("", mark, false);
            default -> new Scalar(String.valueOf(value), mark, true);
        };
    }

    private static Mark mark(@Nullable TomlPosition position, Mark otherwise) {
        return position == null ? otherwise : new Mark(position.line(), position.column());
    }
}
