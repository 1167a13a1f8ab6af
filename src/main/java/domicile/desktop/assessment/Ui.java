package domicile.desktop.assessment;

import domicile.desktop.Reveal;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Small pieces that every view here is put together from. */
final class Ui {

    private static final double MARGIN = 12;

    private Ui() {}

    /** A text that wraps. */
    static Label text(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label muted(String text) {
        return text(text, "muted");
    }

    /** A button with an id for tests and settings, and what it does. */
    static Button button(String text, String id, Runnable does, String... styles) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> does.run());
        return button;
    }

    /** What pushes its neighbours apart. */
    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        // whoever walks by Tab sees where they are
        scroll.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> reveal(scroll, owner));
        return scroll;
    }

    private static void reveal(ScrollPane scroll, @Nullable Node owner) {
        if (owner != null && within(owner, scroll.getContent())) {
            Reveal.in(scroll, owner, MARGIN);
        }
    }

    private static boolean within(Node node, Node container) {
        @Nullable Node at = node;
        while (at != null && at != container) {
            at = at.getParent();
        }
        return at == container;
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
