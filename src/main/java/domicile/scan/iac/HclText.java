package domicile.scan.iac;

import domicile.scan.iac.Expr.Apply;
import domicile.scan.iac.Expr.Items;
import domicile.scan.iac.Expr.Literal;
import domicile.scan.iac.Expr.Obj;
import domicile.scan.iac.Expr.Other;
import domicile.scan.iac.Expr.Pair;
import domicile.scan.iac.Expr.Ref;
import domicile.scan.iac.Expr.Template;
import domicile.scan.tree.Mark;
import domicile.scan.tree.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads HCL, Terraform's language: blocks, attributes, and expressions as far as they are followed. Nothing is
 * evaluated while it reads.
 */
public final class HclText {

    /** What stands between braces, or in a file. */
    public record Body(List<Attribute> attributes, List<Block> blocks) {
        public Body {
            attributes = List.copyOf(attributes);
            blocks = List.copyOf(blocks);
        }

        /** The attribute with this name. */
        public Optional<Attribute> attribute(String name) {
            return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
        }

        /** The first block of this type. */
        public Optional<Block> block(String type) {
            return blocks.stream().filter(b -> b.type().equals(type)).findFirst();
        }
    }

    /** A name with its value. */
    public record Attribute(String name, Mark mark, Expr value) {}

    /** A block such as {@code resource "type" "name"}. */
    public record Block(String type, List<String> labels, Body body, Mark mark) {
        public Block {
            labels = List.copyOf(labels);
        }

        /** A label; empty where it has fewer. */
        public String label(int i) {
            return i < labels.size() ? labels.get(i) : "";
        }
    }

    private final Cursor in;

    private HclText(String text) {
        in = new Cursor(text, true);
    }

    /** The file. */
    public static Body read(String text) throws UnreadableException {
        HclText reader = new HclText(text);
        Body body = reader.body();
        if (!reader.in.end()) {
            throw reader.in.wrong();
        }
        return body;
    }

    private Body body() throws UnreadableException {
        List<Attribute> attributes = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        in.blanks(true);
        while (!in.end() && in.here() != '}') {
            Mark mark = in.mark();
            String name = in.here() == '"' ? quotedName() : in.name(true);
            in.blanks(false);
            if (in.here() == '=' && !in.starts("==")) {
                in.at++;
                attributes.add(new Attribute(name, mark, expression(false)));
            } else {
                blocks.add(block(name, mark));
            }
            in.blanks(true);
        }
        return new Body(attributes, blocks);
    }

    private Block block(String type, Mark mark) throws UnreadableException {
        List<String> labels = new ArrayList<>();
        while (in.here() != '{') {
            labels.add(in.here() == '"' ? quotedName() : in.name(true));
            in.blanks(false);
        }
        in.need('{');
        in.deeper();
        Body body = body();
        in.higher();
        in.need('}');
        return new Block(type, labels, body, mark);
    }

    private String quotedName() throws UnreadableException {
        return string() instanceof Literal(String text, Mark mark) ? text : "";
    }

    /**
     * An expression.
     *
     * @param inside whether it stands between brackets, where ends of lines mean nothing
     */
    private Expr expression(boolean inside) throws UnreadableException {
        in.blanks(inside);
        Mark mark = in.mark();
        int from = in.at;
        in.deeper();
        Expr first = in.here() == '!' || in.here() == '-' && !digit(in.at + 1) ? new Other("", mark) : operand();
        in.higher();
        in.blanks(inside);
        if (ends()) {
            return first;
        }
        // an operator, a condition or a loop: passed over
        rest(inside);
        return new Other(in.text.substring(from, in.at).strip(), mark);
    }

    private boolean digit(int at) {
        return at < in.text.length() && Character.isDigit(in.text.charAt(at));
    }

    private boolean ends() {
        char c = in.here();
        return in.end() || c == '\n' || c == ',' || c == '}' || c == ']' || c == ')';
    }

    /** Passes over what is left of an expression, whole in its brackets, strings and comments. */
    private void rest(boolean inside) throws UnreadableException {
        while (!in.end()) {
            char c = in.here();
            if (c == '\n' && !inside || c == ',' || c == '}' || c == ']' || c == ')') {
                return;
            }
            if (c == '"') {
                string();
            } else if (c == '(' || c == '[' || c == '{') {
                bracket(c);
            } else {
                in.at++;
            }
            in.blanks(inside);
        }
    }

    private void bracket(char open) throws UnreadableException {
        in.at++;
        in.deeper();
        char close = open == '(' ? ')' : open == '[' ? ']' : '}';
        in.blanks(true);
        while (in.here() != close) {
            if (in.end()) {
                throw in.wrong();
            }
            char c = in.here();
            if (c == '"') {
                string();
            } else if (c == '(' || c == '[' || c == '{') {
                bracket(c);
            } else {
                in.at++;
            }
            in.blanks(true);
        }
        in.at++;
        in.higher();
    }

    private Expr operand() throws UnreadableException {
        Mark mark = in.mark();
        char c = in.here();
        if (c == '"') {
            return string();
        }
        if (in.starts("<<")) {
            return heredoc(mark);
        }
        if (c == '[') {
            return list(mark);
        }
        if (c == '{') {
            return object(mark);
        }
        if (c == '(') {
            in.at++;
            Expr inner = expression(true);
            in.blanks(true);
            in.need(')');
            return inner;
        }
        if (Character.isDigit(c) || c == '-') {
            int from = in.at++;
            while (!in.end() && (Cursor.letter(in.here()) || in.here() == '.')) {
                in.at++;
            }
            return new Literal(in.text.substring(from, in.at), mark);
        }
        return named(mark);
    }

