package domicile.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import domicile.json.PlainJson;
import domicile.residency.Areas;
import domicile.vendor.KeptWorkbook;
import java.util.List;

/**
 * A dossier as JSON text, {@code domicile.answers/1}, as it is saved. Answers to questions that no longer exist are
 * kept. Reading is {@link DossierReader}'s.
 */
public final class DossierJson {
    static final String SCHEMA = "domicile.answers/1";

    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

    private DossierJson() {}

    /** The dossier as text. */
    public static String write(Dossier dossier) {
        ObjectNode root = NEW.objectNode().put("schema", SCHEMA);
        root.put("rules", dossier.rules());
        dossier.seenRules().ifPresent(seen -> root.put("seenRules", seen));
        answers(root, dossier.answers());
        if (!dossier.meeting().equals(Meeting.NONE)) {
            root.set("meeting", meeting(dossier.meeting()));
        }
        if (!dossier.accepted().isEmpty()) {
            ArrayNode all = root.putArray("accepted");
            dossier.accepted().forEach(a -> all.add(accepted(a)));
        }
        dossier.reviewOn().ifPresent(day -> root.put("reviewOn", day.toString()));
        dossier.reviewed().ifPresent(r -> root.set("reviewed", review(r)));
        dossier.project().ifPresent(p -> root.putRawValue("project", new RawValue(p.json())));
        if (!dossier.workbooks().isEmpty()) {
            root.putRawValue("workbooks", new RawValue(PlainJson.text(KeptWorkbook.fields(dossier.workbooks()))));
        }
        if (!dossier.drafts().isEmpty()) {
            ObjectNode drafts = root.putObject("drafts");
            dossier.drafts().forEach(drafts::put);
        }
        return root.toString();
    }

    /** The dossier of a text that {@link #write} wrote; {@code name} stands for it in messages. */
    public static Dossier read(String name, String text, Areas areas) {
        return DossierReader.read(name, text, areas);
    }

    private static void answers(ObjectNode into, Answers answers) {
        ObjectNode all = into.putObject("answers");
        answers.byQuestion().forEach((question, answer) -> all.set(question, answer(answer)));
        if (!answers.asides().isEmpty()) {
            ObjectNode asides = into.putObject("asides");
            answers.asides().forEach((question, aside) -> asides.set(question, aside(aside)));
        }
        ArrayNode evidence = into.putArray("evidence");
        answers.evidence().forEach(e -> evidence.add(EvidenceJson.write(e)));
    }

    private static ObjectNode answer(Answer answer) {
        ObjectNode json = NEW.objectNode();
        switch (answer) {
            case Answer.Given g -> list(json, "values", g.values());
            case Answer.Unknown u -> json.put("unknown", true);
            case Answer.NotApplicable n -> json.put("notApplicable", n.reason());
        }
        return json;
    }

    private static ObjectNode aside(AnswerNote aside) {
        ObjectNode json = NEW.objectNode().put("note", aside.note()).put("owner", aside.owner());
        list(json, "evidence", aside.evidence());
        return json;
    }

    private static ObjectNode meeting(Meeting m) {
        ObjectNode json = NEW.objectNode();
        m.heldOn().ifPresent(day -> json.put("heldOn", day.toString()));
        list(json, "attendees", m.attendees());
        ArrayNode decisions = json.putArray("decisions");
        m.decisions()
                .forEach(d -> decisions.add(NEW.objectNode()
                        .put("subject", d.subject().name())
                        .put("id", d.id())
                        .put("outcome", d.outcome().name())
                        .put("rationale", d.rationale())));
        ArrayNode actions = json.putArray("actions");
        for (Meeting.Action a : m.actions()) {
            ObjectNode action = actions.addObject().put("what", a.what()).put("owner", a.owner());
            a.due().ifPresent(day -> action.put("due", day.toString()));
            action.put("done", a.done());
        }
        list(json, "parked", m.parked());
        return json.put("seconds", m.seconds());
    }

    private static ObjectNode accepted(AcceptedRisk a) {
        ObjectNode json = NEW.objectNode()
                .put("offering", a.offering())
                .put("requirement", a.requirement())
                .put("approver", a.approver())
                .put("reason", a.reason())
                .put("acceptedOn", a.acceptedOn().toString())
                .put("until", a.until().toString());
        a.given()
                .ifPresent(g -> json.putObject("given")
                        .put("status", g.status())
                        .put("reason", g.reason())
                        .put("rulesVersion", g.rulesVersion()));
        return json;
    }

    private static ObjectNode review(Review r) {
        ObjectNode json = NEW.objectNode().put("on", r.on().toString());
        json.put("registerAsOf", r.registerAsOf().toString()).put("registerHash", r.registerHash());
        json.put("rulesVersion", r.rulesVersion());
        answers(json, r.answers());
        ObjectNode candidates = json.putObject("candidates");
        r.candidates().forEach((offering, outcome) -> {
            ObjectNode one = candidates.putObject(offering).put("verdict", outcome.verdict());
            ObjectNode statuses = one.putObject("statuses");
            outcome.statuses().forEach(statuses::put);
        });
        return json;
    }

    private static void list(ObjectNode json, String field, List<String> values) {
        ArrayNode array = json.putArray(field);
        values.forEach(array::add);
    }
}
