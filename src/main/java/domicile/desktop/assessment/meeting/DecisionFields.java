package domicile.desktop.assessment.meeting;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.AutoGrowTextArea;
import domicile.desktop.kit.ChoiceWords;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Meeting.Outcome;
import domicile.questionnaire.Meeting.Subject;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What was decided on one question or candidate, and why; kept at every change. */
final class DecisionFields {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Notices notices;
    private final String about;
    private final Subject subject;
    private final String id;
    private final ChoiceBox<Optional<Outcome>> outcome = new ChoiceBox<>();
    private final AutoGrowTextArea rationale = new AutoGrowTextArea("");

    /** @param about what is decided on, for those who hear the screen */
    DecisionFields(AssessmentViewModel model, Texts texts, Notices notices, Subject subject, String id, String about) {
        this.texts = texts;
        this.notices = notices;
        this.about = about;
        this.model = model;
        this.subject = subject;
        this.id = id;
        Optional<Meeting.Decision> held = MeetingView.decision(model, subject, id);
        outcome.setId("outcome-" + id);
        outcome.getItems().add(Optional.empty());
        for (Outcome o : Outcome.values()) {
            outcome.getItems().add(Optional.of(o));
        }
        outcome.setConverter(new ChoiceWords<>(value -> value.map(texts::of).orElse(texts.get("meeting.undecided"))));
        outcome.setValue(held.map(Meeting.Decision::outcome));
        outcome.setAccessibleText(texts.get("meeting.outcome", about));
        rationale.setId("rationale-" + id);
        rationale.setText(held.map(Meeting.Decision::rationale).orElse(""));
        rationale.setPromptText(texts.get("meeting.rationale"));
        rationale.setAccessibleText(texts.pair(texts.get("meeting.rationale"), about));
        rationale.disableProperty().bind(outcome.valueProperty().isEqualTo(Optional.empty()));
        outcome.valueProperty().subscribe((was, now) -> keep());
        rationale.textProperty().subscribe((was, now) -> keep());
    }

    /** Both beside each other; below what they are about. */
    Node node() {
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(rationale, Priority.ALWAYS);
        HBox row = new HBox(outcome, rationale);
        row.getStyleClass().add("bar");
        return row;
    }

    /** Shows what is decided now, when that is something else than what stands here. */
    void show() {
        Optional<Meeting.Decision> held = MeetingView.decision(model, subject, id);
        String because = held.map(Meeting.Decision::rationale).orElse("");
        // first: it counts only with what was decided. Typing goes on while a space at its end is not kept
        if (held.isPresent() && !rationale.getText().strip().equals(because)) {
            rationale.setText(because);
        }
        if (!outcome.getValue().equals(held.map(Meeting.Decision::outcome))) {
            outcome.setValue(held.map(Meeting.Decision::outcome));
        }
    }

    private void keep() {
        Optional<Outcome> chosen = outcome.getValue();
        if (chosen.isEmpty()) {
            MeetingView.decision(model, subject, id)
                    .ifPresent(before -> notices.undoInAssessment(
                            texts.get("meeting.taken", about),
                            () -> model.keep(d -> d.with(d.meeting().with(before)))));
        }
        model.keep(d -> d.with(chosen.map(o -> d.meeting()
                        .with(new Meeting.Decision(
                                subject, id, o, rationale.getText().strip())))
                .orElseGet(() -> d.meeting().without(subject, id))));
    }
}
