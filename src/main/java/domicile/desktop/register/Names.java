package domicile.desktop.register;

import domicile.assessment.Sentence;
import domicile.desktop.Texts;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Place;
import java.util.Locale;

/** How places, attestations and facets are called. */
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
        String name = Sentence.of("kind." + kind).in(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** A facet's name within its group. */
    static String facet(Facet facet, Areas areas, Texts texts) {
        return switch (facet) {
            case Facet.Inside i -> place(i.place(), areas, texts.locale());
            case Facet.Unstated u -> texts.get("facets.unstated");
            case Facet.Silent s -> texts.get(s.group().places() ? "detail.notPublished" : "detail.none");
            case Facet.Disputed d -> texts.of(Facet.Said.CONFLICT);
            case Facet.Certification c -> attestation(c.kind(), texts.locale());
            case Facet.Contract c -> texts.of(c.said());
            case Facet.FedRamp f ->
                f.level().revision5() ? texts.of(f.level()) : texts.get("facets.accepted", texts.of(f.level()));
            case Facet.Zdr z -> texts.of(z.zdr());
            case Facet.Retention r -> texts.of(r.days());
            case Facet.Training t -> texts.of(t.reuse());
            case Facet.Model m -> m.family();
            case Facet.Fresh f -> texts.of(f.age());
            case Facet.Tie t -> country(t.country(), texts.locale());
        };
    }
}
