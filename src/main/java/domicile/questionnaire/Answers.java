package domicile.questionnaire;

import domicile.residency.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All answers of an assessment, with the documents in hand. Immutable.
 *
 * @param byQuestion answers by the question's id; those that no longer apply are kept
 * @param evidence the buyer's documents
 */
public record Answers(Map<String, Answer> byQuestion, List<Evidence> evidence) {

    /** Nothing answered yet. */
    public static final Answers NONE = new Answers(Map.of(), List.of());

    public Answers {
        byQuestion = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
        evidence = List.copyOf(evidence);
    }

    /** The answer to a question. */
    public Optional<Answer> to(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    /** The values given to a question; none when it is unanswered, unknown or not applicable. */
    public List<String> values(String question) {
        return to(question)
                .map(a -> switch (a) {
                    case Answer.Given g -> g.values();
                    case Answer.Unknown u -> List.<String>of();
                    case Answer.NotApplicable n -> List.<String>of();
                })
                .orElse(List.of());
    }

    /** These answers with one more or another. */
    public Answers with(String question, Answer answer) {
        Map<String, Answer> all = new LinkedHashMap<>(byQuestion);
        all.put(question, answer);
        return new Answers(all, evidence);
    }

    /** These answers without one. */
    public Answers without(String question) {
        Map<String, Answer> all = new LinkedHashMap<>(byQuestion);
        all.remove(question);
        return new Answers(all, evidence);
    }

    /** These answers with one more document. */
    public Answers with(Evidence document) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(document);
        return new Answers(byQuestion, all);
    }

    /** These answers with other documents. */
    public Answers withEvidence(List<Evidence> documents) {
        return new Answers(byQuestion, documents);
    }
}
