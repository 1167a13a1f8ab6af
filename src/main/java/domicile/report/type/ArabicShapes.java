package domicile.report.type;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Arabic letters in the shape that their neighbours ask for. Read from the Unicode data that Java has: the name of a
 * presentation form says which shape it is, its compatibility decomposition of which letter. ICU leaves the letters of
 * Persian and Urdu as they are.
 */
final class ArabicShapes {
    private static final int TATWEEL = 0x640;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** By place: a letter that joins the one before it adds one, a letter that joins the next one two. */
    private static final List<String> FORMS = List.of("ISOLATED FORM", "FINAL FORM", "INITIAL FORM", "MEDIAL FORM");

    private static final int LAST = 1;
    private static final int FIRST = 2;
    private static final int[] NO_SHAPES = new int[FORMS.size()];

    private static final class Table {
        /** A letter's shapes, or those of lam with an alef; 0 for one that there is not. */
        static final Map<String, int[]> SHAPES = new HashMap<>();

        static {
            for (int form = 0xFB50; form <= 0xFEFC; form++) {
                if (shapedFrom(form) && Character.isDefined(form)) {
                    read(form, Character.getName(form));
                }
            }
        }

        private static void read(int form, String name) {
            String letters = unshaped(Character.toString(form));
            for (int i = 0; i < FORMS.size(); i++) {
                if (name.endsWith(FORMS.get(i)) && (letters.length() == 1 || name.contains("LAM WITH ALEF"))) {
                    SHAPES.computeIfAbsent(letters, l -> new int[FORMS.size()])[i] = form;
                }
            }
        }
    }

    private ArabicShapes() {}

    /** Whether it is a letter in a shape, and not as texts are written. */
    private static boolean shapedFrom(int c) {
        return c >= 0xFB50 && c <= 0xFDFB || c >= 0xFE80 && c <= 0xFEFC;
    }

    /** Whether joiners beside it say something. */
    static boolean arabic(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    /** The letters as they were before {@link #shape}. */
    static String unshaped(String text) {
        return text.codePoints()
                .mapToObj(c -> shapedFrom(c)
                        ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    /**
     * A text in logical order with its letters joined; joiners have done their work and are gone.
     *
     * @param has whether the font has a shape; a letter stays as it is where it has not
     */
    static String shape(String text, IntPredicate has) {
        int[] letters = text.codePoints().toArray();
        StringBuilder out = new StringBuilder(letters.length);
        for (int i = 0; i < letters.length; i++) {
            int c = letters[i];
            int back = joins(neighbour(letters, i, -1), FIRST) ? LAST : 0;
            int together = i + 1 < letters.length
                    ? shapes(Character.toString(c) + Character.toString(letters[i + 1]))[back]
                    : 0;
            if (together != 0 && has.test(together)) {
                out.appendCodePoint(together);
                i++;
            } else if (c != 0x200C && c != ZERO_WIDTH_JOINER) {
                int on = joins(neighbour(letters, i, 1), LAST) ? FIRST : 0;
                int shape = shape(shapes(Character.toString(c)), back, on);
                out.appendCodePoint(shape != 0 && has.test(shape) ? shape : c);
            }
        }
        return out.toString();
    }

    private static int shape(int[] own, int back, int on) {
        int place = (own[LAST] == 0 ? 0 : back) + (own[FIRST] == 0 ? 0 : on);
        return own[place] == 0 && place == LAST + FIRST ? own[LAST] : own[place];
    }

    /** The next letter on one side, over the marks that stand on letters. */
    private static int neighbour(int[] letters, int from, int step) {
        for (int i = from + step; i >= 0 && i < letters.length; i += step) {
            if (Character.getType(letters[i]) != Character.NON_SPACING_MARK) {
                return letters[i];
            }
        }
        return ' ';
    }

    private static boolean joins(int c, int form) {
        return c == TATWEEL || c == ZERO_WIDTH_JOINER || shapes(Character.toString(c))[form] != 0;
    }

    private static int[] shapes(String letters) {
        return Table.SHAPES.getOrDefault(letters, NO_SHAPES);
    }
}
