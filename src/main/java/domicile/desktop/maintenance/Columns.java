package domicile.desktop.maintenance;

import domicile.desktop.kit.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of sentences: what has no room in one line goes on in the next, so that nothing is cut off.
 * They share the table's width in their proportions; where text is so large that this is too narrow, the table scrolls.
 */
final class Columns<R> {
    /** Empty room beside a cell's text, and what a scroll bar takes, in units of the text size. */
    private static final double GAP = 1.2;

    private static final double SCROLL_BAR = 1.5;

    private final TableView<R> table;
    private final List<Double> widths = new ArrayList<>();
    private boolean listens;

    Columns(TableView<R> table) {
        this.table = table;
        table.getStyleClass().add("sentences");
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.widthProperty().subscribe(w -> fit());
    }

    /**
     * Adds a column.
     *
     * @param width the least, in units of the text size; its title is never cut off
     */
    Columns<R> add(String title, double width, Function<R, Object> value) {
        return add(title, width, value, c -> new Wrapped<>());
    }

    private Columns<R> add(
            String title,
            double width,
            Function<R, Object> value,
            Callback<TableColumn<R, Object>, TableCell<R, Object>> cells) {
        TableColumn<R, Object> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(cells);
        widths.add(width);
        table.getColumns().add(column);
        return this;
    }

    /** Adds a column of marks, one below the other. */
    Columns<R> marks(String title, double width, Function<R, List<Mark>> value) {
        return add(title, width, value::apply, c -> new Marked<>());
    }

    /** The table with room around it. */
    Node framed() {
        StackPane frame = new StackPane(table);
        frame.getStyleClass().add("table-frame");
        return frame;
    }

    private void fit() {
        if (!(table.lookup(".column-header .label") instanceof Label head)) {
            return;
        }
        if (!listens) {
            listens = true;
            head.fontProperty().subscribe(f -> fit());
        }
        double em = head.getFont().getSize();
        Text title = new Text();
        title.setFont(head.getFont());
        double[] least = new double[widths.size()];
        for (int i = 0; i < least.length; i++) {
            title.setText(table.getColumns().get(i).getText());
            least[i] = Math.max(widths.get(i) * em, title.getLayoutBounds().getWidth() + 2 * GAP * em);
        }
        double share = Math.max(
                1, (table.getWidth() - SCROLL_BAR * em) / Arrays.stream(least).sum());
        for (int i = 0; i < least.length; i++) {
            table.getColumns().get(i).setPrefWidth(least[i] * share);
        }
    }

    /** A cell as high as its text. */
    private static final class Wrapped<R> extends TableCell<R, Object> {
        private final Text words = new Text();

        Wrapped() {
            words.getStyleClass().add("cell-words");
            words.wrappingWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> Math.max(0, getWidth() - getFont().getSize() * GAP),
                            widthProperty(),
                            fontProperty()));
        }

        @Override
        @SuppressWarnings("NullAway") // JavaFX empties a cell by null
        protected void updateItem(@Nullable Object value, boolean empty) {
            super.updateItem(value, empty);
            if (empty || value == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                words.setText(value.toString());
                setAccessibleText(words.getText());
                setGraphic(words);
            }
        }
    }

    /** A cell of marks. */
    private static final class Marked<R> extends TableCell<R, Object> {
        @Override
        @SuppressWarnings("NullAway") // JavaFX empties a cell by null
        protected void updateItem(@Nullable Object value, boolean empty) {
            super.updateItem(value, empty);
            setText(null);
            if (empty || !(value instanceof List<?> marks)) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                VBox all = new VBox();
                marks.stream()
                        .filter(Mark.class::isInstance)
                        .map(Mark.class::cast)
                        .forEach(m -> all.getChildren().add(RegisterLabels.label(m)));
                setAccessibleText(marks.stream()
                        .filter(Mark.class::isInstance)
                        .map(m -> ((Mark) m).word())
                        .collect(Collectors.joining(", ")));
                setGraphic(all);
            }
        }
    }
}
