package domicile.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text, and how many of them two texts share in the same order. */
final class WordLikeness {
    private static final int MOST = 400;

    private static final Pattern MONTH = Pattern.compile(
            "(?i)\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b");

    private WordLikeness() {}

    /** The words of a text; numbers and months each as one, so that a new day is a near day. */
    static List<String> of(String text) {
        return List.of(MONTH.matcher(text)
                .replaceAll("#")
                .replaceAll("\\d+", "#")
                .strip()
                .split("[^\\p{L}#]+"));
    }

    /**
     * How much of the weight of two texts their longest common run of words in order has: 1 for equal texts, 0 for no
     * common word, and for less than is asked.
     *
     * @param least the share below which the answer does not matter
     * @param weight of a word, above 0
     */
    static double like(List<String> a, List<String> b, double least, ToDoubleFunction<String> weight) {
        List<String> first = a.subList(0, Math.min(MOST, a.size()));
        List<String> second = b.subList(0, Math.min(MOST, b.size()));
        double all = Stream.concat(first.stream(), second.stream())
                .mapToDouble(weight)
                .sum();
        if (all == 0 || 2 * common(first, second, weight) / all < least) {
            return 0;
        }
        double[] row = new double[second.size() + 1];
        for (String word : first) {
            double own = weight.applyAsDouble(word);
            double diagonal = 0;
            for (int j = 0; j < second.size(); j++) {
                double above = row[j + 1];
                row[j + 1] = word.equals(second.get(j)) ? diagonal + own : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return 2 * row[second.size()] / all;
    }

    /** The weight of the words that two texts share, in whatever order: no run in order has more. */
    private static double common(List<String> a, List<String> b, ToDoubleFunction<String> weight) {
        Map<String, Integer> left = new HashMap<>();
        a.forEach(word -> left.merge(word, 1, Integer::sum));
        double common = 0;
        for (String word : b) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                common += weight.applyAsDouble(word);
            }
        }
        return common;
    }
}
