package domicile.desktop.maintenance;

import domicile.desktop.kit.BackupOnClose;
import domicile.desktop.kit.FileDrop;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.problem.Message;
import domicile.register.AutomaticBackups;
import domicile.register.Change;
import domicile.register.EvidenceLocker;
import domicile.residency.Offering;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The audit trail with its check, the documents, and the backup. */
final class TrailView {
    private static final int SHOWN = 200;

    private final TrailViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final LocalDate today;
    private final BackupOnClose closing;
    private final OfflineCopyView offline;
    private final VBox changes = new VBox();
    private final VBox documents = new VBox();
    private final ComboBox<String> offering = new ComboBox<>();
    private final Map<String, String> names = new HashMap<>();
    private final ScrollPane root;

    TrailView(
            TrailViewModel model,
            Texts texts,
            FilePicker picker,
            LocalDate today,
            BackupOnClose closing,
            OfflineCopyView offline) {
        this.model = model;
        this.texts = texts;
        this.picker = picker;
        this.today = today;
        this.closing = closing;
        this.offline = offline;
        VBox all = new VBox(check(), documentsHead(), documents, title("trail.title"), changes);
        all.getStyleClass().add("detail");
        root = Ui.scroll(all);
        documents.setId("documents");
        changes.setId("changes");
        changes.getStyleClass().add("trail");
        model.changesProperty().subscribe(this::show);
        model.documentsProperty().subscribe(this::showDocuments);
        model.offeringsProperty().subscribe(all2 -> {
            @Nullable String chosen = offering.getValue();
            all2.forEach(o -> names.put(o.id(), o.name()));
            offering.getItems().setAll(all2.stream().map(Offering::id).toList());
            offering.setValue(chosen);
        });
        FileDrop.on(root, () -> offering.getValue() != null, files -> model.add(files, offering.getValue()));
    }

    Node node() {
        return root;
    }

    private Label title(String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("section-head");
        return title;
    }

    private Node check() {
        Button check = new Button(texts.get("check.now"), Icons.of(Feather.SHIELD));
        check.setId("check");
        check.getStyleClass().add("accent");
        check.setOnAction(e -> model.check());
        Button backup = new Button(texts.get("backup.now"), Icons.of(Feather.SAVE));
        backup.setId("backup");
        backup.setOnAction(e -> backUp());
        Label backedUp = new Label();
        backedUp.setWrapText(true);
        backedUp.managedProperty().bind(backedUp.textProperty().isNotEmpty());
        model.backedUpProperty()
                .subscribe(file -> backedUp.setText(
                        file.map(f -> texts.get("backup.done", f.toString())).orElse("")));
        Node buttons = Lines.of(Pos.CENTER_LEFT, "maintenance-buttons", check, backup);
        VBox found = new VBox();
        found.setId("check-result");
        model.problemsProperty()
                .subscribe(problems ->
                        found.getChildren().setAll(problems.map(this::result).orElse(List.of())));
        CheckBox onClose = new CheckBox(texts.get("backup.closing", AutomaticBackups.MOST, AutomaticBackups.DAYS));
        onClose.setId("backup-on-close");
        onClose.setWrapText(true);
        onClose.setSelected(closing.wanted());
        onClose.selectedProperty().subscribe((was, now) -> closing.want(now));
        VBox box = new VBox(title("check.title"), buttons, backedUp, onClose, found, offline.node());
        model.notBackedUp().ifPresent(why -> {
            for (Control control : List.of(backup, onClose)) {
                control.setDisable(true);
                control.setAccessibleHelp(why);
            }
            // a control that is disabled shows no tip, and takes no focus by which it could be read
            Label said = Ui.muted(why);
            said.setId("not-backed-up");
            box.getChildren().add(box.getChildren().indexOf(onClose), said);
        });
        box.getStyleClass().add("fact");
        return box;
    }

    /** Asks where to, and writes a backup there. */
    void backUp() {
        picker.save("domicile-" + today + ".zip", root).ifPresent(model::backUp);
    }

    private List<Node> result(List<Message> problems) {
        if (problems.isEmpty()) {
            return List.of(Lines.text("✓ " + texts.get("check.sound"), "mark-good"));
        }
        return problems.stream()
                .<Node>map(p -> {
                    Label problem = new Label("✗ " + p.in(texts.locale()));
                    problem.setWrapText(true);
                    problem.getStyleClass().add("mark-bad");
                    return problem;
                })
                .toList();
    }

    private Node documentsHead() {
        offering.setPromptText(texts.get("documents.offering"));
        offering.setAccessibleText(texts.get("documents.offering"));
        offering.setConverter(OfferingName.of(names));
        offering.setId("document-offering");
        Button add = new Button(texts.get("documents.add"), Icons.of(Feather.PAPERCLIP));
        add.setId("add-document");
        add.setMinWidth(Region.USE_PREF_SIZE);
        offering.setMinWidth(Region.USE_PREF_SIZE);
        add.disableProperty().bind(offering.valueProperty().isNull());
        add.setOnAction(e -> picker.open(root).ifPresent(f -> model.add(List.of(f), offering.getValue())));
        Label hint = new Label(texts.get("documents.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        Node bar = Lines.of(Pos.CENTER_LEFT, "maintenance-buttons", offering, add);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(title("documents.title"), bar, hint);
    }

    private void showDocuments(List<EvidenceLocker.Kept> kept) {
        documents
                .getChildren()
                .setAll(kept.stream()
                        .<Node>map(k -> {
                            Label line = new Label(texts.pair(names.getOrDefault(k.offering(), k.offering()), k.name())
                                    + (k.question().isEmpty()
                                            ? ""
                                            : "  · " + texts.get("documents.question", k.question()))
                                    + "  ("
                                    + texts.get("documents.size", Math.ceilDiv(k.bytes(), 1024)) + ", " + k.who() + ", "
                                    + texts.day(LocalDate.ofInstant(k.addedAt(), ZoneOffset.UTC)) + ")");
                            line.setWrapText(true);
                            Label hash = new Label("SHA-256 " + k.sha256());
                            hash.getStyleClass().add("muted");
                            hash.setWrapText(true);
                            VBox box = new VBox(line, hash);
                            box.getStyleClass().add("fact");
                            return box;
                        })
                        .toList());
    }

    private void show(List<Change> all) {
        changes.getChildren()
                .setAll(all.stream()
                        .limit(SHOWN)
                        .map(c -> change(c, c.equals(all.getLast())))
                        .toList());
    }

    private Node change(Change c, boolean first) {
        Label what =
                Lines.text(texts.get("trail.change", c.number(), c.parts(), texts.day(c.validFrom())), "layer-head");
        Button copy = new Button(texts.get("trail.copy"));
        copy.getStyleClass().addAll("flat", "small");
        copy.setAccessibleText(texts.get("trail.copy") + " " + c.number());
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(c.hash());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button undo = new Button(texts.get("undo.button"));
        undo.getStyleClass().addAll("flat", "small");
        undo.setAccessibleText(texts.get("undo.button") + " " + c.number());
        // The register's first content cannot be taken back: nothing would be left.
        undo.setVisible(!first);
        undo.setOnAction(e -> model.undo(c, texts.get("undo.why")));
        Node top = Lines.of(Pos.CENTER_LEFT, "difference-head", what, copy, undo);
        Label by = new Label(RegisterLabels.by(c, texts));
        by.setWrapText(true);
        Label hash = Lines.text(c.hash(), "muted");
        VBox box = new VBox(top, by, hash);
        box.getStyleClass().add("difference");
        return box;
    }
}
