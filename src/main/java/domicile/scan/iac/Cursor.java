package domicile.scan.iac;

import domicile.scan.tree.JsonText;
import domicile.scan.tree.Lines;
import domicile.scan.tree.Mark;
import domicile.scan.tree.UnreadableException;
import domicile.scan.tree.UnreadableException.Reason;

/** Where a reader of expressions stands in its text, and the blanks and comments that it passes. */
final class Cursor {
    final String text;
    private final Lines lines;
    private final boolean hash;
    int at;
    private int depth;

    /** @param hash whether {@code #} begins a comment */
    Cursor(String text, boolean hash) {
        this.text = text;
        this.lines = new Lines(text);
        this.hash = hash;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    boolean end() {
        return at >= text.length();
    }

    /** The character here; NUL at the end. */
    char here() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean starts(String what) {
        return text.startsWith(what, at);
    }

    Mark mark() {
        return lines.mark(at);
    }

    UnreadableException wrong() {
        return new UnreadableException(Reason.SYNTAX, lines.mark(Math.min(at, Math.max(0, text.length() - 1))));
    }

    void deeper() throws UnreadableException {
        if (++depth > JsonText.MAX_DEPTH) {
            throw new UnreadableException(Reason.TOO_DEEP, mark());
        }
    }

    void higher() {
        depth--;
    }

    boolean take(char c) {
        if (here() == c && !end()) {
            at++;
            return true;
        }
        return false;
    }

    void need(char c) throws UnreadableException {
        if (!take(c)) {
            throw wrong();
        }
    }

    /** Passes blanks and comments, and the ends of lines where they mean nothing. */
    void blanks(boolean lineEnds) throws UnreadableException {
        while (!end()) {
            char c = here();
            if (c == '\n' && !lineEnds) {
                return;
            }
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#' && hash || starts("//")) {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (starts("/*")) {
                int close = text.indexOf("*/", at + 2);
                if (close < 0) {
                    throw wrong();
                }
                at = close + 2;
            } else {
                return;
            }
        }
    }

    static boolean letter(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** A name; dashes count in Terraform. */
    String name(boolean dashes) throws UnreadableException {
        int from = at;
        while (!end() && (letter(here()) || dashes && here() == '-' && at > from)) {
            at++;
        }
        if (at == from) {
            throw wrong();
        }
        return text.substring(from, at);
    }
}
