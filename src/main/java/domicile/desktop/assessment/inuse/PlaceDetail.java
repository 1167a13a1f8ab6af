package domicile.desktop.assessment.inuse;

import domicile.assessment.Cited;
import domicile.assessment.JudgedProject;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.PlaceInUse;
import domicile.assessment.ProjectFinding;
import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.report.model.CleanText;
import domicile.report.model.PlaceTexts;
import domicile.report.model.ReportModel.Pair;
import domicile.residency.Citation;
import domicile.residency.Placement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All that is said of one place, beside what was approved; or of the whole project. */
final class PlaceDetail {
    private final AssessmentViewModel assessment;
    private final InUseViewModel model;
    private final Texts texts;
    private final PlaceTexts words;
    private final CitationLinks links;
    private final Consumer<String> openLink;
    private final VBox box = new VBox();

    PlaceDetail(
            AssessmentViewModel assessment,
            InUseViewModel model,
            Texts texts,
            PlaceTexts words,
            CitationLinks links,
            Consumer<String> openLink) {
        this.assessment = assessment;
        this.model = model;
        this.texts = texts;
        this.words = words;
        this.links = links;
        this.openLink = openLink;
        box.setId("in-use-detail");
        box.getStyleClass().add("detail");
    }

    Node node() {
        return box;
    }

    void show(InUseLine line) {
        box.getChildren().clear();
        switch (line) {
            case InUseLine.Overview(JudgedProject project) -> overview(project);
            case InUseLine.Place(PlaceInUse place) -> place(place);
        }
    }

    private void overview(JudgedProject project) {
        box.getChildren()
                .addAll(Ui.text(texts.get("inUse.overview"), "detail-title"), Ui.muted(texts.get("inUse.limits")));
        words.remarks(project).forEach(r -> box.getChildren().add(Ui.text("• " + r)));
        words.about(project).forEach(this::fact);
        facts("inUse.switches", words.switches(project));
        facts("inUse.leftOut", words.leftOut(project));
        if (!model.candidates().isEmpty()) {
            box.getChildren().add(Ui.text(texts.get("inUse.approved"), "section-head"));
            model.candidates().forEach(this::approved);
        }
    }

    private void facts(String heading, List<Pair> facts) {
        if (!facts.isEmpty()) {
            box.getChildren().add(Ui.text(texts.get(heading), "section-head"));
            facts.forEach(this::fact);
        }
    }

    private void fact(Pair fact) {
        box.getChildren().add(Ui.text(texts.pair(fact.label(), fact.value())));
    }

    /** A candidate with its verdict, and the deployments that its findings rest on. */
    private void approved(OfferingAssessment o) {
        Mark mark = Mark.of(o.verdict(), texts);
        String deployments = String.join(
                ", ",
                o.requirements().stream()
                        .flatMap(f -> f.deployment().stream())
                        .distinct()
                        .map(id -> deployment(o.offering(), id))
                        .toList());
        String name = assessment.offering(o.offering());
        box.getChildren()
                .add(Ui.text(
                        deployments.isEmpty()
                                ? name + " · " + mark.text()
                                : name + " · " + mark.text() + " · " + deployments,
                        mark.style()));
    }

    private String deployment(String offering, String id) {
        return assessment
                .register()
                .offering(offering)
                .flatMap(o -> o.deployments().stream()
                        .map(f -> f.value())
                        .filter(p -> p.id().equals(id))
                        .map(Placement::name)
                        .findFirst())
                .orElse(id);
    }

    private void place(PlaceInUse place) {
        Mark mark = Mark.of(place.status(), texts);
        Label marked = Ui.text(mark.text(), mark.style(), "verdict");
        box.getChildren().addAll(Ui.text(CleanText.of(place.place()), "detail-title"), marked);
        String subject = words.subject(place);
        if (!subject.isEmpty()) {
            box.getChildren().add(Ui.text(subject, "fact-value"));
        }
        words.details(place).forEach(this::fact);
        if (!place.unreadable()) {
            box.getChildren().add(Ui.text(texts.get("inUse.approved"), "section-head"));
            Optional<OfferingAssessment> approved = model.approved(place);
            approved.ifPresent(this::approved);
            if (approved.isEmpty()) {
                box.getChildren().add(Ui.muted(texts.get("inUse.notApproved")));
            }
        }
        place.findings().forEach(f -> finding(place, f));
    }

    private void finding(PlaceInUse place, ProjectFinding f) {
        Optional<Requirement> asked = f.asked();
        box.getChildren()
                .add(Ui.text(
                        asked.map(r -> Names.requirement(r, texts.locale())).orElse(texts.get("inUse.reason")),
                        "section-head"));
        if (f.status() != place.status()) {
            Mark mark = Mark.of(f.status(), texts);
            box.getChildren().add(Ui.text(mark.text(), mark.style()));
        }
        box.getChildren().add(Ui.text(CleanText.of(f.reason().in(texts.locale()))));
        f.accepted().ifPresent(a -> box.getChildren().add(Ui.text(words.accepted(a), "notice")));
        f.lift().ifPresent(l -> {
            String lift = CleanText.of(l.in(texts.locale()));
            Button copy = Ui.button(texts.get("findings.copy"), "in-use-copy", () -> Ui.copy(lift), "flat", "small");
            copy.setAccessibleText(texts.pair(texts.get("findings.copy"), lift));
            HBox line = new HBox(Ui.grow(Ui.text(texts.pair(texts.get("findings.lifts"), lift))), copy);
            HBox.setHgrow(line.getChildren().getFirst(), Priority.ALWAYS);
            line.getStyleClass().add("bar");
            box.getChildren().add(line);
        });
        List<Citation> register = f.citations().stream()
                .flatMap(c -> c.source().stream().map(n -> new Citation(n, c.read())))
                .distinct()
                .toList();
        if (!register.isEmpty()) {
            box.getChildren().add(Ui.muted(texts.get("inUse.register")));
            box.getChildren().add(links.full(register));
        }
        List<Cited> pages =
                f.citations().stream().filter(c -> c.signature().isPresent()).toList();
        if (!pages.isEmpty()) {
            box.getChildren().add(Ui.muted(texts.get("inUse.signature")));
            VBox all = new VBox();
            all.getStyleClass().add("cites");
            pages.forEach(c -> all.getChildren().add(link(c)));
            box.getChildren().add(all);
        }
    }

    /** A page of a signature, by its address and the day on which it was read. */
    private Node link(Cited page) {
        Hyperlink link = new Hyperlink(page.url() + ", " + texts.get("cite.read", texts.day(page.read())));
        link.setWrapText(true);
        link.setOnAction(e -> openLink.accept(page.url()));
        return link;
    }
}
