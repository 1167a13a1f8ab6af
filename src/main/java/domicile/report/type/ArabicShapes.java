package domicile.report.type;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Arabic letters in the shape that their neighbours ask for. Read from the Unicode data that Java has: the name of a
 * presentation form says which shape it is, its compatibility decomposition of which letter. A library of its own for
 * this weighs 14 MB.
 */
final class ArabicShapes {
    private static final int LAM = 0x644;
    private static final int TATWEEL = 0x640;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int NONE = -1;

    /** The shapes of a letter; one that there is not is {@link #NONE}. */
    private record Shapes(int isolated, int last, int first, int middle) {
        static final Shapes OF_NOTHING = new Shapes(NONE, NONE, NONE, NONE);

        boolean joinsBack() {
            return last != NONE;
        }

        boolean joinsOn() {
            return first != NONE;
        }

        int shape(boolean back, boolean on) {
            return back ? (on && middle != NONE ? middle : last) : on ? first : isolated;
        }
    }

    private static final class Table {
        /** By letter. */
        static final Map<Integer, Shapes> LETTERS = new HashMap<>();
        /** Lam with an alef, by the alef. */
        static final Map<Integer, Shapes> LAM_WITH = new HashMap<>();

        static {
            for (int c = 0xFB50; c <= 0xFEFC; c++) {
                if (shapedFrom(c) && Character.isDefined(c)) {
                    read(c);
                }
            }
        }

        private static void read(int form) {
            String name = Character.getName(form);
            String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            if (letters.length() == 1) {
                LETTERS.merge(letters.codePointAt(0), named(name, form), Table::both);
            } else if (letters.length() == 2 && letters.charAt(0) == LAM && name.contains("LAM WITH ALEF")) {
                LAM_WITH.merge(letters.codePointAt(1), named(name, form), Table::both);
            }
        }

        private static Shapes named(String name, int form) {
            return new Shapes(
                    name.endsWith("ISOLATED FORM") ? form : NONE,
                    name.endsWith("FINAL FORM") ? form : NONE,
                    name.endsWith("INITIAL FORM") ? form : NONE,
                    name.endsWith("MEDIAL FORM") ? form : NONE);
        }

        private static Shapes both(Shapes a, Shapes b) {
            return new Shapes(
                    Math.max(a.isolated, b.isolated),
                    Math.max(a.last, b.last),
                    Math.max(a.first, b.first),
                    Math.max(a.middle, b.middle));
        }
    }

    private ArabicShapes() {}

    /** Whether it is a letter in a shape, and not as texts are written. */
    static boolean shapedFrom(int c) {
        return c >= 0xFB50 && c <= 0xFDFB || c >= 0xFE80 && c <= 0xFEFC;
    }

    /** Whether joiners beside it say something. */
    static boolean arabic(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    /** The letters as they were before {@link #shape}. */
    static String unshaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> out.append(
                        shapedFrom(c)
                                ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                                : Character.toString(c)));
        return out.toString();
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
            if (c == 0x200C || c == ZERO_WIDTH_JOINER) {
                continue;
            }
            boolean back = joinsOn(neighbour(letters, i, -1));
            Shapes pair = c == LAM && i + 1 < letters.length
                    ? Table.LAM_WITH.getOrDefault(letters[i + 1], Shapes.OF_NOTHING)
                    : Shapes.OF_NOTHING;
            int together = pair.shape(back, false);
            if (together != NONE && has.test(together)) {
                out.appendCodePoint(together);
                i++;
                continue;
            }
            Shapes own = Table.LETTERS.getOrDefault(c, Shapes.OF_NOTHING);
            int shape = own.shape(back && own.joinsBack(), own.joinsOn() && joinsBack(neighbour(letters, i, 1)));
            out.appendCodePoint(shape != NONE && has.test(shape) ? shape : c);
        }
        return out.toString();
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

    private static boolean joinsOn(int c) {
        return joinsAll(c) || Table.LETTERS.getOrDefault(c, Shapes.OF_NOTHING).joinsOn();
    }

    private static boolean joinsBack(int c) {
        return joinsAll(c) || Table.LETTERS.getOrDefault(c, Shapes.OF_NOTHING).joinsBack();
    }

    private static boolean joinsAll(int c) {
        return c == TATWEEL || c == ZERO_WIDTH_JOINER;
    }
}
