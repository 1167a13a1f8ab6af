package domicile.desktop.compare;

import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.PlainScrollPane;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.residency.Citation;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** Two to four offerings in columns; rows in which they differ say so by a symbol and a word. */
final class CompareView {
    /** The part of the width that the rows' names have, in percent, where they stand beside what they name. */
    private static final double LABELS = 18;
    /** Below this width of a column, in units of the text size, they stand above it. */
    private static final double NARROW = 16;
    /** No column is narrower, in units of the text size: the rest is scrolled to. */
    private static final double LEAST = 14.5;

    private final CompareViewModel model;
    private final Texts texts;
    private final Consumer<String> openLink;
    private final BorderPane root = new BorderPane();
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new PlainScrollPane(grid);
    private final CheckBox only = new CheckBox();
    private final Runnable register;
    private boolean shownAbove;
    private final BooleanProperty empty = new SimpleBooleanProperty();

    /**
     * @param openLink opens a web page
     * @param register goes to where offerings are chosen
     */
    CompareView(CompareViewModel model, Texts texts, Consumer<String> openLink, Runnable register) {
        this.model = model;
        this.texts = texts.screen("compare");
        this.openLink = openLink;
        this.register = register;
        root.setId("compare");
        grid.getStyleClass().add("comparison");
        grid.setId("comparison");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setAccessibleText(this.texts.get("compare.title"));
        Styles.dress(root, "compare/compare.css");
        root.setTop(head());
        root.setCenter(scroll);
        model.idsProperty().subscribe(ids -> show());
        model.registerProperty().subscribe(r -> show());
        model.onlyDifferencesProperty().subscribe(on -> show());
        scroll.widthProperty().subscribe(w -> fit());
        only.fontProperty().subscribe(f -> fit());
    }

    /** The screen. */
    Node node() {
        return root;
    }

    private Node head() {
        Label title = new Label(texts.get("compare.title"));
        title.getStyleClass().add("detail-title");
        only.setText(texts.get("compare.only"));
        only.setId("only-differences");
        only.selectedProperty().bindBidirectional(model.onlyDifferencesProperty());
        Button copy = new Button(texts.get("compare.copy"), Icons.of(Feather.COPY));
        copy.setId("copy-comparison");
        only.disableProperty().bind(empty);
        copy.disableProperty().bind(empty);
        copy.setOnAction(e -> model.registerProperty().get().ifPresent(this::copy));
        FlowPane bar = new FlowPane(title, only, copy);
        bar.getStyleClass().addAll("bar-flow", "compare-head");
        return bar;
    }

