package domicile.desktop.assessment;

import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.desktop.Mark;
import domicile.desktop.Texts;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One question at a time, why it is asked, and beside it what the answers make of the candidates. */
final class QuestionnaireView {
    private static final int SHOWN = 2;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final Runnable finish;
    private final VBox sections = new VBox();
    private final VBox page = new VBox();
    private final VBox effect = new VBox();
    private final BorderPane root = new BorderPane();
    private String asked = "";

    QuestionnaireView(AssessmentViewModel model, Texts texts, Runnable finish) {
        this.model = model;
        this.texts = texts;
        this.finish = finish;
        sections.getStyleClass().add("sections");
        page.getStyleClass().add("question-page");
        effect.getStyleClass().add("effect");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        ScrollPane beside = new ScrollPane(effect);
        beside.setFitToWidth(true);
        beside.getStyleClass().add("edge-to-edge");
        root.setLeft(sections);
        root.setCenter(scroll);
        root.setRight(beside);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.currentProperty().subscribe(q -> ask());
        model.answersProperty().subscribe(a -> {
            showSections();
            showEffect();
        });
        model.effectsProperty().subscribe(e -> showEffect());
    }

    Node node() {
        return root;
    }

    private void key(KeyEvent e) {
        if (e.isAltDown() && e.getCode() == KeyCode.RIGHT || e.getCode() == KeyCode.ENTER) {
            next();
            e.consume();
        } else if (e.isAltDown() && e.getCode() == KeyCode.LEFT) {
            model.back();
            e.consume();
        }
    }

    private void next() {
        if (model.atEnd()) {
            finish.run();
        } else {
            model.next();
        }
    }

    private void showSections() {
        sections.getChildren().clear();
        model.questionnaire().progress(model.answersProperty().get()).forEach((section, progress) -> {
            ToggleButton button = new ToggleButton(section.title().in(texts.locale()));
            button.setId("section-" + section.id());
            button.setSelected(
                    section.questions().contains(model.currentProperty().get()));
            button.setDisable(progress.all() == 0);
            button.setOnAction(e -> model.go(section));
            Label count = new Label(progress.all() == 0 ? "–" : progress.done() + "/" + progress.all());
            count.getStyleClass().add(progress.done() == progress.all() && progress.all() > 0 ? "mark-good" : "muted");
            button.setGraphic(count);
            button.setAccessibleText(texts.get(
                    "question.progress", section.title().in(texts.locale()), progress.done(), progress.all()));
            sections.getChildren().add(button);
        });
    }

    private void ask() {
        Question q = model.currentProperty().get();
        asked = q.id();
        showSections();
        Questionnaire.Section section = model.questionnaire().sections().stream()
                .filter(s -> s.questions().contains(q))
                .findFirst()
                .orElseThrow();
        Label where = new Label(section.title().in(texts.locale()));
        where.getStyleClass().add("facet-head");
        Label title = new Label(q.title().in(texts.locale()));
        title.setId("question");
        title.setWrapText(true);
        title.getStyleClass().add("question-title");
        page.getChildren().setAll(where, title);
        String help = q.help().in(texts.locale());
        if (!help.isEmpty()) {
            Label hint = new Label(help);
            hint.setWrapText(true);
            hint.getStyleClass().add("muted");
            page.getChildren().add(hint);
        }
        Node field = new AnswerField(q, model.register(), texts, model::answer)
                .node(model.answersProperty().get().values(q.id()));
        page.getChildren().addAll(field, otherwise(), noteField(), why(q), steps());
        field.requestFocus();
    }

