package domicile.desktop.assessment.questionnaire;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The sections with how far each is, and the answers that are kept although they no longer apply. */
final class SectionsPane {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final VBox box = new VBox();
    private final ScrollPane scroll = Ui.scroll(box);

    SectionsPane(AssessmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        box.getStyleClass().add("sections");
        scroll.getStyleClass().add("sections-beside");
        model.answersProperty().subscribe(a -> show());
        model.currentProperty().subscribe(q -> show());
    }

    Node node() {
        return scroll;
    }

    private void show() {
        box.getChildren().clear();
        model.questionnaire()
                .progress(model.answersProperty().get())
                .forEach((section, progress) -> box.getChildren().add(section(section, progress)));
        List<Question> kept =
                model.questionnaire().noLongerApplies(model.answersProperty().get());
        if (!kept.isEmpty()) {
            Label head = Ui.text(texts.get("question.kept"), "facet-head", "kept");
            head.setId("no-longer-applies");
            box.getChildren().add(head);
            for (Question q : kept) {
                Hyperlink link = new Hyperlink(q.title().in(texts.locale()));
                link.setWrapText(true);
                link.setOnAction(e -> model.go(q));
                box.getChildren().add(link);
            }
        }
    }

    private Node section(Questionnaire.Section section, Questionnaire.Progress progress) {
        String title = section.title().in(texts.locale());
        boolean nothing = progress.all() == 0;
        boolean done = progress.done() == progress.all() && !nothing;
        ToggleButton button = new ToggleButton(title);
        button.setId("section-" + section.id());
        button.setSelected(section.questions().contains(model.currentProperty().get()));
        button.setDisable(nothing);
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            model.go(section);
            show();
        });
        Label count = new Label(nothing ? "–" : (done ? "✓ " : "") + progress.done() + "/" + progress.all());
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().addAll("count", done ? "mark-good" : "muted");
        button.setGraphic(count);
        button.setAccessibleText(texts.get("question.progress", title, progress.done(), progress.all()));
        return button;
    }
}
