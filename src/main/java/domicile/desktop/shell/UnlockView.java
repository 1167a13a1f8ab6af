package domicile.desktop.shell;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.Locks;
import domicile.desktop.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for the passphrase of an encrypted register, in the place of what the register says. */
final class UnlockView {
    /** In units of the text's size. */
    private static final double WIDTH = 32;

    private final Texts texts;
    private final Background background;
    private final Locks locks;
    private final Runnable opened;
    private final PasswordField typed = new PasswordField();
    private final Button open = new Button();
    private final Label wrong = new Label();
    private final VBox box;

    /** @param opened called when the key is open */
    UnlockView(Texts texts, Background background, Locks locks, Runnable opened) {
        this.texts = texts;
        this.background = background;
        this.locks = locks;
        this.opened = opened;
        Label title = new Label(texts.get("unlock.title"));
        title.getStyleClass().add("title-3");
        Label hint = wrapped(new Label(texts.get("unlock.hint")));
        Label label = new Label(texts.get("unlock.field"));
        label.setLabelFor(typed);
        typed.setId("unlock-passphrase");
        typed.setAccessibleText(texts.get("unlock.field"));
        open.setText(texts.get("unlock.open"));
        open.setId("unlock-open");
        open.setDefaultButton(true);
        open.setOnAction(e -> open());
        open.disableProperty().bind(typed.textProperty().isEmpty());
        wrong.setId("unlock-wrong");
        wrapped(wrong).getStyleClass().add("danger");
        tell("");
        HBox buttons = new HBox(open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox form = new VBox(10, title, hint, label, typed, wrong, buttons);
        form.setStyle("-fx-max-width: " + WIDTH + "em;");
        form.setMaxHeight(Region.USE_PREF_SIZE);
        box = new VBox(form);
        box.setAlignment(Pos.CENTER);
        box.setId("unlock");
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    Node node() {
        return box;
    }

    void focus() {
        typed.requestFocus();
    }

    private void tell(String what) {
        wrong.setText(what);
        wrong.setVisible(!what.isEmpty());
        wrong.setManaged(!what.isEmpty());
    }

    private void open() {
        char[] passphrase = typed.getText().toCharArray();
        box.setDisable(true);
        background.run(
                () -> {
                    locks.open(passphrase);
                    return locks;
                },
                done -> opened.run(),
                e -> {
                    box.setDisable(false);
                    tell(ErrorMessage.line(e, texts));
                    typed.selectAll();
                    typed.requestFocus();
                });
    }
}
