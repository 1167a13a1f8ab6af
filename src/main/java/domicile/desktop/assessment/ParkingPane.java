package domicile.desktop.assessment;

import domicile.desktop.Notices;
import domicile.desktop.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What came up and is put off. */
final class ParkingPane {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Notices notices;
    private final VBox list = new VBox();
    private final VBox root;

    ParkingPane(AssessmentViewModel model, Texts texts, Notices notices) {
        this.notices = notices;
        this.model = model;
        this.texts = texts;
        list.setId("parking");
        list.getStyleClass().add("list");
        TextField field = new TextField();
        field.setId("parking-what");
        field.setPromptText(texts.get("parking.prompt"));
        field.setAccessibleText(texts.get("parking.prompt"));
        field.setOnAction(e -> {
            if (!field.getText().isBlank()) {
                String what = field.getText().strip();
                change(all -> all.add(what));
                field.clear();
            }
        });
        root = new VBox(Ui.text(texts.get("meeting.parked"), "section-head"), list, field);
        root.getStyleClass().add("form");
        model.dossierProperty().map(d -> d.meeting().parked()).subscribe(this::show);
    }

    Node node() {
        return root;
    }

    private void show(List<String> parked) {
        list.getChildren().clear();
        for (int i = 0; i < parked.size(); i++) {
            int index = i;
            String what = parked.get(i);
            Button remove = Ui.button("✕", "parking-remove", () -> remove(what, index), "flat", "small");
            remove.setAccessibleText(texts.get("actions.remove", what));
            HBox row = new HBox(Ui.text("• " + what), Ui.gap(), remove);
            HBox.setHgrow(row.getChildren().getFirst(), Priority.ALWAYS);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("bar");
            list.getChildren().add(row);
        }
    }

    private void remove(String what, int index) {
        change(all -> all.remove(index));
        notices.undoInAssessment(
                texts.get("actions.removed", what), () -> change(all -> all.add(Math.min(index, all.size()), what)));
    }

    private void change(java.util.function.Consumer<List<String>> change) {
        model.keep(d -> {
            List<String> all = new ArrayList<>(d.meeting().parked());
            change.accept(all);
            return d.with(d.meeting().withParked(all));
        });
    }
}
