package domicile.desktop.maintenance;

import domicile.desktop.kit.Icons;
import domicile.desktop.kit.PageRequests;
import domicile.desktop.kit.Texts;
import domicile.register.RegisterKey;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Placement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** An offering's facts as of a day, beside every version of the one that is selected; from here a fact is changed. */
final class HistoryView {
    private final HistoryViewModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final TableView<Fact<?>> table = new TableView<>();
    private final VBox versions = new VBox();
    private final EditViewModel edits;
    private final EditPane side;
    private final ComboBox<String> offerings = new ComboBox<>();
    private final Map<String, String> names = new HashMap<>();

    HistoryView(HistoryViewModel model, EditViewModel edits, Texts texts) {
        this.model = model;
        this.edits = edits;
        this.texts = texts;
        Node head = head();
        root.setTop(head);
        versions.setId("versions");
        versions.getStyleClass().add("detail");
        Node foot = foot();
        side = new EditPane(edits, texts, versions, table, List.of(head, foot), this::refresh);
        SplitPane split = new SplitPane(table(), side.node());
        side.in(split);
        split.setDividerPositions(EditPane.SHARE);
        root.setCenter(split);
        root.setBottom(foot);
        model.shownProperty().subscribe(this::show);
        refresh();
    }

    /** Looks again; what is chosen, and a form that is open, stay. */
    void refresh() {
        side.refresh();
        model.offerings(all -> {
            List<String> ids = all.stream().map(Offering::id).toList();
            all.forEach(o -> names.put(o.id(), o.name()));
            if (!offerings.getItems().equals(ids)) {
                @Nullable String chosen = offerings.getValue();
                offerings.getItems().setAll(ids);
                if (chosen != null && ids.contains(chosen)) {
                    offerings.setValue(chosen);
                } else {
                    offerings.getSelectionModel().selectFirst();
                }
            }
        });
        model.refresh();
    }

    Node node() {
        return root;
    }

    /** Shows another offering. */
    void choose(String offering) {
        offerings.setValue(offering);
    }

    /** Opens a new fact, unless one is half-written. */
    void begin(PageRequests.Begun begun) {
        if (!side.editing()) {
            edits.begin(begun, side::open);
        }
    }

    private Node head() {
        offerings.setId("history-offering");
        offerings.setAccessibleText(texts.get("history.offering"));
        offerings.setConverter(OfferingName.of(names));
        offerings.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                model.show(is);
            }
        });
        DatePicker valid = new DatePicker(model.validOn());
        valid.setId("valid-on");
        DatePicker known = new DatePicker();
        known.setId("known-on");
        known.setPromptText(texts.get("history.now"));
        Runnable choose = () -> model.at(
                Optional.<LocalDate>ofNullable(valid.getValue()).orElse(model.validOn()),
                Optional.ofNullable(known.getValue()));
        valid.valueProperty().subscribe((was, is) -> choose.run());
        known.valueProperty().subscribe((was, is) -> choose.run());
        Label asOf = new Label(texts.get("history.validOn"));
        asOf.setLabelFor(valid);
        Label asKnown = new Label(texts.get("history.knownOn"));
        asKnown.setLabelFor(known);
        Node head = Lines.of(Pos.CENTER_LEFT, "maintenance-head", offerings, pair(asOf, valid), pair(asKnown, known));
        return head;
    }

    private static Node pair(Label name, Node field) {
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox pair = new HBox(name, field);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.getStyleClass().add("bar");
        return pair;
    }

    private Node table() {
        table.setId("history-facts");
        table.setAccessibleText(texts.get("tab.history"));
        Columns<Fact<?>> columns = new Columns<Fact<?>>(table)
                .add(texts.get("fresh.column.fact"), 9, f -> RegisterLabels.name(f, texts))
                .add(texts.get("fresh.column.says"), 12, Fact::text)
                .add(
                        texts.get("history.column.read"),
                        9,
                        f -> f.citations().stream()
                                .map(c -> "[" + c.source() + "] " + texts.day(c.read()))
                                .collect(Collectors.joining(", ")));
        table.setPlaceholder(new Label(texts.get("history.empty")));
        table.getSelectionModel().selectedItemProperty().subscribe((was, is) -> showVersions());
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                edit();
                e.consume();
            }
        });
        return columns.framed();
    }

    private Node foot() {
        Button edit = new Button(texts.get("history.edit"), Icons.of(Feather.EDIT_2));
        edit.setId("edit-fact");
        edit.setOnAction(e -> edit());
        edit.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        Button add = new Button(texts.get("history.add"), Icons.of(Feather.PLUS));
        add.setId("add-fact");
        add.setOnAction(e -> add(EditableKind.of(Placement.FACT_KIND)));
        return Lines.of(Pos.CENTER_RIGHT, "maintenance-foot", more(), add, edit);
    }

    private void show(Optional<HistoryViewModel.Shown> shown) {
        String chosen = Optional.<Fact<?>>ofNullable(table.getSelectionModel().getSelectedItem())
                .map(Fact::id)
                .orElse("");
        int at = Math.max(0, table.getSelectionModel().getSelectedIndex());
        List<Fact<?>> facts = shown.flatMap(HistoryViewModel.Shown::offering)
                .map(Offering::facts)
                .orElse(List.of());
        table.getItems().setAll(facts);
        if (!facts.isEmpty()) {
            int same = facts.stream().map(Fact::id).toList().indexOf(chosen);
            table.getSelectionModel().clearAndSelect(same >= 0 ? same : Math.min(at, facts.size() - 1));
        }
        showVersions();
    }

    private void showVersions() {
        @Nullable Fact<?> fact = table.getSelectionModel().getSelectedItem();
        Optional<HistoryViewModel.Shown> shown = model.shownProperty().get();
        versions.getChildren().clear();
        if (fact == null || shown.isEmpty()) {
            return;
        }
        versions.getChildren().add(Lines.text(texts.get("history.versions"), "pane-title"));
        shown.get().of(fact).reversed().forEach(v -> versions.getChildren().add(RegisterLabels.version(v, texts)));
    }

    private void edit() {
        @Nullable Fact<?> fact = table.getSelectionModel().getSelectedItem();
        if (fact != null) {
            model.offering().ifPresent(id -> edits.change(RegisterKey.fact(id, fact.id()), side::open));
        }
    }

    private void add(EditableKind shape) {
        edits.add(
                shape, shape.kind() == RegisterKey.Kind.FACT ? model.offering().orElse("") : "", side::open);
    }

    /** What else is changed from here: the offering itself, and who sells it. */
    private MenuButton more() {
        MenuButton more = new MenuButton(texts.get("history.more"));
        more.setId("history-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.getItems()
                .addAll(
                        item(
                                "history.offering.change",
                                () -> model.offering()
                                        .ifPresent(id -> edits.change(RegisterKey.offering(id), side::open))),
                        item(
                                "history.provider.change",
                                () -> model.shownProperty()
                                        .get()
                                        .flatMap(HistoryViewModel.Shown::offering)
                                        .ifPresent(o -> edits.change(
                                                new RegisterKey(RegisterKey.Kind.PROVIDER, "", o.provider()),
                                                side::open))),
                        item("add.offering", () -> add(EditableKind.OFFERING)),
                        item("add.provider", () -> add(EditableKind.PROVIDER)));
        return more;
    }

    private MenuItem item(String key, Runnable does) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> does.run());
        return item;
    }
}
