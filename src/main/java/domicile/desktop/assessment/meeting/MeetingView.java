package domicile.desktop.assessment.meeting;

import domicile.assessment.OfferingAssessment;
import domicile.desktop.assessment.common.Answered;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.kit.AutoGrowTextArea;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.ResponsiveSidePane;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Meeting.Subject;
import domicile.questionnaire.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The review meeting: who is there, what is decided and why, what has to be done, what is put off. */
public final class MeetingView {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Notices notices;
    private final MeetingClock clock;
    private final PresenterStage presenter;
    private final VBox question = new VBox();
    private final Label answer = Ui.muted("");
    private final VBox candidates = new VBox();
    private Optional<DecisionFields> onQuestion = Optional.empty();
    private final List<DecisionFields> onCandidates = new ArrayList<>();
    private final Node root;

    public MeetingView(
            AssessmentViewModel model,
            Texts texts,
            CitationLinks links,
            VendorAnswersViewModel vendors,
            Notices notices) {
        this.notices = notices;
        this.model = model;
        this.texts = texts;
        this.clock = new MeetingClock(model);
        this.presenter = new PresenterStage(model, texts, links, clock, vendors);
        question.getStyleClass().add("form");
        candidates.getStyleClass().add("decisions");
        candidates.setId("decisions");
        VBox decide = new VBox(
                bar(),
                attendees(),
                Ui.text(texts.get("meeting.question"), "section-head"),
                question,
                Ui.text(texts.get("meeting.candidates"), "section-head"),
                candidates);
        decide.getStyleClass().add("detail");
        VBox list = new VBox(
                new ActionsPane(model, texts, notices).node(),
                new ParkingPane(model, texts, notices).node(),
                new ReviewPane(model, texts).node());
        list.getStyleClass().add("detail");
        BorderPane columns = new BorderPane(Ui.scroll(decide));
        columns.setId("meeting");
        new ResponsiveSidePane(columns, decide, list, answer);
        root = columns;
        model.currentProperty().subscribe(q -> showQuestion());
        model.answersProperty().subscribe(a -> showAnswer());
        model.assessmentProperty().subscribe(a -> showCandidates());
        model.dossierProperty().map(d -> d.meeting().decisions()).subscribe(d -> {
            onQuestion.ifPresent(DecisionFields::show);
            onCandidates.forEach(DecisionFields::show);
        });
    }

    public Node node() {
        return root;
    }

    /** Stops the clock and closes the second window. */
    public void close() {
        clock.pause();
        presenter.close();
    }

    private Node bar() {
        Label time = new Label();
        time.textProperty().bind(clock.shownProperty());
        time.setId("timer");
        time.getStyleClass().add("detail-title");
        Button start = Ui.button("", "timer-start", clock::startOrPause);
        clock.runningProperty().subscribe(on -> start.setText(texts.get(on ? "meeting.pause" : "meeting.start")));
        time.setMinWidth(Region.USE_PREF_SIZE);
        Button present = Ui.button(texts.get("meeting.present"), "present", () -> presenter.show(root), "accent");
        FlowPane bar = new FlowPane(time, start, present);
        bar.getStyleClass().add("buttons");
        return bar;
    }

    private Node attendees() {
        AutoGrowTextArea field = new AutoGrowTextArea(
                String.join(", ", model.dossierProperty().get().meeting().attendees()));
        field.setId("attendees");
        field.setPromptText(texts.get("meeting.attendees.prompt"));
        field.textProperty().subscribe((was, text) -> {
            List<String> names = Stream.of(text.split("[,;]"))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
            model.keep(d -> d.with(d.meeting().withAttendees(names)));
        });
        return Ui.labelled(texts.get("meeting.attendees"), field);
    }

    private void showQuestion() {
        Question q = model.currentProperty().get();
        Label title = Ui.text(q.title().in(texts.locale()), "fact-value");
        title.setId("meeting-question");
        HBox steps = new HBox(
                Ui.button(texts.get("question.back"), "meeting-back", model::back),
                Ui.button(texts.get("question.step"), "meeting-next", model::next));
        steps.getStyleClass().add("bar");
        DecisionFields fields = new DecisionFields(model, texts, notices, Subject.QUESTION, q.id(), title.getText());
        onQuestion = Optional.of(fields);
        question.getChildren().setAll(title, answer, fields.node(), steps);
        showAnswer();
    }

    private void showAnswer() {
        Question q = model.currentProperty().get();
        answer.setText(Answered.words(q, model.answersProperty().get().to(q.id()), model, texts));
    }

    private void showCandidates() {
        candidates.getChildren().clear();
        onCandidates.clear();
        for (OfferingAssessment o : model.assessmentProperty().get().offerings()) {
            Mark mark = Mark.of(o.verdict(), texts);
            Label verdict = new Label(mark.text());
            verdict.getStyleClass().add(mark.style());
            verdict.setMinWidth(Region.USE_PREF_SIZE);
            String name = model.offering(o.offering());
            DecisionFields fields = new DecisionFields(model, texts, notices, Subject.CANDIDATE, o.offering(), name);
            onCandidates.add(fields);
            HBox head = new HBox(Ui.text(name, "fact-value"), Ui.gap(), verdict);
            head.getStyleClass().add("bar");
            VBox card = new VBox(head, fields.node());
            card.getStyleClass().add("candidate");
            candidates.getChildren().add(card);
        }
    }

    /** The decision on a subject, when there is one. */
    static Optional<Meeting.Decision> decision(AssessmentViewModel model, Subject subject, String id) {
        return model.dossierProperty().get().meeting().decision(subject, id);
    }
}
