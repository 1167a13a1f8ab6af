package domicile.desktop.assessment.report;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.register.AtomicFile;
import domicile.register.OwnFiles;
import domicile.report.model.Letterhead;
import domicile.report.model.Logo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/**
 * Whose report it is: the organisation's name and logo. Kept in the data folder, the logo as a copy, for every report
 * to come.
 */
final class LetterheadFields {
    private static final String NAME = "organisation";

    private final Settings settings;
    private final Path logo;
    private final Texts texts;
    private final FilePicker picker;
    private final Runnable changed;
    private final Background background;
    private final TextField name = new TextField();
    private final Button choose;
    private final Button remove;
    private final HBox root;
    private String told;

    /**
     * @param folder the data folder
     * @param changed called when reports look different from now on
     */
    LetterheadFields(Path folder, Texts texts, FilePicker picker, Runnable changed, Background background) {
        this.settings = new Settings(folder.resolve("organisation.properties"));
        this.logo = folder.resolve("organisation-logo");
        this.texts = texts;
        this.picker = picker;
        this.changed = changed;
        this.background = background;
        this.choose = Ui.button("", "letterhead-logo", this::choose);
        this.remove = Ui.button(texts.get("letterhead.remove"), "letterhead-remove", this::remove, "flat");
        this.root = new HBox(name, choose, remove);
        root.getStyleClass().add("bar");
        name.setId("letterhead-name");
        name.setText(settings.get(NAME).orElse(""));
        told = name.getText();
        name.setPromptText(texts.get("letterhead.name"));
        name.setAccessibleText(texts.get("letterhead.name"));
        // kept at every key, and put on the pages when it is whole
        name.textProperty().subscribe((was, now) -> {
            settings.put(NAME, now);
            settings.save();
        });
        name.setOnAction(e -> tell());
        name.focusedProperty().subscribe((was, focused) -> {
            if (!focused) {
                tell();
            }
        });
        show();
    }

    Node node() {
        return root;
    }

    /** What stands on reports now; its logo is read where it is called, off the FX thread. */
    Callable<Letterhead> letterhead() {
        String said = name.getText();
        return () -> new Letterhead(said, Files.exists(logo) ? Optional.of(Logo.read(logo)) : Optional.empty());
    }

    private void show() {
        boolean there = Files.exists(logo);
        choose.setText(texts.get(there ? "letterhead.other" : "letterhead.logo"));
        remove.setVisible(there);
        remove.setManaged(there);
    }

    private void tell() {
        if (!name.getText().equals(told)) {
            told = name.getText();
            changed.run();
        }
    }

    private void choose() {
        picker.open(root)
                .ifPresent(file -> background.run(
                        () -> {
                            // only what can stand on a report is kept
                            byte[] picture = Logo.read(file).bytes();
                            OwnFiles.folder(logo.resolveSibling("."));
                            AtomicFile.writeOwn(logo, out -> out.write(picture));
                            return logo;
                        },
                        kept -> update()));
    }

    private void remove() {
        background.run(() -> Files.deleteIfExists(logo), gone -> update());
    }

    private void update() {
        show();
        changed.run();
    }
}
