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
public record FieldType<T>(
        Form form, Read<T> read, Function<T, Object> json, int most, List<? extends Enum<?>> choices) {
    public static final FieldType<String> LINE = plain(Form.LINE, FieldReader::text);
    public static final FieldType<String> ID = plain(Form.ID, FieldReader::id);
    public static final FieldType<String> ADDRESS = plain(Form.ADDRESS, FieldReader::address);
    public static final FieldType<String> COUNTRY = plain(Form.COUNTRY, FieldReader::country);
    public static final FieldType<String> PROVIDER = plain(Form.PROVIDER, FieldReader::provider);
    public static final FieldType<List<String>> IDS = plain(Form.IDS, FieldReader::ids);
    public static final FieldType<List<String>> NAMES = plain(Form.NAMES, FieldReader::texts);
    public static final FieldType<List<String>> DEPLOYMENTS = plain(Form.DEPLOYMENTS, FieldReader::ids);
    public static final FieldType<Boolean> FLAG = plain(Form.FLAG, FieldReader::truth);
    public static final FieldType<PublishedDate> PUBLISHED_DATE =
            new FieldType<>(Form.PUBLISHED_DATE, FieldReader::date, PublishedDate::text, 0, List.of());
    public static final FieldType<List<Place>> PLACES = new FieldType<>(
            Form.PLACES,
            FieldReader::places,
            all -> all.stream().map(Place::code).toList(),
            0,
            List.of());

    /** Reads a field that is there. */
    public interface Read<T> {
        T from(FieldReader in, String field);
    }

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

    private static <T> FieldType<T> plain(Form form, Read<T> read) {
        return new FieldType<>(form, read, value -> value, 0, List.of());
    }

    /** A whole number from 0 on. */
    public static FieldType<Integer> whole(int most) {
        return new FieldType<>(Form.WHOLE, (in, field) -> in.whole(field, most), number -> number, most, List.of());
    }

    /** A constant of an enum. */
    public static <E extends Enum<E>> FieldType<E> choice(Class<E> type) {
        return new FieldType<>(
                Form.CHOICE, (in, field) -> in.choice(field, type), Enum::name, 0, List.of(type.getEnumConstants()));
    }
}
