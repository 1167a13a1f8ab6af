package domicile.desktop.maintenance;

import domicile.desktop.kit.ChoiceWords;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.PlainTextArea;
import domicile.desktop.kit.Texts;
import domicile.residency.Attestation;
import domicile.residency.FieldType;
import domicile.residency.Place;
import domicile.residency.Provider;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One field of a form: its name, where it is written, and below it a hint or what is wrong. */
final class FieldInput {
    private final Texts texts;
    private final Control control;
    private final Supplier<String> value;
    private final Label below = new Label();
    private final VBox box;
    private String hint = "";

    /** A field with its name above. */
    FieldInput(String id, String name, Control control, Supplier<String> value, Texts texts) {
        this.texts = texts;
        this.control = control;
        this.value = value;
        control.setId("edit-" + id);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(name);
        below.setId("problem-" + id);
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        below.managedProperty().bind(below.textProperty().isNotEmpty());
        below.visibleProperty().bind(below.managedProperty());
        // A box to be ticked has its name beside it.
        if (control instanceof CheckBox) {
            box = new VBox(control, below);
        } else {
            Label label = new Label(name);
            label.setLabelFor(control);
            label.getStyleClass().add("facet-head");
            box = new VBox(label, control, below);
        }
        tell(Optional.empty());
    }

    /** A field of a part. */
    static FieldInput of(Field field, String said, Register register, Texts texts) {
        String name = texts.get("field." + field.name()) + (field.needed() ? " *" : "");
        return switch (field.input()) {
            case LINE, ID, WHOLE, ADDRESS ->
                line(field, name, said, texts)
                        .hint(texts.find("hint." + field.name()).orElse(""));
            case IDS ->
                line(field, name, said, texts)
                        .hint(texts.find("hint." + field.name()).orElse(texts.get("hint.ids")));
            case NAMES -> line(field, name, said, texts).hint(texts.get("hint.names"));
            case DEPLOYMENTS -> line(field, name, said, texts).hint(texts.get("hint.deployments"));
            case PUBLISHED_DATE -> line(field, name, said, texts).hint(texts.get("hint.published"));
            case PLACES, COUNTRY -> places(field, name, said, register, texts);
            case WORDS -> area(field, name, said, texts);
            case MODELS -> area(field, name, said, texts).hint(texts.get("hint.modelLines"));
            case FLAG -> {
                CheckBox box = new CheckBox(name);
                box.setWrapText(true);
                box.setSelected(said.equals("true"));
                yield new FieldInput(field.name(), name, box, () -> box.isSelected() ? "true" : "", texts);
            }
            case PROVIDER ->
                choice(
                        field,
                        name,
                        said,
                        register.providers().stream().map(Provider::id).toList(),
                        register::providerName,
                        texts);
            case CHOICE ->
                choice(
                        field,
                        name,
                        said,
                        field.choices().stream().map(Enum::name).toList(),
                        v -> named(field, v, texts),
                        texts);
        };
    }

    /** The value of a choice in words. */
    static String named(Field field, String value, Texts texts) {
        for (Enum<?> choice : field.choices()) {
            if (choice.name().equals(value)) {
                return choice instanceof Attestation.Kind kind
                        ? Names.attestation(kind, texts.locale())
                        : texts.of(choice);
            }
        }
        return value;
    }

    private static FieldInput line(Field field, String name, String said, Texts texts) {
        TextField text = new TextField(said);
        return new FieldInput(field.name(), name, text, text::getText, texts);
    }

    private static FieldInput area(Field field, String name, String said, Texts texts) {
        TextArea area = new PlainTextArea(said);
        area.setWrapText(true);
        area.setPrefRowCount(3);
        // One line of a pack holds no tabs: here the key goes on to the next field, as everywhere else.
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB) {
                area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                e.consume();
            }
        });
        return new FieldInput(field.name(), name, area, area::getText, texts);
    }

    /** Codes, with the names that they stand for below while they are written. */
    private static FieldInput places(Field field, String name, String said, Register register, Texts texts) {
        TextField text = new TextField(said);
        FieldInput input = new FieldInput(field.name(), name, text, text::getText, texts);
        text.textProperty().subscribe(now -> {
            String names = Stream.of(now.split("[,;\\s]+"))
                    .flatMap(code -> register.areas().place(code).stream())
                    .map((Place place) -> Names.place(place, register.areas(), texts.locale()))
                    .collect(Collectors.joining(", "));
            input.hint(
                    !names.isEmpty()
                            ? names
                            : texts.get(field.input() == FieldType.Form.COUNTRY ? "hint.country" : "hint.places"));
        });
        return input;
    }

    private static FieldInput choice(
            Field field, String name, String said, List<String> values, Function<String, String> names, Texts texts) {
        ComboBox<String> choice = new ComboBox<>();
        List<String> items = new ArrayList<>(values);
        if (!field.needed()) {
            items.addFirst("");
        }
        choice.getItems().setAll(items);
        choice.setConverter(new ChoiceWords<>(value -> value.isEmpty() ? "" : names.apply(value)));
        if (!said.isEmpty()) {
            choice.setValue(said);
        }
        return new FieldInput(
                field.name(),
                name,
                choice,
                () -> Optional.<String>ofNullable(choice.getValue()).orElse(""),
                texts);
    }

    /** What to write, told while nothing is wrong. */
    FieldInput hint(String text) {
        hint = text;
        tell(Optional.empty());
        return this;
    }

    /** Tells what is wrong, or nothing. */
    void tell(Optional<String> wrong) {
        below.getStyleClass().setAll("label", wrong.isPresent() ? "mark-bad" : "muted", "field-below");
        below.setText(wrong.map(w -> "✗ " + w).orElse(hint));
        control.setAccessibleHelp(below.getText());
    }

    void tell(DraftCheck.Wrong wrong) {
        tell(Optional.of(texts.get(wrong.key(), wrong.arguments().toArray())));
    }

    String value() {
        return value.get();
    }

    Control control() {
        return control;
    }

    Node node() {
        return box;
    }
}
