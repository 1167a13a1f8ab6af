package domicile.scan;

import domicile.scan.TerraformFinder.Account;
import domicile.scan.iac.BicepText;
import domicile.scan.iac.BicepText.Resource;
import domicile.scan.iac.Expr;
import domicile.scan.signature.Recognizer;
import domicile.scan.tree.Field;
import domicile.scan.tree.Node;
import domicile.scan.tree.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds usages in a Bicep file: deployments of Azure OpenAI, and fields that hold a host or an id. */
final class BicepFinder {
    private static final String ACCOUNTS = "microsoft.cognitiveservices/accounts";

    private final Recognizer recognizer;
    private final SourceFile source;
    private final BicepText.File file;
    private final ParameterFile parameters;
    private final List<Found> found = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    BicepFinder(Recognizer recognizer, Project project, SourceFile source, BicepText.File file) {
        this.recognizer = recognizer;
        this.source = source;
        this.file = file;
        this.parameters = new ParameterFile(project, source);
    }

    List<Found> all() {
        file.resources().forEach(r -> resource(r, Optional.empty()));
        for (BicepText.Param param : file.params()) {
            if (param.otherwise().orElse(null) instanceof Expr.Literal(String text, var mark)) {
                recognizer
                        .value(text, Optional.empty())
                        .ifPresent(m -> found.add(Found.of(source, mark, m, Certainty.NAMED)));
            }
        }
        return found;
    }

    List<Account> accounts() {
        return accounts;
    }

    private void resource(Resource resource, Optional<Resource> outer) {
        String type = resource.type().toLowerCase(Locale.ROOT);
        boolean nested = outer.filter(o -> o.type().toLowerCase(Locale.ROOT).equals(ACCOUNTS))
                .isPresent();
        if (type.equals(ACCOUNTS + "/deployments") || nested && type.equals("deployments")) {
            deployment(resource, outer);
        } else if (type.equals(ACCOUNTS)) {
            account(resource);
        } else {
            fields(resource);
        }
        resource.inside().forEach(r -> resource(r, Optional.of(resource)));
    }

    private void account(Resource resource) {
        Set<String> names = new HashSet<>();
        for (Optional<Expr> name : List.of(
                resource.body().get("name"), at(resource.body(), List.of("properties", "customSubDomainName")))) {
            name.map(this::value).filter(Resolved::known).ifPresent(v -> names.add(v.text()));
        }
        accounts.add(new Account(key(resource), names));
    }

    private String key(Resource account) {
        return "bicep|" + source.path() + "|" + account.name();
    }

    private void deployment(Resource resource, Optional<Resource> outer) {
        Optional<Expr> sku = at(resource.body(), List.of("sku", "name"));
        if (sku.isEmpty()) {
            return;
        }
        Optional<Resource> account =
                outer.or(() -> resource.body().get("parent").flatMap(this::resource));
        Resolved name = value(sku.get());
        Skus skus = new Skus(recognizer);
        Optional<Resolved> region = skus.byRegion(name)
                ? account.flatMap(a -> a.body().get("location")).map(this::value)
                : Optional.empty();
        Skus.Said said = skus.said(name, region);
        Optional<String> model = at(resource.body(), List.of("properties", "model", "name"))
                .map(this::value)
                .filter(Resolved::known)
                .map(Resolved::text);
        Found usage = Found.of(source, sku.get().mark(), said.meaning().model(model), Certainty.CONFIGURED, said.how());
        found.add(account.map(a -> usage.ofAccount(key(a))).orElse(usage));
    }

    private static Optional<Expr> at(Expr root, List<String> path) {
        Optional<Expr> here = Optional.of(root);
        for (String name : path) {
            here = here.filter(Expr.Obj.class::isInstance).flatMap(o -> ((Expr.Obj) o).get(name));
        }
        return here;
    }

    private Optional<Resource> resource(Expr parent) {
        return parent instanceof Expr.Ref ref
                ? file.resources().stream()
                        .filter(r -> r.name().equals(ref.path().getFirst()))
                        .findFirst()
                : Optional.empty();
    }

    private Resolved value(Expr expr) {
        return value(expr, 0);
    }