    /** Unknown and not applicable, for every question. */
    private Node otherwise() {
        ToggleButton unknown = new ToggleButton("? " + texts.get("question.unknown"));
        unknown.setId("unknown");
        unknown.setSelected(
                model.currentAnswer().map(a -> a instanceof Answer.Unknown).orElse(false));
        TextField reason = new TextField(model.currentAnswer()
                .map(a -> a instanceof Answer.NotApplicable n ? n.reason() : "")
                .orElse(""));
        reason.setId("not-applicable");
        reason.setPromptText(texts.get("question.notApplicable"));
        reason.setAccessibleText(texts.get("question.notApplicable"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        unknown.setOnAction(e -> {
            if (unknown.isSelected()) {
                model.answer(new Answer.Unknown());
            } else {
                model.clearAnswer();
            }
            ask();
        });
        reason.textProperty().subscribe((was, text) -> {
            if (!text.isBlank()) {
                model.answer(new Answer.NotApplicable(text.strip()));
            } else {
                model.clearAnswer();
            }
        });
        HBox row = new HBox(unknown, reason);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("bar");
        return row;
    }

    private Node noteField() {
        TextField field = new TextField(model.currentAside().note());
        field.setId("note");
        field.setPromptText(texts.get("question.note"));
        field.setAccessibleText(texts.get("question.note"));
        field.textProperty().subscribe((was, text) -> model.note(a -> a.withNote(text)));
        return field;
    }

    private Node why(Question q) {
        Label head = new Label(texts.get("question.why"));
        head.getStyleClass().add("layer-head");
        Label text = new Label(q.why().in(texts.locale()));
        text.setWrapText(true);
        VBox box = new VBox(head, text);
        box.getStyleClass().add("why");
        List<String> sets = q.requirements().stream()
                .map(r -> domicile.assessment.Sentence.of("requirement." + r).in(texts.locale()))
                .toList();
        detail(box, "question.sets", sets);
        detail(box, "question.controls", q.controls());
        return box;
    }

    private void detail(VBox box, String key, List<String> items) {
        if (!items.isEmpty()) {
            Label line = new Label(texts.get(key, String.join(", ", items)));
            line.setWrapText(true);
            line.getStyleClass().add("muted");
            box.getChildren().add(line);
        }
    }

    private Node steps() {
        Button back = new Button(texts.get("question.back"));
        back.setId("back");
        back.setOnAction(e -> model.back());
        Button next = new Button(texts.get(model.atEnd() ? "question.finish" : "question.next"));
        next.setId("next");
        next.getStyleClass().add("accent");
        next.setOnAction(e -> next());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(back, gap, next);
        row.getStyleClass().add("bar");
        return row;
    }

    private void showEffect() {
        effect.getChildren().clear();
        Label head = new Label(texts.get("effect.title"));
        head.getStyleClass().add("pane-title");
        effect.getChildren().add(head);
        if (!model.open().isEmpty()) {
            Label open = new Label(texts.get("effect.open", model.open().size()));
            open.setWrapText(true);
            open.getStyleClass().add("muted");
            effect.getChildren().add(open);
        }
        List<Effect> moved = model.effectsProperty().get();
        for (OfferingAssessment o : model.assessmentProperty().get().offerings()) {
            effect.getChildren().add(candidate(o, moved));
        }
    }

    private Node candidate(OfferingAssessment o, List<Effect> moved) {
        Label title = new Label(model.offering(o.offering()));
        title.setWrapText(true);
        title.getStyleClass().add("fact-value");
        Mark mark = Mark.of(o.verdict(), texts);
        Label verdict = new Label(mark.text());
        verdict.setId("verdict-" + o.offering());
        verdict.getStyleClass().add(mark.style());
        VBox box = new VBox(title, verdict);
        box.getStyleClass().add("candidate");
        moved.stream()
                .filter(e -> e.offering().equals(o.offering()))
                .findFirst()
                .ifPresent(e -> moved(box, e));
        return box;
    }

    /** Which way it went, and by which rule and citation. */
    private void moved(VBox box, Effect e) {
        String was = e.before().map(texts::of).orElse("");
        switch (e.direction()) {
            case FALLS -> {
                box.getStyleClass().add("falls");
                box.getChildren().add(muted(texts.get("effect.falls", was)));
            }
            case RISES -> {
                box.getStyleClass().add("rises");
                box.getChildren().add(muted(texts.get("effect.rises", was)));
            }
            case STAYS -> box.getStyleClass().add("stays");
        }
        e.moves().stream()
                .limit(SHOWN)
                .forEach(m -> box.getChildren()
                        .add(muted(Mark.of(m.after().status(), texts).symbol() + " "
                                + m.after().reason().in(texts.locale()) + cited(m.after()))));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static String cited(Finding f) {
        return " "
                + String.join(
                        "",
                        f.citations().stream()
                                .map(c -> "[" + c.source() + "]")
                                .distinct()
                                .toList());
    }

    /** The id of the question in front. */
    String asked() {
        return asked;
    }
}
