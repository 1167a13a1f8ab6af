package domicile.desktop.kit;

import domicile.problem.ProblemException;
import domicile.register.RegisterProblem;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Asks for the password of the server that the register lies on. */
public final class PasswordBox {
    private static final double GAP = 8;

    private final ProblemException refused;
    private final Texts texts;

    public PasswordBox(ProblemException refused, Texts texts) {
        this.refused = refused;
        this.texts = texts;
    }

    /** The refusal, when a password that is typed may help. */
    public static Optional<ProblemException> asks(Exception e) {
        return Optional.of(e)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .filter(p -> p.is(RegisterProblem.PASSWORD_MISSING) || p.is(RegisterProblem.WRONG_PASSWORD));
    }

    /**
     * Shows it.
     *
     * @param typed takes what was typed
     * @param left runs when nothing was
     */
    public void show(Node owner, Consumer<String> typed, Runnable left) {
        Dialog<String> dialog = new Dialog<>();
        Dialogs.dress(dialog, owner);
        dialog.setTitle(texts.get("password.title"));
        dialog.setHeaderText(
                refused.is(RegisterProblem.WRONG_PASSWORD)
                        ? ErrorMessage.what(refused, texts)
                        : texts.get("password.asked"));
        PasswordField field = new PasswordField();
        field.setId("password");
        Label label = new Label(texts.get("password.label", refused.where(texts.locale())));
        label.setWrapText(true);
        label.setLabelFor(field);
        Label where = new Label(texts.get("password.where"));
        where.setWrapText(true);
        where.getStyleClass().add("muted");
        dialog.getDialogPane().setContent(new VBox(GAP, label, field, where));
        ButtonType open = new ButtonType(texts.get("password.open"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(open, ButtonType.CANCEL);
        dialog.getDialogPane()
                .lookupButton(open)
                .disableProperty()
                .bind(field.textProperty().isEmpty());
        dialog.setResultConverter(pressed -> pressed == open ? field.getText() : "");
        dialog.setOnShown(e -> field.requestFocus());
        dialog.setOnHidden(e -> Optional.ofNullable(dialog.getResult())
                .filter(password -> !password.isEmpty())
                .ifPresentOrElse(typed, left));
        dialog.show();
    }
}
