package domicile.desktop.register;

import domicile.desktop.kit.Command;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.LoadingPlaceholder;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.TruncationTooltip;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** The offerings that pass, one a row. Rows are made for what can be seen alone, however many offerings there are. */
final class OfferingTable {
    private static final double USUAL_FONT = 13;
    /** So many offerings say how wide a column has to be. */
    private static final int MEASURED = 60;
    /**
     * The empty room beside a cell's text, and the least and the most that a column has by itself, in units of the text
     * size.
     */
    private static final double GAPS = 1.7;

    private static final double LEAST = 6;
    private static final double MOST = 22;

    private final RegisterViewModel model;
    private final Texts texts;
    private final Settings settings;
    private final TableView<Offering> table = new TableView<>();
    private final Map<Column, TableColumn<Offering, ColumnValues.Cell>> columns = new EnumMap<>(Column.class);
    private boolean arranging;
    private double scale = 1;
    private Font font = Font.font(USUAL_FONT);

    OfferingTable(RegisterViewModel model, Texts texts, Settings settings) {
        this.model = model;
        this.texts = texts;
        this.settings = settings;
        table.setId("offerings");
        table.getStyleClass().add("dense");
        // else what it says when it is empty pushes the detail away, and it does not come back
        table.setMinHeight(0);
        table.setAccessibleText(texts.get("register.table"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (Column column : Column.values()) {
            columns.put(column, column(column));
        }
        model.columnsProperty().subscribe(this::arrange);
        model.sortProperty().subscribe(this::showSort);
        table.getColumns().addListener((ListChangeListener<TableColumn<Offering, ?>>) c -> rearranged());
        table.setSortPolicy(t -> {
            sorted();
            return true;
        });
        model.registerProperty().subscribe(r -> fit());
        table.setItems(model.shown());
        table.getSelectionModel().selectedItemProperty().subscribe(o -> {
            if (o != null) {
                model.selectedProperty().set(Optional.of(o));
            }
        });
        model.selectedProperty().subscribe(o -> select());
        model.shown().addListener((ListChangeListener<Offering>) c -> select());
        model.countsProperty().subscribe(c -> table.setPlaceholder(nothing()));
    }

    TableView<Offering> table() {
        return table;
    }

    private void select() {
        model.selectedProperty().get().ifPresent(o -> {
            List<Offering> chosen = table.getSelectionModel().getSelectedItems();
            if (!chosen.contains(o)) {
                int at = table.getItems().indexOf(o);
                if (at >= 0) {
                    table.getSelectionModel().clearAndSelect(at);
                }
            }
        });
    }

    private TableColumn<Offering, ColumnValues.Cell> column(Column column) {
        TableColumn<Offering, ColumnValues.Cell> made =
                new TableColumn<>(model.cells().title(column));
        made.setUserData(column);
        made.setPrefWidth(settings.number(key(column), column.width()));
        made.widthProperty().subscribe((was, w) -> {
            // a width that nobody gave it follows what it shows
            if (Math.abs(w.doubleValue() - made.getPrefWidth()) > 1) {
                settings.put(key(column), String.valueOf(w.doubleValue() / scale));
            }
        });
        made.setCellValueFactory(row -> column == Column.OFFERING
                ? Bindings.createObjectBinding(() -> hinted(row.getValue()), model.hintsProperty())
                : new ReadOnlyObjectWrapper<>(cell(column, row.getValue())));
        made.setCellFactory(c -> new MarkCell());
        return made;
    }

    private ColumnValues.Cell cell(Column column, Offering offering) {
        return model.registerProperty()
                .get()
                .map(r -> model.cells().cell(column, offering, r))
                .orElse(ColumnValues.Cell.plain(""));
    }

    private ColumnValues.Cell hinted(Offering offering) {
        String hint = model.hintsProperty().get().map(h -> h.row(offering)).orElse("");
        return model.cells().hinted(cell(Column.OFFERING, offering), hint);
    }

    private static String key(Column column) {
        return "table.width." + column;
    }

    /** Follows the size of the text. */
    void font(Font now) {
        font = now;
        double was = scale;
        scale = now.getSize() / USUAL_FONT;
        columns.values().forEach(c -> c.setPrefWidth(c.getWidth() / was * scale));
        fit();
    }

    /** Makes columns as wide as what they say, as far as nobody has given them a width. */
    private void fit() {
        model.registerProperty().get().ifPresent(this::fit);
    }

    private void fit(Register register) {
        Text measure = new Text();
        columns.forEach((column, shown) -> {
            // of those that are not shown when they are
            if (table.getColumns().contains(shown) && settings.get(key(column)).isEmpty()) {
                measure.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()));
                measure.setText(shown.getText());
                double widest = measure.getLayoutBounds().getWidth();
                measure.setFont(font);
                for (String text : register.offerings().stream()
                        .limit(MEASURED)
                        .map(o -> model.cells().cell(column, o, register).text())
                        .distinct()
                        .toList()) {
                    measure.setText(text);
                    widest = Math.max(widest, measure.getLayoutBounds().getWidth());
                }
                shown.setPrefWidth(
                        Math.clamp(widest + GAPS * font.getSize(), LEAST * font.getSize(), MOST * font.getSize()));
            }
        });
    }

    private void arrange(List<Column> wanted) {
        arranging = true;
        table.getColumns().setAll(wanted.stream().map(columns::get).toList());
        arranging = false;
        fit();
        showSort(model.sortProperty().get());
    }

