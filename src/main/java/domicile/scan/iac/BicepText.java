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

/** Reads Bicep: parameters with defaults, variables, resources with their bodies. Other statements are passed over. */
public final class BicepText {

    /** A parameter; its default where it has one. */
    public record Param(String name, Optional<Expr> otherwise) {}

    /** A variable. */
    public record Var(String name, Expr value) {}

    /**
     * A resource.
     *
     * @param type without its version
     * @param inside the resources that are declared in its body
     */
    public record Resource(String name, String type, Obj body, List<Resource> inside) {}

    /** A file. */
    public record File(List<Param> params, List<Var> vars, List<Resource> resources) {}

    private final Cursor in;
    private final List<Param> params = new ArrayList<>();
    private final List<Var> vars = new ArrayList<>();

    private BicepText(String text) {
        in = new Cursor(text, false);
    }

    /** The file. */
    public static File read(String text) throws UnreadableException {
        BicepText reader = new BicepText(text);
        List<Resource> resources = new ArrayList<>();
        reader.in.blanks(true);
        while (!reader.in.end()) {
            reader.statement(resources);
            reader.in.blanks(true);
        }
        return new File(reader.params, reader.vars, resources);
    }

    private void statement(List<Resource> resources) throws UnreadableException {
        Mark mark = in.mark();
        if (in.here() == '@' || !Cursor.letter(in.here())) {
            rest();
            return;
        }
        String word = in.name(false);
        in.blanks(false);
        switch (word) {
            case "param" -> param();
            case "var" -> {
                String name = in.name(false);
                in.blanks(false);
                vars.add(new Var(name, in.take('=') ? expression() : new Other("", mark)));
            }
            case "resource" -> resources.add(resource(mark));
            default -> rest();
        }
    }

    private void param() throws UnreadableException {
        String name = in.name(false);
        in.blanks(false);
        while (!in.end() && in.here() != '=' && in.here() != '\n') {
            pass();
        }
        params.add(new Param(name, in.take('=') ? Optional.of(expression()) : Optional.empty()));
        rest();
    }

    private Resource resource(Mark mark) throws UnreadableException {
        String name = in.name(false);
        in.blanks(false);
        String type = in.here() == '\'' && string() instanceof Literal(String text, Mark m) ? text : "";
        while (!in.end() && in.here() != '{' && in.here() != '\n') {
            // existing, a condition, or a loop's head
            if (in.here() == '[') {
                in.at++;
            } else {
                pass();
            }
        }
        List<Resource> inside = new ArrayList<>();
        Obj body = in.here() == '{' ? object(inside) : new Obj(List.of(), mark);
        in.blanks(true);
        in.take(']');
        int at = type.indexOf('@');
        return new Resource(name, at < 0 ? type : type.substring(0, at), body, inside);
    }

    /** Passes over one string, one bracket with all that is in it, or one character. */
    private void pass() throws UnreadableException {
        char c = in.here();
        if (c == '\'') {
            string();
        } else if (c == '(' || c == '[' || c == '{') {
            in.at++;
            in.deeper();
            char close = c == '(' ? ')' : c == '[' ? ']' : '}';
            in.blanks(true);
            while (in.here() != close) {
                if (in.end()) {
                    throw in.wrong();
                }
                pass();
                in.blanks(true);
            }
            in.at++;
            in.higher();
        } else {
            in.at++;
        }
        in.blanks(false);
    }

    private void rest() throws UnreadableException {
        while (!in.end() && in.here() != '\n') {
            pass();
        }
    }

    private Expr expression() throws UnreadableException {
        in.blanks(false);
        Mark mark = in.mark();
        int from = in.at;
        in.deeper();
        Expr first = operand(mark);
        in.higher();
        in.blanks(false);
        if (ends()) {
            return first;
        }
        while (!ends()) {
            in.blanks(true);
            pass();
        }
        return new Other(in.text.substring(from, in.at).strip(), mark);
    }

    private boolean ends() {
        char c = in.here();
        return in.end() || c == '\n' && !continued() || c == ',' || c == '}' || c == ']' || c == ')';
    }

    /** Whether the next line goes on: with an answer of a condition, or with an operator. */
    private boolean continued() {
        int i = in.at;
        while (i < in.text.length() && Character.isWhitespace(in.text.charAt(i))) {
            i++;
        }
        return i < in.text.length() && "?:&|+".indexOf(in.text.charAt(i)) >= 0;
    }

