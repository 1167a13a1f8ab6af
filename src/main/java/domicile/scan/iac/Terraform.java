package domicile.scan.iac;

import domicile.scan.Paths;
import domicile.scan.iac.Expr.Apply;
import domicile.scan.iac.Expr.Items;
import domicile.scan.iac.Expr.Literal;
import domicile.scan.iac.Expr.Obj;
import domicile.scan.iac.Expr.Other;
import domicile.scan.iac.Expr.Pair;
import domicile.scan.iac.Expr.Ref;
import domicile.scan.iac.Expr.Template;
import domicile.scan.iac.HclText.Attribute;
import domicile.scan.iac.HclText.Block;
import domicile.scan.iac.HclText.Body;
import domicile.scan.tree.Interpolation;
import domicile.scan.tree.Interpolation.Value;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Resolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The Terraform of a tree: folders that call each other as modules, and the values that references have in them. */
public final class Terraform {
    private static final int MOST_MODULES = 2_000;
    private static final Set<String> BESIDE = Set.of("environments", "envs", "env", "vars");

    // what is read before the other files of values, which win over it
    private static final String FIRST = "terraform.tfvars";

    /** A file's blocks. */
    public record File(String path, Body body) {}

    /** A block of a module, with the file that it stands in. */
    public record Placed(Block block, String file, Scope scope) {}

    /** A folder as it is called, or a folder that nobody calls. */
    public record Module(String folder, String id, Map<String, Argument> arguments, Optional<VarFile> values) {}

    /** What a call gives a module. */
    public record Argument(Expr value, Scope scope, String file) {}

    /** Where a name is looked up: in a module, inside one turn of {@code for_each} perhaps. */
    public record Scope(Module module, Optional<Turn> turn) {}

    /** One element of a {@code for_each}, with the file that it stands in and what it was found by. */
    public record Turn(Pair element, String file, Trace.Summary trace) {}

    /** A file of values, with all that it gives. */
    public record VarFile(String path, Body body) {}

    /** An expression followed to its end. */
    public record End(Expr expr, Scope scope) {}

    private final Map<String, Body> bodies;
    private final Map<String, List<File>> folders = new TreeMap<>();
    private final Map<String, List<VarFile>> automatic = new HashMap<>();
    private final Map<String, List<VarFile>> others = new TreeMap<>();
    private final Map<String, Value> given;
    // by the module itself: to compare two is to compare all that they are given
    private final Map<Module, List<Placed>> placed = new IdentityHashMap<>();
    private int modules;

    /**
     * @param files by path
     * @param given values that a pipeline knows
     */
    public Terraform(Map<String, Body> files, Map<String, Value> given) {
        this.given = given;
        this.bodies = Map.copyOf(files);
        new TreeMap<>(files).forEach((path, body) -> {
            String folder = Paths.folder(path);
            String name = Paths.name(path);
            if (!name.endsWith(".tfvars")) {
                folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(new File(path, body));
            } else if (name.equals(FIRST) || name.endsWith(".auto.tfvars")) {
                automatic.computeIfAbsent(folder, f -> new ArrayList<>()).add(new VarFile(path, body));
            } else {
                others.computeIfAbsent(folder, f -> new ArrayList<>()).add(new VarFile(path, body));
            }
        });
    }

    /** The folders that no module calls, in order. */
    public List<String> roots() {
        Set<String> called = new HashSet<>();
        folders.forEach((folder, files) ->
                blocks(files, "module").forEach(b -> source(folder, b).ifPresent(called::add)));
        return folders.keySet().stream().filter(f -> !called.contains(f)).toList();
    }

    /** The files of values that may be given to a root folder, but for those that always are. */
    public List<VarFile> variants(String root) {
        List<VarFile> all = new ArrayList<>(others.getOrDefault(root, List.of()));
        others.forEach((folder, files) -> {
            boolean below = !folder.equals(root) && Paths.folder(folder).equals(root);
            if (below && BESIDE.contains(Paths.name(folder))) {
                all.addAll(files);
            }
        });
        return all;
    }

