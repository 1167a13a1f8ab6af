package domicile.scan.tree;

import domicile.scan.tree.Node.Entry;
import domicile.scan.tree.Node.Mapping;
import domicile.scan.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a properties file by the grammar of {@link java.util.Properties}, which tells no lines: a value stands at its
 * key's line.
 */
public final class PropertiesText {
    private final String text;
    private final Lines lines;
    private int at;

    private PropertiesText(String text) {
        this.text = text;
        this.lines = new Lines(text);
    }

    /** The entries in the order of the file. */
    public static Mapping read(String text) {
        return new PropertiesText(text).file();
    }

    private Mapping file() {
        List<Entry> entries = new ArrayList<>();
        while (at < text.length()) {
            blanks();
            if (at >= text.length()) {
                break;
            }
            char c = text.charAt(at);
            if (c == '#' || c == '!') {
                comment();
            } else if (lineEnd(c)) {
                at++;
            } else {
                entries.add(entry());
            }
        }
        return new Mapping(entries, new Mark(1, 1));
    }

    private Entry entry() {
        Mark mark = lines.mark(at);
        StringBuilder key = new StringBuilder();
        while (at < text.length() && !lineEnd(text.charAt(at)) && !separator(text.charAt(at))) {
            character(key);
        }
        blanks();
        if (at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
            at++;
            blanks();
        }
        int first = at;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !lineEnd(text.charAt(at))) {
            character(value);
        }
        int column = lines.mark(first).line() == mark.line() ? lines.mark(first).column() : mark.column();
        return new Entry(
                key.toString(), mark, new Scalar(value.toString().strip(), new Mark(mark.line(), column), true));
    }

    /** One character, or an escape; a backslash at the end of a line goes on in the next. */
    private void character(StringBuilder into) {
        char c = text.charAt(at++);
        if (c != '\\' || at >= text.length()) {
            into.append(c);
            return;
        }
        char next = text.charAt(at++);
        if (lineEnd(next)) {
            if (next == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            blanks();
            return;
        }
        switch (next) {
            case 'n' -> into.append('\n');
            case 't' -> into.append('\t');
            case 'r' -> into.append('\r');
            case 'f' -> into.append('\f');
            case 'u' -> unicode(into);
            default -> into.append(next);
        }
    }

    private void unicode(StringBuilder into) {
        int end = Math.min(text.length(), at + 4);
        try {
            into.append((char) Integer.parseInt(text.substring(at, end), 16));
            at = end;
        } catch (NumberFormatException e) {
            into.append('u');
        }
    }

    private void comment() {
        while (at < text.length() && !lineEnd(text.charAt(at))) {
            at++;
        }
    }

    private void blanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\f')) {
            at++;
        }
    }

    private static boolean separator(char c) {
        return c == '=' || c == ':' || c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean lineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
