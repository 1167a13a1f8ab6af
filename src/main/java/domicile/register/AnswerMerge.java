package domicile.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two states of one assessment that came from the same one, as one: what either has changed counts. Answers and notes
 * are merged by question, lists by their elements, everything else as a whole; what both have changed, and differently,
 * stays as it was stored first and is told.
 */
public final class AnswerMerge {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MissingNode NONE = MissingNode.getInstance();
    /** What is merged by its own parts, and not as a whole. */
    private static final Set<String> BY_PART = Set.of("answers", "asides", "drafts", "meeting");
    /** What tells elements of a list apart; of others, all that they say. */
    private static final Map<String, List<String>> KEYS =
            Map.of("accepted", List.of("offering", "requirement"), "decisions", List.of("subject", "id"));
    /** Counted up in every window in which a meeting runs. */
    private static final String SECONDS = "seconds";
    /** What is half-typed in a form belongs to its window. */
    private static final String DRAFTS = "drafts";
    /** What programs note for themselves. */
    private static final Set<String> NOTED = Set.of("schema", "rules", "seenRules");

    /**
     * What both have changed.
     *
     * @param path the part of the state, such as {@code answers}, and in it the question's id, a field, or what tells
     *     an element of a list apart; empty for all of it
     * @param mine as JSON; empty where it was taken out
     * @param theirs likewise; what stays
     */
    public record Conflict(List<String> path, String mine, String theirs) {
        public Conflict {
            path = List.copyOf(path);
        }
    }

    /**
     * What came of it.
     *
     * @param answers as JSON
     */
    public record Merged(String answers, List<Conflict> conflicts) {
        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    private final List<Conflict> conflicts = new ArrayList<>();

    private AnswerMerge() {}

    /**
     * Merges.
     *
     * @param base the state that both came from
     * @param theirs what was stored first
     */
    public static Merged of(String base, String mine, String theirs) {
        return of(base, mine, theirs, base);
    }

    /**
     * As {@link #of(String, String, String)}, where whoever has {@code mine} has written an earlier state of it: what
     * is stored as they wrote it is nobody else's.
     */
    public static Merged of(String base, String mine, String theirs, String written) {
        if (theirs.equals(written) || theirs.equals(mine)) {
            return new Merged(mine, List.of());
        }
        JsonNode b = read(base);
        JsonNode m = read(mine);
        JsonNode t = read(theirs);
        JsonNode w = read(written);
        if (!m.isObject() || !t.isObject()) {
            return new Merged(theirs, List.of(new Conflict(List.of(), mine, theirs)));
        }
        AnswerMerge merge = new AnswerMerge();
        return new Merged(merge.fields(List.of(), b, m, t, w).toString(), merge.conflicts);
    }

    /** Whether two states say the same. */
    static boolean same(String one, String other) {
        return read(one).equals(read(other));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // damaged as it may be, it is shown beside the other
            return NONE;
        }
    }

    private JsonNode fields(List<String> path, JsonNode base, JsonNode mine, JsonNode theirs, JsonNode written) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String key : names(theirs, mine)) {
            put(merged, key, one(with(path, key), base.path(key), mine.path(key), theirs.path(key), written.path(key)));
        }
        // a part that one of them has dropped with all that was in it
        return merged.isEmpty() && (mine.isMissingNode() || theirs.isMissingNode()) ? NONE : merged;
    }

    private JsonNode one(List<String> path, JsonNode base, JsonNode mine, JsonNode theirs, JsonNode written) {
        if (theirs.equals(written) || theirs.equals(base)) {
            return mine;
        }
        if (mine.equals(theirs) || mine.equals(base)) {
            return theirs;
        }
        if (path.size() == 1 && BY_PART.contains(path.getFirst()) && (mine.isObject() || theirs.isObject())) {
            return fields(path, base, mine, theirs, written);
        }
        if (mine.isArray() && theirs.isArray()) {
            return elements(path, base, mine, theirs, written);
        }
        if (path.getFirst().equals(DRAFTS)) {
            return mine;
        }
        if (NOTED.contains(path.getFirst())) {
            return theirs;
        }
        if (path.getLast().equals(SECONDS)) {
            return mine.asLong() > theirs.asLong() ? mine : theirs;
        }
        conflicts.add(new Conflict(path, said(mine), said(theirs)));
        return theirs;
    }

    private static String said(JsonNode node) {
        return node.isMissingNode() ? "" : node.toString();
    }

    private ArrayNode elements(List<String> path, JsonNode base, JsonNode mine, JsonNode theirs, JsonNode written) {
        Map<String, JsonNode> b = byKey(base, path.getLast());
        Map<String, JsonNode> m = byKey(mine, path.getLast());
        Map<String, JsonNode> t = byKey(theirs, path.getLast());
        Map<String, JsonNode> w = byKey(written, path.getLast());
        Map<String, JsonNode> merged = new LinkedHashMap<>();
        Stream.concat(t.keySet().stream(), m.keySet().stream())
                .distinct()
                .forEach(id -> merged.put(
                        id,
                        one(
                                with(path, id),
                                b.getOrDefault(id, NONE),
                                m.getOrDefault(id, NONE),
                                t.getOrDefault(id, NONE),
                                w.getOrDefault(id, NONE))));
        return list(merged);
    }

    private static List<String> with(List<String> path, String next) {
        return Stream.concat(path.stream(), Stream.of(next)).toList();
    }

    private static ArrayNode list(Map<String, JsonNode> elements) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        elements.values().stream().filter(e -> !e.isMissingNode()).forEach(list::add);
        return list;
    }

    private static Map<String, JsonNode> byKey(JsonNode list, String name) {
        List<String> fields = KEYS.getOrDefault(name, List.of());
        Map<String, JsonNode> all = new LinkedHashMap<>();
        list.forEach(e -> all.put(
                fields.isEmpty()
                        ? e.toString()
                        : fields.stream().map(f -> e.path(f).asText()).collect(Collectors.joining(" ")),
                e));
        return all;
    }

    private static Set<String> names(JsonNode first, JsonNode second) {
        Set<String> names = new LinkedHashSet<>();
        first.fieldNames().forEachRemaining(names::add);
        second.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * A state with what a person has decided about a conflict.
     *
     * @param value as {@link Conflict#mine} says it
     */
    public static String with(String answers, Conflict conflict, String value) {
        return put(read(answers), "", conflict.path(), value.isEmpty() ? NONE : read(value))
                .toString();
    }

    private static JsonNode put(JsonNode at, String name, List<String> path, JsonNode value) {
        if (path.isEmpty()) {
            return value;
        }
        String next = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (at instanceof ArrayNode list) {
            Map<String, JsonNode> all = byKey(list, name);
            all.put(next, put(all.getOrDefault(next, NONE), next, rest, value));
            return list(all);
        }
        ObjectNode all = at instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
        put(all, next, put(all.path(next), next, rest, value));
        return all;
    }

    private static void put(ObjectNode into, String name, JsonNode value) {
        if (value.isMissingNode()) {
            into.remove(name);
        } else {
            into.set(name, value);
        }
    }
}
