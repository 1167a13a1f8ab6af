package domicile.desktop.assessment.questionnaire;

import domicile.desktop.assessment.common.Words;
import domicile.desktop.kit.DayConverter;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.problem.SafeText;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Question;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/** The control that a question is answered with. */
final class AnswerField {
    private static final List<String> COMMON =
            List.of("EU", "EEA", "US", "GB", "CH", "DE", "FR", "CA", "JP", "AE", "SA", "CN");

    private final Question question;
    private final Register register;
    private final Texts texts;
    private final Consumer<Answer> given;

    AnswerField(Question question, Register register, Texts texts, Consumer<Answer> given) {
        this.question = question;
        this.register = register;
        this.texts = texts;
        this.given = given;
    }

    private void give(List<String> values) {
        given.accept(new Answer.Given(values));
    }

    /** The control with the values that were given before. */
    Node node(List<String> values) {
        return switch (question.type()) {
            case TEXT -> text(values);
            case NUMBER -> number(values);
            case WORDS -> words(values);
            case DATE -> date(values);
            case YES_NO, CHOICE -> radio(values);
            case MULTI -> {
                Map<String, String> options = new java.util.LinkedHashMap<>();
                question.options().forEach(o -> options.put(o.value(), o.label().in(texts.locale())));
                yield boxes(options, values);
            }
            case OFFERINGS -> {
                Map<String, String> options = new java.util.LinkedHashMap<>();
                register.offerings().forEach((Offering o) -> options.put(o.id(), o.name()));
                yield boxes(options, values);
            }
            case AREA -> area(values);
        };
    }

    private TextField field(String value) {
        TextField field = new TextField(value);
        field.setId("answer");
        field.setAccessibleText(question.title().in(texts.locale()));
        return field;
    }

    private Node text(List<String> values) {
        TextField field = field(values.stream().findFirst().orElse(""));
        field.textProperty().subscribe((was, text) -> give(SafeText.blank(text) ? List.of() : List.of(text.strip())));
        return field;
    }

    private Node number(List<String> values) {
        TextField field = field(values.stream().findFirst().orElse(""));
        field.getStyleClass().add("short");
        field.textProperty().subscribe((was, text) -> {
            boolean whole = text.strip().matches("[0-9]{1,5}");
            field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), !whole && !text.isBlank());
            // what cannot be read as a number is no answer: an earlier one must not stand behind it
            give(whole ? List.of(String.valueOf(Integer.parseInt(text.strip()))) : List.of());
        });
        return field;
    }

    private Node words(List<String> values) {
        TextField field = field(String.join(", ", values));
        if (question.feeds().filter(Question.Feeds.MODELS::equals).isPresent()) {
            return models(field);
        }
        field.textProperty().subscribe((was, text) -> give(Words.read(text)));
        return field;
    }

    /** Ids of models; while one stands there that the register does not list, there is no answer, and it is told. */
    private Node models(TextField field) {
        Label wrong = Ui.text("", "mark-bad");
        wrong.setId("answer-wrong");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        field.textProperty().subscribe(text -> wrong.setText(Words.unlisted(Words.read(text), register, texts)));
        field.textProperty()
                .subscribe((was, text) -> give(
                        Words.unlisted(Words.read(text), register, texts).isEmpty() ? Words.read(text) : List.of()));
        VBox box = new VBox(field, wrong);
        box.getStyleClass().add("options");
        return box;
    }

    private Node date(List<String> values) {
        DatePicker picker = new DatePicker();
        picker.setId("answer");
        DayConverter.keep(picker);
        values.stream().findFirst().map(LocalDate::parse).ifPresent(picker::setValue);
        picker.getEditor()
                .textProperty()
                .subscribe((was, text) ->
                        give(Ui.day(picker).stream().map(LocalDate::toString).toList()));
        return picker;
    }

    private Node radio(List<String> values) {
        VBox box = new VBox();
        box.getStyleClass().add("options");
        ToggleGroup group = new ToggleGroup();
        question.options().forEach(o -> {
            RadioButton button = new RadioButton(o.label().in(texts.locale()));
            button.setId("option-" + o.value());
            button.setToggleGroup(group);
            button.setSelected(values.contains(o.value()));
            button.setOnAction(e -> give(List.of(o.value())));
            box.getChildren().add(button);
        });
        return box;
    }

    private Node boxes(Map<String, String> options, List<String> values) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("options-flow");
        Set<String> chosen = new LinkedHashSet<>(values);
        options.forEach((value, label) -> pane.getChildren().add(box(value, label, chosen)));
        return pane;
    }

    private CheckBox box(String value, String label, Set<String> chosen) {
        CheckBox box = new CheckBox(label);
        box.setId("option-" + value);
        box.setSelected(chosen.contains(value));
        box.setWrapText(true);
        box.setOnAction(e -> {
            if (box.isSelected()) {
                chosen.add(value);
            } else {
                chosen.remove(value);
            }
            give(List.copyOf(chosen));
        });
        return box;
    }

    /** The usual places as boxes, any other by its name. */
    private Node area(List<String> values) {
        Set<String> chosen = new LinkedHashSet<>(values);
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("options-flow");
        List<String> shown = new ArrayList<>(COMMON);
        values.stream().filter(v -> !shown.contains(v)).forEach(shown::add);
        shown.forEach(code ->
                register.areas().place(code).ifPresent(p -> pane.getChildren().add(box(code, name(p), chosen))));
        Map<String, String> others = new TreeMap<>();
        Stream.of(
                        register.areas().countries().stream().map(c -> c.code()),
                        register.areas().blocs().stream().map(b -> b.code()),
                        register.areas().regions().stream().map(r -> r.code()))
                .flatMap(s -> s)
                .forEach(code -> register.areas().place(code).ifPresent(p -> others.put(name(p), code)));
        TextField other = new TextField();
        other.setId("answer-other");
        other.setPromptText(texts.get("question.otherPlace"));
        other.getStyleClass().add("medium");
        TextFields.bindAutoCompletion(other, others.keySet()).setOnAutoCompleted(e -> {
            String code = others.getOrDefault(e.getCompletion(), "");
            if (chosen.add(code)) {
                register.areas().place(code).ifPresent(p -> {
                    CheckBox box = box(code, name(p), chosen);
                    pane.getChildren().add(box);
                });
                give(List.copyOf(chosen));
            }
            other.clear();
        });
        VBox all = new VBox(pane, other);
        all.getStyleClass().add("options");
        return all;
    }

    private String name(Place place) {
        return Names.place(place, register.areas(), texts.locale());
    }
}
