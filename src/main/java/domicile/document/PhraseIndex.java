package domicile.document;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * In which of many texts phrases stand, each looked for once: some ninety patterns share their phrases, and a contract
 * has a thousand sentences. Figure: see {@code DocumentBenchmark} in decision 40.
 */
final class PhraseIndex {
    private final List<String> texts;
    private final Map<Phrases, Known> known = new IdentityHashMap<>();

    private record Known(BitSet asked, BitSet there) {}

    /** @param texts in small letters */
    PhraseIndex(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** Whether any of the phrases stands in the text of that index. */
    boolean in(Phrases phrases, int at) {
        Known found = known.computeIfAbsent(phrases, p -> new Known(new BitSet(), new BitSet()));
        if (!found.asked().get(at)) {
            found.asked().set(at);
            found.there().set(at, phrases.in(texts.get(at)));
        }
        return found.there().get(at);
    }
}
