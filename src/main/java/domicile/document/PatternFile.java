package domicile.document;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.residency.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The patterns of one language, {@code domicile.clausepatterns/1}: data that a lawyer can read, review and extend. */
final class PatternFile {
    static final String SCHEMA = "domicile.clausepatterns/1";

    /** The words of a language with which every kind of clause is found. */
    record Kind(List<ClausePattern> patterns, Phrases hedges) {}

    final String language;
    final int version;
    final Set<String> stopwords;
    final List<String> months;
    final Map<String, List<String>> places;
    final Map<Paper, Phrases> papers = new EnumMap<>(Paper.class);
    final Map<Evidence.Kind, Kind> kinds = new EnumMap<>(Evidence.Kind.class);
    final Map<Warning, Phrases> warnings = new EnumMap<>(Warning.class);
    private final Map<String, Phrases> words = new HashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    /** What many patterns ask for is made once. */
    private final Map<String, Phrases> single = new HashMap<>();

    private PatternFile(JsonValue root) {
        root.only(
                "schema",
                "language",
                "version",
                "stopwords",
                "months",
                "places",
                "papers",
                "words",
                "warnings",
                "lists",
                "kinds");
        String schema = root.get("schema").text();
        if (!schema.equals(SCHEMA)) {
            throw root.get("schema").refuse(JsonProblem.WRONG_SCHEMA, schema, SCHEMA);
        }
        language = root.get("language").text();
        version = root.get("version").whole(1, 1_000);
        stopwords = Set.copyOf(texts(root.get("stopwords")));
        months = texts(root.get("months"));
        places = new LinkedHashMap<>();
        root.get("places").fields().forEach((code, names) -> places.put(code, texts(names)));
        root.get("lists").fields().forEach((name, all) -> lists.put(name, texts(all)));
        root.get("papers").fields().forEach((name, all) -> papers.put(Paper.valueOf(name), phrases(all)));
        root.get("words").fields().forEach((name, all) -> words.put(name, phrases(all)));
        root.get("warnings").fields().forEach((name, all) -> warnings.put(Warning.valueOf(name), phrases(all)));
        root.get("kinds").fields().forEach((name, kind) -> kinds.put(Evidence.Kind.valueOf(name), kind(kind)));
    }

    /** The shipped file of a language. */
    static PatternFile shipped(String language) {
        String file = "clauses/" + language + ".json";
        try (InputStream in = PatternFile.class.getResourceAsStream("/domicile/data/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return read(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file's bytes. */
    static PatternFile read(String name, byte[] bytes) {
        return new PatternFile(StrictJson.read(name, bytes));
    }

    /** Words that the finder asks for by name. */
    Phrases words(String name) {
        return Optional.ofNullable(words.get(name))
                .orElseThrow(() -> new IllegalStateException(language + " has no words for " + name));
    }

    private Kind kind(JsonValue json) {
        json.only("patterns", "hedges");
        return new Kind(json.get("patterns").items().stream().map(this::pattern).toList(), phrases(json.get("hedges")));
    }

    private ClausePattern pattern(JsonValue json) {
        json.only(
                "name", "group", "weight", "near", "all", "none", "more", "needs", "papers", "under", "title", "warns",
                "finds", "leaves");
        return new ClausePattern(
                json.get("name").text(),
                json.find("group").map(JsonValue::text).orElse(""),
                json.find("weight").map(n -> n.whole(1, 10)).orElse(6),
                json.find("near").map(JsonValue::truth).orElse(false),
                each(json, "all"),
                each(json, "none"),
                each(json, "more"),
                set(json, "needs", ClausePattern.Need.class),
                set(json, "papers", Paper.class),
                json.find("under").map(n -> single(n.text())),
                json.find("title").map(n -> single(n.text())),
                set(json, "warns", Warning.class),
                json.get("finds").ownWords(),
                json.get("leaves").ownWords());
    }

    private static <E extends Enum<E>> Set<E> set(JsonValue json, String field, Class<E> type) {
        return json.find(field)
                .map(n -> Set.copyOf(n.items().stream().map(i -> i.oneOf(type)).toList()))
                .orElse(Set.of());
    }

    private List<Phrases> each(JsonValue json, String field) {
        return json.find(field)
                .map(n -> n.items().stream().map(i -> single(i.text())).toList())
                .orElse(List.of());
    }

    /** A list by its name, or one phrase. */
    private Phrases single(String text) {
        return single.computeIfAbsent(text, t -> new Phrases(named(t)));
    }

    private Phrases phrases(JsonValue all) {
        List<String> phrases = new ArrayList<>();
        texts(all).forEach(text -> phrases.addAll(named(text)));
        return new Phrases(phrases);
    }

    /** A list by its name, or the phrase itself. */
    private List<String> named(String text) {
        if (!text.startsWith("@")) {
            return List.of(text);
        }
        return Optional.ofNullable(lists.get(text.substring(1)))
                .orElseThrow(() -> new IllegalStateException(language + " has no list " + text));
    }

    private static List<String> texts(JsonValue all) {
        return all.items().stream().map(JsonValue::ownWords).toList();
    }
}
