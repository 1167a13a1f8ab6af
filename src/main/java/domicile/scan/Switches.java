package domicile.scan;

import domicile.scan.code.Call;
import domicile.scan.code.Token;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import domicile.scan.tree.Field;
import domicile.scan.tree.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds settings that keep prompts or answers. */
final class Switches {
    private static final Set<String> CLIENTS = Set.of("ChatOpenAI", "AzureChatOpenAI", "OpenAI", "AzureOpenAI");
    private static final String STORE = "store";

    /** A switch that was met. */
    record Kept(SourceFile file, Mark mark, Signature signature) {}

    private final Signatures signatures;

    Switches(Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * The switches of a source file.
     *
     * @param offerings what the file uses
     */
    List<Kept> in(SourceFile file, SourceFinder source, Set<String> offerings) {
        List<Kept> kept = new ArrayList<>();
        for (Call call : source.calls(Set.of(), Set.of(STORE, "prompt_cache_retention", "cachePoint"))) {
            for (Call.Argument argument : call.arguments()) {
                List<String> path = List.of(argument.path().split("\\."));
                String name = path.stream()
                        .filter(p -> p.equals("cachePoint"))
                        .findFirst()
                        .orElse(path.getLast());
                boolean storing = name.equals(STORE) && argument.words().equalsIgnoreCase("true") && asks(call);
                String pattern = storing ? "store=true" : name;
                if (!name.equals(STORE) || storing) {
                    meant(pattern, offerings)
                            .ifPresent(s -> kept.add(new Kept(file, source.mark(argument.value()), s)));
                }
            }
        }
        for (Token token : source.tokens()) {
            if (token.kind() == Token.Kind.STRING && path(token.text())) {
                meant("/v1/conversations", offerings).ifPresent(s -> kept.add(new Kept(file, source.mark(token), s)));
            }
        }
        return kept;
    }

    /** The switches of a configuration file. */
    List<Kept> in(SourceFile file, List<Field> fields, Set<String> offerings) {
        List<Kept> kept = new ArrayList<>();
        for (Field field : fields) {
            boolean storing = field.key().equals(STORE)
                    && field.value().text().equalsIgnoreCase("true")
                    && field.siblings().get("model").isPresent();
            String pattern = storing ? "store=true" : field.key();
            boolean other =
                    field.key().equals("prompt_cache_retention") || field.key().equals("cachePoint");
            if (storing || other) {
                meant(pattern, offerings)
                        .ifPresent(s -> kept.add(new Kept(file, field.value().mark(), s)));
            } else if (path(field.value().text())) {
                meant("/v1/conversations", offerings)
                        .ifPresent(s -> kept.add(new Kept(file, field.value().mark(), s)));
            }
        }
        return kept;
    }

    private static boolean path(String text) {
        return text.startsWith("/v1/conversations") || text.startsWith("https://api.openai.com/v1/conversations");
    }

    private static boolean asks(Call call) {
        String name = call.name();
        return name.contains("responses.")
                || name.contains("completions.")
                || CLIENTS.stream().anyMatch(call::calls);
    }

    /** The switch of what the file uses; that of the first offering where it names none. */
    private Optional<Signature> meant(String pattern, Set<String> offerings) {
        List<Signature> all = signatures.of(Signature.Kind.SWITCH, pattern);
        return all.stream()
                .filter(s -> s.offering().filter(offerings::contains).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
