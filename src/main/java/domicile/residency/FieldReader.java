package domicile.residency;

import java.util.List;

/** The fields of one fact as somebody wrote them. A value that is none of its type is refused, with the place of its field. */
public interface FieldReader {

    /** Whether the field is there. */
    boolean has(String field);

    /** A line of text. */
    String text(String field);

    /** A lower-case id. */
    String id(String field);

    /** An absolute web address. */
    String address(String field);

    /** The code of a country that the register knows. */
    String country(String field);

    /** The id of a provider that the register knows. */
    String provider(String field);

    /** Lower-case ids: sorted, each once, at least one. */
    List<String> ids(String field);

    /** Lines of text: sorted, each once, at least one. */
    List<String> texts(String field);

    /** Places that the register knows, in their order, at least one. */
    List<Place> places(String field);

    /** A whole number from 0 on. */
    int whole(String field, int most);

    /** A day or a month. */
    PublishedDate date(String field);

    /** A truth. */
    boolean truth(String field);

    /** One of the constants of an enum. */
    <E extends Enum<E>> E choice(String field, Class<E> type);

    /** Why a value that is one of its type cannot stand there. */
    InputException refuse(String field, Refusal why, Object... arguments);

    /** The value of a field. */
    default <T> T get(FactField<?, T> field) {
        return field.read().apply(this);
    }
}
