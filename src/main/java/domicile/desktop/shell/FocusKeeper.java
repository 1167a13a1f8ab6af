package domicile.desktop.shell;

import domicile.desktop.kit.AfterFrames;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

/**
 * Keeps the keyboard focus in the screen: when it was gone to by a key, and when what had the keys is gone. By itself
 * JavaFX gives them to the navigation then, from where it is far.
 */
final class FocusKeeper {
    private final Supplier<Node> screen;
    private Subscription watching = Subscription.EMPTY;
    private Optional<Scene> scene = Optional.empty();
    private boolean wanted;

    /**
     * @param root the window's content
     * @param screen the screen that is shown
     */
    FocusKeeper(Parent root, Supplier<Node> screen) {
        this.screen = screen;
        root.sceneProperty().subscribe(s -> {
            watching.unsubscribe();
            scene = Optional.ofNullable(s);
            // a screen may have its first control only when it has read something
            watching = scene.map(now -> AfterFrames.each(now, this::look)).orElse(Subscription.EMPTY);
        });
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe((was, now) -> {
            if (was != null && was.getScene() == null) {
                wanted = true;
            }
        });
        // whoever goes on meanwhile is not pulled back
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> wanted = false);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> wanted = false);
    }

    /**
     * Gives the keyboard focus to the first control of the screen that is shown, unless it has them, as soon as it has
     * one.
     */
    void enter() {
        wanted = true;
        scene.ifPresent(s -> look());
    }

    private void look() {
        if (!wanted) {
            return;
        }
        if (inside()) {
            wanted = false;
        } else {
            first(screen.get()).ifPresent(Node::requestFocus);
        }
    }

    private boolean inside() {
        Optional<Node> at = scene.map(Scene::getFocusOwner);
        while (at.isPresent()) {
            if (at.get() == screen.get()) {
                return true;
            }
            at = at.map(Node::getParent);
        }
        return false;
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(n -> first(n).stream())
                        .findFirst()
                : Optional.empty();
    }
}
