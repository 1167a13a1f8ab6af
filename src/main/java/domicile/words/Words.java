package domicile.words;

import domicile.residency.Areas;
import domicile.residency.Place;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** What enums and places are called in one language; in English where the language has no bundle. */
public final class Words {
    // a table asks for a word in every cell that shows a status
    private static final Map<Locale, Words> MADE = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "domicile.words.Words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of a language; English for the root locale. */
    public static Words in(Locale locale) {
        return MADE.computeIfAbsent(locale, Words::new);
    }

    /** A value as it stands inside a sentence; {@link MissingResourceException} when it has no word. */
    public String of(Enum<?> value) {
        return bundle.getString(key(value));
    }

    /** A value as it stands inside a sentence; empty when it has no word. */
    public Optional<String> find(Enum<?> value) {
        return bundle.containsKey(key(value)) ? Optional.of(of(value)) : Optional.empty();
    }

    /** A value as it stands alone: with a capital. */
    public String label(Enum<?> value) {
        return capital(of(value));
    }

    /** A country's name. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale);
    }

    /** What a bloc or the world is called inside a sentence; empty for one that a register alone knows. */
    public Optional<String> named(Place place) {
        String key = "Place." + place.code();
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** A place as it stands alone; a cloud region with its code, and what a register alone knows as it names it. */
    public String place(Place place, Areas areas) {
        return switch (place) {
            case Place.Country c -> country(c.code());
            case Place.Bloc b -> named(b).map(this::capital).orElseGet(() -> areas.name(b));
            case Place.World w -> named(w).map(this::capital).orElseGet(() -> areas.name(w));
            case Place.CloudRegion r ->
                areas.name(r).equals(r.code()) ? r.code() : areas.name(r) + " (" + r.code() + ")";
        };
    }

    private String capital(String word) {
        return word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }

    /** The type without its package, and the constant: {@code Attestation.Kind.SOC1}. */
    private static String key(Enum<?> value) {
        Class<?> type = value.getDeclaringClass();
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.') + "." + value.name();
    }
}
