package domicile.scan.tree;

/**
 * A look at TOML that holds nothing of interest: whether its lines, strings and brackets are whole. The parser takes
 * its time, and is asked where this look finds fault.
 */
final class TomlLook {
    private final String text;
    private int at;
    private int depth;

    private TomlLook(String text) {
        this.text = text;
    }

    /** Whether nothing is to be seen against it. */
    static boolean whole(String text) {
        return new TomlLook(text).whole();
    }

    private boolean whole() {
        while (at < text.length()) {
            blanks();
            char c = here();
            if (c == '\n' || c == '#' || at >= text.length()) {
                if (!line()) {
                    return false;
                }
            } else if (c == '[') {
                if (!value() || !line()) {
                    return false;
                }
            } else if (!key() || !value() || !line()) {
                return false;
            }
        }
        return true;
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void blanks() {
        while (here() == ' ' || here() == '\t' || here() == '\r') {
            at++;
        }
    }

    /** What is left of a line: nothing but a comment. */
    private boolean line() {
        blanks();
        if (here() == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }
        if (at < text.length() && here() != '\n') {
            return false;
        }
        at++;
        return true;
    }

    private boolean key() {
        int from = at;
        while (at < text.length() && here() != '=' && here() != '\n') {
            if ((here() == '"' || here() == '\'') && !string()) {
                return false;
            }
            if (here() != '=' && here() != '\n') {
                at++;
            }
        }
        boolean found = here() == '=' && at > from;
        at++;
        blanks();
        return found && here() != '\n' && here() != '#' && at < text.length();
    }

    /** A value up to the end of its line, or of the bracket that it opens. */
    private boolean value() {
        depth = 0;
        while (at < text.length()) {
            char c = here();
            if (c == '"' || c == '\'') {
                if (!string()) {
                    return false;
                }
                continue;
            }
            if (c == '#') {
                if (depth == 0) {
                    return true;
                }
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
                continue;
            }
            if (c == '\n' && depth == 0) {
                return true;
            }
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (depth < 0 || depth > JsonText.MAX_DEPTH) {
                return false;
            }
            at++;
        }
        return depth == 0;
    }

    private boolean string() {
        char quote = here();
        boolean lines = text.startsWith(String.valueOf(quote).repeat(3), at);
        if (lines) {
            int end = text.indexOf(String.valueOf(quote).repeat(3), at + 3);
            at = end < 0 ? text.length() : end + 3;
            return end >= 0;
        }
        at++;
        while (at < text.length() && here() != quote && here() != '\n') {
            at += here() == '\\' && quote == '"' ? 2 : 1;
        }
        boolean closed = here() == quote;
        at++;
        return closed;
    }
}
