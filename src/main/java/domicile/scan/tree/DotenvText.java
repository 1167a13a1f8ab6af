package domicile.scan.tree;

import domicile.scan.tree.Node.Entry;
import domicile.scan.tree.Node.Mapping;
import domicile.scan.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a dotenv file: {@code export}, double quotes expand and single do not, and {@code #} after a blank ends a value
 * without quotes. What is no assignment is passed over, as shells and libraries do.
 */
public final class DotenvText {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*[=:][ \\t]*");

    private final String text;
    private final Lines lines;
    private int at;

    private DotenvText(String text) {
        this.text = text;
        this.lines = new Lines(text);
    }

    /** The assignments, each where its key stands. */
    public static Mapping read(String text) {
        return new DotenvText(text).file();
    }

    private Mapping file() {
        List<Entry> entries = new ArrayList<>();
        Matcher assignment = ASSIGNMENT.matcher(text);
        while (at < text.length()) {
            assignment.region(at, text.length());
            if (assignment.lookingAt()) {
                Mark key = lines.mark(assignment.start(1));
                at = assignment.end();
                Node value = value();
                entries.add(new Entry(assignment.group(1), key, value));
            }
            skipLine();
        }
        return new Mapping(entries, new Mark(1, 1));
    }

    private Scalar value() {
        Mark mark = lines.mark(at);
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return quoted(text.charAt(at), mark);
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            boolean comment = text.charAt(end) == '#' && (end == at || Character.isWhitespace(text.charAt(end - 1)));
            if (comment) {
                break;
            }
            end++;
        }
        String found = text.substring(at, end).strip();
        at = end;
        return new Scalar(found, mark, true);
    }

    private Scalar quoted(char quote, Mark mark) {
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            char c = text.charAt(i);
            if (c == '\\' && quote == '"' && i + 1 < text.length()) {
                i++;
                char next = text.charAt(i);
                value.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            } else {
                value.append(c);
            }
            i++;
        }
        at = Math.min(text.length(), i + 1);
        return new Scalar(value.toString(), mark, quote == '"');
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        if (at < text.length()) {
            at++;
        }
    }
}
