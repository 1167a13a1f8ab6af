package domicile.desktop.maintenance;

import domicile.desktop.kit.ChoiceWords;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Texts;
import domicile.register.Difference;
import domicile.register.Difference.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A pack before it is taken: its differences by offering, a choice for each, and the assessments that would change. */
final class ImportView {
    private final ImportViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final BorderPane root = new BorderPane();
    private final ListView<Row> list = new ListView<>();

    /** A line of the list. */
    private sealed interface Row {
        record Head(String offering, int count) implements Row {}

        record One(Difference difference) implements Row {}
    }

    ImportView(ImportViewModel model, Texts texts, FilePicker picker) {
        this.model = model;
        this.texts = texts;
        this.picker = picker;
        list.setId("differences");
        list.setCellFactory(l -> new Cell());
        list.getStyleClass().add("differences");
        model.openedProperty().subscribe(this::show);
        model.takenProperty().subscribe(count -> {
            if (count.isPresent()) {
                root.setCenter(start(texts.get("import.done", count.get())));
            }
        });
    }

    Node node() {
        return root;
    }

    private void show(Optional<ImportViewModel.Opened> opened) {
        if (opened.isEmpty()) {
            root.setTop(new Region());
            root.setBottom(new Region());
            root.setCenter(start(texts.get("import.start")));
            return;
        }
        ImportViewModel.Opened pack = opened.get();
        if (pack.differences().isEmpty()) {
            root.setTop(new Region());
            root.setBottom(new Region());
            root.setCenter(start(texts.get("import.same", pack.pack().name())));
            return;
        }
        TreeMap<String, List<Difference>> groups = new TreeMap<>();
        pack.differences()
                .forEach(d -> groups.computeIfAbsent(d.part().about(), a -> new ArrayList<>())
                        .add(d));
        List<Row> rows = new ArrayList<>();
        groups.forEach((offering, differences) -> {
            rows.add(new Row.Head(offering, differences.size()));
            differences.stream()
                    .sorted(java.util.Comparator.comparing(Difference::kind))
                    .forEach(d -> rows.add(new Row.One(d)));
        });
        list.getItems().setAll(rows);
        SplitPane split = new SplitPane(
                list,
                new ImpactView(model.effectProperty().map(e -> e.map(ImportViewModel.Effect::impacts)), texts).node());
        split.setDividerPositions(0.62);
        root.setTop(head(pack));
        root.setCenter(split);
        root.setBottom(foot());
    }

    private Node start(String text) {
        Label said = new Label(text);
        said.setWrapText(true);
        said.setId("import-said");
        Button choose = chooser();
        Button export = new Button(texts.get("import.export"), Icons.of(Feather.UPLOAD));
        export.setId("export-pack");
        export.setOnAction(e -> export());
        Label exported = new Label();
        exported.setId("exported-pack");
        exported.setWrapText(true);
        exported.getStyleClass().add("muted");
        model.exportedProperty()
                .subscribe(to -> exported.setText(
                        to.map(f -> texts.get("backup.done", f.toString())).orElse(texts.get("import.export.hint"))));
        VBox box = new VBox(said, choose, export, exported);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().addAll("empty", "start");
        return box;
    }

    private Button chooser() {
        Button choose = new Button(texts.get("import.choose"), Icons.of(Feather.FOLDER));
        choose.setId("choose-pack");
        choose.getStyleClass().add("accent");
        choose.setOnAction(e -> choose());
        return choose;
    }

    /** Asks for a pack's folder, and opens it. */
    void choose() {
        picker.folder(root).ifPresent(model::open);
    }

    /** Asks for a folder, and writes the register there. */
    void export() {
        picker.folder(root).ifPresent(model::export);
    }

    private Node head(ImportViewModel.Opened pack) {
        Label name = Lines.text(pack.pack().name(), "pane-title");
        Label more = Lines.text(
                texts.get(
                        "import.head",
                        pack.differences().size(),
                        texts.day(pack.pack().published()),
                        pack.unnamed()),
                "muted");
        Button all = new Button(texts.get("import.all"));
        all.setId("take-all");
        all.setOnAction(e -> model.chooseAll(true));
        Button none = new Button(texts.get("import.none"));
        none.setId("take-none");
        none.setOnAction(e -> model.chooseAll(false));
        VBox head = new VBox(new VBox(name, more), Lines.of(Pos.CENTER_LEFT, "maintenance-buttons", all, none));
        head.getStyleClass().addAll("bar", "maintenance-head");
        return head;
    }

    private Node foot() {
        TextField why = new TextField();
        why.setId("import-why");
        why.setPromptText(texts.get("import.why"));
        why.setAccessibleText(texts.get("import.why"));
        HBox.setHgrow(why, Priority.ALWAYS);
        Button accept = new Button(texts.get("import.accept", 0), Icons.of(Feather.DOWNLOAD));
        accept.setId("accept-pack");
        accept.getStyleClass().add("accent");
        accept.setOnAction(e -> model.accept(why.getText()));
        model.effectProperty().subscribe(effect -> {
            int parts = effect.map(f -> f.parts().size()).orElse(0);
            accept.setText(texts.get("import.accept", parts));
            accept.setDisable(parts == 0);
        });
        Button cancel = new Button(texts.get("import.other"));
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(e -> picker.folder(root).ifPresent(model::open));
        accept.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(why, cancel, accept);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("bar", "maintenance-foot");
        return foot;
    }

    private final class Cell extends ListCell<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setPrefWidth(0);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            setGraphic(
                    switch (row) {
                        case Row.Head head -> head(head);
                        case Row.One one -> one(one.difference());
                    });
        }

        private Node head(Row.Head head) {
            Label name = new Label((head.offering().isEmpty() ? texts.get("import.noOffering") : head.offering())
                    + "  (" + head.count() + ")");
            name.getStyleClass().add("section-head");
            return name;
        }

        private Node one(Difference d) {
            Label what = new Label(RegisterLabels.name(d.part(), texts));
            what.getStyleClass().add("layer-head");
            what.setWrapText(true);
            ChoiceBox<Choice> choice = new ChoiceBox<>();
            choice.getItems().setAll(ImportViewModel.possible(d));
            choice.setConverter(new ChoiceWords<>(this::name));
            choice.setValue(model.choice(d));
            choice.setAccessibleText(d.part().text());
            choice.getStyleClass().add("choice");
            choice.setMinWidth(Region.USE_PREF_SIZE);
            choice.valueProperty().subscribe((was, is) -> model.choose(d, is));
            Label kind = RegisterLabels.label(RegisterLabels.mark(d.kind(), texts));
            kind.setMinWidth(Region.USE_PREF_SIZE);
            what.setMinHeight(Region.USE_PREF_SIZE);
            HBox named = new HBox(kind, what);
            named.getStyleClass().add("bar");
            Node top = Lines.of(Pos.CENTER_LEFT, "difference-head", choice, named);
            VBox all = new VBox(top, RegisterLabels.fields(d.before(), d.after(), d.fields(), texts));
            all.getStyleClass().add("difference");
            return all;
        }

        private String name(Choice choice) {
            return switch (choice) {
                case TAKE -> texts.get("choice.take");
                case KEEP_BOTH -> texts.get("choice.both");
                case LEAVE -> texts.get("choice.leave");
            };
        }
    }
}
