package domicile.problem;

import java.text.MessageFormat;
import java.util.Locale;

/**
 * A place in a file.
 *
 * @param pointer a JSON pointer; empty for the whole document
 * @param line counted from 1
 */
public record SourceLocation(String file, String pointer, int line) {

    /** The place with the line named in a language, such as {@code claims.json#/startsOn (line 3)}. */
    public String in(Locale locale) {
        return MessageFormat.format(
                Message.bundle(locale).getString("where"), file, SafeText.shown(pointer), String.valueOf(line));
    }

    /** The place as the command line says it. */
    @Override
    public String toString() {
        return in(Locale.ROOT);
    }
}
