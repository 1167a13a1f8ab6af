package domicile.scan;

import domicile.scan.Project.Document;
import domicile.scan.TerraformFinder.Account;
import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.tree.Interpolation;
import domicile.scan.tree.Interpolation.Value;
import domicile.scan.tree.Node;
import domicile.scan.tree.Node.Mapping;
import domicile.scan.tree.Node.Scalar;
import domicile.scan.tree.Node.Sequence;
import domicile.scan.tree.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds usages in the templates of two clouds that are plain JSON or YAML: Azure's ARM, and CloudFormation. */
final class TemplateFinder {
    private static final String ACCOUNTS = "microsoft.cognitiveservices/accounts";
    private static final Pattern CALL =
            Pattern.compile("\\[\\s*(parameters|variables)\\(\\s*'([^']+)'\\s*\\)\\s*]", Pattern.CASE_INSENSITIVE);
    private static final Pattern INNER =
            Pattern.compile("(parameters|variables)\\(\\s*'([^']+)'\\s*\\)|'([^']*)'", Pattern.CASE_INSENSITIVE);
    private static final String PROFILE = "AWS::Bedrock::ApplicationInferenceProfile";

    private final Recognizer recognizer;
    private final Document document;
    private final ParameterFile parameters;
    private final List<Found> found = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final Set<Node> declared = new HashSet<>();
    private final List<Mapping> accountNodes = new ArrayList<>();

    TemplateFinder(Recognizer recognizer, Project project, Document document) {
        this.recognizer = recognizer;
        this.document = document;
        this.parameters = new ParameterFile(project, document.file());
    }

    List<Found> all() {
        for (Node root : document.roots()) {
            if (root instanceof Mapping mapping) {
                resources(mapping.get("resources"), r -> accounts(mapping, r));
                resources(mapping.get("resources"), r -> azure(mapping, r, Optional.empty()));
                resources(mapping.get("Resources"), r -> cloudFormation(mapping, r));
            }
        }
        return found;
    }

    List<Account> accounts() {
        return accounts;
    }

    /** The values that were read as what a template declares: they are no usages of their own. */
    Set<Node> declared() {
        return declared;
    }

    private static void resources(Optional<Node> all, java.util.function.Consumer<Mapping> each) {
        all.ifPresent(node -> {
            switch (node) {
                case Sequence list ->
                    list.items().stream().filter(Mapping.class::isInstance).forEach(m -> each.accept((Mapping) m));
                case Mapping byName ->
                    byName.entries().stream()
                            .map(Node.Entry::value)
                            .filter(Mapping.class::isInstance)
                            .forEach(m -> each.accept((Mapping) m));
                case Scalar s -> {}
            }
        });
    }

    private static String type(Mapping resource) {
        return resource.text("type").map(Scalar::text).orElse("").toLowerCase(Locale.ROOT);
    }

    private void accounts(Mapping root, Mapping resource) {
        if (type(resource).equals(ACCOUNTS)) {
            Set<String> names = new HashSet<>();
            resource.text("name")
                    .map(s -> azureText(root, s))
                    .filter(Resolved::known)
                    .ifPresent(v -> names.add(v.text()));
            Node.text(resource, "properties", "customSubDomainName")
                    .map(s -> azureText(root, s))
                    .filter(Resolved::known)
                    .ifPresent(v -> names.add(v.text()));
            accounts.add(new Account(key(resource), names));
            accountNodes.add(resource);
        }
    }

    private String key(Mapping account) {
        return "arm|" + document.file().path() + "|" + account.mark();
    }

    private void azure(Mapping root, Mapping resource, Optional<Mapping> outer) {
        String type = type(resource);
        boolean nested = outer.filter(o -> type(o).equals(ACCOUNTS)).isPresent() && type.equals("deployments");
        if (nested || type.equals(ACCOUNTS + "/deployments")) {
            deployment(root, resource, outer.or(() -> account(root, resource)));
        }
        resources(resource.get("resources"), inner -> azure(root, inner, Optional.of(resource)));
        // a template inside a template
        Node.at(resource, "properties", "template")
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .ifPresent(inner -> {
                    resources(inner.get("resources"), r -> accounts(inner, r));
                    resources(inner.get("resources"), r -> azure(inner, r, Optional.empty()));
                });
    }

    /** The account whose name a deployment's name begins with; the only one where there is one. */
    private Optional<Mapping> account(Mapping root, Mapping deployment) {
        if (accountNodes.size() == 1) {
            return Optional.of(accountNodes.getFirst());
        }
        String name =
                deployment.text("name").map(s -> azureText(root, s).text()).orElse("");
        return accountNodes.stream()
                .filter(a -> a.text("name")
                        .map(s -> azureText(root, s))
                        .filter(v -> v.known() && name.startsWith(v.text() + "/"))
                        .isPresent())
                .findFirst();
    }

