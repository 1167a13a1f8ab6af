package domicile.questionnaire;

import java.util.List;

/**
 * What is kept beside an answer; there may be one before there is an answer.
 *
 * @param note a free remark; empty when there is none
 * @param owner who stands for the answer, or finds it out; empty when nobody does
 * @param evidence the names of the documents that show it
 */
public record Aside(String note, String owner, List<String> evidence) {

    /** Nothing noted. */
    public static final Aside NONE = new Aside("", "", List.of());

    public Aside {
        evidence = List.copyOf(evidence);
    }

    /** The same with another remark. */
    public Aside withNote(String other) {
        return new Aside(other, owner, evidence);
    }

    /** The same with another owner. */
    public Aside withOwner(String other) {
        return new Aside(note, other, evidence);
    }

    /** The same with other documents. */
    public Aside withEvidence(List<String> other) {
        return new Aside(note, owner, other);
    }
}
