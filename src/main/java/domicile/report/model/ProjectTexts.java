package domicile.report.model;

import domicile.assessment.JudgedProject;
import domicile.assessment.PlaceInUse;
import domicile.assessment.ProjectFinding;
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Tally;
import domicile.residency.Citation;
import domicile.residency.Register;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A judged project in the words of a report; what it cites of the register is listed among its sources. */
final class ProjectTexts {
    private final Texts texts;
    private final PlaceTexts words;
    private final CitedSources cited;
    private final Signatures signatures = Signatures.shipped();
    private final Map<String, UsedProject.SignatureRow> used = new TreeMap<>();

    ProjectTexts(Register register, Texts texts, CitedSources cited) {
        this.texts = texts;
        this.words = new PlaceTexts(register, texts);
        this.cited = cited;
    }

    UsedProject of(JudgedProject judged) {
        List<UsedProject.Place> places = judged.places().stream()
                .filter(p -> !p.unreadable())
                .map(this::place)
                .toList();
        return new UsedProject(
                judged,
                words.about(judged),
                judged.counts().entrySet().stream()
                        .map(e -> new Tally(texts.mark(e.getKey()), e.getValue()))
                        .toList(),
                places,
                judged.places().stream()
                        .filter(PlaceInUse::unreadable)
                        .map(this::place)
                        .toList(),
                words.switches(judged),
                words.leftOut(judged),
                List.copyOf(used.values()),
                words.remarks(judged));
    }

    private UsedProject.Place place(PlaceInUse place) {
        return new UsedProject.Place(
                texts.mark(place.status()),
                CleanText.of(place.place()),
                words.subject(place),
                words.details(place),
                place.findings().stream().map(this::finding).toList());
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
                f.accepted().map(words::accepted));
    }

    /** A link to a signature, which is listed when the first place cites it; Word takes no long names. */
    private Cite signature(Signature s) {
        return used.computeIfAbsent(s.id(), id -> row(s, "u" + (used.size() + 1)))
                .cite();
    }

    private UsedProject.SignatureRow row(Signature s, String anchor) {
        return new UsedProject.SignatureRow(
                new Cite(
                        "[" + s.id() + "]", anchor, texts.get("project.signature.title", s.id(), texts.date(s.read()))),
                s.pattern(),
                signatures.sourcesOf(s).stream()
                        .map(page -> new UsedProject.Page(page.publisher(), page.url()))
                        .toList(),
                texts.date(s.read()));
    }
}
