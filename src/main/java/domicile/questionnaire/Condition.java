package domicile.questionnaire;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** When a question matters. */
public sealed interface Condition {

    /** Whether it holds for these answers. */
    default boolean holds(Answers answers) {
        return mayHold(answers, question -> false);
    }

    /**
     * Whether it holds, or might once the open questions are answered. No condition is ever negated, so an open
     * question can only add.
     */
    boolean mayHold(Answers answers, Predicate<String> open);

    /** The ids of the questions that it looks at. */
    Set<String> about();

    /** Always. */
    record Always() implements Condition {
        @Override
        public Set<String> about() {
            return Set.of();
        }

        @Override
        public boolean mayHold(Answers answers, Predicate<String> open) {
            return true;
        }
    }

    /** The answer to a question holds at least one of these values. */
    record Contains(String question, List<String> anyOf) implements Condition {
        public Contains {
            anyOf = List.copyOf(anyOf);
        }

        @Override
        public Set<String> about() {
            return Set.of(question);
        }

        @Override
        public boolean mayHold(Answers answers, Predicate<String> open) {
            return open.test(question) || answers.values(question).stream().anyMatch(anyOf::contains);
        }
    }

    /** A question has an answer with at least one value. */
    record Answered(String question) implements Condition {
        @Override
        public Set<String> about() {
            return Set.of(question);
        }

        @Override
        public boolean mayHold(Answers answers, Predicate<String> open) {
            return open.test(question) || !answers.values(question).isEmpty();
        }
    }

    /** All of these hold. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public Set<String> about() {
            return of.stream().flatMap(c -> c.about().stream()).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean mayHold(Answers answers, Predicate<String> open) {
            return of.stream().allMatch(c -> c.mayHold(answers, open));
        }
    }

    /** Any of these holds. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public Set<String> about() {
            return of.stream().flatMap(c -> c.about().stream()).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean mayHold(Answers answers, Predicate<String> open) {
            return of.stream().anyMatch(c -> c.mayHold(answers, open));
        }
    }
}
