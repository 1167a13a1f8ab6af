package domicile.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.json.Node;
import domicile.json.Refusal;
import domicile.json.StrictJson;
import domicile.residency.Areas;
import domicile.residency.Evidence;
import domicile.residency.Place;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as JSON text, {@code domicile.answers/1}, as they are saved. Answers to questions that no longer exist are kept. */
public final class AnswersJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEMA = "domicile.answers/1";

    private AnswersJson() {}

    /** The answers as text. */
    public static String write(Answers answers) {
        Map<String, Object> all = new LinkedHashMap<>();
        answers.byQuestion().forEach((question, answer) -> all.put(question, answer(answer)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("answers", all);
        root.put(
                "evidence",
                answers.evidence().stream().map(AnswersJson::evidence).toList());
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> answer(Answer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (answer) {
            case Answer.Given g -> json.put("values", g.values());
            case Answer.Unknown u -> json.put("unknown", true);
            case Answer.NotApplicable n -> json.put("notApplicable", n.reason());
        }
        if (!answer.note().isEmpty()) {
            json.put("note", answer.note());
        }
        return json;
    }

    private static Map<String, Object> evidence(Evidence e) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", e.offering());
        json.put("kind", e.kind().name());
        json.put("date", e.date().toString());
        json.put("regions", e.regions().stream().map(Place::code).toList());
        json.put("product", e.product());
        json.put("document", e.document());
        return json;
    }

    /** The answers of a text that {@link #write} wrote. */
    public static Answers read(String name, String text, Areas areas) {
        Node root = StrictJson.read(name, text).only("schema", "answers", "evidence");
        if (!root.get("schema").text().equals(SCHEMA)) {
            throw root.get("schema")
                    .refuse(Refusal.WRONG_SCHEMA, root.get("schema").text(), SCHEMA);
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        root.get("answers").fields().forEach((question, node) -> answers.put(question, answer(node)));
        List<Evidence> evidence = root.get("evidence").items().stream()
                .map(n -> evidence(n, areas))
                .toList();
        return new Answers(answers, evidence);
    }

    private static Answer answer(Node node) {
        String note = node.find("note").map(Node::ownWords).orElse("");
        if (node.find("unknown").isPresent()) {
            return new Answer.Unknown(note);
        }
        if (node.find("notApplicable").isPresent()) {
            return new Answer.NotApplicable(node.get("notApplicable").ownWords(), note);
        }
        return new Answer.Given(
                node.get("values").items().stream().map(Node::ownWords).toList(), note);
    }

    private static Evidence evidence(Node n, Areas areas) {
        return new Evidence(
                n.get("offering").text(),
                n.get("kind").oneOf(Evidence.Kind.class),
                n.get("date").day(),
                n.get("regions").items().stream()
                        .map(r ->
                                areas.place(r.text()).orElseThrow(() -> r.refuse(Refusal.UNKNOWN_PLACE, r.text(), "")))
                        .toList(),
                n.get("product").ownWords(),
                n.get("document").ownWords());
    }
}
