package domicile.desktop.kit;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** What a cell has no room for. */
public final class TruncationTooltip {

    private TruncationTooltip() {}

    /**
     * Shows the whole text of a cell when the pointer rests on it, where some of it is cut off or stands for words that
     * it is read as.
     */
    public static void tip(IndexedCell<?> cell) {
        // made when it is needed: hundreds of them would take as long as the cells
        cell.setOnMouseEntered(e -> {
            String words = Objects.requireNonNullElse(cell.getAccessibleText(), "");
            if (!words.isEmpty() || cut(cell)) {
                Tooltip tip = new Tooltip(words.isEmpty() ? cell.getText() : words);
                tip.setWrapText(true);
                tip.setMaxWidth(520);
                cell.setTooltip(tip);
            } else {
                clear(cell);
            }
        });
    }

    @SuppressWarnings("NullAway") // JavaFX takes a tooltip away by null
    private static void clear(IndexedCell<?> cell) {
        cell.setTooltip(null);
    }

    private static boolean cut(IndexedCell<?> cell) {
        for (Node child : cell.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && text.getStyleClass().contains("text")
                    && !text.getText().equals(cell.getText())) {
                return true;
            }
        }
        return false;
    }
}
