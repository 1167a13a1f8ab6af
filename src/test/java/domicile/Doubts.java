package domicile;

import domicile.register.Pack;
import domicile.residency.AppliesTo;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Model;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.ZeroRetention;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The shipped register with one more offering, of which hardly anything is certain. */
public final class Doubts {
    /** The offering's id. */
    public static final String ID = "doubtful";

    private static final Citation PAGE = new Citation(2, LocalDate.parse("2026-06-01"));
    private static final AppliesTo OPUS_BATCH = new AppliesTo(List.of("claude-opus-4-6"), List.of("batch"));

    private Doubts() {}

    /** The register. */
    public static Register register() {
        Register real = Pack.shipped().register(LocalDate.parse("2026-06-30"));
        return new Register(
                real.asOf(),
                r -> real.hash(),
                real.providers(),
                List.of(offering(), real.offerings().getFirst()),
                real.sources(),
                real.areas(),
                real.controls(),
                List.of());
    }

    /**
     * The United States are certain; of Germany sources disagree whether a buyer gets it by default; in Japan a data
     * centre is named. Sources disagree about zero data retention. FedRAMP is 20x. Of the BAA some services are out of
     * scope.
     */
    public static Offering offering() {
        Placement germany = placement("de", "DE", Selection.SELECTABLE, Optional.empty(), AppliesTo.WHOLE);
        return new Offering(
                ID,
                "Doubtful",
                "anthropic",
                "anthropic",
                List.of("Doubtful Cloud", "Doubtful API"),
                List.of(new Model(
                        "claude-opus-4-6", "claude", Optional.of(new PublishedDate("2026-12-31")), List.of(PAGE))),
                List.of(
                        fact(
                                placement(
                                        "us",
                                        "US",
                                        Selection.DEFAULT,
                                        Optional.of(new PublishedDate("2025-09")),
                                        OPUS_BATCH),
                                ""),
                        fact(germany, "index"),
                        fact(placement("de", "DE", Selection.DEFAULT, Optional.empty(), AppliesTo.WHOLE), "text"),
                        fact(placement("jp", "JP", Selection.UNSTATED, Optional.empty(), AppliesTo.WHOLE), ""),
                        fact(new ZeroRetention(ZeroRetention.Zdr.STATELESS), "index"),
                        fact(new ZeroRetention(ZeroRetention.Zdr.VERIFY), "text"),
                        fact(new ZeroRetention(ZeroRetention.Zdr.ADDENDUM, OPUS_BATCH), ""),
                        fact(new Retention(30, Optional.empty(), "API logs", OPUS_BATCH), ""),
                        fact(
                                new Attestation(
                                        Attestation.Kind.FEDRAMP,
                                        Attestation.Status.HELD,
                                        "anthropic",
                                        "",
                                        Optional.of(Attestation.FedRampLevel.MODERATE_20X),
                                        List.of(),
                                        Optional.empty(),
                                        List.of()),
                                ""),
                        fact(
                                new Attestation(
                                        Attestation.Kind.BAA,
                                        Attestation.Status.SCOPED,
                                        "anthropic",
                                        "",
                                        Optional.empty(),
                                        List.of(),
                                        Optional.of(new PublishedDate("2026-02-10")),
                                        List.of("guardrails"),
                                        true,
                                        AppliesTo.WHOLE),
                                ""),
                        fact(new CorporateTie("Ministry", "FR", CorporateTie.Relation.FRAMEWORK_PARTNER), "")));
    }

    private static Placement placement(
            String id, String country, Selection selection, Optional<PublishedDate> since, AppliesTo to) {
        return new Placement(
                Layer.INFERENCE,
                id,
                "In " + country,
                selection,
                List.of(new Place.Country(country)),
                false,
                List.of(),
                since,
                to);
    }

    private static Fact<?> fact(FactValue value, String variant) {
        return new Fact<>(value, "", variant, List.of(PAGE));
    }
}
