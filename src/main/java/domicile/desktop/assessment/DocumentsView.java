package domicile.desktop.assessment;

import domicile.desktop.FilePicker;
import domicile.desktop.Notices;
import domicile.desktop.Texts;
import domicile.desktop.register.Names;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The documents that the buyer holds for one offering each: they turn what is conditional into met. */
final class DocumentsView {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final Notices notices;
    private final VBox list = new VBox();
    private final ComboBox<Offering> offering = new ComboBox<>();
    private final ComboBox<Evidence.Kind> kind =
            new ComboBox<>(FXCollections.observableArrayList(Evidence.Kind.values()));
    private final DatePicker date = new DatePicker();
    private final TextField regions;
    private final TextField product;
    private final TextField document;
    private final Label wrong = Ui.text("", "mark-bad");
    private final BorderPane root = new BorderPane();

    DocumentsView(AssessmentViewModel model, Texts texts, CitationLinks links, FilePicker picker, Notices notices) {
        this.model = model;
        this.texts = texts;
        this.picker = picker;
        this.notices = notices;
        this.regions = Ui.field("document-regions", texts.get("documents.regions.prompt"));
        this.product = unprompted("document-product", "documents.product");
        this.document = unprompted("document-file", "documents.file");
        list.setId("documents");
        list.getStyleClass().add("list");
        VBox page = new VBox(
                Ui.text(texts.get("documents.title"), "detail-title"),
                Ui.muted(texts.get("documents.hint")),
                list,
                form());
        page.getStyleClass().add("detail");
        root.setCenter(Ui.scroll(page));
        new Beside(root, page, new EffectPane(model, texts, links).node(), wrong);
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);
        model.answersProperty().subscribe(a -> show(a.evidence()));
    }

    Node node() {
        return root;
    }

    private void show(List<Evidence> documents) {
        list.getChildren().clear();
        if (documents.isEmpty()) {
            list.getChildren().add(Ui.muted(texts.get("documents.none")));
        }
        documents.forEach(d -> list.getChildren().add(row(d)));
    }

    private Node row(Evidence d) {
        String name = d.document().isEmpty() ? texts.of(d.kind()) : d.document();
        List<String> says = new ArrayList<>(List.of(texts.of(d.kind()), texts.day(d.date())));
        if (!d.regions().isEmpty()) {
            says.add(String.join(", ", d.regions().stream().map(this::place).toList()));
        }
        if (!d.product().isEmpty()) {
            says.add(d.product());
        }
        VBox words = new VBox(
                Ui.text(name + " – " + model.offering(d.offering()), "fact-value"), Ui.muted(String.join(" · ", says)));
        if (d.date().isAfter(model.date())) {
            words.getChildren().add(Ui.text(texts.get("documents.later", texts.day(model.date())), "mark-open"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = Ui.button(texts.get("documents.remove"), "remove", () -> remove(d), "flat", "small");
        remove.setAccessibleText(texts.pair(texts.get("documents.remove"), name));
        HBox row = new HBox(words, remove);
        row.getStyleClass().addAll("bar", "row");
        return row;
    }

    private void remove(Evidence d) {
        List<Evidence> before = model.answersProperty().get().evidence();
        model.evidence(before.stream().filter(e -> e != d).toList());
        notices.undoInAssessment(
                texts.get("actions.removed", d.document().isEmpty() ? texts.of(d.kind()) : d.document()),
                () -> model.evidence(before));
    }

    private Node form() {
        offering.setId("document-offering");
        offering.getItems().setAll(model.register().offerings());
        offering.setConverter(converter(Offering::name));
        offering.setMaxWidth(Double.MAX_VALUE);
        kind.setId("document-kind");
        kind.setConverter(converter(texts::of));
        kind.setMaxWidth(Double.MAX_VALUE);
        date.setId("document-date");
        DayConverter.keep(date);
        HBox.setHgrow(document, Priority.ALWAYS);
        HBox file = new HBox(document, Ui.button(texts.get("documents.choose"), "document-choose", this::choose));
        file.getStyleClass().add("bar");
        Button add = Ui.button(texts.get("documents.add"), "document-add", this::add, "accent");
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> offering.getValue() == null
                                || kind.getValue() == null
                                || Ui.day(date).isEmpty(),
                        offering.valueProperty(),
                        kind.valueProperty(),
                        date.getEditor().textProperty()));
        wrong.setId("document-wrong");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        keepDrafts();
        VBox form = new VBox(
                Ui.text(texts.get("documents.new"), "section-head"),
                Ui.labelled(texts.get("documents.file"), document, file),
                Ui.labelled(texts.get("documents.offering"), offering),
                Ui.labelled(texts.get("documents.kind"), kind),
                Ui.labelled(texts.get("documents.date"), date),
                Ui.labelled(texts.get("documents.regions"), regions),
                Ui.labelled(texts.get("documents.product"), product),
                wrong,
                add);
        form.getStyleClass().add("form");
        return form;
    }

    /** Its label stands above it. */
    private TextField unprompted(String id, String key) {
        TextField field = Ui.field(id, texts.get(key));
        field.setPromptText("");
        return field;
    }

    private void keepDrafts() {
        Drafts drafts = new Drafts(model, "document");
        drafts.keep(document);
        drafts.keep(offering, Offering::id);
        drafts.keep(kind, Evidence.Kind::name);
        drafts.keep(date);
        drafts.keep(regions);
        drafts.keep(product);
    }

    private void add() {
        List<String> codes = Stream.of(regions.getText().split("[,;\\s]+"))
                .filter(c -> !c.isEmpty())
                .toList();
        List<String> unknown = codes.stream()
                .filter(c -> model.register().areas().place(c).isEmpty())
                .toList();
        wrong.setText(unknown.isEmpty() ? "" : texts.get("documents.unknownPlace", String.join(", ", unknown)));
        if (!unknown.isEmpty()) {
            regions.requestFocus();
            return;
        }
        List<Place> places = codes.stream()
                .flatMap(c -> model.register().areas().place(c).stream())
                .distinct()
                .toList();
        Ui.day(date).ifPresent(day -> {
            Evidence made = new Evidence(
                    offering.getValue().id(),
                    kind.getValue(),
                    day,
                    places,
                    product.getText().strip(),
                    document.getText().isBlank()
                            ? texts.of(kind.getValue())
                            : document.getText().strip());
            List<Evidence> all = new ArrayList<>(model.answersProperty().get().evidence());
            all.add(made);
            model.evidence(all);
            empty();
        });
    }

    private void empty() {
        regions.clear();
        product.clear();
        document.clear();
        offering.setValue(null);
        kind.setValue(null);
        date.setValue(null);
        date.getEditor().clear();
        document.requestFocus();
    }

    private void choose() {
        picker.open(root).ifPresent(this::name);
    }

    private void name(Path file) {
        document.setText(String.valueOf(file.getFileName()));
    }

    private void dragged(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
        }
        e.consume();
    }

    private void dropped(DragEvent e) {
        e.getDragboard().getFiles().stream().findFirst().ifPresent(f -> name(f.toPath()));
        e.setDropCompleted(e.getDragboard().hasFiles());
        e.consume();
    }

    private String place(Place place) {
        return Names.place(place, model.register().areas(), texts.locale());
    }

    private static <T> StringConverter<T> converter(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@org.jspecify.annotations.Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public @org.jspecify.annotations.Nullable T fromString(String text) {
                return null;
            }
        };
    }
}
