package domicile.desktop.assessment.questionnaire;

import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.AnswerLines;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.AttachBar;
import domicile.desktop.assessment.common.DocumentNames;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.AutoGrowTextArea;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Answer;
import domicile.questionnaire.AnswerNote;
import domicile.questionnaire.Answers;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The question in front: what is asked, the answer, and why it is asked. */
final class QuestionPage {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final AttachBar attach;
    private final Notices notices;
    private final VBox page = new VBox();
    private final ToggleButton unknown = new ToggleButton();
    private final ToggleButton none = new ToggleButton();
    private final ToggleButton notApplicable = new ToggleButton();
    private final TextField reason = new TextField();
    private final VBox field = new VBox();
    private final VendorAnswersViewModel vendors;
    private final VBox answered = new VBox();

    QuestionPage(
            AssessmentViewModel model, Texts texts, AttachBar attach, VendorAnswersViewModel vendors, Notices notices) {
        this.vendors = vendors;
        this.notices = notices;
        this.model = model;
        this.texts = texts;
        this.attach = attach;
        page.getStyleClass().add("question-page");
        unknown.setId("unknown");
        unknown.setText("? " + texts.get("question.unknown"));
        unknown.setOnAction(e -> instead(unknown, () -> model.answer(new Answer.Unknown())));
        none.setId("none");
        none.setOnAction(e -> instead(none, model::answerNothing));
        notApplicable.setId("not-applicable");
        notApplicable.setText(texts.get("question.notApplicable"));
        notApplicable.setOnAction(e -> {
            if (notApplicable.isSelected()) {
                reason.setVisible(true);
                reason.requestFocus();
            } else {
                instead(notApplicable, () -> {});
            }
        });
        reason.setId("reason");
        reason.setPromptText(texts.get("question.reason"));
        reason.setAccessibleText(texts.get("question.reason"));
        reason.managedProperty().bind(reason.visibleProperty());
        reason.textProperty().subscribe((was, text) -> {
            if (!reason.isFocused()) {
                return;
            }
            if (text.isBlank()) {
                model.clearAnswer();
            } else {
                boolean first = model.currentAnswer()
                        .filter(a -> a instanceof Answer.NotApplicable)
                        .isEmpty();
                model.answer(new Answer.NotApplicable(text.strip()));
                if (first) {
                    showField(List.of()); // what it shows is no longer the answer
                }
            }
        });
        HBox.setHgrow(reason, Priority.ALWAYS);
        answered.setId("vendors-said");
        answered.getStyleClass().add("why");
        answered.managedProperty().bind(answered.visibleProperty());
        vendors.workbooksProperty().subscribe(w -> answered());
        model.currentProperty().subscribe(q -> ask());
        model.answersProperty().subscribe(this::mark);
        model.adoptedProperty().subscribe((was, now) -> ask());
    }

    Node node() {
        return page;
    }

    /** Puts the question on the page anew. */
    void ask() {
        Question q = model.currentProperty().get();
        List<Question> visible = model.visible();
        Questionnaire.Section section = model.questionnaire().sections().stream()
                .filter(s -> s.questions().contains(q))
                .findFirst()
                .orElseThrow();
        Label where = Ui.text(
                texts.get("question.where", section.title().in(texts.locale()), visible.indexOf(q) + 1, visible.size()),
                "facet-head");
        Label title = Ui.text(q.title().in(texts.locale()), "question-title");
        title.setId("question");
        page.getChildren().setAll(where, title);
        String help = q.help().in(texts.locale());
        if (!help.isEmpty()) {
            page.getChildren().add(Ui.muted(help));
        }
        showField(model.answersProperty().get().values(q.id()));
        none.setText(texts.get(q.type() == Question.Type.OFFERINGS ? "question.all" : "question.none"));
        reason.setText(model.currentAnswer()
                .map(a -> a instanceof Answer.NotApplicable n ? n.reason() : "")
                .orElse(""));
        mark(model.answersProperty().get());
        answered();
        page.getChildren().addAll(field, otherwise(q), why(q), answered, asides());
        focus();
    }

    private void showField(List<String> values) {
        field.getChildren()
                .setAll(new AnswerField(model.currentProperty().get(), model.register(), texts, this::given)
                        .node(values));
    }

    /** The answers that every question has beside its own. */
    private Node otherwise(Question q) {
        FlowPane row = new FlowPane(unknown);
        if (mayBeNothing(q)) {
            row.getChildren().add(none);
        }
        row.getChildren().addAll(notApplicable, reason);
        reason.setPrefColumnCount(24);
        row.getStyleClass().add("otherwise");
        return row;
    }

    private static boolean mayBeNothing(Question q) {
        return switch (q.type()) {
            case MULTI, AREA, OFFERINGS, WORDS -> true;
            case TEXT, DATE, NUMBER, YES_NO, CHOICE -> false;
        };
    }

    /** Answers in another way than by the field, or takes that back; the field is emptied with it. */
    private void instead(ToggleButton button, Runnable answer) {
        Question question = model.currentProperty().get();
        Optional<Answer> before = model.currentAnswer();
        if (button.isSelected()) {
            answer.run();
        } else {
            model.clearAnswer();
        }
        ask();
        button.requestFocus();
        before.filter(b -> !model.currentAnswer().equals(before)).ifPresent(b -> gone(question, b, "question.cleared"));
    }

