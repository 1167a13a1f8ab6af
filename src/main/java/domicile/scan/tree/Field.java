package domicile.scan.tree;

import domicile.scan.tree.Node.Entry;
import domicile.scan.tree.Node.Mapping;
import domicile.scan.tree.Node.Scalar;
import domicile.scan.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value with the key that it has, whichever way the file writes that: {@code key: value}, an item of
 * {@code KEY=value}, or a pair of {@code name} and {@code value} as Kubernetes has it.
 *
 * @param path the keys that lead to it, joined by dots; items of lists add none
 * @param siblings the fields of the same object
 * @param parentKey the key of the mapping that it stands in
 */
public record Field(String key, String path, Scalar value, Siblings siblings, String parentKey) {
    private static final int MOST = 200_000;

    /** The fields of one object, by key. */
    public static final class Siblings {
        private final Map<String, Field> byKey = new HashMap<>();

        /** The first field with this key. */
        public Optional<Field> get(String key) {
            return Optional.ofNullable(byKey.get(key));
        }
    }

    /** All fields of a document, in its order. */
    public static List<Field> of(Node root) {
        Walk walk = new Walk();
        walk.node(root, "", "", new Siblings());
        return walk.fields;
    }

    private static final class Walk {
        final List<Field> fields = new ArrayList<>();
        // an alias is the same node once more, and aliases of aliases are many
        private int visited;

        void node(Node node, String key, String path, Siblings siblings) {
            if (visited++ > MOST) {
                return;
            }
            switch (node) {
                case Scalar scalar -> add(key, path, scalar, siblings, "");
                case Sequence sequence -> sequence(sequence, key, path);
                case Mapping mapping -> mapping(mapping, key, path);
            }
        }

        private void mapping(Mapping mapping, String key, String path) {
            Siblings own = new Siblings();
            for (Entry entry : mapping.entries()) {
                String below = path.isEmpty() ? entry.key() : path + "." + entry.key();
                if (entry.value() instanceof Scalar scalar) {
                    add(entry.key(), below, scalar, own, key);
                } else {
                    node(entry.value(), entry.key(), below, own);
                }
            }
        }

        private void sequence(Sequence sequence, String key, String path) {
            Siblings together = new Siblings();
            for (Node item : sequence.items()) {
                Optional<Mapping> pair = Optional.of(item)
                        .filter(Mapping.class::isInstance)
                        .map(Mapping.class::cast)
                        .filter(m ->
                                m.text("name").isPresent() && m.text("value").isPresent());
                if (pair.isPresent()) {
                    String name = pair.get().text("name").orElseThrow().text();
                    add(name, path + "." + name, pair.get().text("value").orElseThrow(), together, key);
                } else if (item instanceof Scalar scalar && assignment(scalar.text())) {
                    String text = scalar.text();
                    int equals = text.indexOf('=');
                    String name = equals < 0 ? text : text.substring(0, equals);
                    Scalar value = new Scalar(
                            equals < 0 ? "${" + text + "}" : text.substring(equals + 1), scalar.mark(), true);
                    add(name, path + "." + name, value, together, key);
                } else {
                    node(item, key, path, new Siblings());
                }
            }
        }

        private static boolean assignment(String text) {
            int end = text.indexOf('=');
            String name = end < 0 ? text : text.substring(0, end);
            return !name.isEmpty()
                    && (end > 0 || name.indexOf('_') > 0)
                    && name.chars().allMatch(c -> c == '_' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
        }

        private void add(String key, String path, Scalar value, Siblings siblings, String parentKey) {
            Field field = new Field(key, path, value, siblings, parentKey);
            siblings.byKey.putIfAbsent(key, field);
            fields.add(field);
        }
    }
}