    private void deployment(Mapping root, Mapping resource, Optional<Mapping> account) {
        Optional<Scalar> sku = Node.text(resource, "sku", "name");
        if (sku.isEmpty()) {
            return;
        }
        declared.add(sku.get());
        Resolved name = azureText(root, sku.get());
        Skus skus = new Skus(recognizer);
        Optional<Resolved> region = skus.byRegion(name)
                ? account.flatMap(a -> a.text("location")).map(s -> azureText(root, s))
                : Optional.empty();
        Skus.Said said = skus.said(name, region);
        Optional<String> model = Node.text(resource, "properties", "model", "name")
                .map(s -> azureText(root, s))
                .filter(Resolved::known)
                .map(Resolved::text);
        Found usage = Found.of(
                document.file(), sku.get().mark(), said.meaning().model(model), Certainty.CONFIGURED, said.how());
        found.add(account.map(a -> usage.ofAccount(key(a))).orElse(usage));
    }

    /** A text of an ARM template, with its parameters and variables. */
    private Resolved azureText(Mapping root, Scalar scalar) {
        return azureText(root, scalar.text(), 0);
    }

    private Resolved azureText(Mapping root, String text, int steps) {
        boolean expression = text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[");
        if (!expression || steps > Resolved.MOST_STEPS) {
            return steps > Resolved.MOST_STEPS ? Resolved.missing(text) : Resolved.literal(text);
        }
        Matcher call = CALL.matcher(text);
        if (call.matches()) {
            return call.group(1).equalsIgnoreCase("parameters")
                    ? parameter(root, call.group(2), steps)
                    : found(root, "variables", call.group(2), steps, false);
        }
        if (text.startsWith("[concat(")) {
            return concatenated(root, text, steps);
        }
        return Resolved.missing(text.substring(1, text.length() - 1));
    }

    private Resolved concatenated(Mapping root, String text, int steps) {
        StringBuilder done = new StringBuilder();
        Resolved all = Resolved.literal("");
        Matcher parts = INNER.matcher(text);
        while (parts.find()) {
            Resolved one = parts.group(3) == null
                    ? azureText(root, "[" + parts.group(1) + "('" + parts.group(2) + "')]", steps + 1)
                    : Resolved.literal(parts.group(3));
            done.append(one.text());
            all = all.with(one);
        }
        return all.as(done.toString());
    }

    private Resolved parameter(Mapping root, String name, int steps) {
        return parameters.value(name).orElseGet(() -> found(root, "parameters", name, steps, true));
    }

    private Resolved found(Mapping root, String part, String name, int steps, boolean byDefault) {
        Optional<Scalar> value = byDefault ? Node.text(root, part, name, "defaultValue") : Node.text(root, part, name);
        return value.map(s -> azureText(root, s.text(), steps + 1)
                        .through(document.file().place(s.mark()), byDefault))
                .orElseGet(() -> Resolved.missing(name));
    }

    private void cloudFormation(Mapping root, Mapping resource) {
        String type = resource.text("Type").map(Scalar::text).orElse("");
        if (!type.equals(PROFILE)) {
            return;
        }
        Optional<Scalar> model =
                Node.at(resource, "Properties", "ModelSource", "CopyFrom").flatMap(TemplateFinder::sub);
        if (model.isEmpty()) {
            return;
        }
        declared.add(model.get());
        Resolved value = amazonText(root, model.get());
        Signature profile =
                recognizer.signatures().of(Signature.Kind.RESOURCE, PROFILE).getFirst();
        Meaning meaning = recognizer
                .bedrock(value.text(), Optional.empty(), true)
                .orElse(Meaning.of(profile, PROFILE).opened());
        Resolved how =
                meaning.open() ? value : new Resolved(value.text(), value.via(), value.byDefault(), Optional.empty());
        found.add(Found.of(document.file(), model.get().mark(), meaning, Certainty.CONFIGURED, how));
    }

    /** The text of a value, or of its Fn::Sub or Ref in JSON. */
    private static Optional<Scalar> sub(Node node) {
        return switch (node) {
            case Scalar scalar -> Optional.of(scalar);
            case Mapping mapping ->
                mapping.text("Fn::Sub")
                        .or(() -> mapping.text("Ref").map(r -> new Scalar("${" + r.text() + "}", r.mark(), true)));
            case Sequence s -> Optional.empty();
        };
    }

    private Resolved amazonText(Mapping root, Scalar scalar) {
        Interpolation.Variables variables = name -> Node.text(root, "Parameters", name, "Default")
                .map(s -> new Value(s.text(), document.file().place(s.mark()), false));
        boolean parameter = Node.at(root, "Parameters", scalar.text()).isPresent();
        if (parameter && variables.value(scalar.text()).isEmpty()) {
            return Resolved.missing(scalar.text());
        }
        // a short !Ref is taken as its text: the name of a parameter
        String text = variables.value(scalar.text()).isPresent() ? "${" + scalar.text() + "}" : scalar.text();
        Resolved inner = Interpolation.of(text, variables, false);
        return new Resolved(inner.text(), inner.via(), !inner.via().isEmpty(), inner.unresolved());
    }
}
