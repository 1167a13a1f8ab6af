package domicile.desktop.maintenance;

import java.util.List;

/**
 * One field of what is changed by hand.
 *
 * @param name as in a pack
 * @param needed whether nothing is saved without it
 * @param identity whether it says what the part is about: with another value it would be another part
 * @param choices the values that there are, for {@link Input#CHOICE} alone
 */
record Field(String name, Input input, boolean needed, boolean identity, List<? extends Enum<?>> choices) {

    /** How a field is written. */
    enum Input {
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
        CHOICE
    }

    /** Whether its value is a list. */
    boolean several() {
        return switch (input) {
            case IDS, NAMES, DEPLOYMENTS, PLACES -> true;
            case LINE, WORDS, MODELS, ID, COUNTRY, WHOLE, PUBLISHED_DATE, FLAG, ADDRESS, PROVIDER, CHOICE -> false;
        };
    }

    static Field needed(String name, Input input) {
        return new Field(name, input, true, false, List.of());
    }

    static Field maybe(String name, Input input) {
        return new Field(name, input, false, false, List.of());
    }

    static Field needed(String name, Enum<?>[] choices) {
        return new Field(name, Input.CHOICE, true, false, List.of(choices));
    }

    static Field maybe(String name, Enum<?>[] choices) {
        return new Field(name, Input.CHOICE, false, false, List.of(choices));
    }

    /** The same, as part of what the part is about. */
    Field identifying() {
        return new Field(name, input, needed, true, choices);
    }
}