    /** The files of a root folder, of the modules below it and of values. */
    public Set<String> paths(String root) {
        Set<String> paths = new HashSet<>();
        modules(root, Optional.empty()).forEach(m -> files(m).forEach(f -> paths.add(f.path())));
        variants(root).forEach(v -> paths.add(v.path()));
        automatic.getOrDefault(root, List.of()).forEach(v -> paths.add(v.path()));
        return paths;
    }

    private static List<Block> blocks(List<File> files, String type) {
        return files.stream()
                .flatMap(f -> f.body().blocks().stream())
                .filter(b -> b.type().equals(type))
                .toList();
    }

    private Optional<String> source(String folder, Block module) {
        return module.body()
                .attribute("source")
                .map(Attribute::value)
                .filter(Literal.class::isInstance)
                .map(e -> ((Literal) e).text())
                .filter(s -> s.startsWith("./") || s.startsWith("../"))
                .map(s -> Paths.join(folder, s))
                .filter(folders::containsKey);
    }

    /** A root folder and every module that is called below it. */
    public List<Module> modules(String root, Optional<VarFile> values) {
        modules = 0;
        List<Module> all = new ArrayList<>();
        collect(new Module(root, root, Map.of(), values), new HashSet<>(), all);
        return all;
    }

    private void collect(Module module, Set<String> above, List<Module> all) {
        if (!above.add(module.folder()) || ++modules > MOST_MODULES) {
            return;
        }
        all.add(module);
        for (File file : files(module)) {
            for (Block block : file.body().blocks()) {
                if (block.type().equals("module")) {
                    source(module.folder(), block)
                            .ifPresent(folder -> collect(called(module, folder, file, block), above, all));
                }
            }
        }
        above.remove(module.folder());
    }

    private static Module called(Module caller, String folder, File file, Block block) {
        Map<String, Argument> arguments = new HashMap<>();
        Scope scope = new Scope(caller, Optional.empty());
        block.body().attributes().forEach(a -> arguments.put(a.name(), new Argument(a.value(), scope, file.path())));
        return new Module(folder, caller.id() + "|" + block.label(0) + ":" + folder, arguments, caller.values());
    }

    /** The files of a module's folder. */
    public List<File> files(Module module) {
        return folders.getOrDefault(module.folder(), List.of());
    }

    /** The blocks of a module. */
    public List<Placed> placed(Module module) {
        List<Placed> known = placed.get(module);
        if (known == null) {
            Scope scope = new Scope(module, Optional.empty());
            known = files(module).stream()
                    .flatMap(f -> f.body().blocks().stream().map(b -> new Placed(b, f.path(), scope)))
                    .toList();
            placed.put(module, known);
        }
        return known;
    }

    /** A resource of a module. */
    public Optional<Placed> resource(Module module, String type, String name) {
        return placed(module).stream()
                .filter(p -> p.block().type().equals("resource"))
                .filter(p ->
                        p.block().label(0).equals(type) && p.block().label(1).equals(name))
                .findFirst();
    }

    /** The turns of a resource's {@code for_each}: one without an element where it has none. */
    public List<Scope> turns(Placed resource) {
        Optional<Attribute> each = resource.block().body().attribute("for_each");
        if (each.isEmpty()) {
            return List.of(resource.scope());
        }
        Trace trace = new Trace();
        End end = follow(each.get().value(), resource.scope(), resource.file(), trace);
        Trace.Summary found = trace.summary();
        String file = found.lastFile().orElse(resource.file());
        List<Pair> elements = switch (end.expr()) {
            case Obj object -> object.pairs();
            case Items items ->
                items.all().stream()
                        .filter(Literal.class::isInstance)
                        .map(i -> new Pair(((Literal) i).text(), i.mark(), i))
                        .toList();
            case Literal l -> List.<Pair>of();
            case Template t -> List.<Pair>of();
            case Ref r -> List.<Pair>of();
            case Expr.Index i -> List.<Pair>of();
            case Apply a -> List.<Pair>of();
            case Other o -> List.<Pair>of();
        };
        return elements.isEmpty()
                ? List.of(resource.scope())
                : elements.stream()
                        .map(e -> new Scope(resource.scope().module(), Optional.of(new Turn(e, file, found))))
                        .toList();
    }

