package domicile.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Okapi BM25 over short texts: a word counts the more the rarer it is, its second mention less than its first, and a
 * mention in a long text less than in a short one.
 */
public final class Bm25 {
    /** How soon further mentions of a word count for nothing; the usual value. */
    private static final double SATURATION = 1.2;
    /** How much the length of a text counts; the usual value. */
    private static final double LENGTH = 0.75;

    /** How much one word weighs in one text. */
    private record Posting(int text, double weight) {}

    private final int size;
    private final Map<String, List<Posting>> postings = new HashMap<>();

    /** Reads the texts, each as its words with how often they stand in it; what stands beside may count in parts. */
    public Bm25(List<Map<String, Double>> texts) {
        this.size = texts.size();
        double[] lengths = texts.stream()
                .mapToDouble(t ->
                        t.values().stream().mapToDouble(Double::doubleValue).sum())
                .toArray();
        double all = 0;
        for (double length : lengths) {
            all += length;
        }
        double usual = Math.max(1, all / Math.max(1, size));
        for (int i = 0; i < size; i++) {
            double room = SATURATION * (1 - LENGTH + LENGTH * lengths[i] / usual);
            for (Map.Entry<String, Double> word : texts.get(i).entrySet()) {
                double often = word.getValue();
                postings.computeIfAbsent(word.getKey(), w -> new ArrayList<>())
                        .add(new Posting(i, often * (SATURATION + 1) / (often + room)));
            }
        }
    }

    /** How well each text answers a question, by words and how much each matters. */
    public double[] scores(Map<String, Double> question) {
        double[] scores = new double[size];
        question.forEach((word, matters) -> {
            List<Posting> in = postings.getOrDefault(word, List.of());
            double rare = Math.log(1 + (size - in.size() + 0.5) / (in.size() + 0.5));
            for (Posting posting : in) {
                scores[posting.text()] += matters * rare * posting.weight();
            }
        });
        return scores;
    }
}
