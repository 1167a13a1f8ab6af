package domicile.desktop.maintenance;

import domicile.desktop.kit.Ui;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** A field for a secret, which can be shown while it is typed. */
record SecretField(String id, String name, StringProperty typed, BooleanProperty shown) {

    Node node() {
        PasswordField hidden = new PasswordField();
        TextField clear = new TextField();
        hidden.setId(id);
        clear.setId(id + "-shown");
        for (TextField field : new TextField[] {hidden, clear}) {
            field.setAccessibleText(name);
            field.textProperty().bindBidirectional(typed);
        }
        hidden.visibleProperty().bind(shown.not());
        clear.visibleProperty().bind(shown);
        return Ui.labelled(name, hidden, new StackPane(hidden, clear));
    }
}
