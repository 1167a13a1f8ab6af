package domicile.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import domicile.assessment.Alternative;
import domicile.assessment.Ask;
import domicile.assessment.Assessment;
import domicile.assessment.Clause;
import domicile.assessment.DocumentNotCounted;
import domicile.assessment.FailureFinding;
import domicile.assessment.Finding;
import domicile.assessment.JudgedProject;
import domicile.assessment.Need;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Sentence;
import domicile.assessment.Stale;
import domicile.assessment.StaleDocument;
import domicile.json.PlainJson;
import domicile.report.model.Minutes;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Place;
import domicile.residency.Quote;
import domicile.vendor.VendorAnswers;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Assessments as JSON, {@code domicile.assessment/1}. Field names and their order are a contract: extend, do not
 * rename. Every field is always there; what has no value is null or an empty list. Left out are only {@code minutes}
 * where no meeting was held, {@code project} where none was read, {@code vendorAnswers} where none were taken in, what
 * a document need not or does not say, {@code quotes} of a finding where no words are in hand, and {@code evidence}
 * where no document is. Sentences are English whatever the report's language.
 */
public final class JsonReport {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private JsonReport() {}

    /** One assessment as one object. */
    public static String render(Assessment assessment) {
        return render(assessment, Optional.empty());
    }

    /** One assessment as one object, with the minutes of its meeting where there are any. */
    public static String render(Assessment assessment, Optional<Minutes> minutes) {
        return render(assessment, minutes, Optional.empty(), List.of());
    }

    /** One assessment as one object, with the minutes of its meeting, a project and what vendors answered. */
    public static String render(
            Assessment assessment,
            Optional<Minutes> minutes,
            Optional<JudgedProject> project,
            List<VendorAnswers.Told> answers) {
        return object(json -> write(json, assessment, minutes, project, answers));
    }

    /** Minutes as one object. */
    public static String render(Minutes minutes) {
        return object(json -> MinutesJson.write(json, minutes));
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole(text.append('\n').toString());
    }

    /** JSON with half a character, of which nobody can make bytes, as an escape; the value stays the same. */
    public static String whole(String json) {
        return beyondTheFirstPlane(json)
                ? HALF.matcher(json)
                        .replaceAll(half -> String.format(
                                Locale.ROOT, "\\\\u%04x", (int) half.group().charAt(0)))
                : json;
    }

