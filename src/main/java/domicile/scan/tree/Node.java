package domicile.scan.tree;

import java.util.List;
import java.util.Optional;

/** A value of a configuration file that knows where it stands. */
public sealed interface Node {

    Mark mark();

    /**
     * A text, a number or a truth value as it is written.
     *
     * @param expands whether variables in it count
     */
    record Scalar(String text, Mark mark, boolean expands) implements Node {}

    /** Keys and values in the order of the file. */
    record Mapping(List<Entry> entries, Mark mark) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key; the last one where a key stands twice. */
        public Optional<Node> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().equals(key))
                    .map(Entry::value)
                    .reduce((first, last) -> last);
        }

        /** The text of a key. */
        public Optional<Scalar> text(String key) {
            return get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
        }

        /** The mapping of a key. */
        public Optional<Mapping> mapping(String key) {
            return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
        }
    }

    /** Values one after another. */
    record Sequence(List<Node> items, Mark mark) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A key with its value. */
    record Entry(String key, Mark keyMark, Node value) {}

    /** The node that keys lead to, each below the one before. */
    static Optional<Node> at(Node root, String... path) {
        Optional<Node> here = Optional.of(root);
        for (String key : path) {
            here = here.filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .flatMap(m -> m.get(key));
        }
        return here;
    }

    /** The text that keys lead to. */
    static Optional<Scalar> text(Node root, String... path) {
        return at(root, path).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }
}
