package domicile.questionnaire;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.FileProblem;
import domicile.problem.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code domicile.questionnaire/1}. {@code questionnaire.schema.json} beside the shipped file says the same. */
final class QuestionnaireReader {
    static final String SCHEMA = "domicile.questionnaire/1";

    private static final String SHIPPED = "questionnaire/domicile.json";
    private static final Pattern ANY_ID = Pattern.compile("[A-Za-z0-9&.:()/ _-]{1,80}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final String ENGLISH = "en";

    private final List<String> languages;
    private final Set<String> requirements;
    // by id, where each stands, as a refusal says it
    private final Map<String, Object> sections = new HashMap<>();
    private final Map<String, Object> questions = new HashMap<>();
    private final Map<String, List<String>> optionsOf = new HashMap<>();
    private final Map<Question.Feeds, String> fed = new EnumMap<>(Question.Feeds.class);

    private QuestionnaireReader(List<String> languages, Set<String> requirements) {
        this.languages = languages;
        this.requirements = requirements;
    }

    static Questionnaire shipped() {
        try (InputStream in = QuestionnaireReader.class.getResourceAsStream("/domicile/data/" + SHIPPED)) {
            if (in == null) {
                throw FileProblem.FILE_MISSING.at(SHIPPED);
            }
            return read(SHIPPED, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Questionnaire read(String name, byte[] bytes) {
        return new Questionnaire(read(new Questionnaire(List.of()), name, bytes, Set.of()));
    }

    /**
     * The sections of a file that comes after others.
     *
     * @param base what its conditions may look back to
     * @param requirements the ids of the requirements that it may name; empty when they are not checked
     */
    static List<Questionnaire.Section> read(Questionnaire base, String name, byte[] bytes, Set<String> requirements) {
        JsonValue root = StrictJson.read(name, bytes).only("schema", "languages", "sections");
        String schema = root.get("schema").text();
        if (!schema.equals(SCHEMA)) {
            throw root.get("schema").refuse(JsonProblem.WRONG_SCHEMA, schema, SCHEMA);
        }
        QuestionnaireReader reader = new QuestionnaireReader(
                root.find("languages").map(QuestionnaireReader::languages).orElse(List.of(ENGLISH)), requirements);
        base.questions().forEach(q -> reader.know(q, Message.of("another.file")));
        return root.get("sections").items().stream().map(reader::section).toList();
    }

    private void know(Question question, Object where) {
        questions.put(question.id(), where);
        optionsOf.put(
                question.id(),
                question.options().stream().map(Question.Option::value).toList());
        question.feeds().ifPresent(f -> fed.put(f, question.id()));
    }

    /** English is always among them: it stands in for a language that a file does not have. */
    private static List<String> languages(JsonValue node) {
        List<String> languages = node.filledSet(n -> n.matching(LANGUAGE, JsonProblem.BAD_CODE));
        if (!languages.contains(ENGLISH)) {
            throw node.refuse(QuestionnaireProblem.MISSING_LANGUAGE, String.join(", ", languages), ENGLISH);
        }
        return languages;
    }

    private Questionnaire.Section section(JsonValue node) {
        node.only("id", "title", "questions");
        return new Questionnaire.Section(
                once(node.get("id"), sections),
                words(node.get("title")),
                node.get("questions").items().stream().map(this::question).toList());
    }

    private Question question(JsonValue node) {
        node.only("id", "type", "title", "help", "why", "when", "feeds", "requirements", "controls", "options");
        Optional<Condition> when = node.find("when").map(this::condition);
        String id = once(node.get("id"), questions);
        Question.Type type = node.get("type").oneOf(Question.Type.class);
        Question question = new Question(
                id,
                type,
                words(node.get("title")),
                node.find("help").map(this::words).orElse(new Question.Words(Map.of())),
                words(node.get("why")),
                when.orElse(new Condition.Always()),
                node.find("feeds").map(this::feeds),
                ids(node, "requirements"),
                ids(node, "controls"),
                options(node, type));
        if (!requirements.isEmpty()) {
            node.find("requirements").ifPresent(n -> n.items().forEach(this::requirement));
        }
        know(question, node.where());
        return question;
    }

    /** Two questions that fill the same field would each take the other's answer away. */
    private Question.Feeds feeds(JsonValue node) {
        Question.Feeds field = node.oneOf(Question.Feeds.class);
        if (fed.containsKey(field)) {
            throw node.refuse(JsonProblem.DUPLICATE, field, fed.get(field));
        }
        return field;
    }

    private void requirement(JsonValue node) {
        if (!requirements.contains(node.text())) {
            throw node.refuse(JsonProblem.UNKNOWN_VALUE, node.text(), String.join(", ", new TreeSet<>(requirements)));
        }
    }

    private static String once(JsonValue id, Map<String, Object> known) {
        String text = id.matching(ANY_ID, JsonProblem.BAD_ID);
        Optional<Object> first = Optional.ofNullable(known.putIfAbsent(text, id.where()));
        if (first.isPresent()) {
            throw id.refuse(JsonProblem.DUPLICATE, text, first.get());
        }
        return text;
    }

    private List<Question.Option> options(JsonValue node, Question.Type type) {
        return switch (type) {
            case YES_NO, CHOICE, MULTI -> {
                JsonValue list = node.get("options");
                list.filledSet(n -> n.get("value").text());
                yield list.items().stream().map(this::option).toList();
            }
            case TEXT, DATE, NUMBER, AREA, OFFERINGS, WORDS -> {
                node.find("options").ifPresent(n -> {
                    throw n.refuse(QuestionnaireProblem.NO_OPTIONS_HERE, type);
                });
                yield List.of();
            }
        };
    }

    private Question.Option option(JsonValue node) {
        node.only("value", "label");
        return new Question.Option(node.get("value").text(), words(node.get("label")));
    }

    private static List<String> ids(JsonValue node, String field) {
        return node.find(field)
                .map(n -> inOrder(n, i -> i.matching(ANY_ID, JsonProblem.BAD_ID)))
                .orElse(List.of());
    }

    private static List<String> inOrder(JsonValue list, Function<JsonValue, String> reader) {
        list.set(reader);
        return list.items().stream().map(reader).toList();
    }

    /**
     * A text in the languages of the file: all of them and no other, so that nobody meets a question in a foreign one.
     */
    private Question.Words words(JsonValue node) {
        if (!node.fields().keySet().equals(new TreeSet<>(languages))) {
            throw node.refuse(
                    QuestionnaireProblem.MISSING_LANGUAGE,
                    String.join(", ", node.fields().keySet()),
                    String.join(", ", languages));
        }
        Map<String, String> byLanguage = new LinkedHashMap<>();
        node.fields().forEach((language, text) -> byLanguage.put(language, text.text()));
        return new Question.Words(byLanguage);
    }

    /** A condition can only look back: what it asks about stands before it. */
    private Condition condition(JsonValue node) {
        node.only("question", "contains", "answered", "all", "any");
        boolean two = node.find("question").isPresent() && node.find("contains").isPresent();
        if (node.fields().size() != (two ? 2 : 1)) {
            throw node.refuse(QuestionnaireProblem.BAD_CONDITION);
        }
        if (two) {
            return contains(node);
        }
        if (node.find("answered").isPresent()) {
            return new Condition.Answered(earlier(node.get("answered")));
        }
        if (node.find("all").isPresent()) {
            return new Condition.All(conditions(node.get("all")));
        }
        if (node.find("any").isPresent()) {
            return new Condition.Any(conditions(node.get("any")));
        }
        throw node.refuse(QuestionnaireProblem.BAD_CONDITION);
    }

    private List<Condition> conditions(JsonValue list) {
        if (list.items().isEmpty()) {
            throw list.refuse(JsonProblem.EMPTY_LIST);
        }
        return list.items().stream().map(this::condition).toList();
    }

    /** A value that the question cannot have would hide this one for ever. */
    private Condition contains(JsonValue node) {
        String question = earlier(node.get("question"));
        List<String> options = optionsOf.getOrDefault(question, List.of());
        JsonValue values = node.get("contains");
        values.filledSet(JsonValue::text);
        for (JsonValue value : values.items()) {
            if (!options.isEmpty() && !options.contains(value.text())) {
                throw value.refuse(
                        QuestionnaireProblem.UNKNOWN_OPTION, value.text(), question, String.join(", ", options));
            }
        }
        return new Condition.Contains(
                question, values.items().stream().map(JsonValue::text).toList());
    }

    private String earlier(JsonValue node) {
        String id = node.text();
        if (!questions.containsKey(id)) {
            throw node.refuse(QuestionnaireProblem.LATER_QUESTION, id);
        }
        return id;
    }
}
