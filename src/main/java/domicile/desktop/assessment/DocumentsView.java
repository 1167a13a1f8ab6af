package domicile.desktop.assessment;

import domicile.desktop.FilePicker;
import domicile.desktop.Texts;
import domicile.desktop.register.Names;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Place;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final VBox list = new VBox();
    private final ComboBox<Offering> offering = new ComboBox<>();
    private final ComboBox<Evidence.Kind> kind =
            new ComboBox<>(FXCollections.observableArrayList(Evidence.Kind.values()));
    private final DatePicker date = new DatePicker();
    private final TextField regions = new TextField();
    private final TextField product = new TextField();
    private final TextField document = new TextField();
    private final Label wrong = Ui.text("", "mark-bad");
    private final BorderPane root = new BorderPane();

    DocumentsView(AssessmentViewModel model, Texts texts, CitationLinks links, FilePicker picker) {
        this.model = model;
        this.texts = texts;
        this.picker = picker;
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
        remove.setAccessibleText(texts.get("documents.remove") + ": " + name);
        HBox row = new HBox(words, remove);
        row.getStyleClass().addAll("bar", "row");
        return row;
    }

    /** Takes a document away; it can be put back until the next one goes. */
    private void remove(Evidence d) {
        List<Evidence> before = model.answersProperty().get().evidence();
        model.evidence(before.stream().filter(e -> e != d).toList());
        HBox undo = new HBox(
                Ui.text(texts.get("documents.removed", d.document().isEmpty() ? texts.of(d.kind()) : d.document())),
                Ui.button(texts.get("documents.undo"), "undo", () -> model.evidence(before), "flat"));
        undo.getStyleClass().addAll("bar", "notice");
        list.getChildren().add(undo);
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
        regions.setId("document-regions");
        regions.setPromptText(texts.get("documents.regions.prompt"));
        product.setId("document-product");
        document.setId("document-file");
        document.setAccessibleText(texts.get("question.evidence"));
        HBox.setHgrow(document, Priority.ALWAYS);
        Button choose = Ui.button(texts.get("documents.choose"), "document-choose", this::choose);
        Button add = Ui.button(texts.get("documents.add"), "document-add", this::add, "accent");
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> offering.getValue() == null || kind.getValue() == null || day().isEmpty(),
                        offering.valueProperty(),
                        kind.valueProperty(),
                        date.getEditor().textProperty()));
        wrong.setId("document-wrong");
        VBox form = new VBox(
                Ui.text(texts.get("documents.new"), "section-head"),
                labelled("documents.file", new HBox(document, choose)),
                labelled("documents.offering", offering),
                labelled("documents.kind", kind),
                labelled("documents.date", date),
                labelled("documents.regions", regions),
                labelled("documents.product", product),
                wrong,
                add);
        form.getStyleClass().add("form");
        return form;
    }

    private Node labelled(String key, Node field) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(field);
        return new VBox(label, field);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(
                    date.getConverter().fromString(date.getEditor().getText()));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
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
        day().ifPresent(day -> {
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
            regions.clear();
            product.clear();
            document.clear();
        });
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
