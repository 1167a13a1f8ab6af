package domicile.report.data;

import static domicile.report.data.OscalText.markdown;
import static domicile.report.data.OscalText.string;
import static domicile.report.data.OscalText.time;
import static domicile.report.data.OscalText.token;
import static domicile.report.data.OscalText.uuid;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.assessment.FailureFinding;
import domicile.assessment.FailureMode;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Status;
import domicile.problem.Sha256;
import domicile.questionnaire.AcceptedRisk;
import domicile.register.Approvals;
import domicile.report.model.BuildInfo;
import domicile.report.model.Minutes;
import domicile.report.model.MinutesTexts;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import domicile.residency.Citation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The assessment as OSCAL assessment results (NIST, version 1.1.2): a result for each candidate, and in it for each
 * requirement an observation with its evidence, a finding and, where the finding is not satisfied, a risk. Only what is
 * met is satisfied. Texts are in the report's language; ids are made from the content and times are the assessment's,
 * so that the same model gives the same bytes.
 */
public final class OscalReport {
    static final String OSCAL_VERSION = "1.1.2";
    private static final String NAMESPACE = "https://domicile.invalid/ns/oscal";
    private static final String ASSESSOR = "assessor";
    private static final String APPROVER = "risk-approver";
    private static final String SECOND = "second-approver";
    /** Of the types of actions that the standard names. */
    private static final String ACTIONS = "http://csrc.nist.gov/ns/oscal";

    private final ReportModel r;
    /** Of everything that the document says: what is told apart by it is another document's. */
    private final String digest;

    private final OscalResources resources;
    private final List<Minutes.Approved> approvals;

    private OscalReport(ReportModel r) {
        this.r = r;
        this.approvals = r.minutes().map(Minutes::approvals).orElse(List.of());
        this.digest = Sha256.hex(JsonReport.render(r.assessment())
                + r.enclosed().accepted()
                + r.enclosed().letterhead().name()
                + r.lang()
                + (approvals.isEmpty() ? "" : approvals));
        this.resources = new OscalResources(r);
    }

