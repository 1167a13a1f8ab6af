package domicile.residency;

import domicile.problem.Problem;
import domicile.problem.ProblemException;

/** The fields of one fact as somebody wrote them. */
public interface FieldReader {

    /** Whether the field is there. */
    boolean has(String field);

    /**
     * The value of a field, as its type's form says; what is none of its type is refused, with the place of the field.
     */
    Object read(String field, FieldType<?> type);

    /** Why a value that is one of its type cannot stand there. */
    ProblemException refuse(String field, Problem why, Object... arguments);

    /** The value of a field. */
    default <T> T get(FactField<?, T> field) {
        return field.read().apply(this);
    }
}
