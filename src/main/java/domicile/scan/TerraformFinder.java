package domicile.scan;

import domicile.scan.iac.Expr;
import domicile.scan.iac.HclText.Attribute;
import domicile.scan.iac.HclText.Block;
import domicile.scan.iac.HclText.Body;
import domicile.scan.iac.Terraform;
import domicile.scan.iac.Terraform.Module;
import domicile.scan.iac.Terraform.Placed;
import domicile.scan.iac.Terraform.Scope;
import domicile.scan.iac.Terraform.VarFile;
import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.tree.Field;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Node;
import domicile.scan.tree.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds usages in Terraform: resources that declare a deployment, and fields that hold a host or an id. */
final class TerraformFinder {
    private static final String DEPLOYMENT = "azurerm_cognitive_deployment";
    private static final String ACCOUNT = "azurerm_cognitive_account";

    private static final Pattern TEXT = Pattern.compile("[\"']([^\"'$\\s]+)[\"']");

    private final Recognizer recognizer;
    private final Terraform terraform;
    private final Map<String, SourceFile> files;
    private final Set<String> telling;
    private final List<Found> found = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Switches.Kept> kept = new ArrayList<>();

    /** An account on Azure: the names that an endpoint may have. */
    record Account(String key, Set<String> names) {}

    /** A value with the variables of the root that have a part in it. */
    private record Part(Found usage, Set<String> variables) {}

    /** @param telling the files that hold any text of a signature */
    TerraformFinder(Recognizer recognizer, Terraform terraform, Map<String, SourceFile> files, Set<String> telling) {
        this.recognizer = recognizer;
        this.terraform = terraform;
        this.files = files;
        this.telling = telling;
    }

    /** All usages of all root folders. */
    List<Found> all() {
        for (String root : terraform.roots()) {
            if (terraform.paths(root).stream().noneMatch(telling::contains)) {
                continue;
            }
            List<Part> plain = parts(terraform.modules(root, Optional.empty()), Optional.empty());
            Set<String> asked = new HashSet<>();
            for (VarFile variant : terraform.variants(root)) {
                Optional<Environment> environment = Environment.of(variant.path());
                for (Part part : parts(terraform.modules(root, Optional.of(variant)), environment)) {
                    boolean given = part.variables().stream()
                            .anyMatch(v -> variant.body().attribute(v).isPresent());
                    if (given) {
                        asked.add(place(part.usage()));
                        found.add(part.usage());
                    }
                }
            }
            // a bare default is what no file of values gives
            plain.stream()
                    .map(Part::usage)
                    .filter(u -> !asked.contains(place(u)))
                    .forEach(found::add);
        }
        variables();
        return found;
    }

    private static String place(Found usage) {
        return usage.file().path() + ":" + usage.mark();
    }

    /** The accounts that were met, by their keys. */
    List<Account> accounts() {
        return accounts;
    }

    /** The switches that were met. */
    List<Switches.Kept> switches() {
        return kept;
    }

    private List<Part> parts(List<Module> modules, Optional<Environment> environment) {
        List<Part> parts = new ArrayList<>();
        for (Module module : modules) {
            for (Placed placed : terraform.placed(module)) {
                for (Scope turn : terraform.turns(placed)) {
                    block(placed, turn, environment, parts);
                }
            }
        }
        return parts;
    }

    private void block(Placed placed, Scope turn, Optional<Environment> environment, List<Part> parts) {
        Block block = placed.block();
        boolean resource = block.type().equals("resource");
        switch (resource ? block.label(0) : "") {
            case DEPLOYMENT -> deployment(placed, turn, environment, parts);
            case ACCOUNT -> account(placed, turn, environment);
            case "aws_bedrock_inference_profile" -> profile(placed, turn, environment, parts);
            case "google_vertex_ai_endpoint" -> endpoint(placed, turn, environment, parts);
            case "aws_bedrock_model_invocation_logging_configuration" -> logging(placed, turn);
            default -> {
                if (!block.type().equals("variable") && !block.type().equals("terraform")) {
                    fields(placed, turn, environment, parts);
                }
            }
        }
    }

    private Terraform.Found value(Attribute attribute, Placed placed, Scope turn) {
        return terraform.value(attribute.value(), placed, turn);
    }

    private SourceFile file(Placed placed) {
        return files.get(placed.file()) instanceof SourceFile known ? known : new SourceFile(placed.file(), Format.HCL);
    }

