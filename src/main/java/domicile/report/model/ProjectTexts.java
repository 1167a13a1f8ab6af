package domicile.report.model;

import domicile.assessment.JudgedProject;
import domicile.assessment.PlaceInUse;
import domicile.assessment.ProjectFinding;
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Pair;
import domicile.report.model.ReportModel.Tally;
import domicile.residency.Citation;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Register;
import domicile.scan.Environment;
import domicile.scan.ScanResult;
import domicile.scan.Usage;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A judged project in the words of a report; what it cites of the register is listed among its sources. */
final class ProjectTexts {
    private final Register register;
    private final Texts texts;
    private final CitedSources cited;
    private final Signatures signatures = Signatures.shipped();
    private final Map<String, UsedProject.SignatureRow> used = new TreeMap<>();

    ProjectTexts(Register register, Texts texts, CitedSources cited) {
        this.register = register;
        this.texts = texts;
        this.cited = cited;
    }

    UsedProject of(JudgedProject judged) {
        List<UsedProject.Place> places = judged.places().stream()
                .filter(p -> !p.unreadable())
                .map(this::place)
                .toList();
        return new UsedProject(
                judged,
                about(judged),
                judged.counts().entrySet().stream()
                        .map(e -> new Tally(texts.mark(e.getKey()), e.getValue()))
                        .toList(),
                places,
                judged.places().stream()
                        .filter(PlaceInUse::unreadable)
                        .map(this::place)
                        .toList(),
                judged.project().found().skipped().entrySet().stream()
                        .map(e -> new Pair(texts.label(e.getKey()), String.valueOf(e.getValue())))
                        .toList(),
                List.copyOf(used.values()),
                remarks(judged));
    }

    private List<Pair> about(JudgedProject judged) {
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

    private List<String> remarks(JudgedProject judged) {
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

    private UsedProject.Place place(PlaceInUse place) {
        ProjectFinding first = place.first();
        return new UsedProject.Place(
                texts.mark(place.status()),
                CleanText.of(place.place()),
                place.unreadable() ? "" : subject(first),
                place.usage()
                        .map(this::details)
                        .orElseGet(() -> List.of(pair(
                                place.unreadable() ? "project.reader" : "project.matched",
                                CleanText.of(first.matched())))),
                place.findings().stream().map(this::finding).toList());
    }

    private String subject(ProjectFinding f) {
        return CleanText.of(f.offering()
                .map(id -> register.offering(id).map(Offering::name).orElse(id))
                .or(f::service)
                .orElse(texts.get("project.nobody")));
    }

    /** How an offering is used, as far as the place says it. */
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
        details.add(pair(
                "table.role",
                usage.environment()
                        .map(e -> texts.of(usage.role()) + ", " + environment(e))
                        .orElseGet(() -> texts.of(usage.role()))));
        return details;
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

    private UsedProject.Finding finding(ProjectFinding f) {
        List<Cite> citations = new ArrayList<>(cited.cite(f.citations().stream()
                .flatMap(c -> c.source().stream().map(n -> new Citation(n, c.read())))
                .toList()));
        f.citations().stream()
                .flatMap(c -> c.signature().stream())
                .distinct()
                .flatMap(id -> signatures.signature(id).stream())
                .forEach(s -> citations.add(signature(s)));
        return new UsedProject.Finding(
                texts.mark(f.status()),
                f.asked().map(texts::requirement).orElse(""),
                texts.say(f.reason()),
                citations,
                f.lift().map(texts::say),
                f.accepted().map(a -> texts.get("project.accepted", texts.date(a.until()), CleanText.of(a.reason()))));
    }

    private Cite signature(Signature s) {
        Cite cite = new Cite(
                "[" + s.id() + "]",
                "signature-" + s.id(),
                texts.get("project.signature.title", s.id(), texts.date(s.read())));
        used.computeIfAbsent(
                s.id(),
                id -> new UsedProject.SignatureRow(
                        cite,
                        s.pattern(),
                        signatures.sourcesOf(s).stream()
                                .map(page -> new UsedProject.Page(page.publisher(), page.url()))
                                .toList(),
                        texts.date(s.read())));
        return cite;
    }
}
