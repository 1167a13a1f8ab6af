package domicile.scan;

import domicile.scan.tree.DotenvText;
import domicile.scan.tree.Field;
import domicile.scan.tree.JsonText;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Node;
import domicile.scan.tree.PropertiesText;
import domicile.scan.tree.TomlText;
import domicile.scan.tree.UnreadableException;
import domicile.scan.tree.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that a ConfigMap holds as its values: read by their own readers, at the outer file's lines. */
final class Embedded {
    private static final int INDENT = 4;

    private Embedded() {}

    /** The files inside a document. */
    static List<Project.Document> in(SourceFile file, Node root) throws UnreadableException {
        List<Project.Document> all = new ArrayList<>();
        String kind = Node.text(root, "kind").map(Node.Scalar::text).orElse("");
        if (!kind.equals("ConfigMap") && !kind.equals("Secret")) {
            return all;
        }
        for (String part : List.of("data", "stringData")) {
            if (Node.at(root, part).orElse(null) instanceof Node.Mapping data) {
                for (Node.Entry entry : data.entries()) {
                    if (entry.value() instanceof Node.Scalar scalar
                            && scalar.text().indexOf('\n') >= 0) {
                        file(file, entry.key(), scalar).ifPresent(all::add);
                    }
                }
            }
        }
        return all;
    }

    private static Optional<Project.Document> file(SourceFile outer, String name, Node.Scalar scalar)
            throws UnreadableException {
        Optional<Format> format = Format.of(name);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.text();
        try {
            List<Node> roots = switch (format.get()) {
                case YAML -> YamlText.read(text);
                case JSON -> JsonText.read(text).stream().toList();
                case DOTENV -> List.of(DotenvText.read(text));
                case PROPERTIES -> List.of(PropertiesText.read(text));
                case TOML -> List.of(TomlText.read(text));
                case HCL, BICEP, SOURCE -> List.of();
            };
            List<Node> below = roots.stream().map(r -> moved(r, scalar.mark())).toList();
            List<Field> fields =
                    below.stream().flatMap(r -> Field.of(r).stream()).toList();
            SourceFile inner = new SourceFile(outer.path(), format.get());
            return roots.isEmpty() ? Optional.empty() : Optional.of(new Project.Document(inner, below, fields));
        } catch (UnreadableException e) {
            throw new UnreadableException(e.reason(), e.mark().below(scalar.mark(), INDENT));
        }
    }

    private static Node moved(Node node, Mark outer) {
        return switch (node) {
            case Node.Scalar s -> new Node.Scalar(s.text(), s.mark().below(outer, INDENT), s.expands());
            case Node.Sequence s ->
                new Node.Sequence(
                        s.items().stream().map(i -> moved(i, outer)).toList(),
                        s.mark().below(outer, INDENT));
            case Node.Mapping m ->
                new Node.Mapping(
                        m.entries().stream()
                                .map(e -> new Node.Entry(
                                        e.key(), e.keyMark().below(outer, INDENT), moved(e.value(), outer)))
                                .toList(),
                        m.mark().below(outer, INDENT));
        };
    }
}
