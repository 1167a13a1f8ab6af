package domicile.report.data;

import com.fasterxml.jackson.core.JsonGenerator;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.UsageStatus;
import domicile.assessment.Verdict;
import domicile.json.JsonValue;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.AnswerNote;
import domicile.questionnaire.Meeting;
import domicile.register.Approvals;
import domicile.report.model.Minutes;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Minutes as JSON, {@code domicile.minutes/1}. Every field is always there; what has no value is null or an empty list.
 * Left out are only {@code typed} where no document was typed, and {@code project} where none was read.
 */
public final class MinutesJson {
    private static final String SCHEMA = "domicile.minutes/1";
    private static final String QUESTION = "question";
    private static final String CANDIDATE = "offering";
    private static final String OUTCOME = "outcome";
    private static final String RATIONALE = "rationale";
    private static final String OWNER = "owner";
    private static final String TYPED = "typed";
    private static final String PROJECT = "project";
    private static final String APPROVALS = "approvals";

    private MinutesJson() {}

    static void write(JsonGenerator json, Minutes m) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("workload", m.workload());
        json.writeStringField("date", m.date().toString());
        json.writeStringField("language", m.language());
        JsonReport.optional(json, "heldOn", m.heldOn().map(Object::toString));
        json.writeNumberField("seconds", m.seconds());
        JsonReport.strings(json, "attendees", m.attendees());
        json.writeArrayFieldStart("questions");
        for (Minutes.Asked q : m.questions()) {
            json.writeStartObject();
            json.writeStringField(QUESTION, q.id());
            json.writeStringField("title", q.title());
            json.writeStringField("answer", q.answer());
            json.writeStringField("note", q.aside().note());
            json.writeStringField(OWNER, q.aside().owner());
            JsonReport.strings(json, "evidence", q.aside().evidence());
            if (!q.typed().isEmpty()) {
                JsonReport.strings(json, TYPED, q.typed());
            }
            decided(json, q.decided());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("candidates");
        for (Minutes.Candidate c : m.candidates()) {
            json.writeStartObject();
            json.writeStringField(CANDIDATE, c.offering());
            JsonReport.optional(json, "verdict", c.verdict().map(Enum::name));
            decided(json, c.decided());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("actions");
        for (Meeting.Action a : m.actions()) {
            json.writeStartObject();
            json.writeStringField("what", a.what());
            json.writeStringField(OWNER, a.owner());
            JsonReport.optional(json, "due", a.due().map(Object::toString));
            json.writeBooleanField("done", a.done());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonReport.strings(json, "parked", m.parked());
        json.writeArrayFieldStart("acceptedRisks");
        for (Minutes.Risk r : m.risks()) {
            risk(json, r);
        }
        json.writeEndArray();
        if (m.project().isPresent()) {
            project(json, m.project().get());
        }
        if (!m.approvals().isEmpty()) {
            approvals(json, m.approvals());
        }
        json.writeEndObject();
    }

    private static void approvals(JsonGenerator json, List<Minutes.Approved> all) throws IOException {
        json.writeArrayFieldStart(APPROVALS);
        for (Minutes.Approved a : all) {
            json.writeStartObject();
            json.writeStringField("kind", a.kind().name());
            json.writeStringField("subject", a.subject());
            json.writeStringField("author", a.author());
            if (a.by().isPresent()) {
                json.writeStringField("approver", a.by().get().approver());
                json.writeStringField("approvedAt", a.by().get().at().toString());
                json.writeStringField("why", a.by().get().why());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Minutes.Approved approved(JsonValue a) {
        return new Minutes.Approved(
                a.get("kind").oneOf(Approvals.Kind.class),
                a.get("subject").ownWords(),
                a.get("author").ownWords(),
                some(a, "approver")
                        .map(by -> new Approvals.Approval(
                                by.ownWords(),
                                a.get("approvedAt").time(),
                                a.get("why").ownWords())));
    }

    private static void decided(JsonGenerator json, Optional<Minutes.Decided> decided) throws IOException {
        JsonReport.optional(json, OUTCOME, decided.map(d -> d.outcome().name()));
        JsonReport.optional(json, RATIONALE, decided.map(Minutes.Decided::rationale));
    }

    private static void project(JsonGenerator json, Minutes.Project p) throws IOException {
        json.writeObjectFieldStart(PROJECT);
        json.writeStringField("treeHash", p.treeHash());
        json.writeStringField("read", p.read().toString());
        json.writeObjectFieldStart("counts");
        for (UsageStatus status : UsageStatus.values()) {
            json.writeNumberField(status.name(), p.counts().getOrDefault(status, 0));
        }
        json.writeEndObject();
        json.writeNumberField("accepted", p.accepted());
        json.writeEndObject();
    }

    private static Minutes.Project project(JsonValue p) {
        Map<UsageStatus, Integer> counts = new EnumMap<>(UsageStatus.class);
        for (UsageStatus status : UsageStatus.values()) {
            counts.put(status, p.get("counts").get(status.name()).whole(0, Integer.MAX_VALUE));
        }
        return new Minutes.Project(
                p.get("treeHash").text(),
                p.get("read").day(),
                counts,
                p.get("accepted").whole(0, Integer.MAX_VALUE));
    }

    private static void risk(JsonGenerator json, Minutes.Risk r) throws IOException {
        AcceptedRisk a = r.accepted();
        json.writeStartObject();
        json.writeStringField(CANDIDATE, a.offering());
        json.writeStringField("requirement", a.requirement());
        JsonReport.optional(json, "status", r.status().map(Enum::name));
        json.writeStringField("approver", a.approver());
        json.writeStringField("reason", a.reason());
        json.writeStringField("acceptedOn", a.acceptedOn().toString());
        json.writeStringField("until", a.until().toString());
        json.writeBooleanField("inForce", r.inForce());
        json.writeStringField("standing", r.standing().name());
        if (a.given().isPresent()) {
            AcceptedRisk.Given given = a.given().get();
            json.writeObjectFieldStart("given");
            json.writeStringField("status", given.status());
            json.writeStringField("reason", given.reason());
            json.writeStringField("rulesVersion", given.rulesVersion());
            json.writeEndObject();
        } else {
            json.writeNullField("given");
        }
        json.writeEndObject();
    }

    /** The minutes of a document that {@link #write} wrote. */
    public static Minutes read(JsonValue root) {
        root.only(
                "schema",
                "workload",
                "date",
                "language",
                "heldOn",
                "seconds",
                "attendees",
                "questions",
                "candidates",
                "actions",
                "parked",
                "acceptedRisks",
                PROJECT,
                APPROVALS);
        return new Minutes(
                root.get("language").text(),
                root.get("workload").ownWords(),
                root.get("date").day(),
                some(root, "heldOn").map(JsonValue::day),
                root.get("seconds").whole(0, Integer.MAX_VALUE),
                words(root.get("attendees")),
                root.get("questions").items().stream()
                        .map(q -> new Minutes.Asked(
                                q.get(QUESTION).text(),
                                q.get("title").ownWords(),
                                q.get("answer").ownWords(),
                                new AnswerNote(
                                        q.get("note").ownWords(), q.get(OWNER).ownWords(), words(q.get("evidence"))),
                                decided(q),
                                some(q, TYPED).map(MinutesJson::words).orElse(List.of())))
                        .toList(),
                root.get("candidates").items().stream()
                        .map(c -> new Minutes.Candidate(
                                c.get(CANDIDATE).text(),
                                some(c, "verdict").map(v -> v.oneOf(Verdict.class)),
                                decided(c)))
                        .toList(),
                root.get("actions").items().stream()
                        .map(a -> new Meeting.Action(
                                a.get("what").ownWords(),
                                a.get(OWNER).ownWords(),
                                some(a, "due").map(JsonValue::day),
                                a.get("done").truth()))
                        .toList(),
                words(root.get("parked")),
                root.get("acceptedRisks").items().stream()
                        .map(MinutesJson::risk)
                        .toList(),
                some(root, PROJECT).map(MinutesJson::project),
                some(root, APPROVALS)
                        .map(all ->
                                all.items().stream().map(MinutesJson::approved).toList())
                        .orElse(List.of()));
    }

    private static Minutes.Risk risk(JsonValue r) {
        return new Minutes.Risk(
                new AcceptedRisk(
                        r.get(CANDIDATE).text(),
                        r.get("requirement").oneOf(Requirement.class).name(),
                        r.get("approver").ownWords(),
                        r.get("reason").ownWords(),
                        r.get("acceptedOn").day(),
                        r.get("until").day(),
                        some(r, "given")
                                .map(g -> new AcceptedRisk.Given(
                                        g.get("status").text(),
                                        g.get("reason").text(),
                                        g.get("rulesVersion").text()))),
                some(r, "status").map(s -> s.oneOf(Status.class)),
                some(r, "standing")
                        .map(s -> s.oneOf(AcceptedRisk.Standing.class))
                        .orElseGet(() -> firstStanding(r)));
    }

    /** As an earlier version said it: it counted, or its time was over. */
    private static AcceptedRisk.Standing firstStanding(JsonValue r) {
        return r.get("inForce").truth() ? AcceptedRisk.Standing.COUNTS : AcceptedRisk.Standing.OVER;
    }

    private static Optional<Minutes.Decided> decided(JsonValue of) {
        return some(of, OUTCOME)
                .map(o -> new Minutes.Decided(
                        o.oneOf(Meeting.Outcome.class), of.get(RATIONALE).ownWords()));
    }

    private static Optional<JsonValue> some(JsonValue of, String field) {
        return of.find(field).filter(n -> !n.isNull());
    }

    private static List<String> words(JsonValue list) {
        return list.items().stream().map(JsonValue::ownWords).toList();
    }
}
