package domicile.desktop.maintenance;

import domicile.desktop.kit.Dialogs;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Frame;
import domicile.desktop.kit.IdleMinutes;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Encrypts the register, changes its passphrase, and takes the encryption off again. */
final class EncryptionView {
    /** In units of the text's size. */
    private static final double WIDTH = 40;

    private final EncryptionViewModel model;
    private final Texts texts;
    private final Texts shared;
    private final FilePicker picker;
    private final Frame frame;
    private final IdleMinutes idle;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final VBox form = new VBox(10);
    private final VBox backups = new VBox(6);
    private final Label failed = Ui.text("", "mark-bad");
    private final List<Node> choosing;
    private final MaintenanceContext keeper;
    private final ScrollPane root;

    /** @param shared the words of all screens */
    EncryptionView(
            EncryptionViewModel model,
            MaintenanceContext keeper,
            Texts texts,
            Texts shared,
            FilePicker picker,
            Frame frame,
            IdleMinutes idle) {
        this.model = model;
        this.keeper = keeper;
        this.texts = texts;
        this.shared = shared;
        this.picker = picker;
        this.frame = frame;
        this.idle = idle;
        VBox all = new VBox(form, backups);
        all.setId("encryption");
        all.getStyleClass().add("detail");
        form.setStyle("-fx-max-width: " + WIDTH + "em;");
        backups.setId("plain-backups");
        root = Ui.scroll(all);
        if (!model.possible()) {
            form.getChildren().setAll(Ui.text(texts.get("encryption.server"), "muted"));
        }
        failed.setId("encryption-failed");
        failed.visibleProperty().bind(failed.textProperty().isNotEmpty());
        failed.managedProperty().bind(failed.visibleProperty());
        choosing = new NewPassphraseFields("encryption", model.next(), texts, shown).nodes();
        model.failedProperty()
                .subscribe(e ->
                        failed.setText(e.map(x -> ErrorMessage.line(x, texts)).orElse("")));
        model.encryptedProperty().subscribe(known -> known.ifPresent(this::show));
        model.plainProperty().subscribe(this::showPlain);
    }

    Node node() {
        return root;
    }

    private void show(boolean encrypted) {
        List<Node> parts = new ArrayList<>();
        parts.add(Ui.text(texts.get(encrypted ? "encryption.on" : "encryption.off"), "pane-title"));
        parts.add(Ui.text(texts.get(encrypted ? "encryption.on.hint" : "encryption.off.hint"), "muted"));
        if (encrypted) {
            parts.add(new SecretField(
                            "encryption-current", texts.get("encryption.current"), model.currentProperty(), shown)
                    .node());
            parts.add(Ui.text(texts.get("encryption.change"), "section-head"));
        }
        parts.addAll(choosing);
        parts.add(NewPassphraseFields.box("encryption-keep", texts.get("encryption.keep"), model.keepProperty()));
        parts.add(failed);
        Button change = encrypted
                ? button("encryption.rekey", "encryption-rekey", EncryptionViewModel.Deed.REKEY, "job.rekey")
                : button("encryption.encrypt", "encryption-encrypt", EncryptionViewModel.Deed.ENCRYPT, "job.encrypt");
        change.getStyleClass().add("accent");
        change.disableProperty()
                .bind(
                        encrypted
                                ? model.next()
                                        .readyProperty()
                                        .not()
                                        .or(model.currentProperty().isEmpty())
                                : model.next().readyProperty().not());
        parts.add(change);
        if (encrypted) {
            parts.add(Ui.text(texts.get("encryption.idle"), "section-head"));
            parts.add(minutes());
            parts.add(Ui.text(texts.get("encryption.takeOff"), "section-head"));
            parts.add(Ui.text(texts.get("encryption.takeOff.hint"), "muted"));
            Button off =
                    button("encryption.decrypt", "encryption-decrypt", EncryptionViewModel.Deed.DECRYPT, "job.decrypt");
            off.disableProperty().bind(model.currentProperty().isEmpty());
            parts.add(off);
        }
        form.getChildren().setAll(parts);
    }

    private Button button(String key, String id, EncryptionViewModel.Deed deed, String job) {
        return Ui.button(
                texts.get(key),
                id,
                () -> model.begin(deed, work -> frame.whileClosed(texts.get(job), work, this::told)));
    }

    private Optional<Node> told(EncryptionViewModel.Told told, Runnable goOn) {
        return told.recovery()
                .map(key -> new RecoveryKeyView(
                                keeper::save,
                                texts,
                                picker,
                                key,
                                texts.get("recovery.title"),
                                told.unkept()
                                        ? List.of(texts.get("recovery.hint"), texts.get("encryption.unkept"))
                                        : List.of(texts.get("recovery.hint")),
                                goOn)
                        .node());
    }

    private Node minutes() {
        ComboBox<Integer> choice = new ComboBox<>();
        choice.setId("encryption-idle");
        choice.setAccessibleText(texts.get("encryption.idle"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer minutes) {
                return minutes == null ? "" : IdleMinutes.said(minutes, shared);
            }

            @Override
            public Integer fromString(String said) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        choice.getItems().setAll(IdleMinutes.CHOICES);
        choice.setValue((int) idle.get());
        choice.valueProperty().subscribe((was, now) -> idle.put(now));
        return choice;
    }

    private void showPlain(List<Path> plain) {
        if (plain.isEmpty()) {
            backups.getChildren().clear();
            return;
        }
        backups.getChildren()
                .setAll(
                        Ui.text(texts.get("plain.title"), "section-head"),
                        Ui.text(texts.get("plain.hint", plain.size()), "muted"));
        plain.forEach(file -> backups.getChildren().add(Ui.text(file.toString(), "fact")));
        backups.getChildren()
                .add(Lines.of(
                        Pos.CENTER_LEFT,
                        "maintenance-buttons",
                        Ui.button(
                                texts.get("plain.delete", plain.size()), "plain-delete", () -> delete(plain.size()))));
    }

    private void delete(int count) {
        ButtonType yes = new ButtonType(texts.get("plain.delete", count), ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("plain.sure", count), yes, ButtonType.CANCEL);
        alert.setTitle(texts.get("plain.title"));
        alert.setHeaderText(texts.get("plain.title"));
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        Dialogs.dress(alert, root);
        alert.resultProperty().subscribe(answer -> {
            if (yes.equals(answer)) {
                model.deletePlain();
            }
        });
        alert.show();
    }
}
