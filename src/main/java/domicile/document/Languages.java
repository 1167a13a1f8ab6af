package domicile.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages whose patterns are shipped, and which of them a document speaks. */
final class Languages {
    static final List<PatternFile> ALL =
            Stream.of("en", "de", "fr").map(PatternFile::shipped).toList();

    /** A language of which a document has at least this share of the common words is one of its languages. */
    private static final double SHARE = 0.2;

    private Languages() {}

    /** The languages of some segments, the one of most words first; empty where there are no words. */
    static List<PatternFile> of(List<Segment> segments) {
        Map<PatternFile, Integer> common = new LinkedHashMap<>();
        int all = 0;
        for (Segment segment : segments) {
            for (String word : segment.lower().split("[^\\p{L}]+")) {
                for (PatternFile file : ALL) {
                    if (file.stopwords.contains(word)) {
                        common.merge(file, 1, Integer::sum);
                        all++;
                    }
                }
            }
        }
        int seen = all;
        List<PatternFile> spoken = new ArrayList<>(common.keySet().stream()
                .sorted(Comparator.comparing((PatternFile f) -> common.getOrDefault(f, 0))
                        .reversed())
                .filter(f -> common.getOrDefault(f, 0) >= SHARE * seen)
                .toList());
        if (spoken.isEmpty() && !segments.isEmpty()) {
            spoken.add(ALL.getFirst());
        }
        return spoken;
    }

    /** The code of the language of most words; empty where there are no words. */
    static Optional<String> code(List<PatternFile> spoken) {
        return spoken.stream().findFirst().map(f -> f.language);
    }
}