    /** Offers an answer back that is gone. */
    private void gone(Question question, Answer before, String key) {
        notices.undoInAssessment(texts.get(key, question.title().in(texts.locale())), () -> {
            model.go(question);
            model.putBack(question, before);
            ask();
        });
    }

    /** An answer by the field; one that takes a candidate away can be taken back. */
    private void given(Answer answer) {
        Question question = model.currentProperty().get();
        Optional<Answer> before = model.currentAnswer();
        model.answer(answer);
        if (question.type() == Question.Type.OFFERINGS
                && before.orElse(answer) instanceof Answer.Given was
                && !model.answersProperty().get().values(question.id()).containsAll(was.values())) {
            gone(question, was, "question.candidateGone");
        }
    }

    private void mark(Answers answers) {
        Optional<Answer> answer = answers.to(model.currentProperty().get().id());
        unknown.setSelected(answer.filter(a -> a instanceof Answer.Unknown).isPresent());
        none.setSelected(answer.filter(
                        a -> a instanceof Answer.Given g && g.values().isEmpty())
                .isPresent());
        boolean reasoned = answer.filter(a -> a instanceof Answer.NotApplicable).isPresent();
        notApplicable.setSelected(reasoned || reason.isFocused());
        reason.setVisible(reasoned || reason.isFocused());
    }

    /** The first control of the answer takes the keyboard focus. */
    void focus() {
        AfterFrames.soon(() -> Stream.of("#answer", ".radio-button", ".check-box")
                .flatMap(s -> Optional.ofNullable(field.lookup(s)).stream())
                .findFirst()
                .ifPresent(n -> {
                    n.requestFocus();
                    if (n instanceof TextInputControl text) {
                        text.end();
                    }
                }));
    }

    /** Chooses the option with this number, as if it had been clicked. */
    void choose(int number) {
        List<Node> options = Stream.of(".radio-button", ".check-box")
                .flatMap(s -> field.lookupAll(s).stream())
                .toList();
        if (number >= 1 && number <= options.size() && options.get(number - 1) instanceof ButtonBase option) {
            option.requestFocus();
            option.fire();
        }
    }

    /** Answers with unknown, or takes that back. */
    void toggleUnknown() {
        unknown.fire();
    }

    private Node why(Question q) {
        Label head = new Label(texts.get("question.why"));
        head.getStyleClass().add("layer-head");
        VBox box = new VBox(head, Ui.text(q.why().in(texts.locale())));
        box.getStyleClass().add("why");
        List<String> sets = q.requirements().stream()
                .flatMap(r ->
                        Arrays.stream(Requirement.values()).filter(k -> k.name().equals(r)))
                .map(r -> Words.in(texts.locale()).of(r.word()))
                .toList();
        detail(box, "question.sets", sets);
        detail(box, "question.controls", q.controls());
        return box;
    }

    /** What vendors answered about what the question sets: it need not be asked of them. */
    private void answered() {
        List<VendorAnswersViewModel.Told> told =
                vendors.about(model.currentProperty().get().requirements());
        answered.setVisible(!told.isEmpty());
        answered.getChildren().clear();
        if (!told.isEmpty()) {
            AnswerLines lines = new AnswerLines(vendors, texts);
            answered.getChildren().add(Ui.text(texts.get("answers.beside"), "layer-head"));
            told.forEach(t -> answered.getChildren().add(lines.node(t, true)));
        }
    }

    private void detail(VBox box, String key, List<String> items) {
        if (!items.isEmpty()) {
            box.getChildren().add(Ui.muted(texts.get(key, String.join(", ", items))));
        }
    }

    /** Note, owner and evidence: kept beside the answer, and before there is one. */
    private Node asides() {
        AnswerNote aside = model.currentAside();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("asides");
        aside(grid, 0, "note", "question.note", aside.note(), (a, text) -> a.withNote(text));
        aside(grid, 1, "owner", "question.owner", aside.owner(), (a, text) -> a.withOwner(text));
        aside(
                grid,
                2,
                "evidence",
                "question.evidence",
                DocumentNames.written(aside.evidence()),
                (a, text) -> a.withEvidence(DocumentNames.read(text)));
        return grid;
    }

    private interface Change {
        AnswerNote apply(AnswerNote aside, String text);
    }

    private void aside(GridPane grid, int row, String id, String key, String value, Change change) {
        AutoGrowTextArea text = new AutoGrowTextArea(value);
        text.setId(id);
        Label label = new Label(texts.get(key));
        label.setLabelFor(text);
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        text.setAccessibleText(texts.get(key));
        text.textProperty().subscribe((was, now) -> {
            UnaryOperator<AnswerNote> apply = a -> change.apply(a, now);
            model.note(apply);
        });
        GridPane.setHgrow(text, Priority.ALWAYS);
        grid.addRow(row, label, text);
        if (id.equals("evidence")) {
            text.setPromptText(texts.get("question.evidence.prompt"));
            grid.add(attach.node(text::setText), 2, row);
        } else {
            GridPane.setColumnSpan(text, 2);
        }
        grid.setAlignment(Pos.CENTER_LEFT);
    }
}
