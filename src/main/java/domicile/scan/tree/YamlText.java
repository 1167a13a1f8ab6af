package domicile.scan.tree;

import domicile.scan.tree.Node.Entry;
import domicile.scan.tree.Node.Mapping;
import domicile.scan.tree.Node.Scalar;
import domicile.scan.tree.Node.Sequence;
import domicile.scan.tree.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML as nodes, never as objects: tags such as {@code !Sub} are taken as their text, and keys of {@code <<} are
 * merged here, since the library leaves them.
 */
public final class YamlText {
    private static final int MAX_ALIASES = 50;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setCodePointLimit(4_000_000)
            .setUseMarks(true)
            .build();

    private final Map<org.snakeyaml.engine.v2.nodes.Node, Node> read = new IdentityHashMap<>();
    private final Set<org.snakeyaml.engine.v2.nodes.Node> under =
            java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private int aliases;

    private YamlText() {}

    /** The documents of a file. */
    public static List<Node> read(String text) throws UnreadableException {
        check(text);
        try {
            List<Node> documents = new ArrayList<>();
            for (org.snakeyaml.engine.v2.nodes.Node root : new Compose(SETTINGS).composeAllFromString(text)) {
                documents.add(new YamlText().node(root));
            }
            return documents;
        } catch (YamlEngineException e) {
            throw unreadable(e);
        }
    }

    /** Whether it is YAML that nests no deeper than other files, without keeping it. */
    public static void check(String text) throws UnreadableException {
        try {
            int depth = 0;
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                switch (event.getEventId()) {
                    case MappingStart, SequenceStart -> {
                        depth++;
                        if (depth > JsonText.MAX_DEPTH) {
                            throw new UnreadableException(Reason.TOO_DEEP, mark(event.getStartMark()));
                        }
                    }
                    case MappingEnd, SequenceEnd -> depth--;
                    case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
                }
            }
        } catch (YamlEngineException e) {
            throw unreadable(e);
        }
    }

    /** Whether nothing can be wrong with it, by a look that is much faster than a reading. */
    public static boolean plain(String text) {
        return YamlLook.plain(text);
    }

    private static UnreadableException unreadable(YamlEngineException e) {
        Mark mark = e instanceof MarkedYamlEngineException marked ? mark(marked.getProblemMark()) : new Mark(1, 1);
        // the library counts aliases too, and says so in words alone
        boolean aliases = String.valueOf(e.getMessage()).contains("aliases");
        return new UnreadableException(
                aliases ? Reason.TOO_MANY_ALIASES : Reason.SYNTAX, mark.line(), mark.column(), e);
    }

    private static Mark mark(Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark) {
        return mark.map(m -> new Mark(m.getLine() + 1, m.getColumn() + 1)).orElse(new Mark(1, 1));
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node) throws UnreadableException {
        Node known = read.get(node);
        if (known != null) {
            aliases += node instanceof ScalarNode ? 0 : 1;
            if (aliases > MAX_ALIASES) {
                throw new UnreadableException(Reason.TOO_MANY_ALIASES, mark(node.getStartMark()));
            }
            return known;
        }
        if (!under.add(node)) {
            throw new UnreadableException(Reason.TOO_MANY_ALIASES, mark(node.getStartMark()));
        }
        Mark mark = mark(node.getStartMark());
        Node made = switch (node) {
            case MappingNode mapping -> mapping(mapping, mark);
            case SequenceNode sequence -> {
                List<Node> items = new ArrayList<>();
                for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
                    items.add(node(item));
                }
                yield new Sequence(items, mark);
            }
            case ScalarNode scalar -> new Scalar(scalar.getValue(), text(scalar, mark), true);
            default -> throw new IllegalStateException("a composed node is no " + node.getNodeType());
        };
        under.remove(node);
        read.put(node, made);
        return made;
    }

    /** A block scalar's text begins in the line below its sign. */
    private static Mark text(ScalarNode scalar, Mark mark) {
        boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        boolean oneLine = scalar.getValue().strip().indexOf('\n') < 0;
        return block && oneLine ? new Mark(mark.line() + 1, 1) : mark;
    }

    private Mapping mapping(MappingNode mapping, Mark mark) throws UnreadableException {
        List<Entry> own = new ArrayList<>();
        List<Entry> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                // a mapping as a key: what a template's braces look like
                throw new UnreadableException(
                        Reason.SYNTAX, mark(tuple.getKeyNode().getStartMark()));
            }
            Node value = node(tuple.getValueNode());
            if (key.getValue().equals("<<") && !(value instanceof Scalar)) {
                merged.addAll(merged(value));
            } else {
                own.add(new Entry(key.getValue(), mark(key.getStartMark()), value));
            }
        }
        Set<String> keys = new HashSet<>();
        own.forEach(e -> keys.add(e.key()));
        for (Entry entry : merged) {
            if (keys.add(entry.key())) {
                own.add(entry);
            }
        }
        return new Mapping(own, mark);
    }

    private static List<Entry> merged(Node value) {
        return switch (value) {
            case Mapping mapping -> mapping.entries();
            case Sequence sequence ->
                sequence.items().stream().flatMap(item -> merged(item).stream()).toList();
            case Scalar s -> List.of();
        };
    }
}
