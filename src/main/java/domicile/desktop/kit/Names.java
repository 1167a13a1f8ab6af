package domicile.desktop.kit;

import domicile.assessment.Requirement;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Place;
import domicile.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How places and attestations are called. */
public final class Names {

    private Names() {}

    /** A place's name in a language; a cloud region with its code. */
    public static String place(Place place, Areas areas, Locale locale) {
        return Words.in(locale).place(place, areas);
    }

    /** A country's name in a language. */
    public static String country(String code, Locale locale) {
        return Words.in(locale).country(code);
    }

    /** An attestation's name in a language, as a label. */
    public static String attestation(Attestation.Kind kind, Locale locale) {
        return Words.in(locale).label(kind);
    }

    /** A requirement's name in a language, as a label. */
    public static String requirement(Requirement requirement, Locale locale) {
        return Words.in(locale).label(requirement.word());
    }

    /** What a language other than the register's English calls places; nothing in English. */
    public static Optional<Function<Place, String>> in(Areas areas, Locale locale) {
        if (locale.getLanguage().equals("en")) {
            return Optional.empty();
        }
        Words words = Words.in(locale);
        return Optional.of(p -> words.place(p, areas));
    }
}
