package domicile.scan;

import domicile.scan.tree.Field;
import domicile.scan.tree.Interpolation.Value;
import domicile.scan.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The documents of a tree that others may refer to, and the values that variables have by them. */
final class Project {
    /** A configuration file that was read. */
    record Document(SourceFile file, List<Node> roots, List<Field> fields) {}

    private final Map<String, Document> documents = new TreeMap<>();
    private final Map<String, List<Document>> byFolder = new HashMap<>();
    private final Map<String, Value> given;

    /** @param given values that a pipeline knows: they win over all */
    Project(Map<String, Value> given) {
        this.given = Map.copyOf(given);
    }

    void add(Document document) {
        documents.put(document.file().path(), document);
        byFolder.computeIfAbsent(document.file().folder(), f -> new ArrayList<>())
                .add(document);
    }

    Optional<Document> document(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    /** The value that a pipeline gives. */
    Optional<Value> given(String name) {
        return Optional.ofNullable(given.get(name));
    }

    Map<String, Value> given() {
        return given;
    }

    private List<Document> folder(String folder) {
        return byFolder.getOrDefault(folder, List.of());
    }

    /**
     * The value of a variable in a file.
     *
     * @param before the fields above the one that asks: what dotenv files may refer to
     */
    Optional<Value> value(SourceFile file, List<Field> before, String name) {
        return given(name)
                .or(() -> file.format() == Format.DOTENV ? last(file, before, name) : Optional.empty())
                .or(() -> inDotenv(file, name))
                .or(() -> inSpring(file, name))
                .or(() -> inCompose(file, name));
    }

    private static Optional<Value> last(SourceFile file, List<Field> fields, String name) {
        return fields.stream()
                .filter(f -> f.key().equals(name))
                .reduce((first, second) -> second)
                .map(f -> value(file, f));
    }

    private static Value value(SourceFile file, Field field) {
        return new Value(
                field.value().text(),
                file.place(field.value().mark()),
                field.value().expands());
    }

    private Optional<Value> inDotenv(SourceFile file, String name) {
        return document(file.beside(".env"))
                .filter(d -> !d.file().equals(file))
                .flatMap(d -> last(d.file(), d.fields(), name));
    }

    private Optional<Value> inSpring(SourceFile file, String name) {
        boolean spring = file.name().startsWith("application");
        if (!spring) {
            return Optional.empty();
        }
        String own = stem(file.name());
        for (String stem : own.equals("application") ? List.of(own) : List.of(own, "application")) {
            for (Document d : folder(file.folder())) {
                if (stem(d.file().name()).equals(stem)) {
                    Optional<Value> found = d.fields().stream()
                            .filter(f -> f.path().equals(name))
                            .reduce((a, b) -> b)
                            .map(f -> value(d.file(), f));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String stem(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** What Compose gives its services, and the files that it names. */
    private Optional<Value> inCompose(SourceFile file, String name) {
        for (Document d : folder(file.folder())) {
            if (compose(d.file().name()) && !d.file().equals(file)) {
                Optional<Value> found = d.fields().stream()
                        .filter(f -> f.key().equals(name) && f.path().contains(".environment."))
                        .findFirst()
                        .map(f -> value(d.file(), f));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return compose(file.name()) ? inEnvFiles(file, name) : Optional.empty();
    }

    private Optional<Value> inEnvFiles(SourceFile file, String name) {
        return document(file.path()).stream()
                .flatMap(d -> d.fields().stream())
                .filter(f -> f.key().equals("env_file") || f.path().endsWith(".env_file.path"))
                .flatMap(f -> document(Paths.join(file.folder(), f.value().text())).stream())
                .flatMap(d -> last(d.file(), d.fields(), name).stream())
                .findFirst();
    }

    static boolean compose(String name) {
        return name.startsWith("docker-compose") || name.startsWith("compose.");
    }

    /** Whether others may refer to a file, whatever stands in it. */
    static boolean referredTo(SourceFile file) {
        String name = file.name();
        return file.format() == Format.DOTENV
                || file.format() == Format.HCL
                || file.format() == Format.BICEP
                || compose(name)
                || name.startsWith("application")
                || name.endsWith("parameters.json")
                || name.equals("Chart.yaml");
    }

    List<Document> all() {
        return List.copyOf(documents.values());
    }
}
