package domicile.desktop.shell;

import domicile.desktop.kit.Dialogs;
import domicile.desktop.kit.Texts;
import domicile.problem.ProblemException;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/**
 * Tells that the register is older than this computer last saw it. Told whenever the window opens, until somebody says
 * that it is meant.
 */
record OlderRegister(Texts texts, Node over) {

    /** @param meant is run when somebody says so */
    void tell(ProblemException older, Runnable meant) {
        ButtonType later = new ButtonType(texts.get("older.later"), ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonType accept = new ButtonType(texts.get("older.meant"), ButtonBar.ButtonData.OTHER);
        Alert alert = new Alert(
                Alert.AlertType.WARNING,
                older.what(texts.locale()) + "\n\n" + older.remedy(texts.locale()),
                accept,
                later);
        alert.setTitle(texts.get("older.title"));
        alert.setHeaderText(texts.get("older.title"));
        alert.getDialogPane().setId("older-register");
        Dialogs.dress(alert, over);
        alert.resultProperty().addListener((observed, was, answer) -> {
            if (accept.equals(answer)) {
                meant.run();
            }
        });
        alert.show();
    }
}
