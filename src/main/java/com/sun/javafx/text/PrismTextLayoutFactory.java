package com.sun.javafx.text;

import com.sun.javafx.PlatformUtil;
import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.font.PrismFontFactory;
import com.sun.javafx.scene.text.TextLayout;
import com.sun.javafx.scene.text.TextLayoutFactory;
import domicile.problem.SafeText;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes what sets every text of the window: labels, cells, tooltips, fields. It stands in the place of JavaFX's own
 * class of this name, which has no other place where a program could set text otherwise; Domicile's classes come first
 * on the class path.
 *
 * <p>On Linux JavaFX remembers the letters of a run, and sets the same letters again when a line's end has cut the run
 * in two: text from right to left then has letters in front of its beginning, an {@link ArrayIndexOutOfBoundsException}
 * in every frame, and other scripts that are shaped show letters twice. Here nothing is remembered from one run to the
 * next.
 *
 * <p>There, too, a letter that no font has is written out as its code point; Windows and macOS have a font for nearly
 * all.
 *
 * <p>A paragraph runs as its first letter does, and not as the window: a Hebrew sentence ends at its left.
 */
public final class PrismTextLayoutFactory implements TextLayoutFactory {
    /** Below, every font has all letters. */
    private static final char PLAIN = 0x250;

    private static final PrismTextLayoutFactory FACTORY = new PrismTextLayoutFactory();

    private PrismTextLayoutFactory() {}

    /** Asked by JavaFX. */
    public static PrismTextLayoutFactory getFactory() {
        return FACTORY;
    }

    @Override
    public TextLayout createLayout() {
        return new Layout();
    }

    @Override
    public TextLayout getLayout() {
        return createLayout();
    }

    @Override
    public void disposeLayout(TextLayout layout) {
        // made anew each time: nothing is left to give back
    }

    private static final class Layout extends PrismTextLayout {
        /**
         * What is set. It is looked at before it is shaped: a run with a letter that no font has goes through the
         * shaper.
         */
        private char[] letters = {};

        private boolean named;

        Layout() {
            super(PrismFontFactory.cacheLayoutSize);
        }

        @Override
        public int getDirection() {
            return super.getDirection() == Bidi.DIRECTION_LEFT_TO_RIGHT
                    ? Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT
                    : super.getDirection();
        }

        @Override
        public void addTextRun(TextRun run) {
            if (PlatformUtil.isLinux() && !run.isComplex() && !drawn(run)) {
                run.setComplex(true);
                named = true;
            }
            super.addTextRun(run);
        }

        private boolean drawn(TextRun run) {
            int end = Math.min(run.getEnd(), letters.length);
            int first = run.getStart();
            while (first < end && letters[first] < PLAIN) {
                first++;
            }
            Object font =
                    run.getTextSpan() == null ? getFont() : run.getTextSpan().getFont();
            return first >= end
                    || !(font instanceof PGFont face)
                    || new String(letters, first, end - first)
                            .codePoints()
                            .allMatch(c -> Written.unseen(c) || Written.has(face, c));
        }

        @Override
        protected GlyphLayout glyphLayout() {
            return PlatformUtil.isLinux() ? new EachRunAnew() : super.glyphLayout();
        }
    }

    /**
     * Shapes every run with a shaper that knows no other. A run looks the same wherever it stands, and is asked for at
     * every width that a control tries: the shapes of the last ones are kept.
     */
    private static final class EachRunAnew extends GlyphLayout {
        @Override
        public int breakRuns(PrismTextLayout layout, char[] chars, int flags) {
            if (!(layout instanceof Layout ours)) {
                return super.breakRuns(layout, chars, flags);
            }
            ours.letters = chars;
            ours.named = false;
            int found = super.breakRuns(layout, chars, flags);
            return ours.named ? found | PrismTextLayout.FLAGS_HAS_COMPLEX : found;
        }

