package domicile.problem;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which characters a text of the register may hold: those that a reader sees, and nothing that changes how others look.
 */
public final class SafeText {
    /** The longest text of a pack, in UTF-16 units. */
    public static final int MAX_LENGTH = 2000;

    private static final int MAX_SHOWN = 400;
    /** Letters of Hangul, Braille and Khmer that are drawn as nothing. */
    private static final String FILLERS = "\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\u034F";

    private static final String VARIATIONS =
            "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07" + "\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F";
    // a tag, a comment, a declaration or a character reference; a bare < or & stays allowed
    private static final Pattern MARKUP =
            Pattern.compile("<[A-Za-z/!?]|&(#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});");

    private SafeText() {}

    /** The first code point that may not stand in a text: control, bidirectional, zero-width, private or unpaired. */
    public static OptionalInt firstUnsafe(String text) {
        return text.codePoints().filter(SafeText::unsafe).findFirst();
    }

    public static boolean holdsMarkup(String text) {
        return (text.indexOf('<') >= 0 || text.indexOf('&') >= 0)
                && MARKUP.matcher(text).find();
    }

    /** A text as it can be shown in an error: unsafe characters escaped, long ones cut. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(MAX_SHOWN).forEach(c -> {
            if (unsafe(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > MAX_SHOWN
                ? shown.append("...").toString()
                : shown.toString();
    }

    /**
     * Whether there is nothing to see in a text: no character at all, or blanks, marks of direction and fillers alone.
     */
    public static boolean blank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || unsafe(c)
                        || FILLERS.indexOf(c) >= 0
                        || VARIATIONS.indexOf(c) >= 0);
    }

    /** How a character that cannot be shown is written: {@code [U+20BB7]}. */
    public static String named(int codePoint) {
        return String.format(Locale.ROOT, "[U+%04X]", codePoint);
    }

    /** A text without soft hyphens: a text program's hints where a word may be broken, which nobody typed. */
    public static String withoutSoftHyphens(String text) {
        return text.replace("\u00AD", "");
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
