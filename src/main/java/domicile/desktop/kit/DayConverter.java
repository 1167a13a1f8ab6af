package domicile.desktop.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes days as a picker's own converter does, without years of antiquity, and leaves what is half-typed
 * where it is: the picker would put its last day there, or nothing, when the field is left or Enter is pressed.
 */
public final class DayConverter extends StringConverter<LocalDate> {
    private static final int EARLIEST_YEAR = 1900;

    private final DatePicker picker;
    private final StringConverter<LocalDate> usual;
    private String unfinished = "";

    private DayConverter(DatePicker picker) {
        this.picker = picker;
        this.usual = picker.getConverter();
    }

    /** Lets a picker keep what is half-typed into it. */
    public static void keep(DatePicker picker) {
        DayConverter converter = new DayConverter(picker);
        picker.setConverter(converter);
        picker.getEditor().textProperty().subscribe(converter::typed);
        picker.focusedProperty().subscribe(converter::left);
        // the picker takes its day when Enter is let go
        picker.addEventFilter(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.ENTER && !converter.unfinished.isEmpty()) {
                e.consume();
            }
        });
    }

    private void typed(String text) {
        // what the picker writes when it is left is not typed
        if (picker.isFocused()) {
            unfinished = text.isBlank() || isDay(text) ? "" : text;
        }
    }

    private void left(boolean focused) {
        String typed = unfinished;
        if (!focused && !typed.isEmpty()) {
            // after the picker has written what it takes for the day
            AfterFrames.soon(() -> picker.getEditor().setText(typed));
        }
    }

    private boolean isDay(String text) {
        try {
            return fromString(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * A day, or null for a blank text; {@link DateTimeException} for one that is no day, or one in a year that is
     * half-typed.
     */
    @Override
    public @Nullable LocalDate fromString(String text) {
        LocalDate day = usual.fromString(text);
        if (day != null && day.getYear() < EARLIEST_YEAR) {
            throw new DateTimeException("half a year: " + day);
        }
        return day;
    }

    @Override
    public String toString(@Nullable LocalDate day) {
        return usual.toString(day);
    }
}