        private static final int MOST_KEPT = 2048;
        private static final int LONGEST_KEPT = 512;
        private static final Map<Run, Shape> KEPT = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Run, Shape> eldest) {
                return size() > MOST_KEPT;
            }
        });

        @Override
        public void layout(TextRun run, PGFont font, FontStrike strike, char[] text) {
            Run letters = new Run(font, run.getLevel(), new String(text, run.getStart(), run.getLength()));
            Shape known = KEPT.get(letters);
            if (known != null) {
                known.give(run);
                return;
            }
            GlyphLayout shaper = PrismFontFactory.getFontFactory().createGlyphLayout();
            try {
                shaper.layout(run, font, strike, text);
            } finally {
                shaper.dispose();
            }
            Shape shape = Shape.of(run, letters.letters());
            if (shape.glyphs().length == 0) {
                // JavaFX ends a run between the halves of a letter that runs from right to left; Pango shapes no half
                String after = new String(text, run.getStart(), text.length - run.getStart());
                Written.out(Shape.unshaped(font, after, run.getLength()), font, after)
                        .give(run);
                return;
            }
            shape = Written.out(shape, font, letters.letters());
            shape.give(run);
            if (run.getLength() <= LONGEST_KEPT) {
                KEPT.put(letters, shape);
            }
        }

        @Override
        public void dispose() {
            // each shaper was disposed of when it had shaped
        }
    }

    /**
     * Writes out what no font has, as reports do, so that its reader sees more than an empty box. Only what is drawn
     * changes: the text, the places in it, what is copied and what a screen reader says stay as they are.
     */
    private static final class Written {
        private Written() {}

        static boolean has(PGFont font, int codePoint) {
            return !missing(font.getFontResource().getGlyphMapper().charToGlyph(codePoint), codePoint);
        }

        /**
         * Whether a glyph does not show its letter. For private use each font means something else by a letter: the one
         * of another font than the text's own, such as an icon's, says nothing.
         */
        static boolean missing(int glyph, int codePoint) {
            boolean another = glyph >>> 24 != 0;
            return glyph == CharToGlyphMapper.MISSING_GLYPH
                    || another && Character.getType(codePoint) == Character.PRIVATE_USE;
        }

        /** Marks and joiners, which stand on other letters or are not seen. */
        static boolean unseen(int codePoint) {
            return switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.COMBINING_SPACING_MARK,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SPACE_SEPARATOR -> true;
                default -> false;
            };
        }

        static Shape out(Shape shape, PGFont font, String text) {
            List<Integer> glyphs = new ArrayList<>();
            List<Float> wide = new ArrayList<>();
            List<Integer> letters = new ArrayList<>();
            for (int i = 0; i < shape.glyphs().length; i++) {
                int letter = shape.letters()[i];
                float own = shape.ends()[2 * i + 2] - shape.ends()[2 * i];
                int c = letter >= 0 && letter < text.length() ? text.codePointAt(letter) : ' ';
                if (missing(shape.glyphs()[i], c) && !unseen(c)) {
                    for (char sign : SafeText.named(c).toCharArray()) {
                        int glyph = font.getFontResource().getGlyphMapper().charToGlyph(sign);
                        glyphs.add(glyph);
                        wide.add(font.getFontResource().getAdvance(glyph, font.getSize()));
                        letters.add(letter);
                    }
                } else {
                    glyphs.add(shape.glyphs()[i]);
                    wide.add(own);
                    letters.add(letter);
                }
            }
            if (glyphs.size() == shape.glyphs().length) {
                return shape;
            }
            float[] ends = new float[2 * glyphs.size() + 2];
            for (int i = 0; i < wide.size(); i++) {
                ends[2 * i + 2] = ends[2 * i] + wide.get(i);
            }
            return new Shape(
                    glyphs.stream().mapToInt(Integer::intValue).toArray(),
                    ends,
                    letters.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private record Run(PGFont font, byte level, String letters) {}

    /** What a run looks like: its glyphs, where each ends, and which letter each is. */
    private record Shape(int[] glyphs, float[] ends, int[] letters) {
        static Shape of(TextRun run, String text) {
            int count = run.getGlyphCount();
            int[] glyphs = new int[count];
            float[] ends = new float[2 * count + 2];
            int[] letters = new int[count];
            for (int i = 0; i < count; i++) {
                float wide = run.getAdvance(i);
                int glyph = run.getGlyphCode(i);
                // Pango has no glyph for a joiner or a mark of direction; JavaFX would draw the box for what its font
                // lacks
                glyphs[i] = glyph == 0 && wide == 0 ? CharToGlyphMapper.INVISIBLE_GLYPH_ID : glyph;
                ends[2 * i + 2] = ends[2 * i] + wide;
                letters[i] = place(run, text, run.getCharOffset(i));
            }
            return new Shape(glyphs, ends, letters);
        }

        /** Letter by letter; the second half of a pair shows nothing. */
        static Shape unshaped(PGFont font, String text, int count) {
            int[] glyphs = new int[count];
            float[] ends = new float[2 * count + 2];
            int[] letters = new int[count];
            for (int i = 0; i < count; i++) {
                boolean half = Character.isLowSurrogate(text.charAt(i));
                glyphs[i] = half
                        ? CharToGlyphMapper.INVISIBLE_GLYPH_ID
                        : font.getFontResource().getGlyphMapper().charToGlyph(text.codePointAt(i));
                float wide = half ? 0 : font.getFontResource().getAdvance(glyphs[i], font.getSize());
                ends[2 * i + 2] = ends[2 * i] + wide;
                letters[i] = i;
            }
            return new Shape(glyphs, ends, letters);
        }

        /**
         * JavaFX counts letters where it should count their halves: behind a letter of two, every place would be too
         * small.
         */
        private static int place(TextRun run, String text, int counted) {
            int all = text.codePointCount(0, text.length());
            if (all == text.length()) {
                return counted;
            }
            // from right to left it counts from the end
            int letter = run.isLeftToRight() ? counted : counted - (text.length() - all);
            return text.offsetByCodePoints(0, Math.clamp(letter, 0, all - 1));
        }

        void give(TextRun run) {
            run.shape(glyphs.length, glyphs, ends.clone(), letters);
        }
    }
}