    /** The value of an expression, with what it was found by. */
    public Found value(Expr expr, Placed resource, Scope scope) {
        Trace trace = new Trace();
        End end = follow(expr, scope, resource.file(), trace);
        return new Found(trace.resolved(end.expr()), end, Set.copyOf(trace.variables()));
    }

    /** A value, the end that it was followed to, and the variables of the root that it depends on. */
    public record Found(Resolved value, End end, Set<String> variables) {}

    /** Follows references to what they stand for. */
    End follow(Expr expr, Scope scope, String file, Trace trace) {
        if (!trace.step()) {
            return new End(new Other(Trace.name(expr), expr.mark()), scope);
        }
        return switch (expr) {
            case Ref ref -> reference(ref, scope, file, trace);
            case Expr.Index index -> indexed(index, scope, file, trace);
            case Template template -> new End(text(template, scope, file, trace), scope);
            case Apply apply -> function(apply, scope, file, trace);
            case Literal l -> new End(l, scope);
            case Obj o -> new End(o, scope);
            case Items i -> new End(i, scope);
            case Other o -> new End(o, scope);
        };
    }

    /** What a key takes of a map, and what is taken of that. */
    private End indexed(Expr.Index index, Scope scope, String file, Trace trace) {
        End map = follow(index.map(), scope, file, trace);
        End key = follow(index.key(), scope, file, trace);
        if (!(map.expr() instanceof Obj) || !(key.expr() instanceof Literal(String name, Mark mark))) {
            return new End(index, scope);
        }
        List<String> path = new ArrayList<>(List.of(name));
        path.addAll(index.rest());
        return inside(map, path, new Ref(List.of(Trace.name(index)), index.mark()), file, trace);
    }

    private Literal text(Template template, Scope scope, String file, Trace trace) {
        StringBuilder text = new StringBuilder();
        for (Expr part : template.parts()) {
            End end = follow(part, scope, file, trace);
            if (end.expr() instanceof Literal(String literal, Mark mark)) {
                text.append(literal);
            } else {
                trace.missing(Trace.name(end.expr()));
                text.append(Interpolation.HOLE);
            }
        }
        return new Literal(text.toString(), template.mark());
    }

    private End function(Apply apply, Scope scope, String file, Trace trace) {
        List<Expr> arguments = apply.arguments();
        if (arguments.isEmpty()) {
            return new End(apply, scope);
        }
        return switch (apply.function()) {
            case "tostring", "trimspace", "toset", "tomap", "nonsensitive", "sensitive" ->
                follow(arguments.getFirst(), scope, file, trace);
            case "lower", "upper" -> {
                End end = follow(arguments.getFirst(), scope, file, trace);
                yield end.expr() instanceof Literal(String text, Mark mark)
                        ? new End(
                                new Literal(
                                        apply.function().equals("lower")
                                                ? text.toLowerCase(Locale.ROOT)
                                                : text.toUpperCase(Locale.ROOT),
                                        mark),
                                end.scope())
                        : end;
            }
            case "coalesce", "try" -> first(arguments, scope, file, trace).orElse(new End(apply, scope));
            case "lookup" -> lookedUp(apply, scope, file, trace);
            default -> new End(apply, scope);
        };
    }

