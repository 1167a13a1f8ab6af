package domicile.document;

import domicile.residency.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was found in a document, kind by kind.
 *
 * @param sha256 {@code sha256:} and 64 hexadecimal digits
 * @param language of most of its words: {@code en}, {@code de} or {@code fr}; empty where there are none
 * @param textLayer false for a scan: nothing in it can be read
 * @param kinds every kind of evidence, in their order
 */
public record Clauses(
        String file,
        String sha256,
        Optional<String> language,
        OptionalInt pages,
        boolean textLayer,
        List<OfKind> kinds) {

    /**
     * The passages for one kind of evidence, best first.
     *
     * @param found false: not found in this document; the passages then say what stands there instead
     */
    public record OfKind(Evidence.Kind kind, boolean found, List<Passage> passages) {
        public OfKind {
            passages = List.copyOf(passages);
        }
    }

    public Clauses {
        kinds = List.copyOf(kinds);
    }
}
