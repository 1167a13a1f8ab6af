package domicile.questionnaire;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an assessment came to when it was last reviewed, kept so that the next review can say what has changed. The
 * findings are kept and not made again: a register may learn later what was true earlier.
 *
 * @param on the day of the review
 * @param registerHash the register that it rested on
 * @param rulesVersion of the rules that it was made by
 * @param candidates what each came to, by the offering's id
 */
public record Review(
        LocalDate on,
        LocalDate registerAsOf,
        String registerHash,
        String rulesVersion,
        Answers answers,
        Map<String, Outcome> candidates) {

    public Review {
        candidates = Collections.unmodifiableMap(new TreeMap<>(candidates));
    }

    /**
     * What one candidate came to.
     *
     * @param statuses each requirement's status, by their names
     */
    public record Outcome(String verdict, Map<String, String> statuses) {
        public Outcome {
            statuses = Collections.unmodifiableMap(new TreeMap<>(statuses));
        }
    }
}
