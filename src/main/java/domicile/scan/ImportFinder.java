package domicile.scan;

import domicile.scan.code.Call;
import domicile.scan.code.Language;
import domicile.scan.code.Token;
import domicile.scan.code.Token.Kind;
import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import domicile.scan.tree.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds imports of the packages of offerings; one whose names are called says nothing beside the calls. */
final class ImportFinder {
    private final Signatures signatures;
    private final SourceFile file;
    private final Language language;
    private final List<Token> tokens;
    private final Function<Token, Mark> mark;
    private final List<Found> found = new ArrayList<>();

    ImportFinder(
            Recognizer recognizer, SourceFile file, Language language, List<Token> tokens, Function<Token, Mark> mark) {
        this.signatures = recognizer.signatures();
        this.file = file;
        this.language = language;
        this.tokens = tokens;
        this.mark = mark;
    }

    List<Found> all(List<Call> calls) {
        switch (language) {
            case JS -> javascript(calls);
            case PYTHON -> lines("import", calls);
            case CSHARP -> lines("using", calls);
            case JVM, GO, FSHARP, RUBY, PHP, RUST, SHELL, POWERSHELL, TEMPLATE -> {}
        }
        return found;
    }

    private void javascript(List<Call> calls) {
        for (int i = 1; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            if (t.kind() == Kind.STRING) {
                Token before = tokens.get(i - 1);
                boolean imported = before.kind() == Kind.WORD
                        && (before.text().equals("from") || before.text().equals("import"));
                boolean required = before.text().equals("(")
                        && i >= 2
                        && (tokens.get(i - 2).text().equals("require")
                                || tokens.get(i - 2).text().equals("import"));
                if (imported || required) {
                    add(t.text(), t, names(i), calls);
                }
            }
        }
    }

    /** The words of the statement that ends here. */
    private Set<String> names(int end) {
        Set<String> names = new HashSet<>();
        int i = end;
        while (i >= 0 && i > end - 60) {
            Token t = tokens.get(i);
            if (t.kind() == Kind.LINE_END && i < end || t.text().equals(";")) {
                break;
            }
            if (t.kind() == Kind.WORD) {
                names.add(t.text());
            }
            if (t.text().equals("import") && i < end - 1) {
                break;
            }
            i--;
        }
        return names;
    }

    /** Statements of one line: the module behind the first word, or behind {@code from}. */
    private void lines(String word, List<Call> calls) {
        boolean fresh = true;
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            if (fresh
                    && t.kind() == Kind.WORD
                    && (t.text().equals(word) || t.text().equals("from"))) {
                statement(i, calls);
            }
            fresh = t.kind() == Kind.LINE_END || t.text().equals(";");
        }
    }

    private void statement(int start, List<Call> calls) {
        StringBuilder module = new StringBuilder();
        int i = start + 1;
        while (i < tokens.size()
                && (tokens.get(i).kind() == Kind.WORD || tokens.get(i).text().equals("."))) {
            if (tokens.get(i).text().equals("import") || tokens.get(i).text().equals("as")) {
                break;
            }
            module.append(tokens.get(i++).text());
        }
        Set<String> names = new HashSet<>();
        for (int j = i; j < tokens.size() && tokens.get(j).kind() != Kind.LINE_END; j++) {
            if (tokens.get(j).kind() == Kind.WORD) {
                names.add(tokens.get(j).text());
            }
        }
        if (start + 1 < tokens.size()) {
            boolean google = module.toString().equals("google") && names.contains("genai")
                    || module.toString().startsWith("google.genai");
            names.add(module.toString());
            add(google ? "google-genai" : module.toString(), tokens.get(start + 1), names, calls);
        }
    }

    private void add(String module, Token at, Set<String> names, List<Call> calls) {
        boolean called = calls.stream().anyMatch(c -> {
            String[] words = c.name().split("\\.");
            return names.contains(words[0]) || names.contains(words[words.length - 1]);
        });
        if (called) {
            return;
        }
        for (Signature s : signatures.of(Signature.Kind.PACKAGE)) {
            String separator = language == Language.JS ? "/" : ".";
            boolean same = s.pattern().equals(module)
                    || module.startsWith(s.pattern() + separator)
                            && signatures.of(Signature.Kind.PACKAGE, module).isEmpty();
            if (same && s.in(language.word())) {
                Optional<Signature> client = signatures.of(Signature.Kind.CONSTRUCTOR).stream()
                        .filter(c ->
                                names.contains(c.pattern()) && c.modelPrefix().isEmpty())
                        .findFirst();
                Meaning plain = Meaning.of(s, s.pattern());
                Meaning said = client.filter(c -> c.offering().isPresent())
                        .map(c -> plain.offering(c.offering().orElseThrow()))
                        .orElse(plain);
                found.add(Found.of(file, mark.apply(at), said, Certainty.NAMED).as(Strength.IMPORT));
            }
        }
    }
}
