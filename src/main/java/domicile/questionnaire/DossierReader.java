package domicile.questionnaire;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.residency.Areas;
import domicile.residency.Evidence;
import domicile.scan.ScannedProject;
import domicile.vendor.KeptWorkbook;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a dossier that {@link DossierJson} wrote, now or in an earlier version. */
final class DossierReader {
    private static final int A_DAY = 24 * 60 * 60;

    private final Areas areas;

    private DossierReader(Areas areas) {
        this.areas = areas;
    }

    static Dossier read(String name, String text, Areas areas) {
        JsonValue root = StrictJson.read(name, text)
                .only(
                        "schema",
                        "answers",
                        "asides",
                        "evidence",
                        "meeting",
                        "accepted",
                        "reviewOn",
                        "reviewed",
                        "drafts",
                        "rules",
                        "seenRules",
                        "project",
                        "workbooks");
        String schema = root.get("schema").text();
        if (!schema.equals(DossierJson.SCHEMA)) {
            throw root.get("schema").refuse(JsonProblem.WRONG_SCHEMA, schema, DossierJson.SCHEMA);
        }
        DossierReader reader = new DossierReader(areas);
        return new Dossier(
                reader.answers(root),
                root.find("meeting").map(DossierReader::meeting).orElse(Meeting.NONE),
                items(root, "accepted", DossierReader::accepted),
                day(root, "reviewOn"),
                root.find("reviewed").map(reader::review),
                drafts(root),
                rules(root, "rules"),
                root.find("seenRules").map(JsonValue::text),
                root.find("project").map(ScannedProject::read),
                root.find("workbooks").map(KeptWorkbook::read).orElse(List.of()));
    }

    /** The version of the rules; what was saved before they had a second one does not say it. */
    private static String rules(JsonValue parent, String field) {
        return parent.find(field).map(JsonValue::text).orElse(Dossier.FIRST_RULES);
    }

    private static Map<String, String> drafts(JsonValue root) {
        Map<String, String> drafts = new LinkedHashMap<>();
        root.find("drafts").ifPresent(all -> all.fields().forEach((field, n) -> drafts.put(field, n.ownWords())));
        return drafts;
    }

    private Answers answers(JsonValue node) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        Map<String, AnswerNote> asides = new LinkedHashMap<>();
        node.get("answers").fields().forEach((question, n) -> {
            answers.put(question, answer(n));
            // an earlier version kept the remark inside the answer
            n.find("note")
                    .map(JsonValue::ownWords)
                    .ifPresent(note -> asides.put(question, AnswerNote.NONE.withNote(note)));
        });
        node.find("asides").ifPresent(all -> all.fields().forEach((question, n) -> asides.put(question, aside(n))));
        return new Answers(answers, asides, items(node, "evidence", this::evidence));
    }

    private static Answer answer(JsonValue node) {
        if (node.find("unknown").isPresent()) {
            return new Answer.Unknown();
        }
        return node.find("notApplicable")
                .<Answer>map(n -> new Answer.NotApplicable(n.ownWords()))
                .orElseGet(() -> new Answer.Given(items(node, "values", JsonValue::ownWords)));
    }

    private static AnswerNote aside(JsonValue node) {
        return new AnswerNote(words(node, "note"), words(node, "owner"), items(node, "evidence", JsonValue::ownWords));
    }

    private Evidence evidence(JsonValue n) {
        return EvidenceJson.read(
                n, JsonValue::text, r -> areas.place(r.text()).orElseThrow(() -> areas.unknown(r.text(), r.where())));
    }

    private static Meeting meeting(JsonValue n) {
        return new Meeting(
                day(n, "heldOn"),
                items(n, "attendees", JsonValue::ownWords),
                items(
                        n,
                        "decisions",
                        d -> new Meeting.Decision(
                                d.get("subject").oneOf(Meeting.Subject.class),
                                words(d, "id"),
                                d.get("outcome").oneOf(Meeting.Outcome.class),
                                words(d, "rationale"))),
                items(
                        n,
                        "actions",
                        a -> new Meeting.Action(
                                words(a, "what"),
                                words(a, "owner"),
                                day(a, "due"),
                                a.get("done").truth())),
                items(n, "parked", JsonValue::ownWords),
                n.get("seconds").whole(0, 365 * A_DAY));
    }

    private static AcceptedRisk accepted(JsonValue n) {
        return new AcceptedRisk(
                words(n, "offering"),
                words(n, "requirement"),
                words(n, "approver"),
                words(n, "reason"),
                n.get("acceptedOn").day(),
                n.get("until").day(),
                n.find("given")
                        .map(g -> new AcceptedRisk.Given(
                                g.get("status").text(),
                                g.get("reason").text(),
                                g.get("rulesVersion").text())));
    }

    private Review review(JsonValue n) {
        Map<String, Review.Outcome> candidates = new LinkedHashMap<>();
        n.get("candidates").fields().forEach((offering, one) -> {
            Map<String, String> statuses = new LinkedHashMap<>();
            one.get("statuses").fields().forEach((requirement, status) -> statuses.put(requirement, status.text()));
            candidates.put(offering, new Review.Outcome(one.get("verdict").text(), statuses));
        });
        return new Review(
                n.get("on").day(),
                n.get("registerAsOf").day(),
                words(n, "registerHash"),
                rules(n, "rulesVersion"),
                answers(n),
                candidates);
    }

    private static <T> List<T> items(JsonValue parent, String field, Function<JsonValue, T> reader) {
        return parent.find(field)
                .map(n -> n.items().stream().map(reader).toList())
                .orElse(List.of());
    }

    private static String words(JsonValue parent, String field) {
        return parent.get(field).ownWords();
    }

    private static Optional<LocalDate> day(JsonValue parent, String field) {
        return parent.find(field).map(JsonValue::day);
    }
}
