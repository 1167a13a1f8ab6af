package domicile.desktop.maintenance;

import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import domicile.residency.Source;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The ways in which a page comes in: chosen, dropped, pasted, fetched when asked. */
final class PageIntake {
    static final KeyCombination CHOOSE = Shortcut.command(KeyCode.O);
    static final KeyCombination PASTE = Shortcut.command(KeyCode.V);
    static final KeyCombination FETCH = new KeyCodeCombination(KeyCode.F5);

    private final Texts texts;
    private final FilePicker picker;
    private final Node over;
    private final Supplier<List<Source>> sources;
    private final Taking taking;

    /** What is done with what came in. */
    interface Taking {
        void file(Source source, Path file);

        void text(Source source, String text);

        void fetched(List<Source> asked);
    }

    /**
     * @param over whose window the dialog of files belongs to
     * @param sources those that are chosen; what is chosen, dropped or pasted goes to the first
     */
    PageIntake(Texts texts, FilePicker picker, Node over, Supplier<List<Source>> sources, Taking taking) {
        this.texts = texts;
        this.picker = picker;
        this.over = over;
        this.sources = sources;
        this.taking = taking;
    }

    /** The button with all ways. */
    MenuButton button(String id) {
        MenuButton button = new MenuButton(texts.get("pages.take"), Icons.of(Feather.DOWNLOAD));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems()
                .addAll(
                        item("pages.choose", CHOOSE, this::choose),
                        item("pages.paste", PASTE, this::paste),
                        item("pages.fetch", FETCH, this::fetch));
        return button;
    }

    private MenuItem item(String key, KeyCombination keys, Runnable does) {
        // the keys are listened to below: those of a menu would be taken from the fields of the whole window
        MenuItem item = new MenuItem(texts.get("pages.key", texts.get(key), Shortcut.said(keys, texts)));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> does.run());
        return item;
    }

    private Optional<Source> one() {
        return sources.get().stream().findFirst();
    }

    /** Asks for a file. */
    void choose() {
        one().ifPresent(source -> picker.open(over).ifPresent(file -> taking.file(source, file)));
    }

    /** Takes what was copied: a file, or text. */
    void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        one().ifPresent(source -> {
            List<File> files = clipboard.hasFiles() ? clipboard.getFiles() : List.of();
            if (!files.isEmpty()) {
                taking.file(source, files.getFirst().toPath());
            } else if (clipboard.hasString() && !clipboard.getString().isBlank()) {
                taking.text(source, clipboard.getString());
            }
        });
    }

    /** Asks the addresses of what is chosen. */
    void fetch() {
        List<Source> asked =
                sources.get().stream().filter(s -> !s.url().isEmpty()).toList();
        if (!asked.isEmpty()) {
            taking.fetched(asked);
        }
    }

    /** Listens to files that are dropped on something. */
    void dropsOn(Node node, Supplier<Optional<Source>> whose) {
        node.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles() && whose.get().isPresent()) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        node.setOnDragDropped(e -> dropped(e, whose.get()));
    }

    private void dropped(DragEvent e, Optional<Source> whose) {
        Optional<Path> file = e.getDragboard().getFiles().stream().findFirst().map(File::toPath);
        whose.ifPresent(source -> file.ifPresent(f -> taking.file(source, f)));
        e.setDropCompleted(whose.isPresent() && file.isPresent());
        e.consume();
    }

    /** Whether the key was one of these. */
    boolean key(KeyEvent e) {
        if (e.getTarget() instanceof TextInputControl) {
            return false;
        }
        if (CHOOSE.match(e)) {
            choose();
        } else if (PASTE.match(e)) {
            paste();
        } else if (FETCH.match(e)) {
            fetch();
        } else {
            return false;
        }
        return true;
    }
}