    private Optional<End> first(List<Expr> arguments, Scope scope, String file, Trace trace) {
        for (Expr argument : arguments) {
            End end = follow(argument, scope, file, trace);
            if (end.expr() instanceof Literal(String text, Mark mark) && !text.isEmpty() && !text.equals("null")) {
                return Optional.of(end);
            }
            if (!(end.expr() instanceof Literal)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private End lookedUp(Apply apply, Scope scope, String file, Trace trace) {
        List<Expr> arguments = apply.arguments();
        End map = follow(arguments.getFirst(), scope, file, trace);
        if (arguments.size() < 2 || !(map.expr() instanceof Obj object)) {
            return new End(apply, scope);
        }
        End key = follow(arguments.get(1), scope, file, trace);
        if (!(key.expr() instanceof Literal(String text, Mark mark))) {
            return new End(apply, scope);
        }
        return object.get(text)
                .map(v -> follow(v, map.scope(), file, trace))
                .orElseGet(() ->
                        arguments.size() > 2 ? follow(arguments.get(2), scope, file, trace) : new End(apply, scope));
    }

    private End reference(Ref ref, Scope scope, String file, Trace trace) {
        List<String> path = ref.path();
        End unknown = new End(ref, scope);
        if (path.size() < 2) {
            return unknown;
        }
        return switch (path.getFirst()) {
            case "var" -> variable(ref, scope, trace);
            case "local" -> local(ref, scope, trace);
            case "each" -> each(ref, scope, trace);
            case "module" -> output(ref, scope, trace);
            case "data" -> unknown;
            default -> attribute(ref, scope, trace);
        };
    }

    /** What is left of a path, taken of an object. */
    private End inside(End end, List<String> rest, Ref ref, String file, Trace trace) {
        End here = end;
        for (String name : rest) {
            if (!(here.expr() instanceof Obj object)) {
                return new End(ref, here.scope());
            }
            Optional<Expr> value = object.get(name);
            if (value.isEmpty()) {
                return new End(ref, here.scope());
            }
            trace.through(file, value.get().mark());
            here = follow(value.get(), here.scope(), file, trace);
        }
        return here;
    }

    /** What stands for a reference, and what the rest of its path takes of that. */
    private End through(Expr value, Scope scope, String file, int taken, Ref ref, Trace trace) {
        trace.through(file, value.mark());
        return inside(follow(value, scope, file, trace), after(ref, taken), ref, file, trace);
    }

    private static List<String> after(Ref ref, int taken) {
        return ref.path().subList(taken, ref.path().size());
    }

    private End variable(Ref ref, Scope scope, Trace trace) {
        String name = ref.path().get(1);
        Module module = scope.module();
        Argument argument = module.arguments().get(name);
        if (argument != null) {
            return through(argument.value(), argument.scope(), argument.file(), 2, ref, trace);
        }
        trace.asks(name);
        if (module.arguments().isEmpty() && given.containsKey(name)) {
            Value value = given.get(name);
            trace.through(value.place());
            return new End(new Literal(value.text(), ref.mark()), scope);
        }
        Scope none = new Scope(module, Optional.empty());
        for (VarFile values : values(module)) {
            Optional<Attribute> found = values.body().attribute(name);
            if (found.isPresent()) {
                return through(found.get().value(), none, values.path(), 2, ref, trace);
            }
        }
        for (Placed placed : placed(module)) {
            Optional<Attribute> otherwise = placed.block().body().attribute("default");
            if (placed.block().type().equals("variable")
                    && placed.block().label(0).equals(name)
                    && otherwise.isPresent()
                    && !(otherwise.get().value() instanceof Literal(String text, Mark m) && text.equals("null"))) {
                trace.defaulted();
                return through(otherwise.get().value(), none, placed.file(), 2, ref, trace);
            }
        }
        return new End(ref, scope);
    }

    /** The files of values that a module of a root folder reads, the one that wins first. */
    private List<VarFile> values(Module module) {
        if (!module.id().equals(module.folder())) {
            return List.of();
        }
        List<VarFile> all = new ArrayList<>();
        module.values().ifPresent(all::add);
        List<VarFile> read = automatic.getOrDefault(module.folder(), List.of());
        // later files of the alphabet win
        for (int i = read.size() - 1; i >= 0; i--) {
            if (!Paths.name(read.get(i).path()).equals(FIRST)) {
                all.add(read.get(i));
            }
        }
        read.stream().filter(f -> Paths.name(f.path()).equals(FIRST)).forEach(all::add);
        return all;
    }

    private End local(Ref ref, Scope scope, Trace trace) {
        String name = ref.path().get(1);
        for (Placed placed : placed(scope.module())) {
            if (placed.block().type().equals("locals")) {
                Optional<Attribute> found = placed.block().body().attribute(name);
                if (found.isPresent()) {
                    return through(found.get().value(), placed.scope(), placed.file(), 2, ref, trace);
                }
            }
        }
        return new End(ref, scope);
    }

    private End each(Ref ref, Scope scope, Trace trace) {
        if (scope.turn().isEmpty()) {
            return new End(ref, scope);
        }
        Turn turn = scope.turn().get();
        Pair element = turn.element();
        trace.add(turn.trace());
        if (ref.path().get(1).equals("key")) {
            return new End(new Literal(element.key(), ref.mark()), scope);
        }
        Scope none = new Scope(scope.module(), Optional.empty());
        return inside(follow(element.value(), none, turn.file(), trace), after(ref, 2), ref, turn.file(), trace);
    }

    private End output(Ref ref, Scope scope, Trace trace) {
        if (ref.path().size() < 3) {
            return new End(ref, scope);
        }
        for (File file : files(scope.module())) {
            for (Block block : file.body().blocks()) {
                if (block.type().equals("module")
                        && block.label(0).equals(ref.path().get(1))) {
                    Optional<String> folder = source(scope.module().folder(), block);
                    if (folder.isPresent()) {
                        return outputOf(called(scope.module(), folder.get(), file, block), ref, scope, trace);
                    }
                }
            }
        }
        return new End(ref, scope);
    }

    private End outputOf(Module module, Ref ref, Scope scope, Trace trace) {
        for (Placed placed : placed(module)) {
            Optional<Attribute> value = placed.block().body().attribute("value");
            if (placed.block().type().equals("output")
                    && placed.block().label(0).equals(ref.path().get(2))
                    && value.isPresent()) {
                return through(value.get().value(), placed.scope(), placed.file(), 3, ref, trace);
            }
        }
        return new End(ref, scope);
    }

    /** An attribute of a resource that the folder declares; what only the cloud knows stays a reference. */
    private End attribute(Ref ref, Scope scope, Trace trace) {
        List<String> path = ref.path();
        if (path.size() < 3) {
            return new End(ref, scope);
        }
        Optional<Placed> resource = resource(scope.module(), path.get(0), path.get(1));
        String name = path.getLast();
        Optional<Attribute> found = resource.flatMap(r -> r.block().body().attribute(name));
        if (resource.isEmpty() || found.isEmpty()) {
            return new End(ref, scope);
        }
        trace.through(resource.get().file(), found.get().value().mark());
        return follow(
                found.get().value(), resource.get().scope(), resource.get().file(), trace);
    }

    /** The literals of a file's defaults, or of a file of values. */
    public List<Literal> literals(String path) {
        List<Literal> all = new ArrayList<>();
        Body body = bodies.getOrDefault(path, new Body(List.of(), List.of()));
        if (path.endsWith(".tfvars")) {
            body.attributes().forEach(a -> literals(a.value(), all));
        } else {
            body.blocks().stream()
                    .filter(b -> b.type().equals("variable"))
                    .forEach(b -> b.body().attribute("default").ifPresent(a -> literals(a.value(), all)));
        }
        return all;
    }

    private static void literals(Expr value, List<Literal> all) {
        switch (value) {
            case Literal literal -> all.add(literal);
            case Obj object -> object.pairs().forEach(p -> literals(p.value(), all));
            case Items items -> items.all().forEach(i -> literals(i, all));
            case Ref r -> {}
            case Expr.Index i -> {}
            case Template t -> {}
            case Apply a -> {}
            case Other o -> {}
        }
    }
}
