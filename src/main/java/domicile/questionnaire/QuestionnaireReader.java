package domicile.questionnaire;

import domicile.json.Node;
import domicile.json.Refusal;
import domicile.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code domicile.questionnaire/1}. */
final class QuestionnaireReader {
    static final String SCHEMA = "domicile.questionnaire/1";

    private static final String SHIPPED = "questionnaire/domicile.json";
    private static final Pattern ANY_ID = Pattern.compile("[A-Za-z0-9&.:()/ _-]{1,80}");

    private final Map<String, Node> known = new HashMap<>();

    private QuestionnaireReader() {}

    static Questionnaire shipped() {
        try (InputStream in = QuestionnaireReader.class.getResourceAsStream("/domicile/data/" + SHIPPED)) {
            if (in == null) {
                throw Refusal.FILE_MISSING.at(SHIPPED);
            }
            return read(SHIPPED, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Questionnaire read(String name, byte[] bytes) {
        Node root = StrictJson.read(name, bytes).only("schema", "sections");
        String schema = root.get("schema").text();
        if (!schema.equals(SCHEMA)) {
            throw root.get("schema").refuse(Refusal.WRONG_SCHEMA, schema, SCHEMA);
        }
        QuestionnaireReader reader = new QuestionnaireReader();
        return new Questionnaire(
                root.get("sections").items().stream().map(reader::section).toList());
    }

    private Questionnaire.Section section(Node node) {
        node.only("id", "title", "questions");
        return new Questionnaire.Section(
                node.get("id").matching(ANY_ID, Refusal.BAD_ID),
                words(node.get("title")),
                node.get("questions").items().stream().map(this::question).toList());
    }

    private Question question(Node node) {
        node.only("id", "type", "title", "help", "why", "when", "feeds", "requirements", "controls", "options");
        String id = node.get("id").matching(ANY_ID, Refusal.BAD_ID);
        Optional<Condition> when = node.find("when").map(this::condition);
        Node first = known.putIfAbsent(id, node);
        if (first != null) {
            throw node.get("id").refuse(Refusal.DUPLICATE, id, first.where());
        }
        return new Question(
                id,
                node.get("type").oneOf(Question.Type.class),
                words(node.get("title")),
                node.find("help").map(QuestionnaireReader::words).orElse(new Question.Words(Map.of())),
                words(node.get("why")),
                when.orElse(new Condition.Always()),
                node.find("feeds").map(n -> n.oneOf(Question.Feeds.class)),
                ids(node, "requirements"),
                ids(node, "controls"),
                node.find("options")
                        .map(n -> n.items().stream()
                                .map(QuestionnaireReader::option)
                                .toList())
                        .orElse(List.of()));
    }

    private static Question.Option option(Node node) {
        node.only("value", "label");
        return new Question.Option(node.get("value").text(), words(node.get("label")));
    }

    private static List<String> ids(Node node, String field) {
        return node.find(field)
                .map(n -> n.items().stream()
                        .map(i -> i.matching(ANY_ID, Refusal.BAD_ID))
                        .toList())
                .orElse(List.of());
    }

    private static Question.Words words(Node node) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        node.get("en");
        node.fields().forEach((language, text) -> byLanguage.put(language, text.text()));
        return new Question.Words(byLanguage);
    }

    /** A condition can only look back: what it asks about stands before it. */
    private Condition condition(Node node) {
        node.only("question", "contains", "answered", "all", "any");
        if (node.find("all").isPresent()) {
            return new Condition.All(
                    node.get("all").items().stream().map(this::condition).toList());
        }
        if (node.find("any").isPresent()) {
            return new Condition.Any(
                    node.get("any").items().stream().map(this::condition).toList());
        }
        if (node.find("answered").isPresent()) {
            return new Condition.Answered(earlier(node.get("answered")));
        }
        return new Condition.Contains(
                earlier(node.get("question")),
                node.get("contains").items().stream().map(Node::text).toList());
    }

    private String earlier(Node node) {
        String id = node.text();
        if (!known.containsKey(id)) {
            throw node.refuse(Refusal.UNKNOWN_VALUE, id, "the id of a question that stands before this one");
        }
        return id;
    }
}
