package domicile.desktop.maintenance;

import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.vault.RecoveryKey;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** Asks whether a copy for offline work is to be encrypted, and where it is to be. */
final class OfflineCopyView {
    private static final double GAP = 10;
    /** In units of the text's size. */
    private static final double WIDTH = 40;

    private final OfflineCopyViewModel model;
    private final MaintenanceContext keeper;
    private final Texts texts;
    private final FilePicker picker;
    private final VBox form = new VBox(GAP);
    private final VBox told = new VBox(GAP);
    private final VBox root;

    OfflineCopyView(OfflineCopyViewModel model, MaintenanceContext keeper, Texts texts, FilePicker picker) {
        this.model = model;
        this.keeper = keeper;
        this.texts = texts;
        this.picker = picker;
        form();
        Label done = Ui.text("");
        done.setId("copy-done");
        hidden(done, done.textProperty().isNotEmpty());
        model.copiedProperty()
                .subscribe(folder -> done.setText(
                        folder.map(f -> texts.get("copy.done", f.toString())).orElse("")));
        model.recoveryProperty().subscribe(this::tell);
        VBox content = new VBox(GAP, form, told);
        content.setStyle("-fx-max-width: " + WIDTH + "em;");
        content.setPadding(new Insets(GAP, 0, 0, 0));
        root = Ui.disclosed(texts.get("copy.now"), "copy-register", false, content);
        root.getChildren().add(done);
        hidden(root, new SimpleBooleanProperty(model.possible()));
    }

    Node node() {
        return root;
    }

    /** Asks, with the keyboard focus. */
    void ask() {
        ((ToggleButton) root.getChildren().getFirst()).setSelected(true);
        form.lookupAll("#copy-encrypt").forEach(Node::requestFocus);
    }

    private void form() {
        CheckBox encrypt =
                NewPassphraseFields.box("copy-encrypt", texts.get("copy.encrypt"), model.encryptedProperty());
        BooleanProperty shown = new SimpleBooleanProperty();
        VBox secret = new VBox(GAP);
        secret.getChildren().addAll(new NewPassphraseFields("copy", model.passphrase(), texts, shown).nodes());
        secret.getChildren().add(Ui.muted(texts.get("copy.encrypt.hint")));
        hidden(secret, model.encryptedProperty());
        Button start = Ui.button(
                texts.get("copy.start"), "copy-start", () -> picker.folder(root).ifPresent(model::copy), "accent");
        start.disableProperty().bind(model.readyProperty().not());
        form.getChildren().setAll(Ui.muted(texts.get("copy.hint")), encrypt, secret, start);
    }

    private void tell(Optional<RecoveryKey> key) {
        form.setVisible(key.isEmpty());
        form.setManaged(key.isEmpty());
        told.getChildren()
                .setAll(key
                        .map(k -> new RecoveryKeyView(
                                        keeper::save,
                                        texts,
                                        picker,
                                        k,
                                        texts.get("copy.recovery.title"),
                                        List.of(texts.get("copy.recovery.hint")),
                                        model::noted)
                                .node())
                        .stream()
                        .toList());
    }

    private static void hidden(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
