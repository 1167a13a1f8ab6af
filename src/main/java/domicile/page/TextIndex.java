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
    /** Made when a passage is first looked for that is only like another one. */
    private Optional<Vocabulary> vocabulary = Optional.empty();

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
        }
    }

    /** In which units each word stands, and how many each unit has. */
    private record Vocabulary(Map<String, List<Integer>> units, int[] sizes) {
        static Vocabulary of(List<Unit> all) {
            Map<String, List<Integer>> units = new HashMap<>();
            int[] sizes = new int[all.size()];
            for (int i = 0; i < all.size(); i++) {
                Set<String> own = words(all.get(i).text());
                sizes[i] = own.size();
                int at = i;
                own.forEach(word ->
                        units.computeIfAbsent(word, k -> new ArrayList<>()).add(at));
            }
            return new Vocabulary(units, sizes);
        }

        List<Integer> with(String word) {
            return units.getOrDefault(word, List.of());
        }

        private static Set<String> words(String text) {
            Set<String> words = new HashSet<>();
            String small = text.toLowerCase(Locale.ROOT);
            int from = 0;
            for (int i = 0; i <= small.length(); i++) {
                if (i == small.length() || !Character.isLetterOrDigit(small.charAt(i))) {
                    if (i > from) {
                        words.add(small.substring(from, i));
                    }
                    from = i + 1;
                }
            }
            return words;
        }
    }

    private Vocabulary vocabulary() {
        Vocabulary known = vocabulary.orElseGet(() -> Vocabulary.of(units));
        vocabulary = Optional.of(known);
        return known;
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
        List<Span> found = units(key);
        return found.isEmpty() ? wholeRun(key) : found;
    }

    /** The units that read so. */
    List<Span> units(String key) {
        return byKey.getOrDefault(key, List.of()).stream()
                .map(u -> new Span(wordsFrom[u], starts[u + 1]))
                .toList();
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

    /** Where a unit begins in the run of letters; for the one after the last, where the run ends. */
    int start(int unit) {
        return starts[unit];
    }

    /** A run of letters with its blanks; units stand apart by one. */
    String slice(int from, int to) {
        StringBuilder slice = new StringBuilder();
        for (int unit = touched(new Span(from, from + 1))[0]; unit < units.size() && starts[unit] < to; unit++) {
            int at = starts[unit];
            String own = units.get(unit).text();
            boolean first = true;
            for (int c = 0; c < own.length(); c++) {
                if (own.charAt(c) == ' ') {
                    if (at > from && at < to) {
                        slice.append(' ');
                    }
                    continue;
                }
                if (at >= from && at < to) {
                    slice.append(first && !slice.isEmpty() ? " " : "").append(own.charAt(c));
                    first = false;
                }
                at++;
            }
        }
        return slice.toString();
    }

    /** Whole words before a place, as many as fit. */
    String before(int to, int most) {
        int from = Math.max(0, to - most);
        while (from < to && !wordStarts.get(from)) {
            from++;
        }
        return from == to ? "" : cut(slice(from, to), most, true);
    }

    /** Whole words after a place, as many as fit. */
    String after(int from, int most) {
        int to = Math.min(run.length(), from + most);
        while (to > from && !wordStarts.get(to)) {
            to--;
        }
        return from == to ? "" : cut(slice(from, to), most, false);
    }

    private static String cut(String words, int most, boolean end) {
        if (words.length() <= most) {
            return words;
        }
        int at = end ? words.indexOf(' ', words.length() - most) : words.lastIndexOf(' ', most);
        return at < 0 ? "" : end ? words.substring(at + 1) : words.substring(0, at);
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

    /** The head of the column that a unit stands in; empty where there is none. */
    String head(int unit) {
        return Folding.key(units.get(unit).head());
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
        int in = vocabulary().with(word.toLowerCase(Locale.ROOT)).size();
        return Math.log(1.2 + (double) units.size() / (1 + in));
    }

    /** Units that share the most of rare words with a text, best first. */
    List<Integer> like(String text, int most) {
        Map<Integer, Double> score = new HashMap<>();
        for (String word : Vocabulary.words(text)) {
            List<Integer> in = vocabulary().with(word);
            if (in.size() > units.size() / 2 + 5) {
                continue;
            }
            double weight = Math.log(1 + (double) units.size() / in.size());
            for (int unit : in) {
                score.merge(unit, weight / Math.sqrt(4 + vocabulary().sizes()[unit]), Double::sum);
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