    private void deployment(Placed placed, Scope turn, Optional<Environment> environment, List<Part> parts) {
        Body body = placed.block().body();
        Optional<Attribute> sku = body.block("sku")
                .flatMap(b -> b.body().attribute("name"))
                .or(() -> body.block("scale").flatMap(b -> b.body().attribute("type")));
        if (sku.isEmpty()) {
            return;
        }
        Terraform.Found name = value(sku.get(), placed, turn);
        Set<String> variables = new HashSet<>(name.variables());
        Skus skus = new Skus(recognizer);
        Optional<Placed> account = account(body, placed, turn);
        Optional<Terraform.Found> region = skus.byRegion(name.value())
                ? account.flatMap(a -> a.block().body().attribute("location").map(l -> value(l, a, a.scope())))
                : Optional.empty();
        region.ifPresent(r -> variables.addAll(r.variables()));
        Skus.Said said = skus.said(name.value(), region.map(Terraform.Found::value));
        Optional<Terraform.Found> model =
                body.block("model").flatMap(b -> b.body().attribute("name")).map(a -> value(a, placed, turn));
        model.ifPresent(m -> variables.addAll(m.variables()));
        Meaning meaning = said.meaning()
                .model(model.map(Terraform.Found::value).filter(Resolved::known).map(Resolved::text));
        Found usage = Found.of(file(placed), sku.get().value().mark(), meaning, Certainty.CONFIGURED, said.how())
                .in(environment);
        parts.add(new Part(
                account.map(a -> usage.ofAccount(key(a, environment))).orElse(usage), variables));
    }

    /** The account whose id a deployment names, through as many modules as it takes. */
    private Optional<Placed> account(Body body, Placed placed, Scope turn) {
        return body.attribute("cognitive_account_id")
                .map(a -> value(a, placed, turn).end())
                .flatMap(this::account);
    }

    private Optional<Placed> account(Terraform.End end) {
        return end.expr() instanceof Expr.Ref ref
                        && ref.path().size() > 1
                        && ref.path().getFirst().equals(ACCOUNT)
                ? terraform.resource(end.scope().module(), ACCOUNT, ref.path().get(1))
                : Optional.empty();
    }

    private static String key(Placed account, Optional<Environment> environment) {
        return "hcl|" + account.scope().module().id() + "|" + account.block().label(1) + "|"
                + environment.map(Environment::word).orElse("");
    }

    private void account(Placed placed, Scope turn, Optional<Environment> environment) {
        Set<String> names = new HashSet<>();
        for (String name : List.of("name", "custom_subdomain_name")) {
            placed.block()
                    .body()
                    .attribute(name)
                    .map(a -> value(a, placed, turn).value())
                    .filter(Resolved::known)
                    .ifPresent(v -> names.add(v.text()));
        }
        accounts.add(new Account(key(placed, environment), names));
    }

    private void profile(Placed placed, Scope turn, Optional<Environment> environment, List<Part> parts) {
        Body body = placed.block().body();
        Optional<Attribute> model =
                body.block("model_source").flatMap(b -> b.body().attribute("copy_from"));
        if (model.isEmpty()) {
            return;
        }
        Terraform.Found id = value(model.get(), placed, turn);
        Set<String> variables = new HashSet<>(id.variables());
        Optional<Terraform.Found> region =
                body.attribute("region").map(a -> value(a, placed, turn)).or(() -> provider(placed));
        region.ifPresent(r -> variables.addAll(r.variables()));
        Optional<Meaning> meaning = recognizer.bedrock(
                id.value().text(),
                region.map(Terraform.Found::value).filter(Resolved::known).map(Resolved::text),
                true);
        meaning.ifPresent(m -> parts.add(new Part(
                Found.of(file(placed), model.get().value().mark(), m, Certainty.CONFIGURED, id.value())
                        .in(environment),
                variables)));
    }

    private Optional<Terraform.Found> provider(Placed placed) {
        return terraform.placed(placed.scope().module()).stream()
                .filter(p -> p.block().type().equals("provider")
                        && p.block().label(0).equals("aws")
                        && p.block().body().attribute("alias").isEmpty())
                .flatMap(p -> p.block().body().attribute("region").map(a -> value(a, p, p.scope())).stream())
                .findFirst();
    }

    private void endpoint(Placed placed, Scope turn, Optional<Environment> environment, List<Part> parts) {
        Signature s = recognizer
                .signatures()
                .of(Signature.Kind.RESOURCE, "google_vertex_ai_endpoint")
                .getFirst();
        placed.block().body().attribute("location").ifPresent(location -> {
            Terraform.Found region = value(location, placed, turn);
            Meaning meaning =
                    recognizer.located(s, "google-vertex", region.value().text());
            parts.add(new Part(
                    Found.of(file(placed), location.value().mark(), meaning, Certainty.CONFIGURED, region.value())
                            .in(environment),
                    region.variables()));
        });
    }

    private void logging(Placed placed, Scope turn) {
        Body body = placed.block().body();
        Optional<Block> config = body.block("logging_config");
        Optional<Attribute> text = config.flatMap(c -> c.body().attribute("text_data_delivery_enabled"));
        boolean off = text.map(a -> value(a, placed, turn).value().text())
                .filter("false"::equals)
                .isPresent();
        if (!off) {
            Mark mark = text.map(a -> a.value().mark())
                    .orElse(config.map(Block::mark).orElse(placed.block().mark()));
            recognizer
                    .signatures()
                    .of(Signature.Kind.SWITCH, placed.block().label(0))
                    .forEach(s -> kept.add(new Switches.Kept(file(placed), mark, s)));
        }
    }

