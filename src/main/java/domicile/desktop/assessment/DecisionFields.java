package domicile.desktop.assessment;

import domicile.desktop.Texts;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Meeting.Outcome;
import domicile.questionnaire.Meeting.Subject;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/** What was decided on one question or candidate, and why; kept at every change. */
final class DecisionFields {
    private final AssessmentViewModel model;
    private final Subject subject;
    private final String id;
    private final ChoiceBox<Optional<Outcome>> outcome = new ChoiceBox<>();
    private final TextField rationale = new TextField();

    /**
     * @param about what is decided on, for those who hear the screen
     */
    DecisionFields(AssessmentViewModel model, Texts texts, Subject subject, String id, String about) {
        this.model = model;
        this.subject = subject;
        this.id = id;
        Optional<Meeting.Decision> held = MeetingView.decision(model, subject, id);
        outcome.setId("outcome-" + id);
        outcome.getItems().add(Optional.empty());
        for (Outcome o : Outcome.values()) {
            outcome.getItems().add(Optional.of(o));
        }
        outcome.setConverter(new StringConverter<>() {
            @Override
            public String toString(@org.jspecify.annotations.Nullable Optional<Outcome> value) {
                return value == null ? "" : value.map(texts::of).orElse(texts.get("meeting.undecided"));
            }

            @Override
            public Optional<Outcome> fromString(String text) {
                return Optional.empty();
            }
        });
        outcome.setValue(held.map(Meeting.Decision::outcome));
        outcome.setAccessibleText(texts.get("meeting.outcome", about));
        rationale.setId("rationale-" + id);
        rationale.setText(held.map(Meeting.Decision::rationale).orElse(""));
        rationale.setPromptText(texts.get("meeting.rationale"));
        rationale.setAccessibleText(texts.get("meeting.rationale") + ": " + about);
        rationale.disableProperty().bind(outcome.valueProperty().isEqualTo(Optional.empty()));
        outcome.valueProperty().subscribe((was, now) -> keep());
        rationale.textProperty().subscribe((was, now) -> keep());
    }

    Node outcome() {
        return outcome;
    }

    Node rationale() {
        return rationale;
    }

    private void keep() {
        Optional<Outcome> chosen = outcome.getValue();
        model.keep(d -> d.with(chosen.map(o -> d.meeting()
                        .with(new Meeting.Decision(
                                subject, id, o, rationale.getText().strip())))
                .orElseGet(() -> d.meeting().without(subject, id))));
    }
}
