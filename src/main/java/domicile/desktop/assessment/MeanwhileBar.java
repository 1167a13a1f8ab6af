package domicile.desktop.assessment;

import domicile.desktop.assessment.common.Answered;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.register.AnswerMerge.Conflict;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What this window and another one have both answered, and differently: both side by side, to be decided. */
final class MeanwhileBar {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final ConflictWords words;
    private final VBox root = new VBox();

    MeanwhileBar(AssessmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new ConflictWords(model.questionnaire(), texts);
        root.setId("meanwhile");
        root.getStyleClass().add("rules-notice");
        root.managedProperty().bind(root.visibleProperty());
        model.conflictsProperty().subscribe(this::show);
    }

    Node node() {
        return root;
    }

    private void show(List<Conflict> conflicts) {
        root.setVisible(!conflicts.isEmpty());
        root.getChildren().clear();
        if (!conflicts.isEmpty()) {
            root.getChildren().add(Ui.text(texts.get("meanwhile.title", conflicts.size()), "notice"));
            conflicts.forEach(c -> root.getChildren().add(one(c)));
        }
    }

    private Node one(Conflict conflict) {
        GridPane sides = new GridPane();
        sides.getStyleClass().add("buttons");
        for (int i = 0; i < 2; i++) {
            sides.getColumnConstraints().add(Ui.share(50));
        }
        sides.addRow(
                0,
                side("meanwhile.mine", conflict, conflict.mine()),
                side("meanwhile.theirs", conflict, conflict.theirs()));
        Button mine = Ui.button(texts.get("meanwhile.keep.mine"), "keep-mine", () -> model.decide(conflict, true));
        Button theirs =
                Ui.button(texts.get("meanwhile.keep.theirs"), "keep-theirs", () -> model.decide(conflict, false));
        sides.addRow(1, mine, theirs);
        return new VBox(Ui.text(words.title(conflict), "layer-head"), sides);
    }

    private Node side(String key, Conflict conflict, String side) {
        return new VBox(Ui.muted(texts.get(key)), Ui.text(said(conflict, side), "fact-value"));
    }

    private String said(Conflict conflict, String side) {
        return words.question(conflict)
                .filter(q -> ConflictWords.about(conflict, "answers"))
                .map(q -> Answered.words(q, model.with(conflict, side).answers().to(q.id()), model, texts))
                .orElseGet(() -> words.words(side));
    }
}
