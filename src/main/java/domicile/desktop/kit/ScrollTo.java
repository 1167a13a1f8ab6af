package domicile.desktop.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls so that a node can be seen. */
public final class ScrollTo {

    private ScrollTo() {}

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
        Bounds view = scroll.getViewportBounds();
        scroll.setVvalue(
                shifted(scroll.getVvalue(), at.getMinY(), at.getMaxY(), content.getHeight(), view.getHeight(), margin));
        scroll.setHvalue(
                shifted(scroll.getHvalue(), at.getMinX(), at.getMaxX(), content.getWidth(), view.getWidth(), margin));
    }

    /**
     * Where to scroll to in one direction, between 0 and 1; what is larger than the view is shown from its beginning.
     */
    private static double shifted(double value, double from, double to, double content, double view, double margin) {
        double hidden = content - view;
        double start = value * hidden;
        if (hidden <= 0 || from >= start && to <= start + view) {
            return value;
        }
        double wanted = from < start || to - from > view ? from - margin : to + margin - view;
        return Math.clamp(wanted / hidden, 0, 1);
    }
}
