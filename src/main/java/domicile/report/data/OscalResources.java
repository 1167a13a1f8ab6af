package domicile.report.data;

import static domicile.report.data.OscalReport.property;
import static domicile.report.data.OscalText.markdown;
import static domicile.report.data.OscalText.string;
import static domicile.report.data.OscalText.uuid;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.questionnaire.WorkloadFile;
import domicile.report.model.CleanText;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.SourceRow;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an OSCAL document rests on: the workload, the register, every source that is cited and every document in hand.
 */
final class OscalResources {
    private final ReportModel r;
    private final String workload;
    private final Map<Integer, SourceRow> sources = new LinkedHashMap<>();

    OscalResources(ReportModel r) {
        this.r = r;
        this.workload = WorkloadFile.write(r.assessment().workload());
        r.sources().forEach(s -> sources.put(s.number(), s));
    }

    /** The id of the workload, which is what the assessment was planned by. */
    String workload() {
        return uuid("workload/" + workload);
    }

    /**
     * Names what an observation rests on, or the citation that it lacks.
     *
     * @param documents the buyer's documents
     * @param missing the citation that it lacks, in words
     */
    void evidence(
            ObjectNode observation, List<Citation> citations, List<Evidence> documents, Optional<String> missing) {
        ArrayNode evidence = OscalReport.object().putArray("evidence");
        citations.stream().distinct().forEach(c -> {
            ObjectNode one = evidence.addObject();
            one.put("href", "#" + source(c.source()));
            one.put("description", markdown(cited(c)));
            ArrayNode props = one.putArray("props");
            property(props, "source", String.valueOf(c.source()));
            property(props, "read", c.read().toString());
            property(props, "second-hand", String.valueOf(secondHand(c.source())));
            c.quote().filter(q -> !q.withdrawn()).ifPresent(q -> {
                property(props, "capture", q.hash());
                one.put("remarks", markdown(r.t("evidence.quote", CleanText.of(q.exact()))));
            });
        });
        for (Evidence document : documents) {
            int i = r.assessment().workload().evidence().indexOf(document);
            ReportModel.Document said = r.evidence().get(i);
            ObjectNode one = evidence.addObject();
            one.put("href", "#" + document(i));
            one.put("description", markdown(said.label() + " " + said.name()));
            particulars(one.putArray("props"), said);
            one.put("remarks", markdown(said.whole()));
        }
        missing.ifPresent(m -> {
            ObjectNode one = evidence.addObject();
            one.put("description", markdown(r.lead("finding.missing") + m));
            property(one.putArray("props"), "missing", "true");
        });
        if (!evidence.isEmpty()) {
            observation.set("relevant-evidence", evidence);
        }
    }

    /** Where a document's clause stands, or that it was typed. */
    private static void particulars(ArrayNode props, ReportModel.Document document) {
        property(props, "typed", String.valueOf(document.typed()));
        document.page().ifPresent(page -> property(props, "page", String.valueOf(page)));
        if (!document.sha256().isEmpty()) {
            property(props, "sha256", document.sha256());
        }
    }

    private String cited(Citation citation) {
        return r.t(
                "cite.title",
                String.valueOf(citation.source()),
                Optional.ofNullable(sources.get(citation.source()))
                        .map(OscalResources::title)
                        .orElse(r.t("source.unknown")),
                r.texts().date(citation.read()));
    }

    private boolean secondHand(int source) {
        return Optional.ofNullable(sources.get(source))
                .map(SourceRow::secondHand)
                .orElse(false);
    }

    private static String title(SourceRow s) {
        return s.title().isEmpty() ? s.publisher() : s.publisher() + ", " + s.title();
    }

    /** The id of a source; what is numbered alike in another register is another one unless it is the same page. */
    private String source(int number) {
        return uuid("source/" + number + "/"
                + Optional.ofNullable(sources.get(number)).map(SourceRow::url).orElse(""));
    }

    private String document(int index) {
        Evidence e = r.assessment().workload().evidence().get(index);
        return uuid("document/" + index + "/" + e);
    }

    ArrayNode all() {
        ArrayNode all = OscalReport.object().putArray("resources");
        ObjectNode asked = resource(all, workload(), r.pair(r.t("table.workload"), r.workload()), "plan");
        asked.putObject("base64")
                .put("filename", "workload.json")
                .put("media-type", "application/json")
                .put("value", Base64.getEncoder().encodeToString(workload.getBytes(StandardCharsets.UTF_8)));
        ObjectNode register = resource(
                all,
                uuid("register/" + r.assessment().registerHash()),
                r.t("particulars.registerAsOf") + " " + r.particulars().get(2).value(),
                "raw-data");
        register.putArray("document-ids")
                .addObject()
                .put("identifier", string(r.assessment().registerHash()));
        for (SourceRow s : sources.values()) {
            ObjectNode source = resource(all, source(s.number()), s.label() + " " + title(s), "citation");
            if (!s.states().isEmpty()) {
                source.put("description", markdown(s.states()));
            }
            source.putObject("citation")
                    .put("text", markdown(title(s) + (s.url().isEmpty() ? "" : ", " + s.url())));
            if (s.linked() && reference(s.url())) {
                source.putArray("rlinks").addObject().put("href", s.url());
            }
        }
        for (int i = 0; i < r.evidence().size(); i++) {
            ReportModel.Document d = r.evidence().get(i);
            ObjectNode resource = resource(all, document(i), d.label() + " " + d.name(), "evidence");
            particulars((ArrayNode) resource.get("props"), d);
            resource.put(
                    "description",
                    markdown(d.kind() + "; " + d.offering() + "; " + d.date()
                            + (d.says().isEmpty() ? "" : "; " + d.says())
                            + "; " + d.whole()
                            + d.uncounted()
                                    .map(why -> "; " + r.pair(r.t("evidence.uncounted"), why))
                                    .orElse("")));
        }
        return all;
    }

    private static ObjectNode resource(ArrayNode all, String id, String title, String type) {
        ObjectNode resource = all.addObject().put("uuid", id).put("title", markdown(title));
        resource.putArray("props").addObject().put("name", "type").put("value", type);
        return resource;
    }

    private static boolean reference(String url) {
        try {
            return new URI(url).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
