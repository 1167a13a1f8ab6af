package domicile.desktop.kit;

import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A field that wraps its text and grows with it. One paragraph: Enter and Tab do what they do in a field of one line.
 */
public final class AutoGrowTextArea extends PlainTextArea {
    private static final double CARET = 2;

    private final Text measure = new Text();

    public AutoGrowTextArea(String text) {
        super("");
        setTextFormatter(Ui.paragraph());
        setText(text);
        setWrapText(true);
        getStyleClass().add("growing");
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        textProperty().subscribe(t -> requestLayout());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
            e.consume();
            requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (e.getCode() == KeyCode.ENTER && getParent() != null) {
            e.consume();
            Event.fireEvent(getParent(), e.copyFor(getParent(), getParent()));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!(lookup(".content") instanceof Region content)) {
            return super.computePrefHeight(width);
        }
        Insets around = getInsets();
        Insets within = content.getInsets();
        double frame = around.getLeft() + around.getRight() + within.getLeft() + within.getRight();
        measure.setFont(getFont());
        measure.setText(getText().isEmpty() ? getPromptText() : getText());
        measure.setWrappingWidth(Math.max(1, (width < 0 ? getWidth() : width) - frame - CARET));
        return Math.ceil(measure.getLayoutBounds().getHeight())
                + around.getTop()
                + around.getBottom()
                + within.getTop()
                + within.getBottom();
    }
}
