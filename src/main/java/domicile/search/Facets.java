package domicile.search;

import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.LayerPlacements;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Published;
import domicile.residency.Retention;
import domicile.residency.TrainingReuse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which facets keep an offering; those of places apart, which need the gazetteer. */
public final class Facets {

    /**
     * By group, then as a reader expects: levels and ranges in their order, names by the alphabet, what nobody knows
     * last.
     */
    static final Comparator<Facet> ORDER = Comparator.comparing(Facet::group)
            .thenComparing(Facets::unknown)
            .thenComparing(Facets::rank)
            .thenComparing(Facet::value);

    private Facets() {}

    /** Values first, then what is named only, disputed and silent. */
    private static int unknown(Facet facet) {
        return switch (facet) {
            case Facet.Unstated u -> 1;
            case Facet.Disputed d -> 2;
            case Facet.Silent s -> 3;
            case Facet.Inside i -> 0;
            case Facet.Certification c -> 0;
            case Facet.Contract c -> 0;
            case Facet.FedRamp f -> 0;
            case Facet.Zdr z -> 0;
            case Facet.Retention r -> 0;
            case Facet.Training t -> 0;
            case Facet.Model m -> 0;
            case Facet.Fresh f -> 0;
            case Facet.Tie t -> 0;
        };
    }

    private static int rank(Facet facet) {
        return switch (facet) {
            case Facet.Inside i -> 0;
            case Facet.Unstated u -> 0;
            case Facet.Silent s -> 0;
            case Facet.Disputed d -> 0;
            case Facet.Certification c -> c.kind().ordinal();
            case Facet.Contract c -> c.said().ordinal();
            case Facet.FedRamp f -> f.level().ordinal();
            case Facet.Zdr z -> z.zdr().ordinal();
            case Facet.Retention r -> r.days().ordinal();
            case Facet.Training t -> t.reuse().ordinal();
            case Facet.Model m -> 0;
            case Facet.Fresh f -> f.age().ordinal();
            case Facet.Tie t -> 0;
        };
    }

    static List<Facet> of(Offering o, LocalDate asOf) {
        List<Facet> facets = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            if (layer != Layer.STORAGE || !OfferingFilter.stateless(o)) {
                facets.addAll(unsure(layer, LayerPlacements.of(o, layer)));
            }
        }
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            if (kind.certification() && OfferingFilter.held(o, kind)) {
                facets.add(new Facet.Certification(kind));
            }
        }
        facets.add(new Facet.Contract(Attestation.Kind.BAA, said(o, Attestation.Kind.BAA)));
        facets.add(new Facet.Contract(Attestation.Kind.DPA, said(o, Attestation.Kind.DPA)));
        for (Attestation.FedRampLevel level : Attestation.FedRampLevel.values()) {
            if (OfferingFilter.authorized(o, level)) {
                facets.add(new Facet.FedRamp(level));
            }
        }
        if (o.published(Attestation.Kind.FEDRAMP).disputed()) {
            facets.add(new Facet.Disputed(Facet.Group.FEDRAMP));
        }
        facets.add(said(o.zeroRetention(), Facet.Group.ZDR, z -> new Facet.Zdr(z.zdr())));
        facets.add(new Facet.Retention(days(o, asOf)));
        facets.add(said(o.published(TrainingReuse.class), Facet.Group.TRAINING, t -> new Facet.Training(t.reuse())));
        OfferingFilter.families(o).forEach(f -> facets.add(new Facet.Model(f)));
        if (o.published(ModelFamilies.class).disputed()) {
            facets.add(new Facet.Disputed(Facet.Group.MODEL));
        }
        oldest(o).ifPresent(read -> facets.add(new Facet.Fresh(age(read, asOf))));
        List<Fact<CorporateTie>> ties = o.facts(CorporateTie.class);
        if (ties.isEmpty()) {
            facets.add(new Facet.Silent(Facet.Group.TIE));
        }
        ties.forEach(t -> facets.add(new Facet.Tie(t.value().country())));
        return facets;
    }

    /** What keeps a layer's placements from being counted as inside anything. */
    private static List<Facet> unsure(Layer layer, LayerPlacements placements) {
        List<Facet> facets = new ArrayList<>();
        if (placements.isEmpty()) {
            facets.add(new Facet.Silent(Facet.Group.of(layer)));
        }
        if (!placements.disputed().isEmpty()) {
            facets.add(new Facet.Disputed(Facet.Group.of(layer)));
        }
        if (!placements.unstated().isEmpty()) {
            facets.add(new Facet.Unstated(layer));
        }
        return facets;
    }

    private static <V extends FactValue> Facet said(
            Published<V> published, Facet.Group group, Function<V, Facet> agreed) {
        return switch (published) {
            case Published.Silent<V> s -> new Facet.Silent(group);
            case Published.Disputed<V> d -> new Facet.Disputed(group);
            case Published.Agreed<V> a -> agreed.apply(a.value());
        };
    }

    static Facet.Said said(Offering o, Attestation.Kind kind) {
        return switch (o.published(kind)) {
            case Published.Silent<Attestation> s -> Facet.Said.SILENT;
            case Published.Disputed<Attestation> d -> Facet.Said.CONFLICT;
            case Published.Agreed<Attestation> a -> said(a.value().status());
        };
    }

    private static Facet.Said said(Attestation.Status status) {
        return Facet.Said.valueOf(status.name());
    }

    private static Facet.Days days(Offering o, LocalDate asOf) {
        return switch (o.retentionOn(asOf)) {
            case Published.Silent<Retention> s -> Facet.Days.SILENT;
            case Published.Disputed<Retention> d -> Facet.Days.CONFLICT;
            case Published.Agreed<Retention> a -> days(a.value().days());
        };
    }

    private static Facet.Days days(int n) {
        return n == 0
                ? Facet.Days.NOTHING
                : n <= 7 ? Facet.Days.UP_TO_7 : n <= 30 ? Facet.Days.UP_TO_30 : Facet.Days.LONGER;
    }

    /** The day on which the oldest citation of an offering was read. */
    public static Optional<LocalDate> oldest(Offering o) {
        return o.facts().stream()
                .flatMap(f -> f.citations().stream())
                .map(Citation::read)
                .min(Comparator.naturalOrder());
    }

    private static Facet.Age age(LocalDate read, LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(read, asOf);
        return days <= 30
                ? Facet.Age.UP_TO_30
                : days <= 90 ? Facet.Age.UP_TO_90 : days <= 365 ? Facet.Age.UP_TO_365 : Facet.Age.OLDER;
    }
}
