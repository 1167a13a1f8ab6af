package domicile.report.type;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Hebrew and Arabic on paper: which stretches of a paragraph run from right to left, and how each is set. Java's own
 * bidirectional algorithm is asked. The renderer sets stretches one after the other, so that numbers within such a
 * stretch stay part of it.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/">Unicode Bidirectional Algorithm</a>
 */
public final class RightToLeft implements BidiReorderer {
    /** A letter with the marks that stand on it. */
    private static final Pattern LETTER = Pattern.compile("(?s).\\p{Mn}*");

    private final IntPredicate has;
    /** What was set, from left to right, and how it reads. */
    private final Map<String, String> set = new HashMap<>();

    /** @param has whether there is a glyph for a character */
    public RightToLeft(IntPredicate has) {
        this.has = has;
    }

    /** Whether there is anything in a text that runs from right to left. */
    public static boolean isIn(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /**
     * Says in the document how each line reads that was set from right to left: who reads it aloud, searches or copies
     * it gets the text and not the order and the shapes of its glyphs. A saved document is read again: only then have
     * its fonts a way back from glyphs to letters.
     *
     * @param id the document's identifier, as it was saved with
     * @see <a href="https://pdfa.org/resource/iso-32000-1/">ISO 32000-1, 14.9.4 Replacement Text</a>
     */
    public byte[] told(byte[] saved, long id) throws IOException {
        try (PDDocument document = Loader.loadPDF(saved)) {
            TaggedText.tell(document, shown -> Optional.ofNullable(set.get(ArabicShapes.unshaped(shown))));
            document.setDocumentId(id);
            ByteArrayOutputStream out = new ByteArrayOutputStream(saved.length + 4096);
            document.save(out);
            return out.toByteArray();
        }
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        String visual = visual(text);
        set.put(ArabicShapes.unshaped(visual), ArabicShapes.unshaped(text));
        return visual;
    }

    /** A line of a stretch that runs from right to left, from left to right. */
    static String visual(String text) {
        if (text.isEmpty()) {
            return text;
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
        List<MatchResult> letters = LETTER.matcher(text).results().toList();
        byte[] levels = new byte[letters.size()];
        String[] ordered = new String[letters.size()];
        for (int i = 0; i < ordered.length; i++) {
            String letter = letters.get(i).group();
            levels[i] = (byte) bidi.getLevelAt(letters.get(i).start());
            ordered[i] = levels[i] % 2 == 0 ? letter : set(letter);
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        return String.join("", ordered);
    }

    /**
     * A letter with its marks, as glyphs from left to right. Nothing moves a mark to its letter but where it is drawn:
     * in these scripts, from the letter's left. Letters with points that have a glyph together get that.
     */
    private static String set(String cluster) {
        int letter = mirrored(cluster.codePointAt(0));
        StringBuilder marks = new StringBuilder();
        for (int c : cluster.codePoints().skip(1).toArray()) {
            int together = Pointed.LETTERS.getOrDefault(
                    Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD) + Character.toString(c), 0);
            if (together > 0) {
                letter = together;
            } else {
                marks.appendCodePoint(c);
            }
        }
        return marks + Character.toString(letter);
    }

    /** Hebrew letters that have a glyph together with their points, by how they are written. */
    private static final class Pointed {
        private static final Map<String, Integer> LETTERS = IntStream.rangeClosed(0xFB1D, 0xFB4E)
                .filter(PdfFonts::always)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(
                        c -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD), c -> c, (a, b) -> a));
    }

    /** An opening bracket as the closing one, by its name; what has no twin stays as it is. */
    static int mirrored(int c) {
        if (!Character.isMirrored(c)) {
            return c;
        }
        String name = Character.getName(c);
        String twin = name.matches(".*\\b(LEFT|LESS)\\b.*")
                ? name.replace("LEFT", "RIGHT").replace("LESS", "GREATER")
                : name.replace("RIGHT", "LEFT").replace("GREATER", "LESS");
        try {
            return Character.codePointOf(twin);
        } catch (IllegalArgumentException e) {
            return c;
        }
    }

    @Override
    public String shapeText(String text) {
        return ArabicShapes.shape(text, has);
    }

    @Override
    public String deshapeText(String text) {
        return ArabicShapes.unshaped(text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** A paragraph's stretches: what is not in its own direction is one, with the numbers in it. */
    public static final class Splitter implements BidiSplitter {
        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            runs.clear();
            Bidi bidi = new Bidi(paragraph, direction);
            if (direction == RTL || bidi.isLeftToRight()) {
                runs.add(new BidiTextRun(0, paragraph.length(), direction));
                return;
            }
            int end;
            for (int start = 0; start < paragraph.length(); start = end) {
                boolean left = bidi.getLevelAt(start) == 0;
                end = start + 1;
                while (end < paragraph.length() && bidi.getLevelAt(end) == 0 == left) {
                    end++;
                }
                runs.add(new BidiTextRun(start, end - start, left ? LTR : RTL));
            }
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return runs.get(index);
        }

        /** As most of its letters: a sentence of ours that begins with somebody's name stays ours. */
        @Override
        public byte getBaseDirection(String paragraph) {
            int more = paragraph
                    .codePoints()
                    .map(c -> switch (Character.getDirectionality(c)) {
                        case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> 1;
                        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
                        default -> 0;
                    })
                    .sum();
            return more > 0 ? RTL : LTR;
        }
    }
}
