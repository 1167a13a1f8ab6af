package domicile.residency;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Which characters a text of the register may hold: those that a reader sees, and nothing that changes how others look. */
public final class SafeText {
    /** The longest text of a pack, in UTF-16 units. */
    public static final int MAX_LENGTH = 2000;

    private static final int MAX_SHOWN = 400;
    // a tag, a comment, a declaration or a character reference; a bare < or & stays allowed
    private static final Pattern MARKUP =
            Pattern.compile("<[A-Za-z/!?]|&(#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});");

    private SafeText() {}

    /** The first code point that may not stand in a text: control, bidirectional, zero-width, private or unpaired. */
    public static OptionalInt firstUnsafe(String text) {
        return text.codePoints().filter(SafeText::unsafe).findFirst();
    }

    public static boolean holdsMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    /** A text as it can be shown in an error: unsafe characters escaped, long ones cut. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(MAX_SHOWN).forEach(c -> {
            if (unsafe(c)) {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > MAX_SHOWN
                ? shown.append("...").toString()
                : shown.toString();
    }

    /** Whether a character cannot be seen, or may change how its surroundings read. */
    public static boolean unsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