    private static boolean beyondTheFirstPlane(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Assessments as one array, in the order given. */
    public static String render(List<Assessment> assessments) {
        StringWriter text = new StringWriter();
        try {
            write(assessments, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes assessments as one array and a line's end, one after the other as they come; the writer stays open. */
    public static void write(Iterable<Assessment> assessments, Writer out) throws IOException {
        String before = "[ ";
        for (Assessment assessment : assessments) {
            out.write(before);
            out.write(render(assessment).stripTrailing());
            before = ", ";
        }
        out.write(before.equals(", ") ? " ]\n" : "[ ]\n");
    }

    /** A generator that writes lines for people, and nothing that cannot be seen. */
    static JsonGenerator generator(Writer out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setCharacterEscapes(new VisibleEscapes())
                .setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
    }

    private static void write(
            JsonGenerator json,
            Assessment assessment,
            Optional<Minutes> minutes,
            Optional<JudgedProject> project,
            List<VendorAnswers.Told> answers)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", "domicile.assessment/1");
        json.writeStringField("workload", assessment.workload().name());
        json.writeStringField("date", assessment.date().toString());
        json.writeStringField("registerAsOf", assessment.registerAsOf().toString());
        json.writeStringField("registerHash", assessment.registerHash());
        json.writeStringField("rulesVersion", assessment.rulesVersion());
        json.writeObjectFieldStart("freshness");
        json.writeNumberField("maxAgeDays", assessment.freshness().maxAgeDays());
        json.writeNumberField("maxDocumentAgeDays", assessment.freshness().maxDocumentAgeDays());
        json.writeBooleanField("hardLimit", assessment.freshness().hardLimit());
        json.writeBooleanField("requireQuotes", assessment.freshness().requireQuotes());
        json.writeEndObject();
        names(json, "notAsked", assessment.notAsked());
        List<Evidence> held = assessment.workload().evidence();
        if (!held.isEmpty()) {
            json.writeArrayFieldStart("evidence");
            for (Evidence document : held) {
                write(json, document);
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("offerings");
        for (OfferingAssessment offering : assessment.offerings()) {
            write(json, offering, held);
        }
        json.writeEndArray();
        if (minutes.isPresent()) {
            json.writeFieldName("minutes");
            MinutesJson.write(json, minutes.orElseThrow());
        }
        if (project.isPresent()) {
            json.writeFieldName("project");
            PlainJson.write(json, ProjectJson.of(project.orElseThrow()));
        }
        if (!answers.isEmpty()) {
            json.writeFieldName("vendorAnswers");
            PlainJson.write(json, AnswersJson.of(answers));
        }
        json.writeEndObject();
    }

    /** A document in hand: what it says, and the clause that says so or that none is shown. */
    private static void write(JsonGenerator json, Evidence document) throws IOException {
        Evidence.Passage passage = document.passage();
        json.writeStartObject();
        json.writeStringField("offering", document.offering());
        document(json, document);
        if (document.from().isPresent()) {
            json.writeStringField("from", document.from().orElseThrow().toString());
        }
        values(json, document);
        optional(json, "sha256", Optional.of(passage.sha256()).filter(s -> !s.isEmpty()));
        if (passage.page().isPresent()) {
            json.writeNumberField("page", passage.page().getAsInt());
        } else {
            json.writeNullField("page");
        }
        optional(json, "quote", Optional.of(passage.quote()).filter(q -> !document.typed()));
        json.writeArrayFieldStart("hedges");
        for (Evidence.Hedge hedge : passage.hedges()) {
            json.writeStartObject();
            json.writeStringField("quote", hedge.quote());
            if (hedge.page().isPresent()) {
                json.writeNumberField("page", hedge.page().getAsInt());
            } else {
                json.writeNullField("page");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("typed", document.typed());
        json.writeEndObject();
    }

    /** Where the documents that a finding rests on stand among those in hand, counted from 0. */
    private static void evidence(JsonGenerator json, List<Evidence> documents, List<Evidence> held) throws IOException {
        if (documents.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("evidence");
        for (int index : documents.stream().mapToInt(held::indexOf).sorted().toArray()) {
            json.writeNumber(index);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, OfferingAssessment offering, List<Evidence> held) throws IOException {
        json.writeStartObject();
        json.writeStringField("offering", offering.offering());
        json.writeStringField("verdict", offering.verdict().name());
        json.writeArrayFieldStart("requirements");
        for (Finding finding : offering.requirements()) {
            write(json, finding, held);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failureModes");
        for (FailureFinding finding : offering.failureModes()) {
            json.writeStartObject();
            json.writeStringField("failureMode", finding.failureMode().name());
            json.writeStringField("state", finding.state().name());
            json.writeStringField("reason", finding.reason().english());
            citations(json, finding.citations());
            quotes(json, finding.citations());
            evidence(json, finding.evidence(), held);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("alternatives");
        for (Alternative alternative : offering.alternatives()) {
            write(json, alternative);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stale");
        for (Stale stale : offering.stale()) {
            json.writeStartObject();
            json.writeStringField("fact", stale.fact());
            json.writeNumberField("source", stale.citation().source());
            json.writeStringField("read", stale.citation().read().toString());
            json.writeNumberField("ageDays", stale.ageDays());
            json.writeEndObject();
        }
        for (StaleDocument stale : offering.staleDocuments()) {
            json.writeStartObject();
            document(json, stale.document());
            json.writeNumberField("ageDays", stale.ageDays());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("documentsNotCounted");
        for (DocumentNotCounted uncounted : offering.documentsNotCounted()) {
            json.writeStartObject();
            document(json, uncounted.document());
            json.writeStringField("why", uncounted.why().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("askList");
        for (Ask ask : offering.askList()) {
            json.writeStartObject();
            json.writeStringField("requirement", ask.requirement().name());
            json.writeStringField("question", ask.question().english());
            optional(json, "document", ask.document().map(Enum::name));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("clauses");
        for (Clause clause : offering.clauses()) {
            json.writeStartObject();
            json.writeStringField("requirement", clause.requirement().name());
            json.writeStringField("text", clause.text().english());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("quotes");
        json.writeNumberField("facts", offering.facts().size());
        json.writeNumberField("withQuote", offering.withQuote());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void document(JsonGenerator json, Evidence document) throws IOException {
        json.writeStringField("kind", document.kind().name());
        json.writeStringField("document", document.document());
        json.writeStringField("date", document.date().toString());
    }

    private static void write(JsonGenerator json, Alternative alternative) throws IOException {
        json.writeStartObject();
        json.writeStringField("offering", alternative.offering());
        optional(json, "deployment", alternative.deployment());
        names(
                json,
                "documents",
                alternative.needs().stream().map(n -> n.document().kind()).toList());
        json.writeArrayFieldStart("needs");
        for (Need need : alternative.needs()) {
            write(json, need);
        }
        json.writeEndArray();
        strings(
                json,
                "readFirstHand",
                alternative.readFirstHand().stream()
                        .map(fact -> alternative.offering() + ":" + fact)
                        .toList());
        json.writeStringField("reaches", alternative.reaches().name());
        json.writeEndObject();
    }

    /** A document to obtain; what it need not say is left out. */
    private static void write(JsonGenerator json, Need need) throws IOException {
        Evidence asked = need.document();
        json.writeStartObject();
        json.writeStringField("kind", asked.kind().name());
        json.writeStringField("says", need.says().english());
        values(json, asked);
        json.writeEndObject();
    }

    /** What a document says; what it does not say is left out. */
    private static void values(JsonGenerator json, Evidence document) throws IOException {
        present(json, "regions", document.regions().stream().map(Place::code).toList());
        if (!document.product().isEmpty()) {
            json.writeStringField("product", document.product());
        }
        if (document.certification().isPresent()) {
            json.writeStringField(
                    "certification", document.certification().orElseThrow().name());
        }
        if (document.level().isPresent()) {
            json.writeStringField("level", document.level().orElseThrow().name());
        }
        if (document.days().isPresent()) {
            json.writeNumberField("days", document.days().getAsInt());
        }
        present(json, "models", document.models());
        present(json, "services", document.services());
    }

    private static void present(JsonGenerator json, String field, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            strings(json, field, values);
        }
    }

    private static void write(JsonGenerator json, Finding finding, List<Evidence> held) throws IOException {
        json.writeStartObject();
        json.writeStringField("requirement", finding.requirement().name());
        json.writeStringField("status", finding.status().name());
        json.writeStringField("reason", finding.reason().english());
        optional(json, "deployment", finding.deployment());
        citations(json, finding.citations());
        strings(json, "controls", finding.controls());
        sentences(json, "lifts", finding.lifts());
        optional(json, "missingCitation", finding.missingCitation().map(Sentence::english));
        strings(json, "documents", finding.documents());
        quotes(json, finding.citations());
        evidence(json, finding.evidence(), held);
        json.writeEndObject();
    }

    /** The words that carry it, as far as they are in hand. */
    private static void quotes(JsonGenerator json, List<Citation> citations) throws IOException {
        if (citations.stream().noneMatch(Citation::quoted)) {
            return;
        }
        json.writeArrayFieldStart("quotes");
        for (Citation citation : citations) {
            if (citation.quoted()) {
                Quote quote = citation.quote().orElseThrow();
                json.writeStartObject();
                json.writeNumberField("source", citation.source());
                json.writeStringField("read", citation.read().toString());
                json.writeStringField("exact", quote.exact());
                optional(json, "row", quote.row());
                json.writeStringField("capture", quote.hash());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void citations(JsonGenerator json, List<Citation> citations) throws IOException {
        json.writeArrayFieldStart("citations");
        for (int source :
                citations.stream().mapToInt(Citation::source).distinct().toArray()) {
            json.writeNumber(source);
        }
        json.writeEndArray();
    }

    static void optional(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.orElseThrow());
        } else {
            json.writeNullField(field);
        }
    }

    private static void names(JsonGenerator json, String field, List<? extends Enum<?>> values) throws IOException {
        strings(json, field, values.stream().map(Enum::name).toList());
    }

    static void strings(JsonGenerator json, String field, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void sentences(JsonGenerator json, String field, List<Sentence> values) throws IOException {
        strings(json, field, values.stream().map(Sentence::english).toList());
    }
}
