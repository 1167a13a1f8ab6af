package domicile.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A page's text as one run of letters without blanks, with the places where units begin and end. Formats cut the same
 * words into other units, but a whole unit always begins and ends where one does.
 */
final class TextIndex {
    private static final int MOST_PLACES = 500;

    private final List<Unit> units;
    private final String run;
    private final int[] rowStarts;
    private final int[] starts;
    /** Where the words of a unit begin, behind the mark that counts them. */
    private final int[] wordsFrom;

    private final BitSet edges = new BitSet();
    private final BitSet wordStarts = new BitSet();
    private final Map<String, List<Integer>> byKey = new HashMap<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final List<Set<String>> words = new ArrayList<>();

    TextIndex(PageText page) {
        this.units = page.units();
        this.starts = new int[units.size() + 1];
        this.wordsFrom = new int[units.size()];
        this.rowStarts = new int[units.size()];
        for (int i = 0; i < units.size(); i++) {
            boolean goesOn = i > 0
                    && units.get(i).row() >= 0
                    && units.get(i).row() == units.get(i - 1).row();
            rowStarts[i] = goesOn ? rowStarts[i - 1] : i;
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < units.size(); i++) {
            starts[i] = all.length();
            edges.set(all.length());
            String text = units.get(i).text();
            int mark = units.get(i).mark();
            for (int c = 0; c < text.length(); c++) {
                if (text.charAt(c) == ' ') {
                    continue;
                }
                if (c == mark) {
                    wordsFrom[i] = all.length();
                    edges.set(all.length());
                }
                if (c == 0
                        || c == mark
                        || text.charAt(c - 1) == ' '
                        || !Character.isLetterOrDigit(text.charAt(c - 1))
                        || !Character.isLetterOrDigit(text.charAt(c))) {
                    wordStarts.set(all.length());
                }
                all.append(text.charAt(c));
            }
        }
        starts[units.size()] = all.length();
        edges.set(all.length());
        wordStarts.set(all.length());
        run = all.toString();
        for (int i = 0; i < units.size(); i++) {
            byKey.computeIfAbsent(run.substring(wordsFrom[i], starts[i + 1]), k -> new ArrayList<>())
                    .add(i);
            Set<String> own = words(units.get(i).text());
            words.add(own);
            int at = i;
            own.forEach(w -> byWord.computeIfAbsent(w, k -> new ArrayList<>()).add(at));
        }
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }

    List<Unit> units() {
        return units;
    }

    /** A run of letters in the page, from one place to another. */
    record Span(int from, int to) {}

    /** Where words stand, as whole words, whatever units they are in; not all where that is nearly everywhere. */
    List<Span> anywhere(String key) {
        List<Span> found = new ArrayList<>();
        for (int at = run.indexOf(key);
                at >= 0 && !key.isEmpty() && found.size() < MOST_PLACES;
                at = run.indexOf(key, at + 1)) {
            if (wordStarts.get(at) && wordStarts.get(at + key.length())) {
                found.add(new Span(at, at + key.length()));
            }
        }
        return found;
    }

    /** Where a text stands as one whole unit or several. */
    List<Span> whole(String key) {
        List<Integer> found = byKey.get(key);
        return found == null
                ? wholeRun(key)
                : found.stream().map(u -> new Span(wordsFrom[u], starts[u + 1])).toList();
    }

    /** As {@link #whole}, also across the units into which another format has cut it. */
    List<Span> wholeRun(String key) {
        List<Span> found = new ArrayList<>();
        for (int at = run.indexOf(key); at >= 0 && !key.isEmpty(); at = run.indexOf(key, at + 1)) {
            if (edges.get(at) && edges.get(at + key.length())) {
                found.add(new Span(at, at + key.length()));
            }
        }
        return found;
    }

    /** The units that a span touches: the first, and the one after the last. */
    int[] touched(Span span) {
        int first = Arrays.binarySearch(starts, span.from());
        first = first >= 0 ? first : -first - 2;
        while (first + 1 < starts.length && starts[first + 1] <= span.from()) {
            first++;
        }
        int last = first;
        while (last < units.size() && starts[last] < span.to()) {
            last++;
        }
        return new int[] {first, last};
    }

    boolean wholeUnits(Span span) {
        return edges.get(span.from()) && edges.get(span.to());
    }

    String text(int first, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i < end; i++) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(i == first ? units.get(i).words() : units.get(i).text());
        }
        return text.toString();
    }

    /** The letters of some units, without the mark of the first. */
    String key(int first, int end) {
        return first == end ? "" : run.substring(wordsFrom[first], starts[end]);
    }

    /** The first unit of the row that a unit stands in; empty outside of tables. */
    Optional<String> rowName(int unit) {
        int row = units.get(unit).row();
        if (row < 0) {
            return Optional.empty();
        }
        return Optional.of(Folding.key(units.get(rowStart(unit)).text()));
    }

    int rowStart(int unit) {
        return rowStarts[unit];
    }

    int rowEnd(int unit) {
        int row = units.get(unit).row();
        int end = unit + 1;
        while (end < units.size() && units.get(end).row() == row) {
            end++;
        }
        return end;
    }

    /** The heading that a unit stands under. */
    String heading(int unit) {
        int heading = units.get(unit).heading();
        return heading < 0 ? "" : Folding.key(units.get(heading).text());
    }

    /** The heading, or the line that is set like one, that stands last before a unit. */
    String label(int unit) {
        for (int i = unit - 1; i >= 0 && i >= unit - 8; i--) {
            Unit.Kind kind = units.get(i).kind();
            if (kind == Unit.Kind.LINE || kind == Unit.Kind.HEADING) {
                return key(i, i + 1);
            }
        }
        return heading(unit);
    }

    /** The first unit that reads so. */
    Optional<Integer> first(String key) {
        return Optional.ofNullable(byKey.get(key)).map(List::getFirst);
    }

    /** Whether a unit reads so. */
    boolean holds(String key) {
        return byKey.containsKey(key);
    }

    /** How rare a word is in the page, and so how much it says; above 0. */
    double weight(String word) {
        int in = byWord.getOrDefault(word.toLowerCase(Locale.ROOT), List.of()).size();
        return Math.log(1.2 + (double) units.size() / (1 + in));
    }

    /** Units that share the most of rare words with a text, best first. */
    List<Integer> like(String text, int most) {
        Map<Integer, Double> score = new HashMap<>();
        for (String word : words(text)) {
            List<Integer> in = byWord.getOrDefault(word, List.of());
            if (in.size() > units.size() / 2 + 5) {
                continue;
            }
            double weight = Math.log(1 + (double) units.size() / in.size());
            for (int unit : in) {
                score.merge(unit, weight / Math.sqrt(4 + words.get(unit).size()), Double::sum);
            }
        }
        return score.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
