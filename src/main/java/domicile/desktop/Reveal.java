package domicile.desktop;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls so that a node can be seen. */
public final class Reveal {

    private Reveal() {}

    /** Puts the focus on a node and scrolls to it, in the nearest pane around it that scrolls. */
    public static void focus(Node node) {
        node.requestFocus();
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane scroll) {
                // what was just said beside the fields, or below them, has to find its place first
                scroll.getScene().getRoot().layout();
                in(scroll, node);
                return;
            }
        }
    }

    /** Scrolls a pane as far as is needed and no further. */
    public static void in(ScrollPane scroll, Node node) {
        in(scroll, node, 0);
    }

    /** As {@link #in(ScrollPane, Node)}, and so much further that pixels around the node can be seen too. */
    public static void in(ScrollPane scroll, Node node, double margin) {
        Bounds content = scroll.getContent().getBoundsInLocal();
        Bounds at = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (at.getMinY() < top) {
            scroll.setVvalue(Math.max(0, (at.getMinY() - margin) / hidden));
        } else if (at.getMaxY() > top + view) {
            scroll.setVvalue(Math.min(1, (at.getMaxY() + margin - view) / hidden));
        }
    }
}
