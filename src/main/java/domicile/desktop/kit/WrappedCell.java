package domicile.desktop.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A cell of a list of passages, as high as its passage: what has no room in one line goes on in the next. */
public abstract class WrappedCell<T> extends ListCell<T> {
    /** What a scroll bar and the room beside the text take, in units of the text size. */
    private static final double BESIDE = 2.6;

    private final VBox box = new VBox();

    protected WrappedCell(ListView<T> list) {
        getStyleClass().add("passage-cell");
        setText(null);
        box.getStyleClass().add("passage");
        box.setMinWidth(0);
        box.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(0, list.getWidth() - BESIDE * getFont().getSize()),
                        list.widthProperty(),
                        fontProperty()));
        box.maxWidthProperty().bind(box.prefWidthProperty());
    }

    /** Puts a passage into the box. */
    protected abstract void show(T item, VBox into);

    /** What a screen reader says of it. */
    protected abstract String said(T item);

    /** The classes of the box for what it shows now. */
    protected final void mark(String style, boolean on) {
        box.getStyleClass().remove(style);
        if (on) {
            box.getStyleClass().add(style);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // JavaFX empties a cell by null
    protected final void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        box.getChildren().clear();
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            show(item, box);
            setAccessibleText(said(item));
            setGraphic(box);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? super.computePrefHeight(width)
                : box.prefHeight(box.getPrefWidth()) + snappedTopInset() + snappedBottomInset();
    }
}
