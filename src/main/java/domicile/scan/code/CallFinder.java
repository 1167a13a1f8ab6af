package domicile.scan.code;

import domicile.scan.code.Call.Argument;
import domicile.scan.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds calls and the literal arguments of each. */
public final class CallFinder {
    private static final Set<String> DEFINES = Set.of("class", "def", "function", "func", "fn", "fun", "interface");
    private static final int MOST_WORDS = 80;
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]+");

    private final List<Token> tokens;

    private CallFinder(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The calls whose last word passes, or that have an argument whose name passes. */
    public static List<Call> calls(List<Token> all, Predicate<String> name, Predicate<String> argument) {
        List<Token> tokens = all.stream().filter(t -> t.kind() != Kind.LINE_END).toList();
        return new CallFinder(tokens).calls(name, argument);
    }

    private List<Call> calls(Predicate<String> name, Predicate<String> argument) {
        List<Call> calls = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is("(") && tokens.get(i - 1).kind() == Kind.WORD) {
                boolean wanted = name.test(tokens.get(i - 1).text());
                if (!defined(i - 1) && (wanted || argumentNear(i, argument))) {
                    calls.add(new Call(qualified(i - 1), tokens.get(i - 1), arguments(i)));
                }
            }
        }
        return calls;
    }

    /** Whether an argument of this name stands between the brackets that open here. */
    private boolean argumentNear(int open, Predicate<String> argument) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            depth += opens(t) ? 1 : closes(t) ? -1 : 0;
            if (depth == 0) {
                return false;
            }
            if (depth <= 2
                    && t.kind() != Kind.SIGN
                    && argument.test(t.text())
                    && i + 1 < tokens.size()
                    && assigns(tokens.get(i + 1))) {
                return inner(open, i);
            }
        }
        return false;
    }

    /** Whether no other call lies between. */
    private boolean inner(int open, int at) {
        int depth = 0;
        for (int i = at; i > open; i--) {
            Token t = tokens.get(i);
            depth += closes(t) ? 1 : opens(t) ? -1 : 0;
            if (depth < 0 && t.is("(")) {
                return false;
            }
        }
        return true;
    }

    private static boolean opens(Token t) {
        return t.is("(") || t.is("[") || t.is("{");
    }

    private static boolean closes(Token t) {
        return t.is(")") || t.is("]") || t.is("}");
    }

    private static boolean assigns(Token t) {
        return t.is("=") || t.is(":");
    }

    private String qualified(int at) {
        StringBuilder name = new StringBuilder(tokens.get(at).text());
        int i = at;
        while (i >= 2 && tokens.get(i - 1).is(".") && tokens.get(i - 2).kind() == Kind.WORD) {
            i -= 2;
            name.insert(0, tokens.get(i).text() + ".");
        }
        return name.toString();
    }

    private boolean defined(int at) {
        return at > 0
                && tokens.get(at - 1).kind() == Kind.WORD
                && DEFINES.contains(tokens.get(at - 1).text());
    }

    private List<Argument> arguments(int open) {
        List<Argument> all = new ArrayList<>();
        object(open, "", all);
        return all;
    }

    /** Reads names and values up to the bracket that closes the one here; gives the place behind it. */
    private int object(int open, String path, List<Argument> all) {
        int i = open + 1;
        while (i < tokens.size() && !closes(tokens.get(i))) {
            boolean named = i + 1 < tokens.size()
                    && tokens.get(i).kind() != Kind.SIGN
                    && assigns(tokens.get(i + 1))
                    && !(tokens.get(i + 1).is("=")
                            && i + 2 < tokens.size()
                            && tokens.get(i + 2).is("="));
            if (named && i + 2 < tokens.size()) {
                String name = path.isEmpty()
                        ? tokens.get(i).text()
                        : path + "." + tokens.get(i).text();
                i = value(i + 2, name, all);
            } else if (opens(tokens.get(i))) {
                // an object without a name is the options of a call
                i = tokens.get(i).is("{") ? object(i, path, all) : skip(i);
            } else {
                i++;
            }
        }
        return i + 1;
    }

    private int value(int from, String path, List<Argument> all) {
        Token first = tokens.get(from);
        if (first.is("{")) {
            return object(from, path, all);
        }
        int i = from;
        StringBuilder words = new StringBuilder();
        boolean url = false;
        while (i < tokens.size() && !closes(tokens.get(i)) && !tokens.get(i).is(",")) {
            int next = opens(tokens.get(i)) ? skip(i) : i + 1;
            for (Token t : tokens.subList(i, Math.min(next, tokens.size()))) {
                boolean string = t.kind() == Kind.STRING;
                url |= string && t.text().contains("://");
                if (words.length() < MOST_WORDS
                        && (!string || VARIABLE.matcher(t.text()).matches())) {
                    words.append(t.text());
                }
            }
            i = next;
        }
        boolean prefixed = i - from == 2
                && tokens.get(from).kind() == Kind.WORD
                && tokens.get(from).text().length() <= 2
                && tokens.get(from + 1).kind() == Kind.STRING
                && tokens.get(from).end() == tokens.get(from + 1).offset();
        Optional<Token> literal = i - from == 1 && first.kind() == Kind.STRING
                ? Optional.of(first)
                : prefixed ? Optional.of(tokens.get(from + 1)) : Optional.empty();
        all.add(new Argument(path, literal, words.toString(), url, first));
        return i < tokens.size() && tokens.get(i).is(",") ? i + 1 : i;
    }

    private int skip(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += opens(tokens.get(i)) ? 1 : closes(tokens.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }
}
