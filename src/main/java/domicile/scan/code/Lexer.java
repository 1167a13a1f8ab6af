package domicile.scan.code;

import domicile.scan.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a source file into words, strings and signs; comments are left out. */
public final class Lexer {
    private static final String BEFORE_REGEX = "(=,:[!&|?{};+\n";

    private final String text;
    private final Language language;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private Lexer(String text, Language language) {
        this.text = text;
        this.language = language;
    }

    /** The tokens of a file. */
    public static List<Token> tokens(String text, Language language) {
        Lexer lexer = new Lexer(text, language);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                if (depth == 0) {
                    add(Kind.LINE_END, "\n", at, at + 1);
                }
                at++;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (comment() || quoted()) {
                continue;
            } else if (language.bareValues() && bare(c)) {
                bareValue();
            } else if (Character.isJavaIdentifierStart(c)) {
                word();
            } else if (c == '/' && language == Language.JS && regexHere()) {
                regex();
            } else {
                sign(c);
            }
        }
    }

    private void add(Kind kind, String value, int from, int to) {
        tokens.add(new Token(kind, value, from, to));
    }

    private void sign(char c) {
        if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth = Math.max(0, depth - 1);
        }
        add(Kind.SIGN, String.valueOf(c), at, at + 1);
        at++;
    }

    private void word() {
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        add(Kind.WORD, text.substring(from, at), from, at);
    }

    private boolean comment() {
        for (String sign : language.comments()) {
            boolean counts = !language.commentAfterBlank()
                    || at == 0
                    || Character.isWhitespace(text.charAt(at - 1))
                    || text.charAt(at - 1) == ';';
            if (counts && text.startsWith(sign, at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
                return true;
            }
        }
        if (language.blockComments() && text.startsWith("/*", at)) {
            skipTo("*/", 2);
            return true;
        }
        if (language == Language.FSHARP && text.startsWith("(*", at) && !text.startsWith("(*)", at)) {
            skipTo("*)", 2);
            return true;
        }
        if (language == Language.POWERSHELL && text.startsWith("<#", at)) {
            skipTo("#>", 2);
            return true;
        }
        if (language == Language.RUBY && text.startsWith("=begin", at) && (at == 0 || text.charAt(at - 1) == '\n')) {
            skipTo("\n=end", 6);
            return true;
        }
        return language == Language.TEMPLATE && templateComment();
    }

    private boolean templateComment() {
        for (String open : List.of("{{/*", "{{- /*", "{#")) {
            if (text.startsWith(open, at)) {
                skipTo(open.equals("{#") ? "#}" : "*/", open.length());
                return true;
            }
        }
        return false;
    }

    private void skipTo(String end, int open) {
        int found = text.indexOf(end, at + open);
        at = found < 0 ? text.length() : found + end.length();
    }

    private boolean quoted() {
        char c = text.charAt(at);
        if (!language.quote(c)) {
            return false;
        }
        // in Rust, a life time; in shells and templates an apostrophe inside a word is caught by the bare value
        if (language.triples() && text.startsWith(String.valueOf(c).repeat(3), at)) {
            string(String.valueOf(c).repeat(3), 3);
        } else if (c == '\'' && (language == Language.JVM || language == Language.CSHARP || language == Language.GO)) {
            character();
        } else {
            string(String.valueOf(c), 1);
        }
        return true;
    }

    /** A character between single quotes; an apostrophe that is none is a sign. */
    private void character() {
        int end = at + 1;
        if (end < text.length() && text.charAt(end) == '\\') {
            end++;
        }
        end++;
        while (end < text.length() && end < at + 10 && text.charAt(end) != '\'' && text.charAt(end) != '\n') {
            end++;
        }
        at = end < text.length() && text.charAt(end) == '\'' ? end + 1 : at + 1;
    }

    private void string(String quote, int length) {
        int from = at;
        int i = at + length;
        boolean raw = rawString(quote);
        boolean lines = length == 3
                || quote.equals("`")
                || language == Language.RUST
                || language == Language.RUBY
                || language == Language.PHP
                || raw
                || language == Language.SHELL;
        while (i < text.length() && !text.startsWith(quote, i)) {
            char c = text.charAt(i);
            if (c == '\n' && !lines) {
                break;
            }
            if (c == '$' && quote.equals("`") && text.startsWith("${", i)) {
                i = closing(i + 2);
            } else {
                i += c == '\\' && !raw ? 2 : 1;
            }
        }
        int end = Math.min(i, text.length());
        at = Math.min(text.length(), text.startsWith(quote, end) ? end + length : end);
        boolean document = documents(from);
        add(
                document ? Kind.DOCUMENT : Kind.STRING,
                text.substring(from + length, Math.max(from + length, end)),
                from,
                at);
    }

    private boolean rawString(String quote) {
        if (language == Language.GO && quote.equals("`")) {
            return true;
        }
        if (language == Language.SHELL && quote.equals("'")) {
            return true;
        }
        if (tokens.isEmpty() || tokens.getLast().end() != at) {
            return false;
        }
        String before = tokens.getLast().text();
        return language == Language.PYTHON
                        && before.length() <= 2
                        && before.toLowerCase(java.util.Locale.ROOT).contains("r")
                || language == Language.CSHARP && before.equals("@");
    }

    private int closing(int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** Whether the string that just ended is a statement by itself: nothing before it in its line, nothing after it. */
    private boolean documents(int from) {
        if (language != Language.PYTHON || depth > 0) {
            return false;
        }
        int before = tokens.size() - 1;
        // a prefix such as r or f belongs to it
        if (before >= 0
                && tokens.get(before).kind() == Kind.WORD
                && tokens.get(before).end() == from) {
            before--;
        }
        boolean first = before < 0 || tokens.get(before).kind() == Kind.LINE_END;
        int i = at;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
            i++;
        }
        return first
                && (i >= text.length() || text.charAt(i) == '\n' || text.charAt(i) == '#' || text.charAt(i) == ';');
    }

    private boolean regexHere() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.getLast();
        return last.kind() == Kind.LINE_END
                || last.kind() == Kind.SIGN && BEFORE_REGEX.contains(last.text())
                || last.word("return");
    }

    private void regex() {
        int i = at + 1;
        boolean group = false;
        while (i < text.length() && text.charAt(i) != '\n' && (group || text.charAt(i) != '/')) {
            char c = text.charAt(i);
            group = c == '[' || group && c != ']';
            i += c == '\\' ? 2 : 1;
        }
        at = i < text.length() && text.charAt(i) == '/' ? i + 1 : at + 1;
    }

    private static boolean bare(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '/' || c == '-' || c == '$';
    }

    /** What stands without quotes up to the next blank; {@code KEY=value} is three tokens. */
    private void bareValue() {
        int from = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            if (text.charAt(at) == '$' && text.startsWith("${", at)) {
                at = closing(at + 2);
            } else {
                at++;
            }
        }
        if (at == from) {
            at++;
        }
        int end = at;
        if (text.charAt(end - 1) == ':' && end - from > 1) {
            add(Kind.WORD, text.substring(from, end - 1), from, end - 1);
            add(Kind.SIGN, ":", end - 1, end);
        } else {
            add(Kind.WORD, text.substring(from, end), from, end);
        }
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || "='\"();|&,<>`[]{}".indexOf(c) >= 0;
    }
}
