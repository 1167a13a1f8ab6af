package domicile.desktop.maintenance;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Controls side by side, going on in the next line where text is large, so that nothing is cut off. */
final class Lines {

    private Lines() {}

    static FlowPane of(Pos alignment, String style, Node... nodes) {
        FlowPane lines = new FlowPane(nodes);
        for (Node node : nodes) {
            if (node instanceof Labeled labeled && !labeled.isWrapText()) {
                labeled.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        lines.setAlignment(alignment);
        lines.getStyleClass().addAll("lines", style);
        // As wide as the pane, and as high as that makes it.
        lines.setPrefWrapLength(100);
        return lines;
    }

    /** A text that wraps and is never cut off. */
    static Label text(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