    private void rearranged() {
        if (!arranging) {
            model.columnsProperty()
                    .set(table.getColumns().stream()
                            .map(c -> (Column) c.getUserData())
                            .toList());
        }
    }

    private void showSort(List<ColumnValues.Sort> by) {
        arranging = true;
        List<TableColumn<Offering, ?>> order = new ArrayList<>();
        by.forEach(s -> Optional.ofNullable(columns.get(s.column())).ifPresent(c -> {
            c.setSortType(s.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            if (table.getColumns().contains(c)) {
                order.add(c);
            }
        }));
        if (!table.getSortOrder().equals(order)) {
            table.getSortOrder().setAll(order);
        }
        arranging = false;
    }

    private void sorted() {
        if (!arranging) {
            model.sortProperty()
                    .set(table.getSortOrder().stream()
                            .map(c -> new ColumnValues.Sort(
                                    (Column) c.getUserData(), c.getSortType() == TableColumn.SortType.DESCENDING))
                            .toList());
        }
    }

    /** Ticks for every column; by keyboard as well, unlike the table's own menu. */
    MenuButton chooser() {
        MenuButton menu = new MenuButton(texts.get("register.columns"), Icons.of(Feather.COLUMNS));
        menu.setId("columns");
        menu.getStyleClass().addAll("flat", "small");
        for (Column column : Column.values()) {
            CheckMenuItem item = new CheckMenuItem(model.cells().title(column));
            item.setId("column-" + column);
            model.columnsProperty().subscribe(c -> item.setSelected(c.contains(column)));
            item.setOnAction(e -> show(column, item.isSelected()));
            item.setDisable(column == Column.OFFERING);
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Every column, to be shown or hidden by its name. */
    List<Command> commands() {
        return Arrays.stream(Column.values())
                .filter(c -> c != Column.OFFERING)
                .map(c -> {
                    boolean shown = model.columnsProperty().get().contains(c);
                    return new Command(
                            texts.get("register.columns"),
                            texts.get(
                                    shown ? "column.hide" : "column.show",
                                    model.cells().title(c)),
                            () -> show(c, !shown));
                })
                .toList();
    }

    private void show(Column column, boolean on) {
        List<Column> now = new ArrayList<>(model.columnsProperty().get());
        if (!on) {
            now.remove(column);
        } else if (!now.contains(column)) {
            // Where it stands among the usual ones, as far as they are in their order.
            int at = (int) now.stream().filter(c -> c.compareTo(column) < 0).count();
            now.add(at, column);
        }
        model.columnsProperty().set(List.copyOf(now));
    }

    /** What to see when nothing passes: why, and which filter to take away. */
    private Node nothing() {
        if (model.registerProperty().get().isEmpty()) {
            return LoadingPlaceholder.node(texts);
        }
        Label none = new Label(texts.get("register.none"));
        none.setWrapText(true);
        none.getStyleClass().add("empty");
        VBox box = new VBox(none);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("way-out");
        if (!model.shown().isEmpty()) {
            return box;
        }
        model.registerProperty()
                .get()
                .ifPresent(r -> model.wayOut().forEach((facet, left) -> {
                    if (left > 0) {
                        Button without =
                                new Button(texts.get("register.without", FacetNames.of(facet, r.areas(), texts), left));
                        without.setOnAction(e -> model.tick(facet, false));
                        box.getChildren().add(without);
                    }
                }));
        Button all = new Button(texts.get("register.clear"));
        all.setOnAction(e -> model.clear());
        box.getChildren().add(all);
        return box;
    }

    /** A cell: text with the hits of the search marked, or symbol, word and colour. */
    private final class MarkCell extends TableCell<Offering, ColumnValues.Cell> {
        // Weak, as a table throws cells away. By itself a row that stays where it was would keep its old hits; making
        // all cells anew, which the table offers, takes longer than a frame.
        private final ChangeListener<String> searched = (observed, was, now) -> mark();
        private String style = "";

        MarkCell() {
            TruncationTooltip.tip(this);
            model.searchProperty().addListener(new WeakChangeListener<>(searched));
        }

        @Override
        @SuppressWarnings("NullAway") // JavaFX empties a cell by null
        protected void updateItem(ColumnValues.Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            boolean nothing = empty || cell == null;
            dress(nothing ? "" : cell.style());
            setText(nothing ? null : cell.text());
            setAccessibleText(nothing || cell.said().equals(cell.text()) ? null : cell.said());
            mark();
        }

        /**
         * By pseudo-class and not by style class, for which JavaFX would look through all stylesheets at every change.
         */
        private void dress(String wanted) {
            if (!style.equals(wanted)) {
                if (!style.isEmpty()) {
                    pseudoClassStateChanged(PseudoClass.getPseudoClass(style), false);
                }
                if (!wanted.isEmpty()) {
                    pseudoClassStateChanged(PseudoClass.getPseudoClass(wanted), true);
                }
                style = wanted;
            }
        }

        @SuppressWarnings("NullAway") // JavaFX takes a graphic away by null
        private void mark() {
            String text = Objects.requireNonNullElse(getText(), "");
            String search = model.searchProperty().get();
            if (style.isEmpty() && Highlight.any(text, search)) {
                HBox flow = new HBox();
                flow.setAlignment(Pos.CENTER_LEFT);
                flow.getChildren().setAll(Highlight.texts(text, search));
                setGraphic(flow);
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            } else {
                setGraphic(null);
                setContentDisplay(ContentDisplay.LEFT);
            }
        }
    }
}
