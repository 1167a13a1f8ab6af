package domicile.desktop.kit;

import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How places and attestations are called. */
public final class Names {

    private Names() {}

    /** A place's name in a language; a cloud region with its code. */
    public static String place(Place place, Areas areas, Locale locale) {
        return switch (place) {
            case Place.Country c -> country(c.code(), locale);
            case Place.CloudRegion r -> areas.name(r) + " (" + r.code() + ")";
            case Place.Bloc b -> new Texts(locale).find("place." + b.code()).orElse(areas.name(b));
            case Place.World w -> new Texts(locale).find("place." + w.code()).orElse(areas.name(w));
        };
    }

    /** A country's name in a language. */
    public static String country(String code, Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /** An attestation's name in a language, as a label: sentences begin it with a small letter in French. */
    public static String attestation(Attestation.Kind kind, Locale locale) {
        return label("kind." + kind, locale);
    }

    /** A requirement's name in a language, as a label. */
    public static String requirement(Requirement requirement, Locale locale) {
        return label("requirement." + requirement, locale);
    }

    private static String label(String key, Locale locale) {
        String name = Sentence.of(key).in(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** What a language other than the register's English calls places; nothing in English. */
    public static Optional<Function<Place, String>> in(Areas areas, Locale locale) {
        return locale.getLanguage().equals("en") ? Optional.empty() : Optional.of(p -> place(p, areas, locale));
    }
}
