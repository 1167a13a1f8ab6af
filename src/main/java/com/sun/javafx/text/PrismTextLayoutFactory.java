package com.sun.javafx.text;

import com.sun.javafx.PlatformUtil;
import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.font.PrismFontFactory;
import com.sun.javafx.scene.text.TextLayout;
import com.sun.javafx.scene.text.TextLayoutFactory;
import java.text.Bidi;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes what sets every text of the window: labels, cells, tooltips, fields. It stands in the place of JavaFX's own class of this
 * name, which has no other place where a program could set text otherwise; Domicile's classes come first on the class path.
 *
 * <p>On Linux JavaFX remembers the letters of a run, and sets the same letters again when a line's end has cut the run in two: text
 * from right to left then has letters in front of its beginning, an {@link ArrayIndexOutOfBoundsException} in every frame, and other
 * scripts that are shaped show letters twice. Here nothing is remembered from one run to the next.
 *
 * <p>A paragraph runs as its first letter does, and not as the window: a Hebrew sentence ends at its left.
 */
public final class PrismTextLayoutFactory implements TextLayoutFactory {
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
        protected GlyphLayout glyphLayout() {
            return PlatformUtil.isLinux() ? new EachRunAnew() : super.glyphLayout();
        }
    }

    /**
     * Shapes every run with a shaper that knows no other. A run looks the same wherever it stands, and is asked for at every width that
     * a control tries: the shapes of the last ones are kept.
     */
    private static final class EachRunAnew extends GlyphLayout {
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
            Shape shape = Shape.of(run);
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

    private record Run(PGFont font, byte level, String letters) {}

    /** What a run looks like: its glyphs, where each ends, and which letter each is. */
    private record Shape(int[] glyphs, float[] ends, int[] letters) {
        static Shape of(TextRun run) {
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
                letters[i] = run.getCharOffset(i);
            }
            return new Shape(glyphs, ends, letters);
        }

        void give(TextRun run) {
            run.shape(glyphs.length, glyphs, ends.clone(), letters);
        }
    }
}
