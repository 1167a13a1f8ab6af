package domicile.desktop.register;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls so that a node can be seen. */
final class Reveal {

    private Reveal() {}

    static void in(ScrollPane scroll, Node node) {
        Bounds content = scroll.getContent().getBoundsInLocal();
        Bounds at = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (at.getMinY() < top) {
            scroll.setVvalue(Math.max(0, at.getMinY() / hidden));
        } else if (at.getMaxY() > top + view) {
            scroll.setVvalue(Math.min(1, (at.getMaxY() - view) / hidden));
        }
    }
}
