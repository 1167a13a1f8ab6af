package domicile.desktop.assessment.meeting;

import domicile.assessment.OfferingAssessment;
import domicile.assessment.Verdict;
import domicile.desktop.assessment.common.AnswerLines;
import domicile.desktop.assessment.common.Answered;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.EffectPane;
import domicile.desktop.assessment.common.EvidenceWords;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Question;
import domicile.residency.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The question in front in large type, for the room: on the second screen where there is one. A presenter's keys step
 * through the questions (PageDown and PageUp, as remote controls send them); Escape closes it.
 */
final class PresenterStage {
    private static final double COLUMNS = 58;
    private static final double LINES = 33;
    private static final double LEAST = 16;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final MeetingClock clock;
    private final VendorAnswersViewModel vendors;
    private final BorderPane root = new BorderPane();
    private Optional<Stage> stage = Optional.empty();

    PresenterStage(
            AssessmentViewModel model,
            Texts texts,
            CitationLinks links,
            MeetingClock clock,
            VendorAnswersViewModel vendors) {
        this.vendors = vendors;
        this.model = model;
        this.texts = texts;
        this.clock = clock;
        root.getStyleClass().addAll("shell", "presenter");
        root.setId("presenter");
        EffectPane effect = new EffectPane(model, texts, links);
        ScrollPane beside = Ui.scroll(effect.node());
        beside.getStyleClass().add("beside");
        root.setRight(beside);
        root.setTop(head());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // as large as the wall allows
        root.layoutBoundsProperty()
                .subscribe(b -> root.setStyle("-fx-font-size: "
                        + Math.max(LEAST, Math.round(Math.min(b.getWidth() / COLUMNS, b.getHeight() / LINES)))
                        + "px;"));
        model.currentProperty().subscribe(q -> ask());
        model.answersProperty().subscribe(a -> ask());
        vendors.workbooksProperty().subscribe(w -> ask());
        model.dossierProperty().map(d -> d.meeting().decisions()).subscribe(d -> ask());
    }

    /** Opens the window, on another screen than the owner's where there is one. */
    void show(Node owner) {
        Stage shown = stage.orElseGet(() -> made(owner));
        stage = Optional.of(shown);
        Rectangle2D bounds = other(owner).getVisualBounds();
        shown.setX(bounds.getMinX());
        shown.setY(bounds.getMinY());
        shown.setWidth(bounds.getWidth());
        shown.setHeight(bounds.getHeight());
        shown.show();
        shown.toFront();
        root.requestFocus();
    }

    void close() {
        stage.ifPresent(Stage::close);
    }

    private Stage made(Node owner) {
        Stage made = new Stage();
        // closes with the window that it belongs to
        made.initOwner(owner.getScene().getWindow());
        Scene scene = new Scene(root);
        scene.getStylesheets().addAll(Styles.address("shell.css"), Styles.address("assessment/assessment.css"));
        made.setScene(scene);
        made.setTitle(texts.get("meeting.presenting", model.name()));
        return made;
    }

    private static Screen other(Node owner) {
        List<Screen> screens = Screen.getScreens();
        javafx.stage.Window window = owner.getScene().getWindow();
        List<Screen> here = Screen.getScreensForRectangle(
                window.getX(), window.getY(), Math.max(1, window.getWidth()), Math.max(1, window.getHeight()));
        return screens.stream().filter(s -> !here.contains(s)).findFirst().orElse(Screen.getPrimary());
    }

    private Node head() {
        Label name = new Label();
        model.assessmentProperty().subscribe(a -> name.setText(a.workload().name()));
        name.getStyleClass().add("pane-title");
        Label time = new Label();
        time.textProperty().bind(clock.shownProperty());
        HBox bar = new HBox(name, Ui.gap(), time);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("bar", "assessment-head");
        return bar;
    }

    private void ask() {
        Question q = model.currentProperty().get();
        List<Question> visible = model.visible();
        Optional<Answer> answer = model.answersProperty().get().to(q.id());
        Label words = Ui.text(Answered.words(q, answer, model, texts), "presented-answer");
        words.setId("presented-answer");
        if (!model.answersProperty().get().settled(q.id())) {
            words.getStyleClass().add("mark-open");
        }
        Label title = Ui.text(q.title().in(texts.locale()), "question-title");
        title.setId("presented");
        VBox page = new VBox(
                Ui.muted(texts.get("meeting.where", visible.indexOf(q) + 1, visible.size())),
                title,
                words,
                Ui.text(q.why().in(texts.locale()), "why"));
        MeetingView.decision(model, Meeting.Subject.QUESTION, q.id())
                .ifPresent(d -> page.getChildren()
                        .add(Ui.text(texts.get("meeting.decided", texts.of(d.outcome()), d.rationale()), "notice")));
        clauses(q).forEach(page.getChildren()::add);
        answered(q).forEach(page.getChildren()::add);
        page.getStyleClass().add("question-page");
        VBox.setVgrow(page, Priority.ALWAYS);
        root.setCenter(Ui.scroll(page));
        root.setBottom(tally());
    }

    /** The clauses that the candidates' findings on the question rest on: what is spoken of is read in the room. */
    private List<Node> clauses(Question q) {
        List<Node> all = new ArrayList<>();
        for (OfferingAssessment o : model.assessmentProperty().get().offerings()) {
            List<Evidence> shown = model.answersProperty().get().evidence().stream()
                    .filter(e -> e.offering().equals(o.offering()))
                    .filter(e -> o.requirements().stream()
                            .anyMatch(f ->
                                    q.requirements().contains(f.requirement().name())
                                            && f.documents().contains(e.title())))
                    .toList();
            for (Evidence e : shown) {
                VBox clause =
                        new VBox(Ui.text(texts.pair(model.offering(o.offering()), texts.of(e.kind())), "layer-head"));
                clause.getChildren().addAll(EvidenceWords.of(e, texts));
                clause.getStyleClass().addAll("clause", "presented-clause");
                all.add(clause);
            }
        }
        return all;
    }

    /** What vendors have answered about the question: what they left open is asked in the letter. */
    private List<Node> answered(Question q) {
        AnswerLines lines = new AnswerLines(vendors, texts);
        List<Node> all = new ArrayList<>();
        vendors.about(q.requirements()).stream()
                .filter(t -> !t.row().told().answer().open())
                .forEach(t -> {
                    VBox said = new VBox(Ui.text(texts.get("answers.beside"), "layer-head"), lines.said(t, true));
                    said.getStyleClass().add("why");
                    all.add(said);
                });
        return all;
    }

    private Node tally() {
        FlowPane counts = new FlowPane();
        counts.getStyleClass().add("buttons");
        for (Verdict verdict : List.of(Verdict.values()).reversed()) {
            long count = model.assessmentProperty().get().offerings().stream()
                    .map(OfferingAssessment::verdict)
                    .filter(v -> v == verdict)
                    .count();
            Mark mark = Mark.of(verdict, texts);
            Label label = new Label(count + " " + mark.text());
            label.getStyleClass().add(mark.style());
            counts.getChildren().add(label);
        }
        // smaller and on a line of its own: whoever sits in the room does not need it
        VBox foot = new VBox(counts, Ui.text(texts.get("meeting.keys"), "muted", "presenter-keys"));
        foot.getStyleClass().add("steps");
        return foot;
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case PAGE_DOWN, RIGHT, SPACE, ENTER -> model.next();
            case PAGE_UP, LEFT, BACK_SPACE -> model.back();
            case ESCAPE -> close();
            case T -> clock.startOrPause();
            default -> {
                return;
            }
        }
        e.consume();
    }
}
