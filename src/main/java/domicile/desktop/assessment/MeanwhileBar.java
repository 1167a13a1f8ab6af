package domicile.desktop.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.desktop.assessment.common.Answered;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Question;
import domicile.register.AnswerMerge.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What this window and another one have both answered, and differently: both side by side, to be decided. */
final class MeanwhileBar {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AssessmentViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();

    MeanwhileBar(AssessmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
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
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            sides.getColumnConstraints().add(half);
        }
        sides.addRow(
                0,
                side("meanwhile.mine", conflict, conflict.mine()),
                side("meanwhile.theirs", conflict, conflict.theirs()));
        Button mine = Ui.button(texts.get("meanwhile.keep.mine"), "keep-mine", () -> model.decide(conflict, true));
        Button theirs =
                Ui.button(texts.get("meanwhile.keep.theirs"), "keep-theirs", () -> model.decide(conflict, false));
        sides.addRow(1, mine, theirs);
        return new VBox(Ui.text(title(conflict), "layer-head"), sides);
    }

    private Node side(String key, Conflict conflict, String side) {
        return new VBox(Ui.muted(texts.get(key)), Ui.text(said(conflict, side), "fact-value"));
    }

    private Optional<Question> question(Conflict conflict) {
        return conflict.path().size() < 2
                ? Optional.empty()
                : model.questionnaire().question(conflict.path().get(1));
    }

    private boolean about(Conflict conflict, String part) {
        return !conflict.path().isEmpty() && conflict.path().getFirst().equals(part);
    }

    private String title(Conflict conflict) {
        String question = question(conflict)
                .map(q -> q.title().in(texts.locale()))
                .orElse(conflict.path().isEmpty() ? "" : conflict.path().getLast());
        if (about(conflict, "answers")) {
            return question;
        }
        if (about(conflict, "asides")) {
            return texts.get("meanwhile.note", question);
        }
        if (about(conflict, "accepted")) {
            return texts.get("meanwhile.accepted", question);
        }
        return texts.get(about(conflict, "meeting") ? "meanwhile.meeting" : "meanwhile.review");
    }

    private String said(Conflict conflict, String side) {
        return question(conflict)
                .filter(q -> about(conflict, "answers"))
                .map(q -> Answered.words(q, model.with(conflict, side).answers().to(q.id()), model, texts))
                .orElseGet(() -> words(side));
    }

    /** All that it says, without the names of its fields. */
    private String words(String side) {
        List<String> words = new ArrayList<>();
        try {
            collect(JSON.readTree(side.isEmpty() ? "{}" : side), words);
        } catch (JsonProcessingException e) {
            words.add(side);
        }
        return words.isEmpty() ? texts.get("answer.none") : String.join(", ", words);
    }

    private static void collect(JsonNode node, List<String> words) {
        if (node.isValueNode()) {
            words.add(node.asText());
        } else {
            node.forEach(child -> collect(child, words));
        }
        words.removeIf(String::isBlank);
    }
}
