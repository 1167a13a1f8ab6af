package domicile.desktop.register;

import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Published;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which facets keep an offering; those of places apart, which need the gazetteer. */
final class Facets {

    /** By group, then as a reader expects: levels and ranges in their order, names by the alphabet, the silent last. */
    static final Comparator<Facet> ORDER = Comparator.comparing(Facet::group)
            .thenComparing(f -> f.value().equals("none"))
            .thenComparing(Facets::rank)
            .thenComparing(Facet::value);

    private Facets() {}

    private static int rank(Facet facet) {
        return switch (facet) {
            case Facet.Inside i -> 0;
            case Facet.Unpublished u -> 0;
            case Facet.Certification c -> c.kind().ordinal();
            case Facet.Contract c -> c.said().ordinal();
            case Facet.FedRamp f -> f.level().ordinal();
            case Facet.Zdr z -> z.zdr().map(Enum::ordinal).orElse(0);
            case Facet.Retention r -> r.days().ordinal();
            case Facet.Training t -> t.reuse().map(Enum::ordinal).orElse(0);
            case Facet.Model m -> 0;
            case Facet.Fresh f -> f.age().ordinal();
            case Facet.Tie t -> 0;
        };
    }

    static List<Facet> of(Offering o, LocalDate asOf) {
        List<Facet> facets = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            boolean nothingStored = layer == Layer.STORAGE && OfferingFilter.stateless(o);
            if (o.placements(layer).isEmpty() && !nothingStored) {
                facets.add(new Facet.Unpublished(layer));
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
            if (level.revision5() && OfferingFilter.authorized(o, level)) {
                facets.add(new Facet.FedRamp(level));
            }
        }
        facets.add(new Facet.Zdr(o.zeroRetention().agreed().map(FactValue.ZeroRetention::zdr)));
        facets.add(new Facet.Retention(days(o, asOf)));
        facets.add(new Facet.Training(
                o.published(FactValue.TrainingReuse.class).agreed().map(FactValue.TrainingReuse::reuse)));
        OfferingFilter.families(o).forEach(f -> facets.add(new Facet.Model(f)));
        oldest(o).ifPresent(read -> facets.add(new Facet.Fresh(age(read, asOf))));
        List<Fact<FactValue.CorporateTie>> ties = o.facts(FactValue.CorporateTie.class);
        if (ties.isEmpty()) {
            facets.add(new Facet.Tie(Optional.empty()));
        }
        ties.forEach(t -> facets.add(new Facet.Tie(Optional.of(t.value().country()))));
        return facets;
    }

    static Facet.Said said(Offering o, Attestation.Kind kind) {
        return switch (o.published(kind)) {
            case Published.Silent<Attestation> s -> Facet.Said.SILENT;
            case Published.Disputed<Attestation> d -> Facet.Said.CONFLICT;
            case Published.Agreed<Attestation> a -> said(a.value().status());
        };
    }

    private static Facet.Said said(Attestation.Status status) {
        return switch (status) {
            case HELD -> Facet.Said.HELD;
            case SCOPED -> Facet.Said.SCOPED;
            case NOT_HELD -> Facet.Said.NOT_HELD;
            case NOT_PUBLISHED -> Facet.Said.NOT_PUBLISHED;
            case VERIFY -> Facet.Said.VERIFY;
        };
    }

    private static Facet.Days days(Offering o, LocalDate asOf) {
        Optional<Integer> days = o.retentionOn(asOf).agreed().map(FactValue.Retention::days);
        if (days.isEmpty()) {
            return Facet.Days.SILENT;
        }
        int n = days.get();
        return n == 0
                ? Facet.Days.NOTHING
                : n <= 7 ? Facet.Days.UP_TO_7 : n <= 30 ? Facet.Days.UP_TO_30 : Facet.Days.LONGER;
    }

    /** The day on which the oldest citation of an offering was read. */
    static Optional<LocalDate> oldest(Offering o) {
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
