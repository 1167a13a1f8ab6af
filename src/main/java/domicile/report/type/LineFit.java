package domicile.report.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Cuts a text to so many lines of a column, by the widths of the text face, so that what is left out is marked by an
 * ellipsis and never merely clipped.
 *
 * @param width of the column, in points
 * @param size of the type, in points
 */
public record LineFit(double width, double size) {
    private static final double EM = 1000;
    /** In characters: wider than any column, in the narrowest letters too. */
    private static final int LONGEST_WORD = 512;

    private static final Map<Integer, Integer> WIDTHS = widths();

    /** The text, cut at a word where it does not fit into so many lines. */
    public String cut(String text, int lines) {
        return cut(text, lines, n -> "…");
    }

    /**
     * The text, cut at a word where it does not fit into so many lines.
     *
     * @param mark what stands at its end then, by the number of characters that are left out
     */
    public String cut(String text, int lines, IntFunction<String> mark) {
        int end = fits(text, lines, 0).end();
        if (end == text.length()) {
            return text;
        }
        int kept = fits(text, lines, width(mark.apply(text.length()))).end();
        int space = text.lastIndexOf(' ', kept);
        int at = space > kept / 2 ? space : kept;
        String shown = text.substring(0, at)
                .stripTrailing()
                .replaceFirst("[,;:.(–]+$", "")
                .stripTrailing();
        return shown + mark.apply(text.codePointCount(shown.length(), text.length()));
    }

    /** How many lines the text takes; none when it is empty. */
    public int lines(String text) {
        return text.isEmpty() ? 0 : fits(text, Integer.MAX_VALUE, 0).line();
    }

    /** How far a text got, and in which line. */
    private record Reach(int end, int line) {}

    /** How many characters fit when the last line keeps so much free. */
    private Reach fits(String text, int lines, double reserve) {
        int line = 1;
        double x = 0;
        int i = 0;
        while (i < text.length()) {
            int end = wordEnd(text, i);
            double word = width(text.substring(i, end));
            double room = width - (line == lines ? reserve : 0);
            boolean whole = end == text.length() || text.charAt(end) == ' ';
            if (whole && x + word <= room) {
                x += word + width(" ");
                i = Math.min(text.length(), end + 1);
            } else if (!whole || word > width || line == lines) {
                // a word wider than the column is broken anywhere; on the last line, what fits of it counts
                int c = Character.charCount(text.codePointAt(i));
                double one = width(text.substring(i, i + c));
                if (x + one <= room) {
                    x += one;
                    i += c;
                } else if (line == lines || (x == 0 && one > room)) {
                    return new Reach(i, line);
                } else {
                    line++;
                    x = 0;
                }
            } else {
                line++;
                x = 0;
            }
        }
        return new Reach(text.length(), line);
    }

    private static int wordEnd(String text, int from) {
        int space = text.indexOf(' ', from);
        return Math.min(space < 0 ? text.length() : space, from + LONGEST_WORD);
    }

    /** How wide the text is in one line, in points. */
    public double width(String text) {
        // Arabic letters are narrower joined than alone
        String set = RightToLeft.isIn(text) ? ArabicShapes.shape(text, PdfFonts::always) : text;
        // letters that the text face lacks come from a wider one: a full em is the cautious guess
        return set.codePoints()
                        .mapToDouble(c -> WIDTHS.getOrDefault(c, (int) EM))
                        .sum()
                / EM
                * size;
    }

    private static Map<Integer, Integer> widths() {
        Map<Integer, Integer> widths = new HashMap<>();
        // the second has what the text face lacks: Hebrew and Arabic
        for (String file : List.of("IBMPlexSans-Regular.ttf", "DejaVuSans.ttf")) {
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Assets.bytes("fonts/" + file)))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                double scale = EM / font.getUnitsPerEm();
                for (int c : IntStream.concat(IntStream.range(' ', 0x2100), IntStream.rangeClosed(0xFB1D, 0xFEFC))
                        .toArray()) {
                    int glyph = glyphs.getGlyphId(c);
                    if (glyph > 0) {
                        widths.putIfAbsent(c, (int) Math.ceil(font.getAdvanceWidth(glyph) * scale));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(widths);
    }
}