    private Resolved value(Expr expr, int steps) {
        if (steps > Resolved.MOST_STEPS) {
            return Resolved.missing(expr.toString());
        }
        return switch (expr) {
            case Expr.Literal literal -> Resolved.literal(literal.text());
            case Expr.Template template -> template(template, steps);
            case Expr.Ref ref -> reference(ref, steps);
            case Expr.Apply apply
            when apply.function().equals("toLower") && apply.arguments().size() == 1 ->
                value(apply.arguments().getFirst(), steps + 1);
            case Expr.Apply apply -> Resolved.missing(apply.function() + "()");
            case Expr.Other other -> Resolved.missing(other.text());
            case Expr.Index i -> Resolved.missing("index");
            case Expr.Obj o -> Resolved.missing("object");
            case Expr.Items i -> Resolved.missing("list");
        };
    }

    private Resolved template(Expr.Template template, int steps) {
        StringBuilder text = new StringBuilder();
        Resolved all = Resolved.literal("");
        for (Expr part : template.parts()) {
            Resolved one = value(part, steps + 1);
            text.append(one.text());
            all = all.with(one);
        }
        return all.as(text.toString());
    }

    private Resolved reference(Expr.Ref ref, int steps) {
        String name = ref.path().getFirst();
        if (ref.path().size() == 1) {
            Optional<Resolved> given = parameters.value(name);
            for (BicepText.Param param : file.params()) {
                if (param.name().equals(name)) {
                    return given.orElseGet(() -> param.otherwise()
                            .map(e -> through(value(e, steps + 1), e, true))
                            .orElseGet(() -> Resolved.missing(name)));
                }
            }
        }
        Optional<Expr> named = file.vars().stream()
                .filter(v -> v.name().equals(name))
                .map(BicepText.Var::value)
                .findFirst()
                .or(() -> resource(ref).map(Resource::body));
        return named.flatMap(e -> at(e, ref.path().subList(1, ref.path().size())))
                .filter(e -> !(e instanceof Expr.Obj))
                .map(e -> through(value(e, steps + 1), e, false))
                .orElseGet(() -> Resolved.missing(ref.toString()));
    }

    private Resolved through(Resolved value, Expr at, boolean byDefault) {
        return value.through(source.place(at.mark()), byDefault);
    }

    /** Fields of any other resource, as those of any configuration file. */
    private void fields(Resource resource) {
        Map<Node.Scalar, Expr> values = new IdentityHashMap<>();
        List<Field> fields = Field.of(node(resource.body(), values));
        List<Found> all = new ConfigFinder(
                        recognizer,
                        source,
                        fields,
                        f -> values.get(f.value()) instanceof Expr e
                                ? value(e)
                                : Resolved.literal(f.value().text()))
                .all();
        for (Found usage : all) {
            Optional<Resource> account = values.entrySet().stream()
                    .filter(e -> e.getKey().mark().equals(usage.mark()))
                    .flatMap(e -> resource(e.getValue()).stream())
                    .filter(r -> r.type().toLowerCase(Locale.ROOT).equals(ACCOUNTS))
                    .findFirst();
            found.add(account.map(a -> usage.referring(key(a), Resolved.literal("")))
                    .orElse(usage));
        }
    }

    private static Node node(Expr expr, Map<Node.Scalar, Expr> values) {
        return switch (expr) {
            case Expr.Obj object ->
                new Node.Mapping(
                        object.pairs().stream()
                                .map(p -> new Node.Entry(p.key(), p.mark(), node(p.value(), values)))
                                .toList(),
                        object.mark());
            case Expr.Items items ->
                new Node.Sequence(items.all().stream().map(i -> node(i, values)).toList(), items.mark());
            case Expr.Literal l -> scalar(l, values);
            case Expr.Template t -> scalar(t, values);
            case Expr.Ref r -> scalar(r, values);
            case Expr.Index i -> scalar(i, values);
            case Expr.Apply a ->
                new Node.Sequence(
                        a.arguments().stream().map(x -> node(x, values)).toList(), a.mark());
            case Expr.Other o -> TerraformFinder.texts(o);
        };
    }

    private static Node scalar(Expr expr, Map<Node.Scalar, Expr> values) {
        String text = expr instanceof Expr.Literal(String literal, var mark) ? literal : "";
        Node.Scalar scalar = new Node.Scalar(text, expr.mark(), true);
        values.put(scalar, expr);
        return scalar;
    }
}
