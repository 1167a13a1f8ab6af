package domicile.desktop.assessment;

import domicile.desktop.Notices;
import domicile.desktop.Texts;
import domicile.questionnaire.Meeting.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What somebody has to do, by when. */
final class ActionsPane {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Notices notices;
    private final VBox list = new VBox();
    private final VBox root;

    ActionsPane(AssessmentViewModel model, Texts texts, Notices notices) {
        this.notices = notices;
        this.model = model;
        this.texts = texts;
        list.setId("actions");
        list.getStyleClass().add("list");
        root = new VBox(Ui.text(texts.get("meeting.actions"), "section-head"), list, form());
        root.getStyleClass().add("form");
        model.dossierProperty().map(d -> d.meeting().actions()).subscribe(this::show);
    }

    Node node() {
        return root;
    }

    private void show(List<Action> actions) {
        list.getChildren().clear();
        for (int i = 0; i < actions.size(); i++) {
            list.getChildren().add(row(actions.get(i), i));
        }
    }

    private Node row(Action a, int index) {
        CheckBox done = new CheckBox(a.what());
        done.setWrapText(true);
        done.setSelected(a.done());
        done.setOnAction(e -> change(all -> all.set(index, a.done(done.isSelected()))));
        HBox.setHgrow(done, Priority.ALWAYS);
        done.setMaxWidth(Double.MAX_VALUE);
        boolean late =
                !a.done() && a.due().filter(day -> day.isBefore(model.date())).isPresent();
        String due = a.due()
                .map(day -> texts.get(late ? "actions.late" : "actions.by", texts.day(day)))
                .orElse("");
        Button remove = Ui.button("✕", "action-remove", () -> remove(a, index), "flat", "small");
        remove.setAccessibleText(texts.get("actions.remove", a.what()));
        HBox row = new HBox(done, Ui.text(a.owner(), "muted"), Ui.text(due, late ? "mark-bad" : "muted"), remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("bar");
        return row;
    }

    private void remove(Action a, int index) {
        change(all -> all.remove(index));
        notices.undoInAssessment(
                texts.get("actions.removed", a.what()), () -> change(all -> all.add(Math.min(index, all.size()), a)));
    }

    private void change(java.util.function.Consumer<List<Action>> change) {
        model.keep(d -> {
            List<Action> all = new ArrayList<>(d.meeting().actions());
            change.accept(all);
            return d.with(d.meeting().withActions(all));
        });
    }

    private Node form() {
        TextField what = field("action-what", "actions.what");
        TextField owner = field("action-owner", "actions.owner");
        owner.setPrefColumnCount(8);
        DatePicker due = new DatePicker();
        due.setId("action-due");
        due.setAccessibleText(texts.get("actions.due"));
        due.setPromptText(texts.get("actions.due"));
        due.setPrefWidth(140);
        Runnable add = () -> {
            if (!what.getText().isBlank()) {
                Optional<LocalDate> day = Optional.ofNullable(due.getValue());
                Action made = new Action(what.getText().strip(), owner.getText().strip(), day, false);
                change(all -> all.add(made));
                what.clear();
                owner.clear();
                due.setValue(null);
                what.requestFocus();
            }
        };
        what.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                add.run();
            }
        });
        Button button = Ui.button(texts.get("actions.add"), "action-add", add);
        button.disableProperty().bind(what.textProperty().isEmpty());
        FlowPane row = new FlowPane(owner, due, button);
        row.getStyleClass().add("buttons");
        row.setPrefWrapLength(0); // as narrow as its column
        VBox form = new VBox(what, row);
        form.getStyleClass().add("list");
        return form;
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        return field;
    }
}
