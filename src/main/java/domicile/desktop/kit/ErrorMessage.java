package domicile.desktop.kit;

import domicile.problem.ProblemException;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * Something that went wrong, as it is told to a person.
 *
 * @param where the file, place or field; empty when there is none
 * @param remedy what to do; empty when nobody knows
 * @param details what to copy into a report of the fault
 */
public record ErrorMessage(String what, String where, String remedy, String details) {

    /** What was refused and what to do, in one line; of another fault, what it says of itself. */
    public static String line(Exception e, Texts texts) {
        return e instanceof ProblemException refused
                ? what(refused, texts) + "; " + refused.remedy(texts.locale())
                : String.valueOf(e.getMessage());
    }

    /** What was refused, as a sentence begins: in English it begins as a line of the command line goes on. */
    public static String what(ProblemException refused, Texts texts) {
        String what = refused.what(texts.locale());
        int first = what.isEmpty() ? 0 : Character.charCount(what.codePointAt(0));
        return what.substring(0, first).toUpperCase(texts.locale()) + what.substring(first);
    }

    /**
     * Shows it.
     *
     * @param then runs when it has been read
     */
    public void show(Node owner, Texts texts, Runnable then) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        Dialogs.dress(alert, owner);
        alert.setTitle(texts.get("error.title"));
        alert.setHeaderText(what);
        alert.setContentText((where.isEmpty() ? "" : texts.get("error.where", where) + "\n\n")
                + (remedy.isEmpty() ? "" : texts.get("error.remedy", remedy)));
        ButtonType copy = new ButtonType(texts.get("error.copy"), ButtonBar.ButtonData.LEFT);
        // of two buttons Escape presses the one that closes, and of two that do not it presses none
        alert.getButtonTypes().setAll(copy, ButtonType.CLOSE);
        if (alert.getDialogPane().lookupButton(ButtonType.CLOSE) instanceof Button close) {
            close.setDefaultButton(true);
        }
        alert.setOnHidden(e -> {
            then.run();
            if (alert.getResult() == copy) {
                ClipboardContent content = new ClipboardContent();
                content.putString(details);
                Clipboard.getSystemClipboard().setContent(content);
            }
        });
        alert.show();
    }
}
