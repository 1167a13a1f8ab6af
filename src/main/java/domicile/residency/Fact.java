package domicile.residency;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One fact of the register: a value, what the source says in words, and the citations that carry it.
 *
 * @param value what it says
 * @param text what the source says, in one line; empty when the value says it all
 * @param variant tells facts apart that have one key and disagree, such as {@code index} and {@code text}; empty
 *     otherwise
 * @param citations at least one: a fact without a citation does not enter the register
 */
public record Fact<V extends FactValue>(V value, String text, String variant, List<Citation> citations) {

    public Fact {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a fact without a citation does not enter the register: " + value.key());
        }
    }

    /** A fact that no other disagrees with. */
    public Fact(V value, String text, List<Citation> citations) {
        this(value, text, "", citations);
    }

    /** The day on which the page that was not read for longest was read. */
    public LocalDate read() {
        return citations.stream()
                .map(Citation::read)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether the words of one of its pages are in hand, and were not withdrawn. */
    public boolean quoted() {
        return citations.stream().anyMatch(Citation::quoted);
    }

    /** What tells this fact from every other of its offering. */
    public String id() {
        return variant.isEmpty() ? value.key() : value.key() + "#" + variant;
    }
}
