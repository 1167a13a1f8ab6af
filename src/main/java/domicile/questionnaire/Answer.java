package domicile.questionnaire;

import java.util.List;

/** What was answered to one question. */
public sealed interface Answer {

    /** A free remark; empty when there is none. */
    String note();

    /** The same answer with another remark. */
    Answer withNote(String note);

    /**
     * Values: a text, an ISO date, a number, an option's value, place codes or offering ids, as the question's type asks.
     *
     * @param values in the order in which they were chosen; empty when nothing is asked for
     */
    record Given(List<String> values, String note) implements Answer {
        public Given {
            values = List.copyOf(values);
        }

        @Override
        public Answer withNote(String other) {
            return new Given(values, other);
        }
    }

    /** Nobody in the room knows. Never passes: the question stays open. */
    record Unknown(String note) implements Answer {
        @Override
        public Answer withNote(String other) {
            return new Unknown(other);
        }
    }

    /** The question does not apply, with the reason why. */
    record NotApplicable(String reason, String note) implements Answer {
        @Override
        public Answer withNote(String other) {
            return new NotApplicable(reason, other);
        }
    }
}
