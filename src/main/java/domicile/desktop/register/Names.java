package domicile.desktop.register;

import domicile.assessment.Sentence;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Place;
import java.util.Locale;

/** How places and attestations are called. */
public final class Names {

    private Names() {}

    /** A place's name in a language; a cloud region with its code. */
    public static String place(Place place, Areas areas, Locale locale) {
        return switch (place) {
            case Place.Country c -> Locale.of("", c.code()).getDisplayCountry(locale);
            case Place.CloudRegion r -> areas.name(r) + " (" + r.code() + ")";
            case Place.Bloc b -> areas.name(b);
            case Place.World w -> areas.name(w);
        };
    }

    /** An attestation's name, the same in every language. */
    public static String attestation(Attestation.Kind kind) {
        return Sentence.of("kind." + kind).english();
    }
}
