package domicile.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.assessment.Alternative;
import domicile.assessment.Assessment;
import domicile.assessment.FailureFinding;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Sentence;
import domicile.assessment.Stale;
import domicile.residency.Citation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** Writes assessments as {@code domicile.assessment/1}. The same assessment gives the same bytes. */
public final class AssessmentJson {
    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;
    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private AssessmentJson() {}

    /** All assessments as one JSON array, in their order, with a line end after it. */
    public static String array(List<Assessment> assessments) {
        ArrayNode all = NEW.arrayNode();
        assessments.forEach(a -> all.add(assessment(a)));
        return text(all);
    }

    /** One assessment as a JSON object, with a line end after it. */
    public static String object(Assessment assessment) {
        return text(assessment(assessment));
    }

    private static String text(com.fasterxml.jackson.databind.JsonNode node) {
        try {
            return WRITER.writeValueAsString(node) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode assessment(Assessment a) {
        ObjectNode json = NEW.objectNode()
                .put("schema", "domicile.assessment/1")
                .put("workload", a.workload().name())
                .put("date", a.date().toString())
                .put("registerAsOf", a.registerAsOf().toString())
                .put("registerHash", a.registerHash())
                .put("rulesVersion", a.rulesVersion());
        ArrayNode offerings = json.putArray("offerings");
        a.offerings().forEach(o -> offerings.add(offering(o)));
        return json;
    }

    private static ObjectNode offering(OfferingAssessment o) {
        ObjectNode json = NEW.objectNode()
                .put("offering", o.offering())
                .put("verdict", o.verdict().name());
        ArrayNode requirements = json.putArray("requirements");
        o.requirements().forEach(f -> requirements.add(finding(f)));
        ArrayNode modes = json.putArray("failureModes");
        o.failureModes().forEach(f -> modes.add(failure(f)));
        ArrayNode alternatives = json.putArray("alternatives");
        o.alternatives().forEach(x -> alternatives.add(alternative(x)));
        ArrayNode stale = json.putArray("stale");
        o.stale().forEach(s -> stale.add(stale(s)));
        ArrayNode asks = json.putArray("askList");
        o.askList().forEach(ask -> {
            ObjectNode line = asks.addObject()
                    .put("requirement", ask.requirement().name())
                    .put("question", ask.question().english());
            ask.document().ifPresent(d -> line.put("document", d.name()));
        });
        ArrayNode clauses = json.putArray("clauses");
        o.clauses()
                .forEach(c -> clauses.addObject()
                        .put("requirement", c.requirement().name())
                        .put("text", c.text().english()));
        return json;
    }

    private static ObjectNode finding(Finding f) {
        ObjectNode json = NEW.objectNode()
                .put("requirement", f.requirement().name())
                .put("status", f.status().name())
                .put("reason", f.reason().english());
        f.deployment().ifPresent(d -> json.put("deployment", d));
        citations(json, f.citations());
        f.missingCitation().ifPresent(m -> json.put("missingCitation", m.english()));
        strings(json.putArray("documents"), f.documents());
        strings(json.putArray("controls"), f.controls());
        strings(
                json.putArray("lifts"),
                f.lifts().stream().map(Sentence::english).toList());
        return json;
    }

    private static ObjectNode failure(FailureFinding f) {
        ObjectNode json = NEW.objectNode()
                .put("failureMode", f.failureMode().name())
                .put("state", f.state().name())
                .put("reason", f.reason().english());
        citations(json, f.citations());
        return json;
    }

    private static ObjectNode alternative(Alternative a) {
        ObjectNode json = NEW.objectNode().put("offering", a.offering());
        a.deployment().ifPresent(d -> json.put("deployment", d));
        strings(
                json.putArray("documents"),
                a.documents().stream().map(Sentence::english).toList());
        return json.put("reaches", a.reaches().name());
    }

    private static ObjectNode stale(Stale s) {
        return NEW.objectNode()
                .put("fact", s.fact())
                .put("citation", s.citation().source())
                .put("read", s.citation().read().toString())
                .put("ageDays", s.ageDays());
    }

    private static void citations(ObjectNode json, Collection<Citation> citations) {
        ArrayNode numbers = json.putArray("citations");
        citations.stream().map(Citation::source).distinct().forEach(numbers::add);
    }

    private static void strings(ArrayNode array, Collection<String> values) {
        values.forEach(array::add);
    }
}
