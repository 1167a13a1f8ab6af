package domicile.report.type;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import domicile.problem.SafeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that a PDF embeds. The text face has Latin, Greek and Cyrillic, the one for symbols Hebrew and Arabic too;
 * two wider ones are read only for a report that has letters of China, Japan or Korea. What none of them has is written
 * out as its code point, so that no reader sees an empty box.
 */
public final class PdfFonts {

    /** A font file, read once; what it covers is worked out when it is first asked. */
    private enum Face {
        REGULAR("Plex", 400, "IBMPlexSans-Regular.ttf"),
        SEMIBOLD("Plex", 600, "IBMPlexSans-SemiBold.ttf"),
        MONO("Mono", 400, "IBMPlexMono-Regular.ttf"),
        SYMBOLS("DejaVu", 400, "DejaVuSans.ttf"),
        WIDE("Droid", 400, "DroidSansFallbackFull.ttf"),
        KOREAN("PlexKorean", 400, "IBMPlexSansKR-Regular.ttf");

        private final String family;
        private final int weight;
        private final String file;
        private byte[] bytes = {};
        private final BitSet covered = new BitSet();

        Face(String family, int weight, String file) {
            this.family = family;
            this.weight = weight;
            this.file = file;
        }

        synchronized byte[] bytes() {
            if (bytes.length == 0) {
                bytes = withoutSubstitutions(Assets.bytes("fonts/" + file));
            }
            return bytes;
        }

        /**
         * The font with its table of substitutions out of sight. Lines are measured without ligatures, so letters are
         * set without them too; looking for them in every word took a third of the time of a report.
         *
         * @see <a href="https://learn.microsoft.com/typography/opentype/spec/otff">OpenType, table directory</a>
         */
        private static byte[] withoutSubstitutions(byte[] font) {
            ByteBuffer directory = ByteBuffer.wrap(font);
            int tables = directory.getShort(TABLES);
            for (int i = 0; i < tables; i++) {
                int record = FIRST_RECORD + i * RECORD;
                if (directory.getInt(record) == SUBSTITUTIONS) {
                    directory.putInt(record, UNKNOWN_TABLE);
                }
            }
            return font;
        }

        synchronized boolean covers(int codePoint) {
            if (covered.isEmpty()) {
                try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes()))) {
                    CmapLookup glyphs = font.getUnicodeCmapLookup();
                    for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
                        if (glyphs.getGlyphId(c) > 0) {
                            covered.set(c);
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return covered.get(codePoint);
        }
    }

    private static final int TABLES = 4;
    private static final int FIRST_RECORD = 12;
    private static final int RECORD = 16;
    private static final int SUBSTITUTIONS = 0x47535542; // GSUB
    private static final int UNKNOWN_TABLE = 0x78535542; // xSUB

    private final Set<Face> used = EnumSet.of(Face.REGULAR, Face.SEMIBOLD, Face.MONO, Face.SYMBOLS);

    /** The text with everything written out that no font has; remembers which fonts it needs. */
    public String covered(String text) {
        // some systems name files in parts of letters, which no font here puts together
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        int before = ' ';
        int c;
        for (int i = 0; i < composed.length(); i += Character.charCount(c)) {
            c = composed.codePointAt(i);
            if (c == 0x200C || c == 0x200D) {
                // joiners have no glyph of their own; between Arabic letters they say how these are shaped
                if (ArabicShapes.arabic(before)
                        && i + 1 < composed.length()
                        && ArabicShapes.arabic(composed.codePointAt(i + 1))) {
                    out.appendCodePoint(c);
                }
            } else if (c < 0x7F || c == 0xA0 || always(c)) {
                out.appendCodePoint(c);
            } else if (Face.WIDE.covers(c)) {
                used.add(Face.WIDE);
                out.appendCodePoint(c);
            } else if (Face.KOREAN.covers(c)) {
                used.add(Face.KOREAN);
                out.appendCodePoint(c);
            } else {
                out.append(SafeText.named(c));
            }
            before = c;
        }
        return out.toString();
    }

    /** Whether a font that is always there has a glyph for a character. */
    public static boolean always(int codePoint) {
        return Face.REGULAR.covers(codePoint) || Face.SYMBOLS.covers(codePoint);
    }

    /** Registers the fonts that the text needs. */
    public void register(PdfRendererBuilder builder) {
        for (Face face : used) {
            builder.useFont(
                    () -> new ByteArrayInputStream(face.bytes()), face.family, face.weight, FontStyle.NORMAL, true);
        }
    }
}
