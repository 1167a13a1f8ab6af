package domicile.report.type;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a line may end: where the renderer's own breaker says, in time that grows with the text alone. The renderer
 * asks anew at every line, with all that is left of the text, and its breaker looks for a slash to the end of that at
 * every word, and to the end of every word: a long note took minutes. Here a word that is longer than any line may also
 * end where no more of it was looked at.
 */
public final class LineBreaks implements FSTextBreaker {
    /** In characters: more of the narrowest letters than the longest line of the smallest type holds. */
    static final int LONGEST_WORD = 1024;

    /** In characters: what is shorter, such as ISO/IEC, is no address, and stays whole. */
    static final int SHORTEST_ADDRESS = 12;

    private static final String BETWEEN_WORDS = ".,:;!?- \n\r\t/";

    private final BreakIterator words = BreakIterator.getLineInstance(Locale.US);
    private final int longest;
    private String text = "";
    /** The stretch of the text that is looked at. */
    private int from;

    private int to;
    /** The last word's end. */
    private int end;
    /** The last break: the last word's end, or a slash in it. */
    private int last;

    public LineBreaks() {
        this(LONGEST_WORD);
    }

    LineBreaks(int longestWord) {
        longest = longestWord;
    }

    @Override
    public void setText(String newText) {
        text = newText;
        end = 0;
        last = 0;
        look(0);
    }

    @Override
    public int next() {
        int start = last;
        if (last == end) {
            do {
                end = wordEnd();
            } while (end > 0 && end - last < longest && elided(end));
            if (end == BreakIterator.DONE) {
                end = last;
                return BreakIterator.DONE;
            }
            if (text.startsWith("://", end - 1)) {
                start = end + 2;
                end = wordEnd();
            }
        }
        last = slash(start, end);
        return last;
    }

    /** Whether it is within a French word, where Java's rules let a line end: an article stays with its noun. */
    private boolean elided(int at) {
        return at < text.length()
                && (text.charAt(at - 1) == '\'' || text.charAt(at - 1) == '\u2019')
                && Character.isLetter(text.charAt(at));
    }

    private int wordEnd() {
        int found = words.next();
        if (found > longest && end > from) {
            // what follows the stretch might say otherwise
            look(end);
            found = words.next();
        }
        if (found > longest) {
            int cut = from + longest;
            look(Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut);
            return from;
        }
        return found == BreakIterator.DONE ? BreakIterator.DONE : from + found;
    }

    private void look(int start) {
        from = start;
        to = Math.min(text.length(), start + 2 * longest);
        words.setText(text.substring(from, to));
    }

    /**
     * Where the next part of an address begins, or the end of it all; the rest of an address is one as long as it is
     * not short.
     */
    private int slash(int start, int stop) {
        int first = start;
        while (first < stop && BETWEEN_WORDS.indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        int behind = Math.max(first, stop);
        while (behind > first && BETWEEN_WORDS.indexOf(text.charAt(behind - 1)) >= 0) {
            behind--;
        }
        int slash = behind - first < SHORTEST_ADDRESS ? -1 : text.indexOf('/', first, behind);
        return slash < 0 ? stop : slash;
    }

    /**
     * Between which letters a word may be broken that is longer than a line: the same that Java's own iterator finds,
     * which looks for all of them before it tells the first.
     */
    public static final class Letters implements FSTextBreaker {
        private static final Pattern LETTER = Pattern.compile("\\X");
        private final Matcher letters = LETTER.matcher("");

        @Override
        public void setText(String newText) {
            letters.reset(newText);
        }

        @Override
        public int next() {
            return letters.find() ? letters.end() : BreakIterator.DONE;
        }
    }
}
