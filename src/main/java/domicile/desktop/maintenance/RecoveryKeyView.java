package domicile.desktop.maintenance;

import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.vault.RecoveryKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;

/**
 * Shows a recovery key, once: it goes on when somebody says that they have it elsewhere, and until then its window
 * stays open.
 */
final class RecoveryKeyView {
    private final Saving saving;
    private final Texts texts;
    private final String title;
    private final FilePicker picker;
    private final RecoveryKey key;
    private final Label said = Ui.text("", "muted");
    private final VBox root = new VBox(10);

    /** Writes it into a file. */
    interface Saving {
        void save(RecoveryKey key, Path file, Consumer<Path> done, Consumer<Exception> not);
    }

    /** @param told what it is for, a paragraph each */
    RecoveryKeyView(
            Saving saving,
            Texts texts,
            FilePicker picker,
            RecoveryKey key,
            String title,
            List<String> told,
            Runnable goOn) {
        this.saving = saving;
        this.texts = texts;
        this.title = title;
        this.picker = picker;
        this.key = key;
        said.setId("recovery-said");
        TextField shown = new TextField(key.shown());
        shown.setId("recovery-key");
        shown.setEditable(false);
        shown.getStyleClass().add("recovery-key");
        CheckBox written = new CheckBox(texts.get("recovery.written"));
        written.setId("recovery-written");
        written.setWrapText(true);
        Button open = Ui.button(texts.get("recovery.goOn"), "recovery-go-on", goOn, "accent");
        open.disableProperty().bind(written.selectedProperty().not());
        root.setId("recovery");
        // it stands in place of the screens, whose style would not reach it
        Styles.dress(root, "maintenance/maintenance.css");
        root.getChildren()
                .setAll(
                        Ui.text(title, "title-3"),
                        Ui.labelled(texts.get("recovery.key"), shown),
                        Lines.of(
                                Pos.CENTER_LEFT,
                                "maintenance-buttons",
                                Ui.button(texts.get("recovery.copy"), "recovery-copy", this::copy),
                                Ui.button(texts.get("recovery.save"), "recovery-save", this::save),
                                Ui.button(texts.get("recovery.print"), "recovery-print", this::print)),
                        said,
                        written,
                        open);
        EventHandler<WindowEvent> stays = closing -> {
            closing.consume();
            said.setText(texts.get("recovery.stays"));
            written.requestFocus();
        };
        root.sceneProperty().flatMap(Scene::windowProperty).subscribe((was, now) -> {
            Optional.ofNullable(was).ifPresent(w -> w.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, stays));
            Optional.ofNullable(now).ifPresent(w -> w.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, stays));
        });
        root.getChildren().addAll(1, told.stream().map(text -> Ui.text(text)).toList());
    }

    Node node() {
        return root;
    }

    private void copy() {
        Ui.copy(key.shown());
        said.setText(texts.get("recovery.copied"));
    }

    private void save() {
        picker.save("domicile-recovery-key.txt", root)
                .ifPresent(file -> saving.save(
                        key,
                        file,
                        done -> said.setText(texts.get("backup.done", done.toString())),
                        e -> said.setText(ErrorMessage.line(e, texts))));
    }

    private void print() {
        Optional<PrinterJob> job = Optional.ofNullable(PrinterJob.createPrinterJob());
        if (job.isEmpty()) {
            said.setText(texts.get("recovery.noPrinter"));
            return;
        }
        if (job.get().showPrintDialog(root.getScene().getWindow())) {
            Label page = new Label(title + "\n\n" + key.shown());
            if (job.get().printPage(page) && job.get().endJob()) {
                said.setText(texts.get("recovery.printed"));
            } else {
                said.setText(texts.get("recovery.notPrinted"));
            }
        }
    }
}
