package domicile.residency;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the register holds about one thing: nothing, one value, or values that contradict each other. Rules, table,
 * facets, filter, comparison, marks and the command line all ask this one type, so that what is disputed is agreed
 * nowhere.
 */
public sealed interface Published<V extends FactValue> {

    /** All the facts about it, in the order of the pack. */
    List<Fact<V>> facts();

    /** Nobody says anything. */
    record Silent<V extends FactValue>() implements Published<V> {
        @Override
        public List<Fact<V>> facts() {
            return List.of();
        }
    }

    /**
     * All sources say the same.
     *
     * @param value what they say; where they differ in a detail that contradicts nothing, the one that promises less
     */
    record Agreed<V extends FactValue>(V value, List<Fact<V>> facts) implements Published<V> {
        public Agreed {
            facts = List.copyOf(facts);
        }
    }

    /** Sources contradict each other: nothing is known until it is settled. */
    record Disputed<V extends FactValue>(List<Fact<V>> facts) implements Published<V> {
        public Disputed {
            facts = List.copyOf(facts);
        }
    }

    /** What these facts, all about one thing, come to. */
    static <V extends FactValue> Published<V> of(List<Fact<V>> facts) {
        if (facts.isEmpty()) {
            return new Silent<>();
        }
        if (contradict(facts)) {
            return new Disputed<>(facts);
        }
        V first = facts.getFirst().value();
        for (Fact<V> fact : facts) {
            if (fact.value().promisesLessThan(first)) {
                first = fact.value();
            }
        }
        return new Agreed<>(first, facts);
    }

    /** Whether any two of these facts cannot both be true. */
    static boolean contradict(List<? extends Fact<?>> facts) {
        for (Fact<?> one : facts) {
            for (Fact<?> other : facts) {
                if (one != other && one.value().contradicts(other.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The value that all sources give; empty when nobody says anything or they disagree. */
    default Optional<V> agreed() {
        return switch (this) {
            case Silent<V> s -> Optional.empty();
            case Disputed<V> d -> Optional.empty();
            case Agreed<V> a -> Optional.of(a.value());
        };
    }

    /** Whether all sources give one value and it passes a test: the question that every filter asks. */
    default boolean surely(Predicate<? super V> test) {
        return agreed().filter(test).isPresent();
    }

    /** Whether sources contradict each other. */
    default boolean disputed() {
        return this instanceof Disputed<V>;
    }

    /** Whether nobody says anything. */
    default boolean silent() {
        return this instanceof Silent<V>;
    }
}
