package domicile.desktop.register;

import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.GoverningLaw;
import domicile.residency.Headquarters;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.TrainingReuse;
import domicile.residency.TrustPortal;
import domicile.residency.ZeroRetention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Registers in which sources disagree about anything that they can disagree about, beside what is silent and what is
 * agreed.
 */
public final class Disputes {

    private Disputes() {}

    /** A register of made-up offerings with disputes of every kind. */
    public static Register register(Register real, int offerings, Random random) {
        Register many = Synthetic.register(real, offerings, random.nextLong());
        return new Register(
                many.asOf(),
                r -> many.hash(),
                many.providers(),
                many.offerings().stream().map(o -> disputed(o, random)).toList(),
                many.sources(),
                many.areas(),
                many.controls(),
                List.of());
    }

    private static Offering disputed(Offering offering, Random random) {
        List<Fact<?>> facts = new ArrayList<>();
        for (Fact<?> fact : offering.facts()) {
            FactValue value = changed(fact.value(), random);
            Fact<?> own = said(fact, value, fact.variant());
            facts.add(own);
            if (random.nextInt(3) == 0) {
                facts.add(said(fact, another(value, random), "another"));
            }
        }
        return offering.withFacts(facts);
    }

    private static <V extends FactValue> Fact<V> said(Fact<?> like, V value, String variant) {
        return new Fact<>(value, like.text(), variant, like.citations());
    }

    /** What no shipped register may say, and any register could. */
    private static FactValue changed(FactValue value, Random random) {
        return switch (value) {
            case Placement p when random.nextInt(4) == 0 -> with(p, p.places(), Selection.UNSTATED);
            case Attestation a
            when a.kind() == Attestation.Kind.FEDRAMP ->
                with(a, a.status(), a.level().map(l -> any(FedRampLevel.values(), random)));
            case Placement p -> p;
            case Attestation a -> a;
            case Retention r -> r;
            case ZeroRetention z -> z;
            case TrainingReuse t -> t;
            case ModelFamilies m -> m;
            case CorporateTie c -> c;
            case TrustPortal t -> t;
            case Headquarters h -> h;
            case GoverningLaw g -> g;
            case FactValue.Informative i -> i;
        };
    }

    /** Another value about the same thing; now and then the same one, as two sources may agree. */
    private static FactValue another(FactValue value, Random random) {
        return switch (value) {
            case Placement p ->
                with(
                        p,
                        random.nextBoolean()
                                ? p.places()
                                : List.of(new Place.Country(random.nextBoolean() ? "DE" : "US")),
                        any(Selection.values(), random));
            case Attestation a ->
                random.nextBoolean()
                        ? with(a, any(Attestation.Status.values(), random), a.level())
                        : with(
                                a,
                                a.status(),
                                a.kind() == Attestation.Kind.FEDRAMP && random.nextBoolean()
                                        ? Optional.of(any(FedRampLevel.values(), random))
                                        : a.level());
            case Retention r -> new Retention(random.nextInt(40), r.from(), r.what());
            case ZeroRetention z -> new ZeroRetention(any(ZeroRetention.Zdr.values(), random));
            case TrainingReuse t -> new TrainingReuse(any(TrainingReuse.Reuse.values(), random));
            case ModelFamilies m ->
                new ModelFamilies(
                        random.nextBoolean() ? m.families() : List.of(any(new String[] {"claude", "gpt"}, random)),
                        m.openEnded());
            case CorporateTie c -> c;
            case TrustPortal t -> t;
            case Headquarters h -> h;
            case GoverningLaw g -> g;
            case FactValue.Informative i -> i;
        };
    }

    private static Placement with(Placement p, List<Place> places, Selection selection) {
        return new Placement(
                p.layer(),
                p.id(),
                p.name(),
                selection,
                places,
                p.openEnded(),
                p.deployments(),
                p.since(),
                p.appliesTo());
    }

    private static Attestation with(Attestation a, Attestation.Status status, Optional<FedRampLevel> level) {
        return new Attestation(
                a.kind(),
                status,
                a.holder(),
                a.scope(),
                level,
                a.deployments(),
                a.since(),
                a.outOfScope(),
                a.someServicesOutOfScope(),
                a.appliesTo());
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
