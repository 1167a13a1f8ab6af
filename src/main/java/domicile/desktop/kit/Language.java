package domicile.desktop.kit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that the window speaks, each called by its own name. */
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch"),
    FRENCH("fr", "Français");

    private static final String SETTING = "language";

    private final Locale locale;
    private final String ownName;

    Language(String code, String ownName) {
        this.locale = Locale.of(code);
        this.ownName = ownName;
    }

    /** What the language calls itself; written here, as asking Java for it loads the names of all languages. */
    public String ownName() {
        return ownName;
    }

    /** What a person chose in the window; empty follows the system. */
    public static Optional<Language> chosen(Settings settings) {
        String code = settings.get(SETTING).orElse("");
        for (Language language : values()) {
            if (language.locale.getLanguage().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    public static void choose(Optional<Language> language, Settings settings) {
        settings.put(SETTING, language.map(l -> l.locale.getLanguage()).orElse(""));
    }

    /**
     * The locale of all texts, dates, numbers and countries. The system's own country stays where the language is the
     * system's; a system that speaks another language gets English as a whole, and none of its digits and calendars.
     */
    public static Locale locale(Settings settings, Locale system) {
        return chosen(settings)
                .filter(l -> !l.speaks(system))
                .map(l -> l.locale)
                .orElseGet(() -> Stream.of(values()).anyMatch(l -> l.speaks(system))
                        ? Locale.of(system.getLanguage(), system.getCountry())
                        : ENGLISH.locale);
    }

    /** As {@link #locale}, which the toolkit's own words, such as those of a date picker, follow from now on. */
    public static Locale speak(Settings settings, Locale system) {
        Locale locale = locale(settings, system);
        Locale.setDefault(locale);
        return locale;
    }

    private boolean speaks(Locale other) {
        return locale.getLanguage().equals(other.getLanguage());
    }
}
