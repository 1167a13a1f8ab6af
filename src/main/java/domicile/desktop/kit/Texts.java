package domicile.desktop.kit;

import domicile.problem.Bundles;
import domicile.problem.Days;
import domicile.residency.FactKinds;
import domicile.words.Words;
import java.text.Bidi;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The desktop's words in one language: those of a screen, and behind them those that all screens share. */
public final class Texts {
    private static final String LEFT_TO_RIGHT = "\u200E";
    private static final String EMBED_LEFT_TO_RIGHT = "\u202A";
    private static final String EMBED_RIGHT_TO_LEFT = "\u202B";
    private static final String EMBED_END = "\u202C";

    private final Locale locale;
    private final List<ResourceBundle> bundles;
    private final Supplier<FactKinds> kinds;

    /** The shared words; English where the language has no bundle. */
    public Texts(Locale locale) {
        this(locale, () -> FactKinds.SHIPPED);
    }

    /** The shared words, with those of these kinds of facts. */
    public Texts(Locale locale, FactKinds kinds) {
        this(locale, () -> kinds);
    }

    /** A splash screen has words before there are facts. */
    private Texts(Locale locale, Supplier<FactKinds> kinds) {
        this(locale, List.of(bundle("domicile.desktop.Shell", locale)), kinds);
    }

    private Texts(Locale locale, List<ResourceBundle> bundles, Supplier<FactKinds> kinds) {
        this.locale = locale;
        this.bundles = bundles;
        this.kinds = kinds;
    }

    /**
     * The words of a screen with the shared ones behind them.
     *
     * @param name the last part of the screen's package, such as {@code register}; its bundle is
     *     {@code register/Register}
     */
    public Texts screen(String name) {
        String bundle = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new Texts(
                locale, List.of(bundle("domicile.desktop." + name + "." + bundle, locale), bundles.getLast()), kinds);
    }

    /**
     * What a screen is called: as the frame's words say, or else its own; see decision 33.
     *
     * @param screen the last part of the screen's package
     */
    public String nameOf(String screen) {
        ResourceBundle frame = bundles.getLast();
        String key = "nav." + screen;
        return frame.containsKey(key) ? frame.getString(key) : screen(screen).get("screen.name");
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return Bundles.in(name, locale);
    }

    /** The kinds of facts whose words these are. */
    public FactKinds kinds() {
        return kinds.get();
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key, with its arguments; {@link MissingResourceException} when there is none. An argument that runs
     * from right to left keeps its own order and leaves that of the words around it as it is.
     */
    public String get(String key, Object... args) {
        return args.length == 0
                ? pattern(key)
                : kept(key, Stream.of(args).map(Texts::apart).toArray());
    }

    /** As {@link #get}, of characters that are seen alone, for a text that is kept and not only shown. */
    public String kept(String key, Object... args) {
        return new MessageFormat(pattern(key), locale).format(args);
    }

    private String pattern(String key) {
        return find(key).orElseGet(() -> bundles.getLast().getString(key));
    }

    /**
     * Isolates would say it in two characters; JavaFX draws those where a font has no glyph for them.
     *
     * @see <a href="https://www.unicode.org/reports/tr9/">Unicode Bidirectional Algorithm</a>
     */
    private static Object apart(Object argument) {
        if (!(argument instanceof String text) || !Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return argument;
        }
        boolean leftToRight = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        return LEFT_TO_RIGHT
                + (leftToRight ? EMBED_LEFT_TO_RIGHT : EMBED_RIGHT_TO_LEFT)
                + text
                + EMBED_END
                + LEFT_TO_RIGHT;
    }

    /** The text of a key without arguments; empty when there is none. */
    public Optional<String> find(String key) {
        return bundles.stream()
                .filter(b -> b.containsKey(key))
                .findFirst()
                .map(b -> b.getString(key))
                .or(() -> kinds().word(key, locale));
    }

    /** The text of an enum's value: the screen's own, or what all call it. */
    public String of(Enum<?> value) {
        return find(value)
                .orElseThrow(() -> new MissingResourceException("No word for " + value, "Words", value.name()));
    }

    /** The text of an enum's value; empty when it has none. */
    Optional<String> find(Enum<?> value) {
        Words words = Words.in(locale);
        return find(value.getDeclaringClass().getSimpleName() + "." + value.name())
                .or(() -> words.find(value).map(word -> words.label(value)));
    }

    /** The text of the enum's value that bears a name; empty when none does. */
    public <E extends Enum<E>> Optional<String> find(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .flatMap(this::find);
    }

    /** What all call an enum's value inside a sentence. */
    String word(Enum<?> value) {
        return Words.in(locale).of(value);
    }

    /** What has a name, or belongs to it, after the name, with the colon as the language sets it. */
    public String pair(String name, String value) {
        return get("app.pair", name, value);
    }

    /** A day as the language writes it. */
    public String day(LocalDate day) {
        return Days.formatter(FormatStyle.MEDIUM, locale).format(day);
    }
}
