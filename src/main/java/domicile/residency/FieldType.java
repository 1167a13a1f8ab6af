package domicile.residency;

import java.util.List;
import java.util.function.Function;

/**
 * What a field of a fact holds: how it is read, how JSON says it and how a person writes it.
 *
 * @param form how a person writes it, and what it may refer to
 * @param json its JSON value: a text, a number, a truth or a list of texts
 * @param most the largest number, for {@link Form#WHOLE} alone
 * @param choices the constants, for {@link Form#CHOICE} alone
 */
public record FieldType<T>(Form form, Function<T, Object> json, int most, List<? extends Enum<?>> choices) {
    public static final FieldType<String> LINE = plain(Form.LINE);
    public static final FieldType<String> ID = plain(Form.ID);
    public static final FieldType<String> ADDRESS = plain(Form.ADDRESS);
    public static final FieldType<String> COUNTRY = plain(Form.COUNTRY);
    public static final FieldType<String> PROVIDER = plain(Form.PROVIDER);
    public static final FieldType<List<String>> IDS = plain(Form.IDS);
    public static final FieldType<List<String>> NAMES = plain(Form.NAMES);
    public static final FieldType<List<String>> DEPLOYMENTS = plain(Form.DEPLOYMENTS);
    public static final FieldType<Boolean> FLAG = plain(Form.FLAG);
    public static final FieldType<PublishedDate> PUBLISHED_DATE =
            new FieldType<>(Form.PUBLISHED_DATE, PublishedDate::text, 0, List.of());
    public static final FieldType<List<Place>> PLACES =
            new FieldType<>(Form.PLACES, all -> all.stream().map(Place::code).toList(), 0, List.of());

    /** How a field is written. */
    public enum Form {
        /** One line. */
        LINE,
        /** What a page says, in a few lines that are kept as one. */
        WORDS,
        ID,
        IDS,
        /** Names, which may hold spaces and commas. */
        NAMES,
        /** The models of an offering, a line each. */
        MODELS,
        /** The ids of deployments of the same offering. */
        DEPLOYMENTS,
        PLACES,
        COUNTRY,
        WHOLE,
        /** A day or a month. */
        PUBLISHED_DATE,
        FLAG,
        ADDRESS,
        PROVIDER,
        CHOICE;

        /** Whether it is a list of texts. */
        public boolean several() {
            return switch (this) {
                case IDS, NAMES, DEPLOYMENTS, PLACES -> true;
                case LINE, WORDS, ID, MODELS, COUNTRY, WHOLE, PUBLISHED_DATE, FLAG, ADDRESS, PROVIDER, CHOICE -> false;
            };
        }

        /** Whether JSON says it as a text. */
        public boolean text() {
            return switch (this) {
                case LINE, WORDS, ID, COUNTRY, PUBLISHED_DATE, ADDRESS, PROVIDER, CHOICE -> true;
                case IDS, NAMES, MODELS, DEPLOYMENTS, PLACES, WHOLE, FLAG -> false;
            };
        }
    }

    private static <T> FieldType<T> plain(Form form) {
        return new FieldType<>(form, value -> value, 0, List.of());
    }

    /** A whole number from 0 on. */
    public static FieldType<Integer> whole(int most) {
        return new FieldType<>(Form.WHOLE, number -> number, most, List.of());
    }

    /** A constant of an enum. */
    public static <E extends Enum<E>> FieldType<E> choice(Class<E> type) {
        return new FieldType<>(Form.CHOICE, Enum::name, 0, List.of(type.getEnumConstants()));
    }

    /** The value of a field that is there. */
    @SuppressWarnings("unchecked") // a reader gives what the form says, and the form goes with the type
    T read(FieldReader in, String field) {
        return (T) in.read(field, this);
    }
}
