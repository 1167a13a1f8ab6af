package domicile.report.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.TextUtil;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import domicile.Seeds;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The breaks that the renderer finds by itself are right, but for words that no line holds. */
class LineBreaksTest {
    private static final int LONGEST = 20;

    private static List<Integer> of(FSTextBreaker breaker, String text) {
        breaker.setText(text);
        List<Integer> breaks = new ArrayList<>();
        for (int at = breaker.next(); at != BreakIterator.DONE; at = breaker.next()) {
            breaks.add(at);
        }
        return breaks;
    }

    /** But for an article that Java's rules would leave alone at the end of a line. */
    private static List<Integer> usual(String text) {
        return of(new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US)), text).stream()
                .filter(b -> b == 0 || !text.substring(b - 1).matches("(?s)['\u2019]\\p{L}.*"))
                .toList();
    }

    @Test
    void linesBreakWhereTheRendererBreaksThem() {
        Seeds.forAll(2_000, random -> {
            String text = text(random);
            same(of(new LineBreaks(), text), text);
        });
    }

    /** The usual breaks, but for those at a slash in a short word. */
    private static void same(List<Integer> breaks, String text) {
        List<Integer> missing = new ArrayList<>(usual(text));
        assertThat(missing).containsSubsequence(breaks);
        missing.removeAll(breaks);
        for (int slash : missing) {
            int before = breaks.stream().filter(b -> b < slash).reduce(0, Math::max);
            int behind = breaks.stream().filter(b -> b > slash).findFirst().orElseThrow();
            String word =
                    text.substring(before, behind).replaceFirst("^.*://", "").strip();
            assertThat(text.charAt(slash)).isEqualTo('/');
            assertThat(word.replaceAll("[.,:;!?\\-/ \n]+$|^[.,:;!?\\-/ \n]+", ""))
                    .hasSizeLessThan(LineBreaks.SHORTEST_ADDRESS);
        }
    }

    @Test
    void aShortWordWithASlashStaysWhole() {
        assertThat(of(new LineBreaks(), "ISO/IEC 27001, and/or")).containsExactly(8, 15, 21);
        assertThat(of(new LineBreaks(), "trust.example.com/certificates/iso")).containsExactly(6, 14, 17, 30, 34);
    }

    @Test
    void stretchesAreJoinedAsIfThereWereNone() {
        Seeds.forAll(2_000, random -> joined(text(random)));
    }

    private static void joined(String text) {
        List<Integer> breaks = of(new LineBreaks(LONGEST), text);
        if (longestWord(text) <= LONGEST) {
            same(breaks, text);
        }
        assertThat(breaks)
                .isSorted()
                .noneMatch(b ->
                        b > 0 && b < text.length() && Character.isSurrogatePair(text.charAt(b - 1), text.charAt(b)));
        assertThat(text.length()).isEqualTo(breaks.isEmpty() ? 0 : breaks.getLast());
    }

    private static int longestWord(String text) {
        int before = 0;
        int longest = 0;
        for (int at : of(new TextUtil.DefaultCharacterBreaker(BreakIterator.getLineInstance(Locale.US)), text)) {
            longest = Math.max(longest, at - before);
            before = at;
        }
        return longest;
    }

    @Test
    void wordsBreakBetweenTheSameLetters() {
        Seeds.forAll(2_000, random -> {
            String text = text(random);
            assertThat(of(new LineBreaks.Letters(), text))
                    .isEqualTo(of(
                            new TextUtil.DefaultCharacterBreaker(BreakIterator.getCharacterInstance(Locale.US)), text));
        });
    }

    @Test
    void anArticleStaysWithItsNoun() {
        assertThat(of(new LineBreaks(), "n\u2019est pas l\u2019inférence \u2019x\u2019 y"))
                .containsExactly(6, 10, 22, 26, 27);
        assertThat(of(new LineBreaks(LONGEST), "l\u2019".repeat(30))).containsExactly(20, 40, 60);
    }

    @Test
    void aWordThatNoLineHoldsIsCut() {
        assertThat(of(new LineBreaks(LONGEST), "of " + "x".repeat(30) + " is")).containsExactly(3, 23, 34, 36);
    }

    /** What may stand in a note: words, addresses, numbers, other writings, marks, emoji. */
    private static String text(Random random) {
        return String.join("", Seeds.list(random, 60, () -> Seeds.any(random, PIECES)));
    }

    private static final List<String> PIECES = List.of(
            "a",
            "Word",
            " ",
            " ",
            "  ",
            "/",
            "://",
            "https://",
            "x.example/",
            "-",
            ".",
            ",",
            ":",
            "1",
            "2.5",
            "%",
            "(",
            ")",
            "\u00a0",
            "\u00ad",
            "\n",
            "é",
            "e\u0301",
            "שלום",
            "بيت",
            "한국",
            "株",
            "、",
            "ー",
            "\uD83D\uDE80",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\u2013",
            "…",
            "'",
            "\"",
            "$",
            "\u200b");
}
