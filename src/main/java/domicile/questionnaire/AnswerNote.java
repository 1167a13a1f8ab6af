package domicile.questionnaire;

import java.util.List;

/**
 * What is kept beside an answer; there may be one before there is an answer.
 *
 * @param note a free remark; empty when there is none
 * @param owner who stands for the answer, or finds it out; empty when nobody does
 * @param evidence the names of the documents that show it
 */
public record AnswerNote(String note, String owner, List<String> evidence) {

    /** Nothing noted. */
    public static final AnswerNote NONE = new AnswerNote("", "", List.of());

    public AnswerNote {
        evidence = List.copyOf(evidence);
    }

    /** The same with another remark. */
    public AnswerNote withNote(String other) {
        return new AnswerNote(other, owner, evidence);
    }

    /** The same with another owner. */
    public AnswerNote withOwner(String other) {
        return new AnswerNote(note, other, evidence);
    }

    /** The same with other documents. */
    public AnswerNote withEvidence(List<String> other) {
        return new AnswerNote(note, owner, other);
    }
}
