package domicile.desktop.maintenance;

import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Texts;
import domicile.register.RegisterKey;
import domicile.register.Version;
import domicile.residency.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The pages that facts are read from, beside every version of the one that is selected; from here a page is added or
 * changed.
 */
final class SourcesView {
    private final SourcesViewModel model;
    private final EditViewModel edits;
    private final Texts texts;
    private final TableView<Source> table = new TableView<>();
    private final VBox versions = new VBox();
    private final EditPane side;
    private final BorderPane root = new BorderPane();
    private SourcesViewModel.Shown shown = new SourcesViewModel.Shown(List.of(), Map.of());

    SourcesView(SourcesViewModel model, EditViewModel edits, Texts texts) {
        this.model = model;
        this.edits = edits;
        this.texts = texts;
        versions.setId("source-versions");
        versions.getStyleClass().add("detail");
        Node foot = foot();
        side = new EditPane(edits, texts, versions, table, List.of(foot), this::refresh);
        SplitPane split = new SplitPane(table(), side.node());
        side.in(split);
        split.setDividerPositions(EditPane.SHARE);
        root.setCenter(split);
        root.setBottom(foot);
    }

    Node node() {
        return root;
    }

    private Node table() {
        table.setId("sources");
        table.setAccessibleText(texts.get("tab.sources"));
        Columns<Source> columns = new Columns<>(table)
                .add(texts.get("field.number"), 4.5, Source::number)
                .add(texts.get("field.publisher"), 8, Source::publisher)
                .add(texts.get("field.title"), 13, Source::title)
                .add(texts.get("field.kind"), 11, s -> texts.of(s.kind()))
                .add(texts.get("sources.cited"), 6, s -> shown.cited(s));
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
        Button add = new Button(texts.get("sources.add"), Icons.of(Feather.PLUS));
        add.setId("add-source");
        add.setOnAction(e -> edits.add(EditableKind.SOURCE, "", this::open));
        Button edit = new Button(texts.get("sources.edit"), Icons.of(Feather.EDIT_2));
        edit.setId("edit-source");
        edit.setOnAction(e -> edit());
        edit.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        return Lines.of(Pos.CENTER_RIGHT, "maintenance-foot", add, edit);
    }

    private void open(EditViewModel.Opened opened) {
        side.open(opened);
    }

    private void edit() {
        @Nullable Source source = table.getSelectionModel().getSelectedItem();
        if (source != null) {
            edits.change(RegisterKey.source(source.number()), this::open);
        }
    }

    /** Looks again; what is chosen, and a form that is open, stay. */
    void refresh() {
        side.refresh();
        model.load(this::show);
    }

    private void show(SourcesViewModel.Shown now) {
        shown = now;
        Optional<Integer> chosen = Optional.<Source>ofNullable(
                        table.getSelectionModel().getSelectedItem())
                .map(Source::number);
        table.getItems().setAll(now.sources());
        table.getItems().stream()
                .filter(s -> chosen.equals(Optional.of(s.number())))
                .findFirst()
                .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::selectFirst);
        table.refresh();
        showVersions();
    }

    private void showVersions() {
        @Nullable Source source = table.getSelectionModel().getSelectedItem();
        if (source == null) {
            versions.getChildren().clear();
            return;
        }
        model.versions(source, found -> {
            if (source.equals(table.getSelectionModel().getSelectedItem())) {
                show(source, found);
            }
        });
    }

    private void show(Source source, List<Version> found) {
        versions.getChildren()
                .setAll(
                        Lines.text("[" + source.number() + "] " + source.title(), "pane-title"),
                        Lines.text(texts.get("history.versions"), "muted"));
        found.reversed().forEach(v -> versions.getChildren().add(RegisterLabels.version(v, texts)));
    }
}
