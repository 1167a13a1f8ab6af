package domicile.questionnaire;

import domicile.residency.Areas;
import domicile.residency.Citation;
import domicile.residency.Model;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Provider;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A register of two offerings and a few places, made by hand. */
final class Fixture {
    static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    static final List<String> OFFERINGS = List.of("alpha-direct", "alpha-cloud");
    static final List<String> MODELS = List.of("alpha-1", "alpha-1-mini");
    static final List<String> CODES = List.of("DE", "FR", "US", "AE", "EU", "WORLD", "eu-central-1", "us-gov-west-1");

    static final Areas AREAS = new Areas(
            Stream.of("DE", "FR", "US", "AE")
                    .map(c -> new Areas.CountryDefinition(c, c))
                    .toList(),
            List.of(new Areas.BlocDefinition("EU", "European Union", Set.of("DE", "FR"), "")),
            List.of(
                    new Areas.RegionDefinition("eu-central-1", "Frankfurt", "aws", "DE"),
                    new Areas.RegionDefinition("us-gov-west-1", "GovCloud US-West", "aws", "US")),
            List.of());

    static final Register REGISTER = new Register(
            DAY,
            r -> "sha256:made-by-hand",
            List.of(new Provider("alpha", "Alpha")),
            OFFERINGS.stream().map(Fixture::offering).toList(),
            List.of(),
            AREAS,
            List.of(),
            List.of());

    private Fixture() {}

    private static Offering offering(String id) {
        return new Offering(
                id,
                id,
                "alpha",
                "alpha",
                List.of(),
                MODELS.stream().map(Fixture::model).toList(),
                List.of());
    }

    private static Model model(String id) {
        return new Model(id, "alpha", Optional.empty(), List.of(new Citation(1, DAY)));
    }

    static Place place(String code) {
        return AREAS.place(code).orElseThrow();
    }
}
