package domicile.questionnaire;

import java.util.List;

/** What was answered to one question. What is noted beside it is an {@link AnswerNote}. */
public sealed interface Answer {

    /**
     * Values: a text, an ISO date, a number, an option's value, place codes or offering ids, as the question's type
     * asks.
     *
     * @param values in the order in which they were chosen; empty says that nothing is asked for
     */
    record Given(List<String> values) implements Answer {
        public Given {
            values = List.copyOf(values);
        }
    }

    /** Nobody in the room knows. Never passes: the question stays open. */
    record Unknown() implements Answer {}

    /** The question does not apply, with the reason why. */
    record NotApplicable(String reason) implements Answer {}
}
