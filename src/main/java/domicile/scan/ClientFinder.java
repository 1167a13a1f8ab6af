package domicile.scan;

import domicile.scan.code.Call;
import domicile.scan.code.Call.Argument;
import domicile.scan.code.Language;
import domicile.scan.code.Token;
import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signature.Kind;
import domicile.scan.signature.Signatures;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds clients that are made, and calls that say where they are processed, by their literal arguments. */
final class ClientFinder {
    private static final List<String> BASE_URLS =
            List.of("base_url", "baseURL", "baseUrl", "azure_endpoint", "endpoint", "server_url", "serverURL");
    private static final List<String> REGIONS = List.of("aws_region", "awsRegion", "region");
    private static final String VERTEX = "anthropic-vertex";

    private final Recognizer recognizer;
    private final Signatures signatures;
    private final SourceFile file;
    private final Language language;
    private final List<Token> tokens;
    private final Function<Token, Mark> mark;
    private final List<Found> found = new ArrayList<>();
    private final Set<Token> taken = new HashSet<>();
    private final Set<String> regions = new TreeSet<>();

    ClientFinder(
            Recognizer recognizer, SourceFile file, Language language, List<Token> tokens, Function<Token, Mark> mark) {
        this.recognizer = recognizer;
        this.signatures = recognizer.signatures();
        this.file = file;
        this.language = language;
        this.tokens = tokens;
        this.mark = mark;
    }

    List<Found> all(List<Call> calls) {
        for (Call call : calls) {
            parameters(call);
            signatures.of(Kind.CONSTRUCTOR).stream()
                    .filter(s -> s.in(language.word()) && call.calls(s.pattern()) && fits(s, call))
                    .findFirst()
                    .ifPresent(s -> client(s, call));
            pulumi(call);
        }
        return found;
    }

    /** The strings that were taken as arguments: they are no usages of their own. */
    Set<Token> taken() {
        return taken;
    }

    /** The region of the file's clients for Bedrock; empty where it has none, or several. */
    Optional<String> region() {
        return regions.size() == 1 ? regions.stream().findFirst() : Optional.empty();
    }

    private void add(Token at, Meaning meaning, Strength strength) {
        add(at, meaning, Resolved.literal(""), strength);
    }

    private void add(Token at, Meaning meaning, Resolved how, Strength strength) {
        found.add(Found.of(file, mark.apply(at), meaning, Certainty.NAMED, how).as(strength));
    }

    private static Resolved open(Argument argument) {
        return new Resolved("", List.of(), false, Optional.of(argument.words()));
    }

    private static Optional<String> model(Call call) {
        return call.argument("model").flatMap(Argument::literal).map(Token::text);
    }