    /** Renders the report; the same model gives the same text. */
    public static String render(ReportModel r) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonReport.generator(text)) {
            new ObjectMapper().writeTree(json, new OscalReport(r).document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private ObjectNode document() {
        ObjectNode results = object();
        results.put("uuid", id("document"));
        results.set("metadata", metadata());
        results.putObject("import-ap")
                .put("href", "#" + resources.workload())
                .put("remarks", markdown(r.t("oscal.plan")));
        results.putObject("local-definitions").set("objectives-and-methods", objectives());
        ArrayNode each = results.putArray("results");
        for (int i = 0; i < r.candidates().size(); i++) {
            each.add(
                    new Result(r.candidates().get(i), r.assessment().offerings().get(i)).node());
        }
        results.putObject("back-matter").set("resources", resources.all());
        ObjectNode document = object();
        document.set("assessment-results", results);
        return document;
    }

    private ObjectNode metadata() {
        ObjectNode metadata = object();
        metadata.put("title", markdown(r.title()));
        metadata.put("last-modified", now());
        metadata.put("version", r.assessment().date().toString());
        metadata.put("oscal-version", OSCAL_VERSION);
        ArrayNode props = metadata.putArray("props");
        property(props, "generator", "Domicile " + BuildInfo.version());
        property(props, "rules-version", r.assessment().rulesVersion());
        property(props, "register-as-of", r.assessment().registerAsOf().toString());
        property(props, "register-hash", r.assessment().registerHash());
        waiting(props);
        ArrayNode roles = object().putArray("roles");
        ArrayNode parties = object().putArray("parties");
        String organisation = r.enclosed().letterhead().name();
        if (!organisation.isEmpty()) {
            roles.addObject().put("id", ASSESSOR).put("title", markdown(r.t("signoff.prepared")));
            party(parties, "organization", organisation);
        }
        if (!r.enclosed().accepted().isEmpty()) {
            roles.addObject().put("id", APPROVER).put("title", markdown(r.t("oscal.approver")));
            r.enclosed().accepted().stream()
                    .map(risk -> risk.accepted().approver())
                    .distinct()
                    .forEach(name -> party(parties, "person", name));
        }
        if (approvals.stream().anyMatch(a -> a.by().isPresent())) {
            roles.addObject().put("id", SECOND).put("title", markdown(r.t("oscal.secondApprover")));
            approvals.stream()
                    .flatMap(a -> a.by().stream())
                    .map(Approvals.Approval::approver)
                    .distinct()
                    .forEach(login -> parties.addObject()
                            .put("uuid", loginId(login))
                            .put("type", "person")
                            .put("name", string(login)));
            metadata.set("actions", actions());
        }
        if (!parties.isEmpty()) {
            metadata.set("roles", roles);
            metadata.set("parties", parties);
        }
        r.notAsked().ifPresent(line -> metadata.put("remarks", markdown(line)));
        if (!organisation.isEmpty()) {
            metadata.putArray("responsible-parties")
                    .addObject()
                    .put("role-id", ASSESSOR)
                    .putArray("party-uuids")
                    .add(partyId(organisation));
        }
        return metadata;
    }

    /** What nobody but its author has approved. */
    private void waiting(ArrayNode props) {
        for (int i = 0; i < approvals.size(); i++) {
            Minutes.Approved a = approvals.get(i);
            if (a.by().isEmpty()) {
                props.addObject()
                        .put("name", "approval-waits")
                        .put("ns", NAMESPACE)
                        .put("value", string(a.kind() + " " + a.subject()))
                        .put("remarks", remarks(i));
            }
        }
    }

    /** What a second person has approved, by a login of the register's database. */
    private ArrayNode actions() {
        ArrayNode actions = object().putArray("actions");
        for (int i = 0; i < approvals.size(); i++) {
            Minutes.Approved a = approvals.get(i);
            if (a.by().isPresent()) {
                Approvals.Approval by = a.by().get();
                ObjectNode action = actions.addObject();
                action.put("uuid", id("approval", String.valueOf(i)));
                action.put("date", by.at().truncatedTo(ChronoUnit.SECONDS).toString());
                action.put("type", "approval");
                action.put("system", ACTIONS);
                ArrayNode props = action.putArray("props");
                property(props, "kind", a.kind().name());
                property(props, "subject", a.subject());
                property(props, "author", a.author());
                action.putArray("responsible-parties")
                        .addObject()
                        .put("role-id", SECOND)
                        .putArray("party-uuids")
                        .add(loginId(by.approver()));
                action.put("remarks", remarks(i));
            }
        }
        return actions;
    }

    /** What, by whom it was written, how it stands and why, a paragraph each, as the minutes say it. */
    private String remarks(int approval) {
        return new MinutesTexts(r.minutes().orElseThrow(), r.register(), r.texts())
                .approvals().get(approval).stream()
                        .filter(text -> !text.isBlank())
                        .map(OscalText::markdown)
                        .collect(Collectors.joining("\n\n"));
    }

    private static String loginId(String login) {
        return uuid("login/" + login);
    }

    private static void party(ArrayNode parties, String type, String name) {
        parties.addObject().put("uuid", partyId(name)).put("type", type).put("name", string(name));
    }

    private static String partyId(String name) {
        return uuid("party/" + name);
    }

    /**
     * What the findings aim at: the requirements that were asked and the failure modes, as objectives of this
     * assessment.
     */
    private ArrayNode objectives() {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < r.candidates().size(); i++) {
            Candidate candidate = r.candidates().get(i);
            OfferingAssessment assessed = r.assessment().offerings().get(i);
            for (int f = 0; f < assessed.requirements().size(); f++) {
                named.put(
                        assessed.requirements().get(f).requirement().name(),
                        candidate.requirements().get(f).name());
            }
            for (int f = 0; f < assessed.failureModes().size(); f++) {
                named.put(
                        assessed.failureModes().get(f).failureMode().name(),
                        candidate.modes().get(f).name());
            }
        }
        ArrayNode objectives = object().putArray("objectives");
        named.forEach((id, name) -> objectives
                .addObject()
                .put("control-id", id)
                .putArray("parts")
                .addObject()
                .put("id", objective(id))
                .put("name", "assessment-objective")
                .put("prose", markdown(name)));
        return objectives;
    }

    private static String objective(String requirement) {
        return requirement + "_obj";
    }

    /** One candidate's part. */
    private final class Result {
        private final Candidate candidate;
        private final OfferingAssessment assessed;
        private final String component;
        private final ArrayNode observations = object().putArray("observations");
        private final ArrayNode risks = object().putArray("risks");
        private final ArrayNode findings = object().putArray("findings");

        private Result(Candidate candidate, OfferingAssessment assessed) {
            this.candidate = candidate;
            this.assessed = assessed;
            this.component = uuid("offering/" + candidate.id());
        }

        private ObjectNode node() {
            for (int i = 0; i < assessed.requirements().size(); i++) {
                requirement(
                        assessed.requirements().get(i), candidate.requirements().get(i));
            }
            for (int i = 0; i < assessed.failureModes().size(); i++) {
                mode(assessed.failureModes().get(i), candidate.modes().get(i));
            }
            ObjectNode result = object();
            result.put("uuid", id("result", candidate.id()));
            result.put("title", markdown(candidate.name()));
            result.put(
                    "description",
                    markdown(candidate.verdict().word() + ". " + candidate.why().reason() + " "
                            + candidate.why().more()));
            result.put("start", now());
            result.put("end", now());
            ArrayNode props = result.putArray("props");
            property(props, "offering", candidate.id());
            property(props, "verdict", assessed.verdict().name());
            ObjectNode service = result.putObject("local-definitions")
                    .putArray("components")
                    .addObject()
                    .put("uuid", component)
                    .put("type", "service")
                    .put("title", markdown(candidate.name()))
                    .put("description", markdown(candidate.lane().isEmpty() ? candidate.name() : candidate.lane()));
            service.putObject("status").put("state", "other").put("remarks", markdown(r.t("oscal.component")));
            result.set("reviewed-controls", controls());
            result.set("observations", observations);
            if (!risks.isEmpty()) {
                result.set("risks", risks);
            }
            if (!findings.isEmpty()) {
                result.set("findings", findings);
            }
            String remarks = remarks();
            if (!remarks.isEmpty()) {
                result.put("remarks", remarks);
            }
            return result;
        }

        /** The documents that do not count and those that are stale, a paragraph each. */
        private String remarks() {
            return Stream.concat(
                            candidate.uncounted().stream()
                                    .map(u -> r.pair(
                                                    r.t("evidence.uncounted"),
                                                    document(u.document().line(), u.kind(), u.date()))
                                            + ". " + u.why()),
                            candidate.staleDocuments().stream()
                                    .map(s -> r.pair(
                                                    r.t("candidate.stale"),
                                                    document(s.document().line(), s.kind(), s.date()))
                                            + ", " + r.t("table.ageDays", s.ageDays())))
                    .map(OscalText::markdown)
                    .collect(Collectors.joining("\n\n"));
        }

        private static String document(String name, String kind, String date) {
            return name + " (" + kind + ", " + date + ")";
        }

        private ObjectNode controls() {
            ObjectNode reviewed = object();
            ArrayNode selections = reviewed.putArray("control-selections");
            ObjectNode rules = selections.addObject();
            rules.put("description", markdown(r.t("oscal.rules", r.assessment().rulesVersion())));
            ArrayNode ids = rules.putArray("include-controls");
            assessed.requirements()
                    .forEach(f ->
                            ids.addObject().put("control-id", f.requirement().name()));
            assessed.failureModes()
                    .forEach(f ->
                            ids.addObject().put("control-id", f.failureMode().name()));
            List<String> answered = assessed.requirements().stream()
                    .flatMap(f -> f.controls().stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (!answered.isEmpty()) {
                ObjectNode frameworks = selections.addObject();
                frameworks.put("description", markdown(r.t("section.controls")));
                ArrayNode framework = frameworks.putArray("include-controls");
                answered.forEach(c -> framework.addObject().put("control-id", token(c)));
            }
            return reviewed;
        }

        private void requirement(Finding finding, ReportModel.Requirement said) {
            String name = finding.requirement().name();
            ObjectNode observation = observation(name, said.name(), said.reason(), finding.citations());
            ArrayNode props = observation.putArray("props");
            property(props, "status", finding.status().name());
            finding.deployment().ifPresent(d -> property(props, "deployment", d));
            resources.evidence(observation, finding.citations(), finding.evidence(), said.missing());
            boolean met = finding.status() == Status.MET;
            ObjectNode node = finding(
                    name, said.name(), said.reason(), met, finding.status().name());
            ArrayNode about = (ArrayNode) node.get("props");
            finding.controls().forEach(c -> property(about, "control", c));
            Optional<Minutes.Risk> accepted = r.enclosed().accepted().stream()
                    .filter(a -> a.accepted().offering().equals(candidate.id())
                            && a.accepted().requirement().equals(name))
                    .findFirst();
            if (!met || accepted.isPresent()) {
                risk(node, name, said.name(), said.mark(), said.reason(), said.lifts(), met, accepted);
            }
        }

        private void mode(FailureFinding finding, ReportModel.Mode said) {
            String name = finding.failureMode().name();
            ObjectNode observation = observation(name, said.name(), said.reason(), finding.citations());
            property(observation.putArray("props"), "status", finding.state().name());
            resources.evidence(observation, finding.citations(), finding.evidence(), said.missing());
            switch (finding.state()) {
                case NOT_APPLICABLE -> {
                    // nothing was asked that it could spoil: neither satisfied nor not
                }
                case CLEARED ->
                    finding(
                            name,
                            said.name(),
                            said.reason(),
                            true,
                            finding.state().name());
                case OPEN, FLAGGED -> {
                    ObjectNode node = finding(
                            name,
                            said.name(),
                            said.reason(),
                            false,
                            finding.state().name());
                    risk(node, name, said.name(), said.mark(), said.reason(), List.of(), false, Optional.empty());
                }
            }
        }

        private ObjectNode observation(String name, String title, String reason, List<Citation> citations) {
            Optional<LocalDate> oldest = citations.stream().map(Citation::read).min(Comparator.naturalOrder());
            ObjectNode observation = observations.addObject();
            observation.put("uuid", id("observation", candidate.id(), name));
            observation.put("title", markdown(title));
            observation.put("description", markdown(reason));
            observation.putArray("methods").add("EXAMINE");
            observation.putArray("types").add("control-objective");
            observation
                    .putArray("subjects")
                    .addObject()
                    .put("subject-uuid", component)
                    .put("type", "component");
            // as old as the oldest page that it rests on
            observation.put("collected", time(oldest.orElse(r.assessment().date())));
            oldest.ifPresent(day -> observation.put(
                    "expires", time(day.plusDays(r.assessment().freshness().maxAgeDays()))));
            return observation;
        }

        private ObjectNode finding(String name, String title, String reason, boolean satisfied, String status) {
            ObjectNode finding = findings.addObject();
            finding.put("uuid", id("finding", candidate.id(), name));
            finding.put("title", markdown(title));
            finding.put("description", markdown(reason));
            property(finding.putArray("props"), "status", status);
            finding.putObject("target")
                    .put("type", "objective-id")
                    .put("target-id", objective(name))
                    .putObject("status")
                    .put("state", satisfied ? "satisfied" : "not-satisfied")
                    .put("reason", satisfied ? "pass" : reasonCode(status));
            finding.putArray("related-observations")
                    .addObject()
                    .put("observation-uuid", id("observation", candidate.id(), name));
            return finding;
        }

        /** What nobody has said, or is not yet in hand, has not failed a test; it is not satisfied all the same. */
        private static String reasonCode(String status) {
            return status.equals(Status.NOT_MET.name()) || status.equals(FailureMode.State.FLAGGED.name())
                    ? "fail"
                    : "other";
        }

        private void risk(
                ObjectNode finding,
                String name,
                String title,
                ReportModel.Mark mark,
                String reason,
                List<String> lifts,
                boolean met,
                Optional<Minutes.Risk> accepted) {
            boolean counts = accepted.filter(Minutes.Risk::inForce).isPresent();
            ObjectNode risk = risks.addObject();
            risk.put("uuid", id("risk", candidate.id(), name));
            risk.put("title", markdown(title));
            risk.put("description", markdown(reason));
            risk.put("statement", markdown(r.t("oscal.risk", title, candidate.name(), mark.word())));
            risk.put("status", met ? "closed" : counts ? "deviation-approved" : "open");
            approvals.stream()
                    .filter(a -> a.kind() == Approvals.Kind.RISK
                            && a.subject().equals(candidate.id() + " " + name)
                            && accepted.isPresent())
                    .findFirst()
                    .ifPresent(a -> property(
                            risk.putArray("props"), "second-approval", a.by().isPresent() ? "APPROVED" : "WAITS"));
            accepted.filter(a -> a.standing() != AcceptedRisk.Standing.TO_BE_CONFIRMED)
                    .ifPresent(a -> risk.put("deadline", time(a.accepted().until())));
            if (!lifts.isEmpty()) {
                ArrayNode remediations = risk.putArray("remediations");
                for (int i = 0; i < lifts.size(); i++) {
                    remediations
                            .addObject()
                            .put("uuid", id("lift", candidate.id(), name, String.valueOf(i)))
                            .put("lifecycle", "recommendation")
                            .put("title", markdown(r.t("finding.lifts")))
                            .put("description", markdown(lifts.get(i)));
                }
            }
            accepted.ifPresent(a -> log(risk.putObject("risk-log").putArray("entries"), name, a));
            risk.putArray("related-observations")
                    .addObject()
                    .put("observation-uuid", id("observation", candidate.id(), name));
            finding.putArray("related-risks").addObject().put("risk-uuid", id("risk", candidate.id(), name));
        }

        private void log(ArrayNode entries, String name, Minutes.Risk risk) {
            AcceptedRisk accepted = risk.accepted();
            ObjectNode entry = entries.addObject();
            entry.put("uuid", id("accepted", candidate.id(), name));
            entry.put("title", markdown(r.t("oscal.accepted")));
            entry.put("description", markdown(accepted.reason()));
            entry.put("start", time(accepted.acceptedOn()));
            entry.put("end", time(accepted.until()));
            entry.putArray("logged-by")
                    .addObject()
                    .put("party-uuid", partyId(accepted.approver()))
                    .put("role-id", APPROVER);
            entry.put("status-change", "deviation-approved");
            switch (risk.standing()) {
                case COUNTS -> {
                    // nothing has changed it
                }
                case TO_BE_CONFIRMED ->
                    reopened(
                            entries,
                            "confirm",
                            name,
                            "oscal.toBeConfirmed",
                            r.assessment().date());
                case OVER -> {
                    if (r.assessment().date().isAfter(accepted.until())) {
                        reopened(
                                entries,
                                "over",
                                name,
                                "oscal.over",
                                accepted.until().plusDays(1));
                    }
                }
            }
        }

        private void reopened(ArrayNode entries, String id, String name, String title, LocalDate on) {
            entries.addObject()
                    .put("uuid", id(id, candidate.id(), name))
                    .put("title", markdown(r.t(title)))
                    .put("start", time(on))
                    .put("status-change", "open");
        }
    }

    private String now() {
        return time(r.assessment().date());
    }

    private String id(String... path) {
        return uuid(digest + "/" + String.join("/", path));
    }

    static void property(ArrayNode props, String name, String value) {
        props.addObject().put("name", name).put("ns", NAMESPACE).put("value", string(value));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
