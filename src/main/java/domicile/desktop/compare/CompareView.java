package domicile.desktop.compare;

import domicile.desktop.Styles;
import domicile.desktop.Texts;
import domicile.desktop.register.FactTexts;
import domicile.residency.Citation;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.List;
import java.util.function.Consumer;
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
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two to four offerings in columns; rows in which they differ say so by a symbol and a word. */
public final class CompareView {
    private static final double LABELS = 22;

    private final CompareViewModel model;
    private final Texts texts;
    private final Consumer<String> openLink;
    private final BorderPane root = new BorderPane();
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Runnable register;
    private final BooleanProperty empty = new SimpleBooleanProperty();

    /**
     * @param openLink opens a web page
     * @param register goes to where offerings are chosen
     */
    public CompareView(CompareViewModel model, Texts texts, Consumer<String> openLink, Runnable register) {
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
        model.onlyDifferencesProperty().subscribe(only -> show());
    }

    /** The screen. */
    public Node node() {
        return root;
    }

    private Node head() {
        Label title = new Label(texts.get("compare.title"));
        title.getStyleClass().add("detail-title");
        CheckBox only = new CheckBox(texts.get("compare.only"));
        only.setId("only-differences");
        only.selectedProperty().bindBidirectional(model.onlyDifferencesProperty());
        Button copy = new Button(texts.get("compare.copy"), new FontIcon(Feather.COPY));
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

    private void show() {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        List<Offering> offerings = model.offerings();
        empty.set(offerings.size() < 2);
        if (empty.get()) {
            Label none = new Label(texts.get("compare.empty"));
            none.setWrapText(true);
            none.getStyleClass().add("empty");
            Button choose = new Button(texts.get("compare.choose"), new FontIcon(Feather.DATABASE));
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
        column(LABELS);
        int column = 1;
        for (Offering o : offerings) {
            column((100 - LABELS) / offerings.size());
            grid.add(title(o), column++, 0);
        }
        FactTexts says = new FactTexts(texts, register);
        int row = 1;
        for (Comparison.Row r : Comparison.of(offerings, register, texts)
                .rows(model.onlyDifferencesProperty().get())) {
            grid.add(label(r), 0, row);
            column = 1;
            for (List<Comparison.Entry> cell : r.cells()) {
                grid.add(cell(cell, says, register, r.differs()), column++, row);
            }
            row++;
        }
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
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().addAll("flat", "small");
        remove.setAccessibleText(texts.get("compare.remove", o.name()));
        remove.setTooltip(new Tooltip(texts.get("compare.remove", o.name())));
        remove.setOnAction(e -> model.remove(o.id()));
        FlowPane box = new FlowPane(name, remove);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("compare-cell");
        return box;
    }

    private Node label(Comparison.Row row) {
        Label label = new Label(row.label());
        label.setWrapText(true);
        label.getStyleClass().add("layer-head");
        Label differs = new Label(
                row.differs()
                        ? "≠ " + texts.get("compare.yes")
                        : row.silent() ? "? " + texts.get("compare.silent") : "= " + texts.get("compare.no"));
        differs.getStyleClass().add(row.differs() ? "differs" : "muted");
        VBox box = new VBox(label, differs);
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
            FlowPane cites = new FlowPane();
            cites.getStyleClass().add("cites");
            entry.citations().forEach(c -> cites.getChildren().add(cite(c, says, register)));
            if (!entry.citations().isEmpty()) {
                box.getChildren().add(cites);
            }
        }
        return box;
    }

    private Node cite(Citation citation, FactTexts says, Register register) {
        String url = register.source(citation.source()).map(s -> s.url()).orElse("");
        if (url.isEmpty()) {
            Label label = new Label(says.source(citation));
            label.getStyleClass().add("muted");
            return label;
        }
        Hyperlink link = new Hyperlink(says.source(citation));
        link.setTooltip(new Tooltip(says.cited(citation)));
        link.setAccessibleText(says.cited(citation));
        link.setOnAction(e -> openLink.accept(url));
        return link;
    }
}
