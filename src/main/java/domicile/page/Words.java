package domicile.page;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** The words of a text, and how many of them two texts share in the same order. */
final class Words {
    private static final int MOST = 400;

    private static final Pattern MONTH = Pattern.compile(
            "(?i)\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b");

    private Words() {}

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
     * common word.
     *
     * @param weight of a word, above 0
     */
    static double like(List<String> a, List<String> b, ToDoubleFunction<String> weight) {
        int n = Math.min(MOST, a.size());
        int m = Math.min(MOST, b.size());
        double[] row = new double[m + 1];
        double all = 0;
        for (int j = 0; j < m; j++) {
            all += weight.applyAsDouble(b.get(j));
        }
        for (int i = 0; i < n; i++) {
            double own = weight.applyAsDouble(a.get(i));
            all += own;
            double diagonal = 0;
            for (int j = 0; j < m; j++) {
                double above = row[j + 1];
                row[j + 1] = a.get(i).equals(b.get(j)) ? diagonal + own : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return all == 0 ? 0 : 2 * row[m] / all;
    }
}
