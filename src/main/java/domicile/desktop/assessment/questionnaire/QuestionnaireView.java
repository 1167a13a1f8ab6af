package domicile.desktop.assessment.questionnaire;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.AttachBar;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.EffectPane;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.ResponsiveSidePane;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One question at a time, the sections on its left, and beside it what the answers make of the candidates. */
public final class QuestionnaireView {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Runnable finish;
    private final QuestionPage page;
    private final Button next;
    private final BorderPane root = new BorderPane();

    public QuestionnaireView(
            AssessmentViewModel model,
            Texts texts,
            CitationLinks links,
            AttachBar attach,
            VendorAnswersViewModel vendors,
            Notices notices,
            Runnable finish) {
        this.model = model;
        this.texts = texts;
        this.finish = finish;
        this.page = new QuestionPage(model, texts, attach, vendors, notices);
        this.next = Ui.button("", "next", this::next, "accent");
        VBox below = new VBox(page.node());
        ScrollPane scroll = Ui.scroll(below);
        BorderPane middle = new BorderPane(scroll);
        middle.setBottom(steps());
        root.setLeft(new SectionsPane(model, texts).node());
        root.setCenter(middle);
        attach.dropOn(middle);
        new ResponsiveSidePane(root, below, new EffectPane(model, texts, links).node(), next);
        // before the page, which would scroll by them
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        model.currentProperty().subscribe(q -> {
            scroll.setVvalue(0);
            label();
        });
        model.answersProperty().subscribe(a -> label());
    }

    public Node node() {
        return root;
    }

    /** Takes the keyboard focus. */
    public void focus() {
        page.focus();
    }

    private void step(KeyEvent e) {
        KeyCode code = e.getCode();
        if (code == KeyCode.PAGE_DOWN || e.isAltDown() && code == KeyCode.RIGHT) {
            model.next();
            e.consume();
        } else if (code == KeyCode.PAGE_UP || e.isAltDown() && code == KeyCode.LEFT) {
            model.back();
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        boolean written = e.getTarget() instanceof TextInputControl;
        KeyCode code = e.getCode();
        if (code == KeyCode.ENTER && !(e.getTarget() instanceof Button)) {
            next();
            e.consume();
        } else if (!written && !e.isShortcutDown() && !e.isAltDown() && digit(code) > 0) {
            page.choose(digit(code));
            e.consume();
        }
    }

    private static int digit(KeyCode code) {
        String name = code.getName();
        return code.isDigitKey() ? Character.digit(name.charAt(name.length() - 1), 10) : 0;
    }

    private void typed(KeyEvent e) {
        boolean written = e.getTarget() instanceof TextInputControl;
        if (!written && "?".equals(e.getCharacter()) && e.getTarget() instanceof ButtonBase) {
            page.toggleUnknown();
            e.consume();
        }
    }

    /** Goes to the next open question, and to the findings when there is none. */
    private void next() {
        if (!model.nextOpen()) {
            finish.run();
        }
    }

    private void label() {
        next.setText(texts.get(model.hasNextOpen() ? "question.next" : "question.finish"));
    }

    private Node steps() {
        Button back = Ui.button(texts.get("question.back"), "back", model::back);
        Button step = Ui.button(texts.get("question.step"), "step", model::next);
        Label keys = new Label(texts.get("question.keys"));
        keys.setMinWidth(0);
        // a part of it would tell nobody anything
        keys.widthProperty().subscribe(w -> keys.setOpacity(w.doubleValue() + 1 < keys.prefWidth(-1) ? 0 : 1));
        keys.getStyleClass().add("muted");
        HBox row = new HBox(back, step, Ui.gap(), keys, next);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("bar", "step-buttons");
        VBox foot = new VBox(row);
        foot.getStyleClass().add("steps");
        return foot;
    }
}
