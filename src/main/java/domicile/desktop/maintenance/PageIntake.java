package domicile.desktop.maintenance;

import domicile.desktop.kit.FileDrop;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import domicile.residency.Capture;
import domicile.residency.Source;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
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
    private final PagesViewModel model;
    private final Said said;
    private final Runnable then;
    private final Consumer<Exception> refused;

    /**
     * @param over whose window the dialog of files belongs to
     * @param sources those that are chosen; what is chosen, dropped or pasted goes to the first
     * @param said where it is told
     * @param then after a page has come in
     */
    PageIntake(
            Texts texts,
            FilePicker picker,
            Node over,
            Supplier<List<Source>> sources,
            PagesViewModel model,
            Said said,
            Runnable then,
            Consumer<Exception> refused) {
        this.texts = texts;
        this.picker = picker;
        this.over = over;
        this.sources = sources;
        this.model = model;
        this.said = said;
        this.then = then;
        this.refused = refused;
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
        one().ifPresent(source -> picker.open(over).ifPresent(file -> take(source, file)));
    }

    /** Takes what was copied: a file, or text. */
    void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        one().ifPresent(source -> {
            List<File> files = clipboard.hasFiles() ? clipboard.getFiles() : List.of();
            if (!files.isEmpty()) {
                take(source, files.getFirst().toPath());
            } else if (clipboard.hasString() && !clipboard.getString().isBlank()) {
                model.paste(source, clipboard.getString(), this::taken, refused);
            }
        });
    }

    /** Asks the addresses of what is chosen. */
    void fetch() {
        List<Source> asked =
                sources.get().stream().filter(s -> !s.url().isEmpty()).toList();
        if (!asked.isEmpty()) {
            model.fetch(asked, came -> {
                if (came.refused().isEmpty()) {
                    said.good(model.said(came));
                } else {
                    said.bad(model.said(came));
                }
            });
        }
    }

    private void take(Source source, Path file) {
        model.take(source, file, this::taken, refused);
    }

    private void taken(Capture capture) {
        said.good(model.taken(capture));
        then.run();
    }

    /** Listens to files that are dropped on something. */
    void dropsOn(Node node, Supplier<Optional<Source>> whose) {
        FileDrop.on(
                node,
                () -> whose.get().isPresent(),
                files -> whose.get().ifPresent(source -> take(source, files.getFirst())));
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
