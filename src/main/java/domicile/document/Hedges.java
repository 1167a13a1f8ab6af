package domicile.document;

import domicile.page.Unit;
import domicile.residency.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds what limits a passage: in it, beside it, and where the document speaks of what is left out. */
final class Hedges {
    private static final int MOST = 10;
    /** How far in a section that has no headings a limit may stand. */
    private static final int NEAR = 12;

    private static final int FAR = 4;
    /** How far away words may stand that limit a kind of clause wherever they are. */
    private static final int REACH = 60;

    private static final Pattern NUMBER = Pattern.compile("(?:\\p{L}\\.)?(\\d+(?:\\.\\d+)*)");
    private static final Pattern TERM = Pattern.compile("^\"([^\"]{2,60})\"");

    private final List<Segment> segments;
    private final List<PatternFile> files;
    private final PhraseIndex own;

    /** @param own the words of each segment */
    Hedges(List<Segment> segments, List<PatternFile> files, PhraseIndex own) {
        this.segments = segments;
        this.files = files;
        this.own = own;
    }

    /** The limits of a passage, in the order of the document. */
    List<Passage.Hedge> of(int passage, Evidence.Kind kind, Set<Integer> passages) {
        Map<Integer, Integer> ranks = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (i != passage && segments.get(i).form() != Segment.Form.HEADING) {
                int rank = rank(passage, i, kind, passages);
                if (rank > 0) {
                    ranks.put(i, rank);
                }
            }
        }
        List<Integer> chosen = ranks.keySet().stream()
                .sorted(Comparator.comparing((Integer i) -> ranks.getOrDefault(i, 0))
                        .thenComparing(i -> Math.abs(i - passage)))
                .limit(MOST)
                .toList();
        Set<Integer> shown = new TreeSet<>(chosen);
        for (int i : chosen) {
            // what leads a list in says nothing without the list, and the list nothing without it
            for (int item = i + 1; item < segments.size() && belongs(i, item); item++) {
                shown.add(item);
            }
        }
        List<Passage.Hedge> all = new ArrayList<>(within(segments.get(passage)));
        shown.stream()
                .filter(i -> i != passage)
                .map(segments::get)
                .forEach(s -> all.add(new Passage.Hedge(s.text(), s.page())));
        return all;
    }

    private boolean belongs(int lead, int item) {
        Segment one = segments.get(lead);
        Segment other = segments.get(item);
        return one.text().endsWith(":") && other.lead().equals(one.text());
    }

    /** The words inside a passage from which on it is limited. */
    private List<Passage.Hedge> within(Segment passage) {
        List<Passage.Hedge> found = new ArrayList<>();
        int after = 0;
        for (PatternFile file : files) {
            for (MatchResult at : file.words("within").all(passage.lower())) {
                if (at.start() >= after) {
                    String rest = passage.text().substring(at.start());
                    int end = end(rest);
                    found.add(new Passage.Hedge(rest.substring(0, end), passage.page()));
                    after = at.start() + end;
                }
            }
        }
        return found;
    }

    /** Up to the end of the part of a sentence; over commas, since what is left out is often a list. */
    private static int end(String rest) {
        int end = rest.indexOf(';');
        int cut = end < 0 ? rest.length() : end;
        return rest.substring(0, cut).endsWith(".") ? cut - 1 : cut;
    }

    /** How surely a segment limits a passage, from 1; 0 where it does not. */
    private int rank(int passage, int other, Evidence.Kind kind, Set<Integer> passages) {
        Segment segment = segments.get(other);
        boolean hedged = files.stream().anyMatch(f -> own.in(f.words("hedges"), other));
        boolean ofKind = files.stream()
                .anyMatch(f -> f.kinds.containsKey(kind)
                        && Optional.ofNullable(f.kinds.get(kind))
                                .map(k -> own.in(k.hedges(), other))
                                .orElse(false));
        if (defines(passage, segment)) {
            return 1;
        }
        if (!hedged && !ofKind) {
            return 0;
        }
        if (refers(passage, segment)) {
            return 1;
        }
        if (passages.contains(other) && !ofKind) {
            return 0;
        }
        boolean section = segments.get(passage).heading() == segment.heading() && segment.heading() >= 0;
        int far = Math.abs(passage - other);
        if (section && far <= NEAR) {
            return ofKind ? 1 : 2;
        }
        if (ofKind && (far <= REACH || segments.size() < REACH * 2)) {
            return 3;
        }
        boolean outside = segment.heading() >= 0
                && files.stream()
                        .anyMatch(f -> f.words("outside")
                                .in(segments.get(segment.heading()).lower()));
        return outside && far <= NEAR * 2 ? 3 : far <= FAR && segment.heading() < 0 ? 4 : 0;
    }

    /** Whether a segment says what a term of the passage means. */
    private boolean defines(int passage, Segment segment) {
        Matcher term = TERM.matcher(segment.text());
        return term.find()
                && term.group(1).length() > 3
                && !term.group(1).equals(term.group(1).toLowerCase(java.util.Locale.ROOT))
                && segments.get(passage).text().contains(term.group(1))
                && files.stream().anyMatch(f -> f.words("narrows").in(segment.lower()));
    }

    /** Whether a segment names the number of the passage or of its section. */
    private boolean refers(int passage, Segment segment) {
        Set<String> numbers = new TreeSet<>();
        number(passage).ifPresent(numbers::add);
        int heading = segments.get(passage).heading();
        if (heading >= 0) {
            number(heading).ifPresent(numbers::add);
        }
        return numbers.stream()
                .anyMatch(n -> files.stream()
                        .anyMatch(f -> f.words("sections").all(segment.lower()).stream()
                                .anyMatch(m -> segment.lower()
                                        .substring(m.end())
                                        .matches("(?s)[\\s.\\u00A7]{0,3}" + Pattern.quote(n) + "(?![.\\d]*\\d).*"))));
    }

    private Optional<String> number(int at) {
        int first = at;
        while (segments.get(first).number().isEmpty()
                && first > 0
                && segments.get(first - 1).block() == segments.get(at).block()) {
            first--;
        }
        Segment segment = segments.get(first);
        Matcher number = NUMBER.matcher(segment.number());
        if (number.find()) {
            return Optional.of(number.group(1));
        }
        if (segment.form() != Segment.Form.HEADING) {
            return Optional.empty();
        }
        Matcher said = NUMBER.matcher(segment.lower());
        boolean counted = files.stream().anyMatch(f -> f.words("sections").begins(segment.lower()))
                || segment.text().startsWith("\u00A7");
        return counted && said.find() ? Optional.of(said.group(1)) : Optional.empty();
    }

    /** Where in a passage what is left out begins and ends: places and products there are not promised. */
    List<int[]> leftOut(Segment passage) {
        List<int[]> all = new ArrayList<>();
        for (PatternFile file : files) {
            file.words("excludes").all(passage.lower()).forEach(m -> {
                String rest = passage.text().substring(m.end());
                boolean begins = m.start() < 8;
                int end = IntStream.of(rest.indexOf(';'), rest.indexOf(Unit.CELLS), begins ? rest.indexOf(',') : -1)
                        .filter(i -> i >= 0)
                        .min()
                        .orElse(rest.length());
                all.add(new int[] {m.start(), m.end() + end});
            });
        }
        return all;
    }
}