    private void copy(Register register) {
        ComparisonTable table = new ComparisonTable(
                Comparison.of(model.offerings(), register, texts),
                register,
                texts,
                model.onlyDifferencesProperty().get());
        ClipboardContent content = new ClipboardContent();
        content.putString(table.tsv());
        content.putHtml(table.html());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void fit() {
        if (!empty.get() && above() != shownAbove) {
            show();
        }
    }

    private void show() {
        shownAbove = above();
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.setMinWidth(0);
        List<Offering> offerings = model.offerings();
        empty.set(offerings.size() < 2);
        if (empty.get()) {
            Label none = new Label(texts.get("compare.empty"));
            none.setWrapText(true);
            none.getStyleClass().add("empty");
            Button choose = new Button(texts.get("compare.choose"), Icons.of(Feather.DATABASE));
            choose.setId("choose-offerings");
            choose.setOnAction(e -> register.run());
            grid.add(none, 0, 0);
            grid.add(choose, 0, 1);
            GridPane.setHalignment(choose, HPos.CENTER);
            return;
        }
        model.registerProperty().get().ifPresent(r -> show(offerings, r));
    }

    private void show(List<Offering> offerings, Register register) {
        boolean above = above();
        int first = above ? 0 : 1;
        if (!above) {
            column(LABELS);
        }
        for (Offering o : offerings) {
            column((above ? 100 : 100 - LABELS) / offerings.size());
        }
        grid.setMinWidth(only.getFont().getSize() * LEAST * (offerings.size() + first));
        Region behind = new Region();
        behind.getStyleClass().add("compare-names");
        grid.add(behind, 0, 0, offerings.size() + first, 1);
        stays(behind);
        for (int i = 0; i < offerings.size(); i++) {
            Node title = title(offerings.get(i));
            grid.add(title, first + i, 0);
            stays(title);
        }
        FactTexts says = new FactTexts(texts, register);
        int row = 1;
        for (Comparison.Row r : Comparison.of(offerings, register, texts)
                .rows(model.onlyDifferencesProperty().get())) {
            grid.add(label(r, above), 0, row, above ? offerings.size() : 1, 1);
            row += above ? 1 : 0;
            int column = first;
            for (List<Comparison.Entry> cell : r.cells()) {
                grid.add(cell(cell, says, register, r.differs()), column++, row);
            }
            row++;
        }
    }

    /** Whether the rows' names stand above what they name, as there is no room for a column of their own. */
    private boolean above() {
        return scroll.getWidth() > 0
                && scroll.getWidth() * (100 - LABELS) / 100
                        < only.getFont().getSize() * NARROW * model.offerings().size();
    }

    /** The offerings' names stay in sight while the rows are scrolled through. */
    private void stays(Node name) {
        name.setViewOrder(-1);
        name.translateYProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(
                                0,
                                scroll.getVvalue()
                                        * (grid.getHeight()
                                                - scroll.getViewportBounds().getHeight())),
                        scroll.vvalueProperty(),
                        grid.heightProperty(),
                        scroll.viewportBoundsProperty()));
    }

    private void column(double percent) {
        ColumnConstraints constraints = new ColumnConstraints();
        constraints.setPercentWidth(percent);
        grid.getColumnConstraints().add(constraints);
    }

    private Node title(Offering o) {
        Label name = new Label(o.name());
        name.setWrapText(true);
        name.getStyleClass().add("compare-name");
        Button remove = new Button("", Icons.of(Feather.X));
        remove.getStyleClass().addAll("flat", "small");
        remove.setAccessibleText(texts.get("compare.remove", o.name()));
        remove.setTooltip(new Tooltip(texts.get("compare.remove", o.name())));
        remove.setOnAction(e -> model.remove(o.id()));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(name, remove);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("compare-cell", "compare-names");
        return box;
    }

    private Node label(Comparison.Row row, boolean above) {
        Label label = new Label(row.label());
        label.setWrapText(true);
        label.getStyleClass().add("layer-head");
        Label differs = new Label(
                row.differs()
                        ? "≠ " + texts.get("compare.yes")
                        : row.silent() ? "? " + texts.get("compare.silent") : "= " + texts.get("compare.no"));
        differs.setWrapText(true);
        differs.setMinHeight(Region.USE_PREF_SIZE);
        differs.getStyleClass().add(row.differs() ? "differs" : "muted");
        Pane box = above ? new HBox(label, differs) : new VBox(label, differs);
        box.getStyleClass().add("compare-cell");
        return box;
    }

    private Node cell(List<Comparison.Entry> entries, FactTexts says, Register register, boolean differs) {
        VBox box = new VBox();
        box.getStyleClass().addAll("compare-cell", differs ? "differing" : "same");
        for (Comparison.Entry entry : entries) {
            Label text = new Label(entry.text());
            text.setWrapText(true);
            if (!entry.style().isEmpty()) {
                text.getStyleClass().add(entry.style());
            }
            box.getChildren().add(text);
            TextFlow cites = new TextFlow();
            cites.getStyleClass().add("cites");
            entry.citations().forEach(c -> {
                if (!cites.getChildren().isEmpty()) {
                    cites.getChildren().add(new Text("  "));
                }
                cites.getChildren().add(cite(c, says, register));
            });
            if (!entry.citations().isEmpty()) {
                box.getChildren().add(cites);
            }
        }
        return box;
    }

    private Node cite(Citation citation, FactTexts says, Register register) {
        String url = register.source(citation.source()).map(s -> s.url()).orElse("");
        if (url.isEmpty()) {
            // a text and not a label: it goes on in the next line where a column is narrow
            Text text = new Text(says.source(citation));
            text.getStyleClass().add("muted-text");
            return text;
        }
        Hyperlink link = new Hyperlink(says.source(citation));
        link.setTooltip(new Tooltip(says.cited(citation)));
        link.setAccessibleText(says.cited(citation));
        link.setOnAction(e -> openLink.accept(url));
        return link;
    }
}
