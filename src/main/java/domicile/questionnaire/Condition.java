package domicile.questionnaire;

import java.util.List;

/** When a question matters. */
public sealed interface Condition {

    /** Whether it holds for these answers. */
    boolean holds(Answers answers);

    /** Always. */
    record Always() implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return true;
        }
    }

    /** The answer to a question holds at least one of these values. */
    record Contains(String question, List<String> anyOf) implements Condition {
        public Contains {
            anyOf = List.copyOf(anyOf);
        }

        @Override
        public boolean holds(Answers answers) {
            return answers.values(question).stream().anyMatch(anyOf::contains);
        }
    }

    /** A question has an answer with at least one value. */
    record Answered(String question) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return !answers.values(question).isEmpty();
        }
    }

    /** All of these hold. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public boolean holds(Answers answers) {
            return of.stream().allMatch(c -> c.holds(answers));
        }
    }

    /** Any of these holds. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public boolean holds(Answers answers) {
            return of.stream().anyMatch(c -> c.holds(answers));
        }
    }
}