    private Expr named(Mark mark) throws UnreadableException {
        String name = in.name(true);
        if (name.equals("true") || name.equals("false") || name.equals("null")) {
            return new Literal(name, mark);
        }
        in.blanks(false);
        if (in.here() == '(') {
            return call(name, mark);
        }
        List<String> path = new ArrayList<>(List.of(name));
        while (in.here() == '.' || in.here() == '[') {
            if (in.take('.')) {
                path.add(in.take('*') ? "*" : in.name(true));
            } else {
                in.at++;
                Expr index = expression(true);
                in.blanks(true);
                in.need(']');
                if (index instanceof Ref || index instanceof Template) {
                    return new Expr.Index(new Ref(path, mark), index, after(), mark);
                }
                path.add(index instanceof Literal(String text, Mark m) ? text : "*");
            }
        }
        return new Ref(path, mark);
    }

    /** The names that follow an index. */
    private List<String> after() throws UnreadableException {
        List<String> rest = new ArrayList<>();
        while (in.here() == '.' || in.here() == '[') {
            if (in.take('.')) {
                rest.add(in.take('*') ? "*" : in.name(true));
            } else {
                bracket('[');
                rest.add("*");
            }
        }
        return rest;
    }

    private Expr call(String name, Mark mark) throws UnreadableException {
        in.need('(');
        List<Expr> arguments = new ArrayList<>();
        in.blanks(true);
        while (in.here() != ')') {
            arguments.add(expression(true));
            in.blanks(true);
            if (!in.take(',')) {
                // what comes before a closing bracket: three dots
                while (in.take('.')) {}
            }
            in.blanks(true);
            if (in.end()) {
                throw in.wrong();
            }
        }
        in.at++;
        return new Apply(name, arguments, mark);
    }

    private Expr list(Mark mark) throws UnreadableException {
        int from = in.at;
        in.need('[');
        in.blanks(true);
        if (loop()) {
            in.at = from;
            bracket('[');
            return new Other(in.text.substring(from, in.at), mark);
        }
        List<Expr> items = new ArrayList<>();
        while (in.here() != ']') {
            items.add(expression(true));
            in.blanks(true);
            if (!in.take(',') && in.here() != ']') {
                throw in.wrong();
            }
            in.blanks(true);
        }
        in.at++;
        return new Items(items, mark);
    }

    private boolean loop() {
        return in.starts("for ") || in.starts("for\t");
    }

    private Expr object(Mark mark) throws UnreadableException {
        int from = in.at;
        in.need('{');
        in.blanks(true);
        if (loop()) {
            in.at = from;
            bracket('{');
            return new Other(in.text.substring(from, in.at), mark);
        }
        List<Pair> pairs = new ArrayList<>();
        while (in.here() != '}') {
            Mark at = in.mark();
            Expr key = operand();
            in.blanks(true);
            if (!in.take('=') && !in.take(':')) {
                throw in.wrong();
            }
            Expr value = expression(false);
            pairs.add(new Pair(key(key), at, value));
            in.blanks(true);
            in.take(',');
            in.blanks(true);
        }
        in.at++;
        return new Obj(pairs, mark);
    }

    private static String key(Expr key) {
        return switch (key) {
            case Literal l -> l.text();
            case Ref r -> r.toString();
            case Template t -> "";
            case Expr.Index i -> "";
            case Obj o -> "";
            case Items i -> "";
            case Apply a -> "";
            case Other o -> "";
        };
    }

    private Expr string() throws UnreadableException {
        Mark mark = in.mark();
        in.need('"');
        List<Expr> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (in.here() != '"') {
            if (in.end() || in.here() == '\n') {
                throw in.wrong();
            }
            if (in.starts("$${") || in.starts("%%{")) {
                plain.append(in.text, in.at + 1, in.at + 3);
                in.at += 3;
            } else if (in.starts("${") || in.starts("%{")) {
                if (!plain.isEmpty()) {
                    parts.add(new Literal(plain.toString(), mark));
                    plain.setLength(0);
                }
                parts.add(inserted());
            } else if (in.here() == '\\' && in.at + 1 < in.text.length()) {
                char escaped = in.text.charAt(in.at + 1);
                plain.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
                in.at += 2;
            } else {
                plain.append(in.here());
                in.at++;
            }
        }
        in.at++;
        if (parts.isEmpty()) {
            return new Literal(plain.toString(), mark);
        }
        if (!plain.isEmpty()) {
            parts.add(new Literal(plain.toString(), mark));
        }
        return new Template(parts, mark);
    }

    private Expr inserted() throws UnreadableException {
        int from = in.at;
        boolean value = in.here() == '$';
        in.at += 2;
        in.take('~');
        Mark mark = in.mark();
        in.deeper();
        if (!value) {
            in.at = from + 1;
            bracket('{');
            in.higher();
            return new Other(in.text.substring(from, in.at), mark);
        }
        Expr inner = expression(true);
        in.higher();
        in.blanks(true);
        in.take('~');
        in.need('}');
        return inner;
    }

    private Expr heredoc(Mark mark) throws UnreadableException {
        int line = in.text.indexOf('\n', in.at);
        String sign = in.text
                .substring(in.at + 2, line < 0 ? in.text.length() : line)
                .replace("-", "")
                .strip();
        int from = line + 1;
        int at = from;
        while (line >= 0 && at < in.text.length()) {
            int end = in.text.indexOf('\n', at);
            String one = in.text.substring(at, end < 0 ? in.text.length() : end);
            if (one.strip().equals(sign)) {
                in.at = at + one.length();
                return new Literal(in.text.substring(from, at), mark);
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
        }
        throw in.wrong();
    }
}