    /** Arguments that decide in any call, such as inference_geo, and those that decide in one client's. */
    private void parameters(Call call) {
        for (Argument argument : call.arguments()) {
            List<Signature> known = signatures.of(Kind.PARAMETER, last(argument.path())).stream()
                    .filter(s -> s.in(language.word()) || s.within().isEmpty())
                    .filter(s -> s.within().isEmpty() || s.within().stream().anyMatch(call::calls))
                    .filter(s -> s.value().isPresent())
                    .toList();
            boolean client = known.stream()
                    .anyMatch(
                            s -> s.offering().filter(o -> o.contains("vertex")).isPresent());
            if (known.isEmpty() || client) {
                continue;
            }
            if (argument.literal().isEmpty()) {
                add(
                        argument.value(),
                        Meaning.of(known.getFirst(), argument.path())
                                .model(model(call))
                                .opened(),
                        open(argument),
                        Strength.TELLING);
                continue;
            }
            Token value = argument.literal().get();
            taken.add(value);
            known.stream()
                    .filter(s -> s.value().filter(value.text()::equals).isPresent())
                    .findFirst()
                    .ifPresent(s -> add(value, Meaning.of(s, value.text()).model(model(call)), Strength.TELLING));
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Whether it is this of several signatures of one constructor. */
    private static boolean fits(Signature s, Call call) {
        return s.value().isEmpty()
                || call.argument("geoRegion")
                        .filter(a -> a.words().equals(s.value().get())
                                || a.words().endsWith("." + s.value().get()))
                        .isPresent();
    }

    private void client(Signature s, Call call) {
        if (!s.modelPrefix().isEmpty()) {
            profile(s, call);
            return;
        }
        Optional<Argument> base =
                BASE_URLS.stream().flatMap(name -> call.argument(name).stream()).findFirst();
        if (base.isPresent()) {
            based(s, call, base.get());
            return;
        }
        switch (s.offering().orElse("")) {
            case VERTEX -> located(s, call, call.argument("region"), VERTEX);
            case "google-vertex" -> genai(s, call);
            case "anthropic-bedrock", "aws-bedrock" -> bedrock(s, call);
            case "openai-azure" -> azure(s, call);
            case "openai-direct" -> {
                if (call.argument("dataResidency").isEmpty()) {
                    add(call.at(), Meaning.of(s, s.pattern()), Strength.BARE);
                }
            }
            default -> add(call.at(), Meaning.of(s, s.pattern()), Strength.BARE);
        }
    }

    /** A client with a base URL: a host in it speaks for itself; one that nobody knows is a variable's. */
    private void based(Signature s, Call call, Argument base) {
        boolean literal = base.literal().isPresent() || base.url() || assigned(base.words());
        if (literal) {
            if (s.offering().filter(VERTEX::equals).isPresent()
                    && call.argument("region").isPresent()) {
                located(s, call, call.argument("region"), VERTEX);
            }
            return;
        }
        boolean compatible = s.offering().filter("openai-direct"::equals).isPresent();
        Meaning plain = Meaning.of(s, s.pattern()).opened();
        add(base.value(), compatible ? Meaning.nobody(s, s.pattern()) : plain, open(base), Strength.TELLING);
    }

    /** Whether a name has a string as its value somewhere in this file. */
    private boolean assigned(String name) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.WORD
                    && tokens.get(i).text().equals(name)
                    && tokens.get(i + 1).text().equals("=")
                    && tokens.get(i + 2).kind() == Token.Kind.STRING) {
                return true;
            }
        }
        return false;
    }

    private void located(Signature s, Call call, Optional<Argument> region, String offering) {
        if (region.isEmpty()) {
            add(call.at(), Meaning.of(s, s.pattern()), Strength.BARE);
            return;
        }
        if (region.get().literal().isEmpty()) {
            add(region.get().value(), Meaning.of(s, s.pattern()).opened(), open(region.get()), Strength.TELLING);
            return;
        }
        Token value = region.get().literal().get();
        taken.add(value);
        Signature says = signatures.of(Kind.PARAMETER, region.get().path()).stream()
                .filter(p -> p.offering().filter(offering::equals).isPresent()
                        && p.value().filter(value.text()::equals).isPresent())
                .findFirst()
                .orElse(s);
        add(value, recognizer.located(says, offering, value.text()), Strength.TELLING);
    }

    private void genai(Signature s, Call call) {
        boolean vertex = call.argument("vertexai")
                .filter(a -> a.words().equalsIgnoreCase("true"))
                .isPresent();
        if (vertex) {
            located(s, call, call.argument("location"), "google-vertex");
        } else if (call.argument("api_key").isPresent()
                && call.argument("vertexai").isEmpty()) {
            signatures.of(Kind.MODEL_PREFIX, "gemini/").stream()
                    .findFirst()
                    .ifPresent(g -> add(call.at(), Meaning.of(g, s.pattern()), Strength.BARE));
        }
    }

    private void bedrock(Signature s, Call call) {
        Optional<Argument> region =
                REGIONS.stream().flatMap(name -> call.argument(name).stream()).findFirst();
        if (region.flatMap(Argument::literal).isEmpty()) {
            add(call.at(), Meaning.of(s, s.pattern()), Strength.BARE);
            return;
        }
        Token value = region.flatMap(Argument::literal).orElseThrow();
        taken.add(value);
        regions.add(value.text());
        add(value, recognizer.located(s, s.offering().orElse(""), value.text()), Strength.CLIENT);
    }

    private void azure(Signature s, Call call) {
        Optional<Token> name = call.argument("resourceName").flatMap(Argument::literal);
        Meaning plain = Meaning.of(s, s.pattern());
        if (name.isPresent()) {
            taken.add(name.get());
            add(name.get(), plain.resource(name.get().text()), Strength.TELLING);
        } else {
            add(call.at(), plain, Strength.BARE);
        }
    }

    /** A cross-region profile as the CDK makes it. */
    private void profile(Signature s, Call call) {
        String model = call.argument("model").map(Argument::words).orElse("");
        String vendor = model.contains("ANTHROPIC") || model.contains("anthropic") ? "anthropic." : "";
        Argument region = call.argument("geoRegion").orElseThrow();
        signatures.of(Kind.MODEL_ID, s.modelPrefix() + vendor).stream()
                .findFirst()
                .ifPresent(p -> add(region.value(), Meaning.of(p, s.value().orElse("")), Strength.TELLING));
    }

    /** A deployment on Azure as Pulumi makes it; the account's region stands elsewhere. */
    private void pulumi(Call call) {
        boolean known = signatures.of(Kind.RESOURCE).stream()
                .anyMatch(s -> call.calls(s.pattern()) || call.calls(s.pattern().replace("azure-native.", "")));
        Optional<Token> sku = call.argument("sku.name").flatMap(Argument::literal);
        if (known && sku.isPresent()) {
            taken.add(sku.get());
            add(
                    sku.get(),
                    new Skus(recognizer)
                            .meaning(sku.get().text(), Optional.empty())
                            .model(call.argument("model.name")
                                    .or(() -> call.argument("properties.model.name"))
                                    .flatMap(Argument::literal)
                                    .map(Token::text)),
                    Strength.TELLING);
        }
    }
}
