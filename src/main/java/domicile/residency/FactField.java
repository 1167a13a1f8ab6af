package domicile.residency;

import java.util.Optional;
import java.util.function.Function;

/**
 * One field of a kind of fact.
 *
 * @param name as in a pack
 * @param needed whether a fact of the kind has it always
 * @param identifying whether it says what the fact is about: with another value it would be another fact
 * @param json its JSON value in a fact; empty where the fact does not have it
 * @param read the value of the record's component
 */
public record FactField<V, T>(
        String name,
        FieldType<?> type,
        boolean needed,
        boolean identifying,
        Function<V, Optional<Object>> json,
        Function<FieldReader, T> read) {

    /** A field that is always there. */
    static <V, T> FactField<V, T> needed(String name, FieldType<T> type, Function<V, T> of) {
        return new FactField<>(
                name,
                type,
                true,
                false,
                fact -> Optional.of(type.json().apply(of.apply(fact))),
                in -> type.read(in, name));
    }

    /** A field that may be absent. */
    static <V, T> FactField<V, Optional<T>> maybe(String name, FieldType<T> type, Function<V, Optional<T>> of) {
        return new FactField<>(
                name,
                type,
                false,
                false,
                fact -> of.apply(fact).map(type.json()),
                in -> in.has(name) ? Optional.of(type.read(in, name)) : Optional.empty());
    }

    /** A field that may be absent and then has a value that says nothing, such as an empty list. */
    static <V, T> FactField<V, T> maybe(String name, FieldType<T> type, T nothing, Function<V, T> of) {
        FactField<V, Optional<T>> field =
                maybe(name, type, fact -> Optional.of(of.apply(fact)).filter(value -> !value.equals(nothing)));
        return new FactField<>(
                name,
                type,
                false,
                false,
                field.json(),
                in -> field.read().apply(in).orElse(nothing));
    }

    /** The same, as part of what a fact is about. */
    FactField<V, T> asIdentity() {
        return new FactField<>(name, type, needed, true, json, read);
    }
}
