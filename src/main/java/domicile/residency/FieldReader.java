package domicile.residency;

/** The fields of one fact as somebody wrote them. */
public interface FieldReader {

    /** Whether the field is there. */
    boolean has(String field);

    /**
     * The value of a field, as its type's form says; what is none of its type is refused, with the place of the field.
     */
    Object read(String field, FieldType<?> type);

    /** Why a value that is one of its type cannot stand there. */
    InputException refuse(String field, Refusal why, Object... arguments);

    /** The value of a field. */
    default <T> T get(FactField<?, T> field) {
        return field.read().apply(this);
    }
}
