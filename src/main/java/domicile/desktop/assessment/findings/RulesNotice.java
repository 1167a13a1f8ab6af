package domicile.desktop.assessment.findings;

import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Review;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Says above an assessment what other rules change about it, until somebody has seen it. */
public final class RulesNotice {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();

    public RulesNotice(AssessmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root.setId("rules-notice");
        root.getStyleClass().add("rules-notice");
        root.managedProperty().bind(root.visibleProperty());
        model.dossierProperty().subscribe((was, now) -> {
            // not at every key: the form's own words change nothing here
            if (root.isVisible() && !now.unseen(model.rulesVersion())) {
                show();
            }
        });
        model.assessmentProperty().subscribe(a -> show());
    }

    public Node node() {
        return root;
    }

    private void show() {
        Optional<RulesChange> change = RulesChange.of(
                model.dossierProperty().get(), model.assessmentProperty().get());
        root.setVisible(change.isPresent());
        root.getChildren().clear();
        change.ifPresent(this::show);
    }

    private void show(RulesChange change) {
        VBox lines = new VBox();
        lines.getStyleClass().add("list");
        lines.setId("rules-lines");
        change.recorded().ifPresentOrElse(r -> recorded(change, r, lines), () -> begun(change, lines));
        ScrollPane scroll = Ui.readable(lines, texts.get("rules.what"));
        scroll.getStyleClass().add("rules-what");
        VBox what = new VBox(scroll);
        Button seen =
                Ui.button(texts.get("rules.seen"), "rules-seen", () -> model.keep(d -> d.seen(change.now())), "accent");
        root.getChildren()
                .addAll(
                        Ui.text(said(change), "notice"),
                        Ui.disclosed(texts.get("rules.what"), "rules-what", false, what),
                        seen);
    }

    private String said(RulesChange change) {
        return change.recorded()
                .map(r -> texts.get("rules.recorded", texts.day(r.on()), change.then(), change.now()))
                .orElseGet(() -> texts.get("rules.begun", change.then(), change.now()));
    }

    private void recorded(RulesChange change, Review review, VBox lines) {
        if (change.candidates().isEmpty()) {
            lines.getChildren().add(Ui.text(texts.get("rules.same")));
            return;
        }
        lines.getChildren().add(Ui.muted(texts.get("rules.also")));
        change.candidates().forEach((offering, changed) -> {
            lines.getChildren()
                    .add(Ui.text(
                            texts.get(
                                    "rules.candidate",
                                    model.offering(offering),
                                    change.then(),
                                    verdict(Optional.ofNullable(
                                                    review.candidates().get(offering))
                                            .map(Review.Outcome::verdict)),
                                    change.now(),
                                    verdict(today(offering))),
                            "fact-value"));
            changed.forEach(c -> c.requirement()
                    .ifPresent(r -> lines.getChildren()
                            .add(Ui.text("• "
                                    + texts.get(
                                            "rules.finding",
                                            Names.requirement(Requirement.valueOf(r), texts.locale()),
                                            status(c.before()),
                                            status(c.now()),
                                            texts.get(RulesChange.key(Requirement.valueOf(r))))))));
        });
    }

    private Optional<String> today(String offering) {
        return model.assessmentProperty().get().offerings().stream()
                .filter(o -> o.offering().equals(offering))
                .map(o -> o.verdict().name())
                .findFirst();
    }

    /**
     * Nobody recorded what the earlier rules came to, and nothing is made up: what changed in the rules of what is
     * asked.
     */
    private void begun(RulesChange change, VBox lines) {
        lines.getChildren().add(Ui.text(texts.get("rules.asked"), "fact-value"));
        List<Requirement> asked = change.asked();
        asked.forEach(r -> lines.getChildren()
                .add(Ui.text("• " + texts.pair(Names.requirement(r, texts.locale()), texts.get(RulesChange.key(r))))));
    }

    private String verdict(Optional<String> name) {
        return name.map(n -> Mark.of(Verdict.valueOf(n), texts).text()).orElse(texts.get("review.nothing"));
    }

    private String status(Optional<String> name) {
        return name.map(n -> Mark.of(Status.valueOf(n), texts).text()).orElse(texts.get("review.nothing"));
    }
}
