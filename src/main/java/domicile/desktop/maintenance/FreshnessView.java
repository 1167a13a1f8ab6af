package domicile.desktop.maintenance;

import domicile.assessment.FactDependency;
import domicile.assessment.Freshness;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.residency.Source;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The queue of facts to be read again: Enter says that the page was read today and says the same. */
final class FreshnessView {
    private static final int MOST_DAYS = 3_650;

    private final FreshnessViewModel model;
    private final Texts texts;
    private final Consumer<String> openLink;
    private final Notices notices;
    private final TableView<FactDependency.Due> table = new TableView<>();
    private final Spinner<Integer> days = new Spinner<>(0, MOST_DAYS, Freshness.DEFAULT.maxAgeDays(), 30);
    private final BorderPane root = new BorderPane();
    private Runnable takeBack = () -> {};

    /**
     * @param openLink opens a web page
     * @param notices keep what can be taken back
     */
    FreshnessView(FreshnessViewModel model, Texts texts, Consumer<String> openLink, Notices notices) {
        this.model = model;
        this.texts = texts;
        this.openLink = openLink;
        this.notices = notices;
        root.setTop(head());
        root.setCenter(table());
        root.setBottom(foot());
        model.dueProperty().subscribe(this::show);
    }

    Node node() {
        return root;
    }

    private Node head() {
        Label count = new Label();
        count.setId("due-count");
        count.getStyleClass().add("pane-title");
        model.dueProperty().subscribe(due -> count.setText(texts.get("fresh.count", due.size())));
        days.setEditable(true);
        days.setId("max-age");
        days.getEditor().setAccessibleText(texts.get("fresh.older"));
        days.valueProperty().subscribe((was, is) -> model.olderThan(is));
        Label older = new Label(texts.get("fresh.older"));
        older.setLabelFor(days);
        HBox limit = new HBox(older, days);
        older.setMinWidth(Region.USE_PREF_SIZE);
        limit.setAlignment(Pos.CENTER_LEFT);
        limit.getStyleClass().add("bar");
        Node head = Lines.of(Pos.CENTER_LEFT, "maintenance-head", count, limit);
        return head;
    }

    private Node table() {
        table.setId("due");
        table.setAccessibleText(texts.get("tab.due"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Columns<FactDependency.Due> columns = new Columns<>(table)
                .add(texts.get("fresh.column.offering"), 8, model::offering)
                .add(texts.get("fresh.column.fact"), 10.5, d -> RegisterLabels.name(d.fact(), texts))
                .add(texts.get("fresh.column.says"), 13, d -> d.fact().text())
                .add(texts.get("fresh.column.age"), 4.5, FactDependency.Due::ageDays)
                .add(texts.get("fresh.column.leaning"), 7.5, FactDependency.Due::assessments)
                .add(texts.get("fresh.column.page"), 12, d -> pages(model.sources(d)));
        Label empty = new Label(texts.get("fresh.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("empty");
        table.setPlaceholder(empty);
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                confirm();
                e.consume();
            }
        });
        return columns.framed();
    }

    private static String pages(List<Source> sources) {
        return sources.stream()
                .map(s -> "[" + s.number() + "] " + s.publisher() + ": " + s.title())
                .collect(Collectors.joining("; "));
    }

    private Node foot() {
        Button open = new Button(texts.get("fresh.open"), Icons.of(Feather.EXTERNAL_LINK));
        open.setId("open-page");
        open.setOnAction(e -> selected()
                .forEach(d -> model.sources(d).stream()
                        .map(Source::url)
                        .filter(u -> !u.isEmpty())
                        .forEach(openLink)));
        Button confirm = new Button(texts.get("fresh.confirm"), Icons.of(Feather.CHECK));
        confirm.setId("confirm");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(e -> confirm());
        table.getSelectionModel().selectedItemProperty().subscribe(d -> {
            confirm.setDisable(d == null);
            open.setDisable(
                    d == null || model.sources(d).stream().allMatch(s -> s.url().isEmpty()));
        });
        Label done = new Label();
        done.setId("confirmed");
        Button undo = new Button(texts.get("undo.button"), Icons.of(Feather.ROTATE_CCW));
        undo.setId("undo-confirm");
        undo.getStyleClass().add("flat");
        undo.setOnAction(e -> takeBack.run());
        model.confirmedProperty().subscribe(last -> {
            last.ifPresent(c -> takeBack = notices.keep(() -> model.undo(c, texts.get("undo.why"))));
            undo.setVisible(last.isPresent());
            done.setText(last.map(c -> texts.get(
                            "fresh.confirmed",
                            c.facts().size(),
                            model.offering(c.facts().getFirst().offering()) + ", "
                                    + RegisterLabels.name(c.facts().getFirst(), texts)))
                    .orElse(""));
        });
        undo.managedProperty().bind(undo.visibleProperty());
        done.managedProperty().bind(done.textProperty().isNotEmpty());
        Node foot = Lines.of(Pos.CENTER_RIGHT, "maintenance-foot", done, undo, open, confirm);
        return foot;
    }

    private List<FactDependency.Due> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private void confirm() {
        model.confirm(selected());
    }

    /** The next fact comes to where the confirmed one was, so that one key after the other works the queue down. */
    private void show(List<FactDependency.Due> due) {
        int at = Math.max(0, table.getSelectionModel().getSelectedIndex());
        table.getItems().setAll(due);
        if (!due.isEmpty()) {
            table.getSelectionModel().clearAndSelect(Math.min(at, due.size() - 1));
            if (!days.isFocusWithin()) {
                table.requestFocus();
            }
        }
    }
}
