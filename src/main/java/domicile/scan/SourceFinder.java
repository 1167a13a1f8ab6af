package domicile.scan;

import domicile.scan.code.Call;
import domicile.scan.code.CallFinder;
import domicile.scan.code.Language;
import domicile.scan.code.Lexer;
import domicile.scan.code.Token;
import domicile.scan.code.Token.Kind;
import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import domicile.scan.tree.Lines;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds usages in a source file: hosts and ids in strings, clients with their arguments, imports. */
final class SourceFinder {
    private static final Pattern HOLES =
            Pattern.compile("\\$\\{[^}]*}|#\\{[^}]*}|\\{\\{[^}]*}}|\\{[^{}]*}|%[sdv]|\\$[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FIRECTL = Pattern.compile("firectl\\b[^\\n]*?--region[ =]+([A-Za-z_]+)");

    private final Recognizer recognizer;
    private final Signatures signatures;
    private final SourceFile file;
    private final Language language;
    private final String text;
    private final Lines lines;
    private final List<Token> tokens;
    private final List<Found> found = new ArrayList<>();
    private final Set<Token> taken = new HashSet<>();

    SourceFinder(Recognizer recognizer, SourceFile file, Language language, String text) {
        this.recognizer = recognizer;
        this.signatures = recognizer.signatures();
        this.file = file;
        this.language = language;
        this.text = text;
        this.lines = new Lines(text);
        this.tokens = Lexer.tokens(text, language);
    }

    /** What the file uses. */
    List<Found> all() {
        List<Call> calls = CallFinder.calls(tokens, this::client, this::parameter);
        ClientFinder clients = new ClientFinder(recognizer, file, language, tokens, this::mark);
        found.addAll(clients.all(calls));
        taken.addAll(clients.taken());
        Optional<String> region = clients.region();
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            boolean counts = t.kind() == Kind.STRING || t.kind() == Kind.WORD && language.bareValues();
            if (counts && !taken.contains(t)) {
                string(i, t, region);
            } else if (t.kind() == Kind.WORD) {
                key(t);
            }
        }
        found.addAll(new ImportFinder(recognizer, file, language, tokens, this::mark).all(calls));
        if (language == Language.SHELL) {
            firectl();
        }
        return found;
    }

    /** The calls that can hold a switch. */
    List<Call> calls(Set<String> names, Set<String> arguments) {
        return CallFinder.calls(tokens, names::contains, arguments::contains);
    }

    List<Token> tokens() {
        return tokens;
    }

    Mark mark(Token token) {
        boolean quoted = token.kind() == Kind.STRING;
        return lines.mark(token.offset() + (quoted ? 1 : 0));
    }

    private boolean client(String word) {
        return Stream.concat(
                                signatures.of(Signature.Kind.CONSTRUCTOR).stream(),
                                signatures.of(Signature.Kind.RESOURCE).stream())
                        .anyMatch(s -> s.pattern().equals(word) || s.pattern().endsWith("." + word))
                || signatures.of(Signature.Kind.PARAMETER).stream()
                        .anyMatch(s -> s.within().contains(word));
    }

    private boolean parameter(String word) {
        return signatures.of(Signature.Kind.PARAMETER, word).stream()
                .anyMatch(s -> s.within().isEmpty());
    }

    private void add(Token at, Meaning meaning, Resolved how, Strength strength) {
        found.add(Found.of(file, mark(at), meaning, Certainty.NAMED, how).as(strength));
    }

    private void string(int i, Token t, Optional<String> region) {
        String value = t.text();
        if (key(t) || regionVariable(i, t)) {
            return;
        }
        if (value.length() < 4 || value.length() > 2_000) {
            return;
        }
        Matcher holes = HOLES.matcher(value);
        boolean open = holes.find();
        String filled = open ? holes.replaceAll(String.valueOf(Recognizer.HOLE)) : value;
        Optional<Meaning> meaning = recognizer.value(value, region).or(() -> recognizer.value(filled, region));
        Resolved how =
                open ? new Resolved(filled, List.of(), false, Optional.of(name(value))) : Resolved.literal(value);
        if (meaning.isPresent()) {
            add(t, meaning.get(), how, Strength.ofValue(meaning.get()));
        } else {
            routed(i, t, region);
        }
    }

    private static String name(String value) {
        Matcher hole = HOLES.matcher(value);
        return hole.find() ? hole.group().replaceAll("[${}#%]", "") : value;
    }

    /** A router's model counts where the name before it speaks of a model. */
    private void routed(int i, Token t, Optional<String> region) {
        Optional<Signature> prefix = signatures.of(Signature.Kind.MODEL_PREFIX).stream()
                .filter(s -> t.text().startsWith(s.pattern()))
                .findFirst();
        boolean model = i >= 2
                && (tokens.get(i - 1).text().equals("=")
                        || tokens.get(i - 1).text().equals(":"))
                && tokens.get(i - 2).text().toLowerCase(Locale.ROOT).contains("model");
        if (prefix.isEmpty() || !model || t.text().chars().anyMatch(Character::isWhitespace)) {
            return;
        }
        String id = t.text().substring(t.text().indexOf('/') + 1);
        if (prefix.get().pattern().equals("bedrock/")) {
            recognizer
                    .bedrock(id.replaceFirst("^(?:converse|invoke)/", ""), region, true)
                    .ifPresent(m -> add(t, m, Resolved.literal(id), Strength.TELLING));
        } else {
            Meaning plain = Meaning.of(prefix.get(), t.text());
            boolean azure = plain.offering().filter("openai-azure"::equals).isPresent();
            add(t, azure ? plain : plain.model(Optional.of(id)), Resolved.literal(id), Strength.TELLING);
        }
    }

    /** The name of an API key. */
    private boolean key(Token t) {
        List<Signature> keys = signatures.of(Signature.Kind.ENV_KEY, t.text());
        keys.forEach(s -> add(t, Meaning.of(s, s.pattern()), Resolved.literal(""), Strength.KEY));
        return !keys.isEmpty();
    }

    /** A variable that takes a region, with a value beside it. */
    private boolean regionVariable(int i, Token t) {
        Optional<Signature> known = signatures.of(Signature.Kind.ENV_REGION, t.text()).stream()
                .filter(Signature::alone)
                .findFirst();
        if (known.isEmpty()) {
            return false;
        }
        int at = i + 1;
        while (at < tokens.size()
                && at < i + 4
                && ":=],".contains(tokens.get(at).text())) {
            at++;
        }
        if (at > i + 1 && at < tokens.size()) {
            Token value = tokens.get(at);
            boolean literal = value.kind() == Kind.STRING || value.kind() == Kind.WORD && language.bareValues();
            if (literal && value.text().indexOf('$') < 0 && !value.text().isBlank()) {
                taken.add(value);
                Signature s = known.get();
                add(
                        value,
                        recognizer.located(s, s.offering().orElse(""), value.text()),
                        Resolved.literal(value.text()),
                        Strength.TELLING);
            }
        }
        return true;
    }

    private void firectl() {
        Matcher call = FIRECTL.matcher(text);
        while (call.find()) {
            int offset = call.start(1);
            // what a comment says has no tokens
            Optional<Token> token =
                    tokens.stream().filter(t -> t.offset() == offset).findFirst();
            for (Signature s : signatures.of(Signature.Kind.PARAMETER, "--region")) {
                if (token.isPresent() && s.value().filter(call.group(1)::equals).isPresent()) {
                    add(token.get(), Meaning.of(s, call.group(1)), Resolved.literal(""), Strength.TELLING);
                }
            }
        }
    }
}
