package domicile.desktop.assessment.meeting;

import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.desktop.assessment.common.Answered;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.ReviewChanges;
import domicile.desktop.kit.DayConverter;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Question;
import domicile.questionnaire.Review;
import java.time.LocalDate;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** When the assessment is looked at again, and what has changed since it was last. */
final class ReviewPane {
    private static final int USUAL_MONTHS = 6;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final VBox changes = new VBox();
    private final DatePicker next = new DatePicker();
    private final VBox root;

    ReviewPane(AssessmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        next.setId("review-on");
        DayConverter.keep(next);
        next.setValue(model.dossierProperty().get().reviewOn().orElse(null));
        next.getEditor().textProperty().subscribe((was, text) -> model.keep(d -> d.reviewOn(Ui.day(next))));
        Label label = new Label(texts.get("review.on"));
        label.setLabelFor(next);
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        Button close = Ui.button(texts.get("review.close"), "review-close", this::close);
        FlowPane row = new FlowPane(label, next, close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("buttons");
        changes.setId("changes");
        changes.getStyleClass().add("list");
        root = new VBox(
                Ui.text(texts.get("review.title"), "section-head"), row, Ui.muted(texts.get("review.hint")), changes);
        root.getStyleClass().add("form");
        model.dossierProperty().map(Dossier::reviewed).subscribe(r -> show());
        model.answersProperty().subscribe(a -> show());
    }

    Node node() {
        return root;
    }

    /** Keeps what the assessment comes to today, and looks ahead. */
    private void close() {
        LocalDate day = Ui.day(next)
                .filter(d -> d.isAfter(model.date()))
                .orElse(model.date().plusMonths(USUAL_MONTHS));
        Review review = ReviewChanges.review(
                model.assessmentProperty().get(), model.answersProperty().get());
        model.keep(d -> d.reviewed(review, day));
        next.setValue(day);
    }

    private void show() {
        changes.getChildren().clear();
        Optional<Review> last = model.dossierProperty().get().reviewed();
        if (last.isEmpty()) {
            return;
        }
        ReviewChanges since = ReviewChanges.between(
                last.get(),
                model.answersProperty().get(),
                model.assessmentProperty().get());
        changes.getChildren()
                .add(Ui.text(
                        texts.get(
                                since.none() ? "review.same" : "review.since",
                                texts.day(last.get().on())),
                        "fact-value"));
        if (since.register()) {
            changes.getChildren()
                    .add(Ui.muted(
                            texts.get("review.register", texts.day(last.get().registerAsOf()))));
        }
        if (since.evidence()) {
            changes.getChildren().add(Ui.muted(texts.get("review.evidence")));
        }
        since.questions().forEach(id -> model.questionnaire().question(id).ifPresent(q -> answer(q, last.get())));
        since.findings().forEach(this::finding);
    }

    private void answer(Question q, Review last) {
        changes.getChildren()
                .add(Ui.text(texts.get(
                        "review.answer",
                        q.title().in(texts.locale()),
                        Answered.words(q, last.answers().to(q.id()), model, texts),
                        Answered.words(q, model.answersProperty().get().to(q.id()), model, texts))));
    }

    private void finding(ReviewChanges.Changed c) {
        String about = c.requirement()
                .map(r -> Names.requirement(Requirement.valueOf(r), texts.locale()))
                .orElse(texts.get("findings.verdict"));
        changes.getChildren()
                .add(Ui.text(texts.get(
                        "review.finding", model.offering(c.offering()), about, word(c, c.before()), word(c, c.now()))));
    }

    private String word(ReviewChanges.Changed c, Optional<String> name) {
        return name.map(n -> c.requirement().isPresent()
                        ? Mark.of(Status.valueOf(n), texts).text()
                        : Mark.of(Verdict.valueOf(n), texts).text())
                .orElse(texts.get("review.nothing"));
    }
}
