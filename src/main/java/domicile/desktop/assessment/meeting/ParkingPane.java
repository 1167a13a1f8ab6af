package domicile.desktop.assessment.meeting;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Drafts;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Meeting;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What came up and is put off. */
final class ParkingPane {
    private final VBox root;

    ParkingPane(AssessmentViewModel model, Texts texts, Notices notices) {
        MeetingList<String> list =
                new MeetingList<>("parking", model, texts, notices, Meeting::parked, Meeting::withParked);
        TextField field = Ui.field("parking-what", texts.get("parking.prompt"));
        new Drafts(model, "parking").keep(field);
        field.setOnAction(e -> {
            if (!field.getText().isBlank()) {
                String what = field.getText().strip();
                list.change(all -> all.add(what));
                field.clear();
            }
        });
        root = new VBox(
                Ui.text(texts.get("meeting.parked"), "section-head"),
                list.node(what -> what, (what, index) -> Ui.grow(Ui.text("• " + what))),
                field);
        root.getStyleClass().add("form");
    }

    Node node() {
        return root;
    }
}