    private Expr operand(Mark mark) throws UnreadableException {
        char c = in.here();
        if (c == '\'') {
            return string();
        }
        if (c == '{') {
            return object(new ArrayList<>());
        }
        if (c == '[') {
            return list(mark);
        }
        if (c == '(') {
            in.at++;
            in.blanks(true);
            Expr inner = expression();
            in.blanks(true);
            in.need(')');
            return inner;
        }
        if (!Cursor.letter(c)) {
            in.at++;
            return new Other(String.valueOf(c), mark);
        }
        String name = in.name(false);
        if (Character.isDigit(name.charAt(0)) || name.equals("true") || name.equals("false") || name.equals("null")) {
            return new Literal(name, mark);
        }
        return in.here() == '(' ? call(name, mark) : named(name, mark);
    }

    private Expr named(String name, Mark mark) throws UnreadableException {
        List<String> path = new ArrayList<>(List.of(name));
        while (in.here() == '.' || in.here() == '[' || in.here() == '?') {
            if (in.here() == '?' && !in.starts("?.")) {
                break;
            }
            in.take('?');
            if (in.take('.')) {
                in.take('?');
                path.add(in.name(false));
            } else {
                in.need('[');
                Expr index = expression();
                in.need(']');
                path.add(index instanceof Literal(String text, Mark m) ? text : "*");
            }
        }
        return new Ref(path, mark);
    }

    private Expr call(String name, Mark mark) throws UnreadableException {
        in.need('(');
        List<Expr> arguments = new ArrayList<>();
        in.blanks(true);
        while (in.here() != ')') {
            arguments.add(expression());
            in.blanks(true);
            in.take(',');
            in.blanks(true);
            if (in.end()) {
                throw in.wrong();
            }
        }
        in.at++;
        // what is taken of a result is not followed
        if (in.here() == '.' || in.here() == '[') {
            while (!ends() && !Character.isWhitespace(in.here())) {
                pass();
            }
            return new Other(name + "()", mark);
        }
        return new Apply(name, arguments, mark);
    }

    private Expr list(Mark mark) throws UnreadableException {
        in.need('[');
        in.deeper();
        List<Expr> items = new ArrayList<>();
        in.blanks(true);
        boolean loop = in.starts("for ");
        while (in.here() != ']') {
            if (in.end()) {
                throw in.wrong();
            }
            if (loop) {
                pass();
            } else {
                items.add(expression());
                in.blanks(true);
                in.take(',');
            }
            in.blanks(true);
        }
        in.at++;
        in.higher();
        return new Items(items, mark);
    }

    private Obj object(List<Resource> inside) throws UnreadableException {
        Mark mark = in.mark();
        in.need('{');
        in.deeper();
        List<Pair> pairs = new ArrayList<>();
        in.blanks(true);
        while (in.here() != '}') {
            if (in.end()) {
                throw in.wrong();
            }
            Mark at = in.mark();
            if (in.here() == '@') {
                rest();
                in.blanks(true);
                continue;
            }
            String key =
                    in.here() == '\'' ? string() instanceof Literal(String text, Mark m) ? text : "" : in.name(false);
            in.blanks(false);
            if (key.equals("resource") && Cursor.letter(in.here())) {
                inside.add(resource(at));
            } else {
                in.need(':');
                in.blanks(true);
                pairs.add(new Pair(key, at, expression()));
            }
            in.blanks(true);
            in.take(',');
            in.blanks(true);
        }
        in.at++;
        in.higher();
        return new Obj(pairs, mark);
    }

    private Expr string() throws UnreadableException {
        Mark mark = in.mark();
        if (in.starts("'''")) {
            int close = in.text.indexOf("'''", in.at + 3);
            if (close < 0) {
                throw in.wrong();
            }
            String text = in.text.substring(in.at + 3, close);
            in.at = close + 3;
            return new Literal(text, mark);
        }
        in.need('\'');
        List<Expr> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (in.here() != '\'') {
            if (in.end() || in.here() == '\n') {
                throw in.wrong();
            }
            if (in.starts("${")) {
                if (!plain.isEmpty()) {
                    parts.add(new Literal(plain.toString(), mark));
                    plain.setLength(0);
                }
                in.at += 2;
                in.deeper();
                parts.add(expression());
                in.higher();
                in.blanks(true);
                in.need('}');
            } else {
                if (in.here() == '\\' && in.at + 1 < in.text.length()) {
                    in.at++;
                }
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
}
