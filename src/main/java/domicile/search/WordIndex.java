package domicile.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Which texts hold a part of a word. A word that is searched for has no blank in it, so it can only lie inside one of
 * the texts' own words: looking through the distinct words, which are far fewer than the texts are long, finds exactly
 * what looking through every text would.
 */
public final class WordIndex {
    /** A word that stands in more texts than one of this many is kept as a bit set, a rarer one as a list. */
    private static final int DENSE = 64;
    /**
     * After so many words it is looked whether everything has been found already, as for a single letter it soon is.
     */
    private static final int LOOK_AGAIN = 4;

    /** As {@code \\s} in a pattern. */
    private static final String BLANKS = " \t\n\u000B\f\r";

    private final int size;
    private final String[] frequent;
    private final PositionSet[] frequentIn;
    private final String[] rare;
    private final int[][] rareIn;
    private final long[] rareLetters;
    private final long[] rareTriples;

    /** Reads the texts; upper and lower case are the same. */
    WordIndex(List<String> texts) {
        this.size = texts.size();
        Map<String, IntList> postings = new HashMap<>();
        for (int i = 0; i < size; i++) {
            StringTokenizer words = new StringTokenizer(texts.get(i).toLowerCase(Locale.ROOT), BLANKS);
            while (words.hasMoreTokens()) {
                postings.computeIfAbsent(words.nextToken(), w -> new IntList()).addOnce(i);
            }
        }
        List<String> often = new ArrayList<>();
        List<String> seldom = new ArrayList<>();
        postings.forEach((word, in) -> (in.size > size / DENSE ? often : seldom).add(word));
        // The most frequent first: a short search is then soon known to match everything.
        often.sort((a, b) -> Integer.compare(
                postings.getOrDefault(b, IntList.NONE).size, postings.getOrDefault(a, IntList.NONE).size));
        frequent = often.toArray(String[]::new);
        frequentIn = new PositionSet[frequent.length];
        for (int i = 0; i < frequent.length; i++) {
            frequentIn[i] = new PositionSet(size);
            for (int text : postings.getOrDefault(frequent[i], IntList.NONE).toArray()) {
                frequentIn[i].set(text);
            }
        }
        rare = seldom.toArray(String[]::new);
        rareLetters = seldom.stream().mapToLong(WordIndex::letters).toArray();
        rareTriples = seldom.stream().mapToLong(WordIndex::triples).toArray();
        rareIn = new int[rare.length][];
        for (int i = 0; i < rare.length; i++) {
            rareIn[i] = postings.getOrDefault(rare[i], IntList.NONE).toArray();
        }
    }

    /** The words of a search, in lower case. */
    public static String[] words(String text) {
        return text.isBlank()
                ? new String[0]
                : text.toLowerCase(Locale.ROOT).strip().split("\\s+");
    }

    /** The texts that hold all words of a search, each inside some word. */
    PositionSet find(String search) {
        PositionSet found = PositionSet.full(size);
        for (String word : words(search)) {
            found.and(holding(word));
        }
        return found;
    }

    private PositionSet holding(String part) {
        PositionSet found = new PositionSet(size);
        for (int i = 0; i < frequent.length; i++) {
            if (frequent[i].contains(part)) {
                found.or(frequentIn[i]);
            }
            if (i % LOOK_AGAIN == LOOK_AGAIN - 1 && found.count() == size) {
                return found;
            }
        }
        long letters = letters(part);
        long triples = triples(part);
        for (int i = 0; i < rare.length; i++) {
            if ((rareLetters[i] & letters) == letters
                    && (rareTriples[i] & triples) == triples
                    && rare[i].contains(part)) {
                for (int text : rareIn[i]) {
                    found.set(text);
                }
            }
        }
        return found;
    }

    /**
     * Which letters a word has, folded into 64 bits: most words are known not to hold a part without looking into them.
     */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }

    /**
     * Which three letters in a row a word has, folded likewise: of 100,000 ids that share all but a few digits nearly
     * all are known not to hold one of them.
     */
    private static long triples(String word) {
        long triples = 0;
        for (int i = 2; i < word.length(); i++) {
            int three = (word.charAt(i - 2) * 31 + word.charAt(i - 1)) * 31 + word.charAt(i);
            triples |= 1L << (three * 0x9E3779B9 >>> 26);
        }
        return triples;
    }

    private static final class IntList {
        private static final IntList NONE = new IntList();
        private int[] values = new int[2];
        private int size;

        /** Adds a value that is not less than those that are there. */
        void addOnce(int value) {
            if (size > 0 && values[size - 1] == value) {
                return;
            }
            if (size == values.length) {
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return java.util.Arrays.copyOf(values, size);
        }
    }
}
