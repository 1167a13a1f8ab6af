package domicile.desktop.kit;

import domicile.problem.SafeText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small pieces that every view here is put together from. */
public final class Ui {

    private static final double MARGIN = 12;
    private static final int LONGEST = 20_000;

    private Ui() {}

    /** A text that wraps. */
    public static Label text(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    public static Label muted(String text) {
        return text(text, "muted");
    }

    /** A button with an id for tests and settings, and what it does. */
    public static Button button(String text, String id, Runnable does, String... styles) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> does.run());
        return button;
    }

    /** Fires a button as a key on it does: with the keyboard focus, which what it leads to may take on. */
    public static void press(ButtonBase button) {
        button.requestFocus();
        button.fire();
    }

    /** A field whose name stands in it while it is empty. */
    public static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setTextFormatter(paragraph());
        field.setId(id);
        field.setPromptText(name);
        field.setAccessibleText(name);
        return field;
    }

    /** Text without breaks, and not longer than can be read back. */
    static TextFormatter<String> paragraph() {
        return new TextFormatter<>(change -> {
            String typed = change.getText();
            int room = LONGEST - change.getControlText().length() + change.getRangeEnd() - change.getRangeStart();
            String kept = SafeText.withoutSoftHyphens(typed.replaceAll("[\\r\\n\\t]+", " "));
            kept = kept.substring(0, Math.clamp(room, 0, kept.length()));
            if (!kept.equals(typed)) {
                change.setText(kept);
                change.selectRange(change.getRangeStart() + kept.length(), change.getRangeStart() + kept.length());
            }
            return change;
        });
    }

    /** A field for a day, whose name stands in it while it is empty. */
    public static DatePicker picker(String id, String name) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setPromptText(name);
        picker.setAccessibleText(name);
        picker.getEditor().setAccessibleText(name);
        DayConverter.keep(picker);
        return picker;
    }

    /** The day that stands in a field, also while it is typed: the picker itself would wait for Enter. */
    public static Optional<LocalDate> day(DatePicker picker) {
        try {
            return Optional.ofNullable(
                    picker.getConverter().fromString(picker.getEditor().getText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A label above the field that it names. */
    public static VBox labelled(String name, Node field) {
        return labelled(name, field, field);
    }

    /** As {@link #labelled(String, Node)}, by a name that changes. */
    public static VBox labelled(ObservableValue<String> name, Node field) {
        Label label = new Label();
        label.textProperty().bind(name);
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("labelled");
        return box;
    }

    /** What is there while the button above it is pressed. */
    public static VBox disclosed(String text, String id, boolean open, Node content) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setWrapText(true);
        button.setMinWidth(0);
        button.setSelected(open);
        FontIcon arrow = new FontIcon();
        arrow.iconCodeProperty()
                .bind(button.selectedProperty().map(on -> on ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        button.setGraphic(arrow);
        content.visibleProperty().bind(button.selectedProperty());
        content.managedProperty().bind(button.selectedProperty());
        return new VBox(button, content);
    }

    /** A label above a row in which there is the field that it names. */
    public static VBox labelled(String name, Node field, Node row) {
        Label label = new Label(name);
        label.setLabelFor(field);
        VBox box = new VBox(label, row);
        box.getStyleClass().add("labelled");
        return box;
    }

    /** Never wider than the pane that it is in: what is longer than a line goes on in the next. */
    public static void wrapWithin(Pane pane, Region child) {
        // or it would be as wide as its widest child likes to be
        pane.setMinWidth(0);
        child.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(
                                0,
                                pane.getWidth()
                                        - pane.getInsets().getLeft()
                                        - pane.getInsets().getRight()),
                        pane.widthProperty(),
                        pane.insetsProperty()));
    }

    /** As wide as there is room. */
    public static Label grow(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /** What pushes its neighbours apart. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    public static ScrollPane scroll(Node content) {
        ScrollPane scroll = new PlainScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        // whoever walks by Tab sees where they are
        scroll.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> reveal(scroll, owner));
        return scroll;
    }

    /**
     * As {@link #scroll}, for what is read: it takes the keyboard focus itself, so that arrows and page keys move it.
     */
    public static ScrollPane readable(Node content, String name) {
        ScrollPane scroll = scroll(content);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(name);
        scroll.getStyleClass().add("readable");
        return scroll;
    }

    private static void reveal(ScrollPane scroll, @Nullable Node owner) {
        if (owner != null && within(owner, scroll.getContent())) {
            // a page that has just been shown has no height yet, and would be scrolled past its title
            scroll.getScene().getRoot().applyCss();
            scroll.getScene().getRoot().layout();
            ScrollTo.in(scroll, owner, MARGIN);
        }
    }

    private static boolean within(Node node, Node container) {
        @Nullable Node at = node;
        while (at != null && at != container) {
            at = at.getParent();
        }
        return at == container;
    }

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** A column that takes this share of the width, in percent. */
    public static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }
}
