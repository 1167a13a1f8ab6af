package domicile.desktop.maintenance;

import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.register.Encryption;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** The fields in which a passphrase is chosen: twice, with what can be said of it, and a way to see what is typed. */
record NewPassphraseFields(String prefix, NewPassphrase passphrase, Texts texts, BooleanProperty shown) {

    List<Node> nodes() {
        Label strength = Ui.text("", "muted");
        strength.setId(prefix + "-strength");
        passphrase
                .chosenProperty()
                .subscribe(
                        typed -> strength.setText(texts.get(Strength.of(typed).key(), Encryption.SHORTEST)));
        return List.of(
                new SecretField(prefix + "-new", texts.get("encryption.new"), passphrase.chosenProperty(), shown)
                        .node(),
                strength,
                new SecretField(prefix + "-again", texts.get("encryption.again"), passphrase.againProperty(), shown)
                        .node(),
                box(prefix + "-show", texts.get("encryption.show"), shown));
    }

    /** A choice that wraps. */
    static CheckBox box(String id, String text, BooleanProperty on) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(on);
        return box;
    }
}
