package domicile.desktop.assessment.meeting;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Drafts;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Meeting.Action;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What somebody has to do, by when. */
final class ActionsPane {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final MeetingList<Action> list;
    private final VBox root;

    ActionsPane(AssessmentViewModel model, Texts texts, Notices notices) {
        this.model = model;
        this.texts = texts;
        this.list = new MeetingList<>("actions", model, texts, notices, Meeting::actions, Meeting::withActions);
        root = new VBox(
                Ui.text(texts.get("meeting.actions"), "section-head"), list.node(Action::what, this::shown), form());
        root.getStyleClass().add("form");
    }

    Node node() {
        return root;
    }

    private Node shown(Action a, int index) {
        CheckBox done = new CheckBox(a.what());
        done.setWrapText(true);
        done.setSelected(a.done());
        done.setOnAction(e -> list.change(all -> all.set(index, a.done(done.isSelected()))));
        VBox words = new VBox(done);
        boolean late =
                !a.done() && a.due().filter(day -> day.isBefore(model.date())).isPresent();
        String due = a.due()
                .map(day -> texts.get(late ? "actions.late" : "actions.by", texts.day(day)))
                .orElse("");
        String who = Stream.of(a.owner(), due).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
        if (!who.isEmpty()) {
            words.getChildren().add(Ui.text(who, late ? "mark-bad" : "muted", "under-box"));
        }
        return words;
    }

    private Node form() {
        TextField what = Ui.field("action-what", texts.get("actions.what"));
        TextField owner = Ui.field("action-owner", texts.get("actions.owner"));
        owner.setPrefColumnCount(8);
        DatePicker due = Ui.picker("action-due", texts.get("actions.due"));
        Drafts drafts = new Drafts(model, "action");
        drafts.keep(what);
        drafts.keep(owner);
        drafts.keep(due);
        Runnable add = () -> {
            if (Ui.day(due).isEmpty() && !due.getEditor().getText().isBlank()) {
                due.requestFocus(); // the day is half-typed
            } else if (!what.getText().isBlank()) {
                Action made = new Action(what.getText().strip(), owner.getText().strip(), Ui.day(due), false);
                list.change(all -> all.add(made));
                what.clear();
                owner.clear();
                due.setValue(null);
                due.getEditor().clear();
                what.requestFocus();
            }
        };
        what.setOnAction(e -> add.run());
        owner.setOnAction(e -> add.run());
        Button button = Ui.button(texts.get("actions.add"), "action-add", add);
        button.disableProperty().bind(what.textProperty().isEmpty());
        FlowPane row = new FlowPane(owner, due, button);
        row.getStyleClass().add("buttons");
        row.setPrefWrapLength(0); // as narrow as its column
        VBox form = new VBox(what, row);
        form.getStyleClass().add("list");
        return form;
    }
}
