package domicile.desktop.shell;

import domicile.desktop.kit.Dialogs;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.Texts;
import domicile.problem.ProblemException;
import domicile.register.RegisterProblem;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/**
 * Tells that the register is older than this computer last saw it. Told whenever the window opens, until somebody says
 * that it is meant.
 */
record OlderRegister(Texts texts, Node over) {

    /** @param meant is run when somebody says so */
    void tell(ProblemException older, Runnable meant) {
        String title = texts.get(older.is(RegisterProblem.REGISTER_OLDER) ? "older.title" : "older.other");
        ButtonType later = new ButtonType(texts.get("older.later"), ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonType accept = new ButtonType(texts.get("older.meant"), ButtonBar.ButtonData.OTHER);
        Alert alert = new Alert(
                Alert.AlertType.WARNING,
                ErrorMessage.what(older, texts) + ".\n\n" + texts.get("older.remedy"),
                accept,
                later);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.getDialogPane().lookupButton(accept).setId("older-meant");
        alert.getDialogPane().setId("older-register");
        Dialogs.dress(alert, over);
        alert.resultProperty().addListener((observed, was, answer) -> {
            if (accept.equals(answer)) {
                meant.run();
            }
        });
        // whoever presses Enter without reading has not meant anything
        if (alert.getDialogPane().lookupButton(accept) instanceof Button yes
                && alert.getDialogPane().lookupButton(later) instanceof Button close) {
            yes.setDefaultButton(false);
            close.setDefaultButton(true);
            alert.setOnShown(e -> close.requestFocus());
        }
        alert.show();
    }
}