    /** Fields of any other block, as those of any configuration file. */
    private void fields(Placed placed, Scope turn, Optional<Environment> environment, List<Part> parts) {
        Map<Node.Scalar, Terraform.Found> values = new IdentityHashMap<>();
        Node.Mapping tree =
                tree(placed.block().body(), placed, turn, values, placed.block().mark());
        List<Field> fields = Field.of(tree);
        ConfigFinder finder = new ConfigFinder(
                recognizer,
                file(placed),
                fields,
                f -> values.get(f.value()) instanceof Terraform.Found v
                        ? v.value()
                        : Resolved.literal(f.value().text()));
        for (Found usage : finder.all()) {
            Optional<Terraform.Found> from = values.entrySet().stream()
                    .filter(e -> e.getKey().mark().equals(usage.mark()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            Optional<Placed> account = from.flatMap(v -> account(v.end()));
            Found said = account.map(a -> usage.referring(
                            key(a, environment),
                            new Resolved("", usage.how().via(), usage.how().byDefault(), Optional.empty())))
                    .orElse(usage)
                    .in(environment);
            parts.add(new Part(said, from.map(Terraform.Found::variables).orElse(Set.of())));
        }
    }

    private Node.Mapping tree(
            Body body, Placed placed, Scope turn, Map<Node.Scalar, Terraform.Found> values, Mark mark) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Attribute a : body.attributes()) {
            entries.add(new Node.Entry(a.name(), a.mark(), node(a.value(), placed, turn, values)));
        }
        List<Node> pairs = new ArrayList<>();
        for (Block b : body.blocks()) {
            Node inner = tree(b.body(), placed, turn, values, b.mark());
            if (b.body().attribute("name").isPresent()
                    && b.body().attribute("value").isPresent()) {
                pairs.add(inner);
            } else {
                entries.add(new Node.Entry(b.type(), b.mark(), inner));
            }
        }
        if (!pairs.isEmpty()) {
            entries.add(new Node.Entry("env", mark, new Node.Sequence(pairs, mark)));
        }
        return new Node.Mapping(entries, mark);
    }

    private Node node(Expr expr, Placed placed, Scope turn, Map<Node.Scalar, Terraform.Found> values) {
        return switch (expr) {
            case Expr.Obj object ->
                new Node.Mapping(
                        object.pairs().stream()
                                .map(p -> new Node.Entry(p.key(), p.mark(), node(p.value(), placed, turn, values)))
                                .toList(),
                        object.mark());
            case Expr.Items items ->
                new Node.Sequence(
                        items.all().stream()
                                .map(i -> node(i, placed, turn, values))
                                .toList(),
                        items.mark());
            case Expr.Apply apply
            when apply.function().equals("jsonencode") || apply.function().equals("merge") ->
                new Node.Sequence(
                        apply.arguments().stream()
                                .map(i -> node(i, placed, turn, values))
                                .toList(),
                        apply.mark());
            case Expr.Literal l -> scalar(l, placed, turn, values);
            case Expr.Template t -> scalar(t, placed, turn, values);
            case Expr.Ref r -> scalar(r, placed, turn, values);
            case Expr.Index i -> scalar(i, placed, turn, values);
            case Expr.Apply a -> {
                Node whole = scalar(a, placed, turn, values);
                // what a function makes of them is not known: they are seen one by one
                yield values.get(whole) instanceof Terraform.Found v
                                && !v.value().known()
                        ? new Node.Sequence(
                                a.arguments().stream()
                                        .map(x -> node(x, placed, turn, values))
                                        .toList(),
                                a.mark())
                        : whole;
            }
            case Expr.Other o -> texts(o);
        };
    }

    /** The texts of an expression that is not followed. */
    static Node texts(Expr.Other other) {
        List<Node> texts = new ArrayList<>();
        Matcher text = TEXT.matcher(other.text());
        while (text.find()) {
            int line = (int) other.text()
                    .substring(0, text.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            texts.add(new Node.Scalar(
                    text.group(1),
                    new Mark(other.mark().line() + line, other.mark().column() + text.start()),
                    true));
        }
        return new Node.Sequence(texts, other.mark());
    }

    private Node scalar(Expr expr, Placed placed, Scope turn, Map<Node.Scalar, Terraform.Found> values) {
        Terraform.Found value = terraform.value(expr, placed, turn);
        Node.Scalar scalar = new Node.Scalar(value.value().text(), expr.mark(), true);
        values.put(scalar, value);
        return scalar;
    }

    /** What defaults and files of values say by themselves. */
    private void variables() {
        for (SourceFile file : files.values()) {
            for (Expr.Literal literal : terraform.literals(file.path())) {
                recognizer
                        .value(literal.text(), Optional.empty())
                        .ifPresent(m -> found.add(Found.of(file, literal.mark(), m, Certainty.NAMED)));
            }
        }
    }
}
