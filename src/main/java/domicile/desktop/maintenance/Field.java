package domicile.desktop.maintenance;

import domicile.residency.FactField;
import domicile.residency.FieldType;
import java.util.List;

/**
 * One field of what is changed by hand.
 *
 * @param name as in a pack
 * @param input how it is written
 * @param needed whether nothing is saved without it
 * @param identity whether it says what the part is about: with another value it would be another part
 * @param choices the values that there are, for {@link FieldType.Form#CHOICE} alone
 */
record Field(String name, FieldType.Form input, boolean needed, boolean identity, List<? extends Enum<?>> choices) {

    static Field of(FactField<?, ?> field) {
        return new Field(
                field.name(),
                field.type().form(),
                field.needed(),
                field.identifying(),
                field.type().choices());
    }

    static Field needed(String name, FieldType.Form input) {
        return new Field(name, input, true, false, List.of());
    }

    static Field maybe(String name, FieldType.Form input) {
        return new Field(name, input, false, false, List.of());
    }

    static Field needed(String name, Enum<?>[] choices) {
        return new Field(name, FieldType.Form.CHOICE, true, false, List.of(choices));
    }

    /** The same, as part of what the part is about. */
    Field identifying() {
        return new Field(name, input, needed, true, choices);
    }
}
