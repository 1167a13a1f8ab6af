package domicile.questionnaire;

import domicile.residency.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All answers of an assessment, with what is noted beside them and the documents in hand. Immutable.
 *
 * @param byQuestion answers by the question's id; those that no longer apply are kept
 * @param asides what is noted beside an answer, by the question's id
 * @param evidence the buyer's documents
 */
public record Answers(Map<String, Answer> byQuestion, Map<String, AnswerNote> asides, List<Evidence> evidence) {

    /** Nothing answered yet. */
    public static final Answers NONE = new Answers(Map.of(), List.of());

    public Answers {
        byQuestion = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
        asides = Collections.unmodifiableMap(new LinkedHashMap<>(asides));
        evidence = List.copyOf(evidence);
    }

    /** Answers with nothing noted beside them. */
    public Answers(Map<String, Answer> byQuestion, List<Evidence> evidence) {
        this(byQuestion, Map.of(), evidence);
    }

    /** The answer to a question. */
    public Optional<Answer> to(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    /** What is noted beside a question. */
    public AnswerNote aside(String question) {
        return asides.getOrDefault(question, AnswerNote.NONE);
    }

    /** Whether a question has an answer that settles it: unknown does not. */
    public boolean settled(String question) {
        return to(question)
                .map(a -> switch (a) {
                    case Answer.Given g -> true;
                    case Answer.NotApplicable n -> true;
                    case Answer.Unknown u -> false;
                })
                .orElse(false);
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
        return new Answers(all, asides, evidence);
    }

    /** These answers without one; what is noted beside it stays. */
    public Answers without(String question) {
        Map<String, Answer> all = new LinkedHashMap<>(byQuestion);
        all.remove(question);
        return new Answers(all, asides, evidence);
    }

    /** These answers with something else noted beside a question. */
    public Answers with(String question, AnswerNote aside) {
        Map<String, AnswerNote> all = new LinkedHashMap<>(asides);
        if (aside.equals(AnswerNote.NONE)) {
            all.remove(question);
        } else {
            all.put(question, aside);
        }
        return new Answers(byQuestion, all, evidence);
    }

    /** These answers with one more document. */
    public Answers with(Evidence document) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(document);
        return withEvidence(all);
    }

    /** These answers with other documents. */
    public Answers withEvidence(List<Evidence> documents) {
        return new Answers(byQuestion, asides, documents);
    }
}
