package domicile.scan.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the variables of configuration files, in all the forms that such files have. */
public final class Interpolation {
    /** Stands for a variable that has no value. */
    public static final char HOLE = '\uFFFC';

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_][A-Za-z0-9_.\\-]*");
    private static final String ENVIRON = "os.environ/";

    /** A variable's value and where it stands. */
    public record Value(String text, String place, boolean expands) {}

    /** Where variables get their values. */
    @FunctionalInterface
    public interface Variables {
        Optional<Value> value(String name);
    }

    private final Variables variables;
    private final boolean dotted;
    private final List<String> via = new ArrayList<>();
    private boolean byDefault;
    private Optional<String> unresolved = Optional.empty();
    private int steps;

    private Interpolation(Variables variables, boolean dotted) {
        this.variables = variables;
        this.dotted = dotted;
    }

    /**
     * Replaces the variables of a text.
     *
     * @param dotted whether names hold dots and dashes, and a colon alone brings the default, as in Spring
     */
    public static Resolved of(String text, Variables variables, boolean dotted) {
        if (text.indexOf('$') < 0 && !text.startsWith(ENVIRON) && !text.contains("{{")) {
            return Resolved.literal(text);
        }
        Interpolation run = new Interpolation(variables, dotted);
        String done = text.startsWith(ENVIRON)
                ? run.variable(text.substring(ENVIRON.length()), Optional.empty())
                : run.replaced(text);
        return new Resolved(done, run.via, run.byDefault, run.unresolved);
    }

    private String replaced(String text) {
        StringBuilder done = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("${{", at)) {
                at = hole(text, at, 3, "}}", done);
            } else if (text.startsWith("{{", at)) {
                at = hole(text, at, 2, "}}", done);
            } else if (text.startsWith("$$", at)) {
                done.append('$');
                at += 2;
            } else if (text.startsWith("${", at)) {
                int end = closing(text, at + 2);
                done.append(braced(text.substring(at + 2, end)));
                at = Math.min(text.length(), end + 1);
            } else if (text.startsWith("$(", at)) {
                at = hole(text, at, 2, ")", done);
            } else if (text.charAt(at) == '$') {
                Matcher name = NAME.matcher(text).region(at + 1, text.length());
                if (name.lookingAt()) {
                    done.append(variable(name.group(), Optional.empty()));
                    at = name.end();
                } else {
                    done.append('$');
                    at++;
                }
            } else {
                done.append(text.charAt(at++));
            }
        }
        return done.toString();
    }

    private int hole(String text, int at, int open, String close, StringBuilder done) {
        int end = text.indexOf(close, at + open);
        String name = text.substring(at + open, end < 0 ? text.length() : end).strip();
        done.append(missing(name));
        return end < 0 ? text.length() : end + close.length();
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private String braced(String inside) {
        Matcher name = (dotted ? DOTTED : NAME).matcher(inside);
        if (!name.lookingAt()) {
            return missing(inside);
        }
        String rest = inside.substring(name.end());
        // names with dots are Spring's wherever they stand, pseudo parameters CloudFormation's
        if (rest.startsWith("::") || rest.startsWith(".")) {
            return missing(inside);
        }
        if (rest.startsWith(":?") || rest.startsWith("?")) {
            return variable(name.group(), Optional.empty());
        }
        if (rest.startsWith(":+") || rest.startsWith("+")) {
            return missing(name.group());
        }
        for (String sign : List.of(":-", ":=", "-", "=", ":")) {
            if (rest.startsWith(sign)) {
                return variable(name.group(), Optional.of(rest.substring(sign.length())));
            }
        }
        return variable(name.group(), Optional.empty());
    }

    private String variable(String name, Optional<String> otherwise) {
        if (++steps > Resolved.MOST_STEPS) {
            return missing(name);
        }
        Optional<Value> found = variables.value(name);
        if (found.isPresent()) {
            via.add(found.get().place());
            return found.get().expands()
                    ? replaced(found.get().text())
                    : found.get().text();
        }
        if (otherwise.isPresent()) {
            byDefault = true;
            return replaced(otherwise.get());
        }
        return missing(name);
    }

    private String missing(String name) {
        if (unresolved.isEmpty()) {
            unresolved = Optional.of(name);
        }
        return String.valueOf(HOLE);
    }
}
