package domicile.desktop.maintenance;

import domicile.desktop.Texts;
import domicile.residency.Attestation;
import domicile.residency.FactValue;
import domicile.residency.Selection;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The form that changes a fact: its fields, and the page and day without which nothing is saved. */
final class EditForm {
    /** What a fact is about: with another one it would be another fact. */
    private static final Set<String> IDENTITY =
            Set.of("fact", "variant", "layer", "id", "kind", "topic", "party", "relation");

    private static final Map<String, Enum<?>[]> CHOICES = Map.of(
            "status", Attestation.Status.values(),
            "level", Attestation.FedRampLevel.values(),
            "selection", Selection.values(),
            "zdr", FactValue.Zdr.values(),
            "reuse", FactValue.Reuse.values());

    private final HistoryModel model;
    private final HistoryModel.Draft before;
    private final Texts texts;
    private final Runnable close;
    private final VBox root = new VBox();
    private final Map<String, Supplier<String>> fields = new LinkedHashMap<>();
    private final ComboBox<Source> source = new ComboBox<>();
    private final DatePicker read = new DatePicker();
    private final DatePicker validFrom = new DatePicker();
    private final TextField why = new TextField();
    private final Label problem = new Label();

    /**
     * @param close shows what was there before the form
     */
    EditForm(HistoryModel model, HistoryModel.Draft before, List<Source> sources, Texts texts, Runnable close) {
        this.model = model;
        this.before = before;
        this.texts = texts;
        this.close = close;
        Label title = new Label(texts.get("edit.title", Parts.name(before.part(), texts)));
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        root.getChildren().add(title);
        before.fields().forEach((name, value) -> {
            if (!IDENTITY.contains(name)) {
                field(name, value);
            }
        });
        if (!before.fields().containsKey("text")) {
            field("text", "");
        }
        source.getItems().setAll(sources);
        source.setConverter(SourceName.CONVERTER);
        source.setMaxWidth(Double.MAX_VALUE);
        sources.stream()
                .filter(s -> before.source().equals(Optional.of(s.number())))
                .findFirst()
                .ifPresent(source::setValue);
        source.setId("edit-source");
        read.setId("edit-read");
        why.setId("edit-why");
        validFrom.setValue(before.validFrom());
        row(texts.get("edit.source"), source);
        row(texts.get("edit.read"), read);
        row(texts.get("edit.validFrom"), validFrom);
        row(texts.get("edit.why"), why);
        problem.setId("edit-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("mark-bad");
        root.getChildren().addAll(problem, buttons());
        root.getStyleClass().addAll("detail", "edit-form");
    }

    Node node() {
        return root;
    }

    void focus() {
        root.lookupAll(".first-field").forEach(Node::requestFocus);
    }

    private void field(String name, String value) {
        Control control;
        if (CHOICES.containsKey(name)) {
            ComboBox<String> choice = new ComboBox<>();
            choice.getItems()
                    .setAll(Arrays.stream(CHOICES.getOrDefault(name, new Enum<?>[0]))
                            .map(Enum::name)
                            .toList());
            choice.setValue(value);
            fields.put(name, choice::getValue);
            control = choice;
        } else if (name.equals("text")) {
            TextArea area = new TextArea(value);
            area.setWrapText(true);
            area.setPrefRowCount(3);
            fields.put(name, area::getText);
            control = area;
        } else {
            TextField text = new TextField(value);
            fields.put(name, text::getText);
            control = text;
        }
        control.setId("edit-" + name);
        if (fields.size() == 1) {
            control.getStyleClass().add("first-field");
        }
        row(name.equals("text") ? texts.get("edit.text") : name, control);
    }

    private void row(String name, Control control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("facet-head");
        root.getChildren().addAll(label, control);
    }

    private Node buttons() {
        Button save = new Button(texts.get("edit.save"));
        save.setId("edit-save");
        save.getStyleClass().add("accent");
        save.setOnAction(e -> {
            HistoryModel.Draft draft = draft();
            if (sound(before, draft)) {
                model.save(draft, close);
            }
        });
        Button remove = new Button(texts.get("edit.remove"));
        remove.setId("edit-remove");
        remove.getStyleClass().addAll("danger", "button-outlined");
        remove.setOnAction(e -> {
            HistoryModel.Draft draft = draft();
            // The text of a fact that is taken out needs no new wording.
            if (sound(draft, draft)) {
                model.remove(draft, close);
            }
        });
        Button cancel = new Button(texts.get("edit.cancel"));
        cancel.setCancelButton(true);
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(e -> close.run());
        HBox buttons = new HBox(save, remove, cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("bar");
        return buttons;
    }

    private boolean sound(HistoryModel.Draft was, HistoryModel.Draft is) {
        Optional<String> found = HistoryModel.problem(was, is);
        problem.setText(found.map(texts::get).orElse(""));
        return found.isEmpty();
    }

    private HistoryModel.Draft draft() {
        Map<String, String> said = new LinkedHashMap<>(before.fields());
        fields.forEach((name, input) -> said.put(name, input.get()));
        @Nullable LocalDate from = validFrom.getValue();
        return new HistoryModel.Draft(
                before.part(),
                said,
                Optional.ofNullable(source.getValue()).map(Source::number),
                Optional.ofNullable(read.getValue()),
                from == null ? before.validFrom() : from,
                why.getText());
    }
}
