package domicile.report.model;

import domicile.assessment.JudgedProject;
import domicile.assessment.PlaceInUse;
import domicile.assessment.ProjectFinding;
import domicile.report.model.ReportModel.Pair;
import domicile.residency.Placement;
import domicile.residency.Register;
import domicile.scan.Acceptance;
import domicile.scan.Environment;
import domicile.scan.ScanResult;
import domicile.scan.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said of a project and of its places, in a report and in the window alike; safe to show, not escaped. */
public final class PlaceTexts {
    private final Register register;
    private final Texts texts;

    public PlaceTexts(Register register, Locale locale) {
        this(register, new Texts(locale));
    }

    PlaceTexts(Register register, Texts texts) {
        this.register = register;
        this.texts = texts;
    }

    /** Which state of the project was read, by what, and what counts of it. */
    public List<Pair> about(JudgedProject judged) {
        ScanResult found = judged.project().found();
        return List.of(
                pair("project.read", texts.date(judged.project().read())),
                pair("project.files", texts.get("project.number", found.read())),
                pair("project.counts", counts(judged)),
                pair("project.tree", found.treeHash()),
                pair("project.signatures", found.signaturesHash()));
    }

    private Pair pair(String key, String value) {
        return new Pair(texts.get(key), value);
    }

    /** The roles that count, and the environment. */
    private String counts(JudgedProject judged) {
        String roles = judged.project().scope().roles().stream().map(texts::of).collect(Collectors.joining(", "));
        return judged.project()
                .scope()
                .environment()
                .map(e -> texts.get("project.counts.one", roles, texts.of(e)))
                .orElseGet(() -> texts.get("project.counts.all", roles));
    }

    /** What has to be known before the places are looked at, and what else is worth saying. */
    public List<String> remarks(JudgedProject judged) {
        List<String> remarks = new ArrayList<>();
        if (judged.approvesNothing()) {
            remarks.add(texts.get("project.approvesNothing"));
        }
        if (judged.otherSignatures()) {
            remarks.add(texts.get("project.otherSignatures"));
        }
        if (judged.accepted() > 0) {
            remarks.add(texts.get("project.acceptedCount", judged.accepted()));
        }
        judged.notes().forEach(n -> remarks.add(texts.say(n)));
        return remarks;
    }

    /** Why how many files and folders were not read. */
    public List<Pair> leftOut(JudgedProject judged) {
        return judged.project().found().skipped().entrySet().stream()
                .map(e -> new Pair(texts.label(e.getKey()), String.valueOf(e.getValue())))
                .toList();
    }

    /** Where which setting keeps prompts or answers and decides nothing here. */
    public List<Pair> switches(JudgedProject judged) {
        return judged.notedSwitches().stream()
                .map(s -> new Pair(
                        CleanText.of(s.file() + ":" + s.line()),
                        CleanText.of(s.setting()) + " – " + offering(s.offering())))
                .toList();
    }

    /** Until when a finding is accepted, and why. */
    public String accepted(Acceptance a) {
        return texts.get("project.accepted", texts.date(a.until()), CleanText.of(a.reason()));
    }

    /** The offering or the service; blank of a file that is not readable. */
    public String subject(PlaceInUse place) {
        if (place.unreadable()) {
            return "";
        }
        ProjectFinding f = place.first();
        return CleanText.of(f.offering().map(this::offering).or(f::service).orElse(texts.get("project.nobody")));
    }

    private String offering(String id) {
        return CleanText.of(register.offeringName(id));
    }

    /** How an offering is used, as far as the place says it, label and value. */
    public List<Pair> details(PlaceInUse place) {
        return place.usage()
                .map(this::details)
                .orElseGet(() -> List.of(pair(
                        place.unreadable() ? "project.reader" : "project.matched",
                        CleanText.of(place.first().matched()))));
    }

    private List<Pair> details(Usage usage) {
        List<Pair> details = new ArrayList<>();
        details.add(pair("project.matched", CleanText.of(usage.matched())));
        usage.deployment().ifPresent(id -> details.add(pair("finding.deployment", deployment(usage, id))));
        if (!usage.places().isEmpty()) {
            details.add(pair(
                    "project.places",
                    usage.places().stream().map(this::placeName).collect(Collectors.joining(", "))));
        }
        usage.model().ifPresent(m -> details.add(pair("project.model", CleanText.of(m))));
        details.add(pair("project.certainty", texts.of(usage.certainty())));
        usage.unresolved().ifPresent(name -> details.add(pair("project.unresolved", CleanText.of(name))));
        listed("project.via", usage.via(), details);
        listed("project.joined", usage.joined(), details);
        details.add(pair(
                "table.role",
                usage.environment()
                        .map(e -> texts.of(usage.role()) + ", " + environment(e))
                        .orElseGet(() -> texts.of(usage.role()))));
        return details;
    }

    private void listed(String key, List<String> values, List<Pair> into) {
        if (!values.isEmpty()) {
            into.add(pair(key, CleanText.of(String.join(", ", values))));
        }
    }

    private String environment(Environment environment) {
        return texts.of(environment);
    }

    private String placeName(String code) {
        return register.areas()
                .place(code)
                .map(p -> texts.place(p, register.areas()))
                .orElse(code);
    }

    private String deployment(Usage usage, String id) {
        return usage.offering()
                .flatMap(register::offering)
                .flatMap(o -> o.deployments().stream()
                        .map(f -> f.value())
                        .filter(p -> p.id().equals(id))
                        .map(Placement::name)
                        .findFirst())
                .map(CleanText::of)
                .orElse(id);
    }
}
