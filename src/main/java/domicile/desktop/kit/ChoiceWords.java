package domicile.desktop.kit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the values of a choice are called; of none, nothing. Nobody types into a choice. */
public final class ChoiceWords<T> extends StringConverter<T> {
    private final Function<T, String> say;

    public ChoiceWords(Function<T, String> say) {
        this.say = say;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : say.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("nobody types into a choice");
    }
}
