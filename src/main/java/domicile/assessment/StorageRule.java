package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.FactValue.Zdr;
import domicile.residency.Layer;
import domicile.residency.Placement;
import domicile.residency.Selection;
import java.util.List;
import java.util.Optional;

/** STORAGE_LOCATION: is what is written to disk written inside the required area, or not at all? */
final class StorageRule {

    private StorageRule() {}

    static Optional<Finding> apply(Context c) {
        return c.workload()
                .storage()
                .map(area -> apply(
                        c,
                        area,
                        c.offering().placements(Layer.STORAGE),
                        c.offering().placements(Layer.STORAGE)));
    }

    /** The status when one deployment is chosen: only placements that go with it count. */
    static Status at(Context c, Area area, String deployment) {
        List<Fact<Placement>> all = c.offering().placements(Layer.STORAGE);
        return apply(
                        c,
                        area,
                        all,
                        all.stream().filter(f -> f.value().goesWith(deployment)).toList())
                .status();
    }

    private static Finding apply(Context c, Area area, List<Fact<Placement>> all, List<Fact<Placement>> placements) {
        Requirement id = Requirement.STORAGE_LOCATION;
        Optional<Fact<FactValue.ZeroRetention>> zdr = c.zdr();
        List<Evidence> addenda = c.evidence(Evidence.Kind.ZDR_ADDENDUM);
        if (zdr.isPresent() && zdr.get().value().zdr() == Zdr.STATELESS) {
            return c.finding(id, Status.MET, "storage.stateless")
                    .citing(List.of(zdr.get()))
                    .done();
        }
        if (!addenda.isEmpty()) {
            return c.finding(id, Status.MET, "storage.zdr", addenda.getFirst().title())
                    .citing(zdr.stream().toList())
                    .relyingOn(addenda)
                    .done();
        }
        Status best = placements.stream()
                .map(f -> status(c, all, f, area))
                .reduce(Status::best)
                .orElse(Status.UNVERIFIED);
        List<Evidence> orders = c.commitments(Evidence.Kind.ORDER_FORM_STORAGE_REGION, area);
        if (best != Status.MET && !orders.isEmpty()) {
            return c.finding(
                            id,
                            Status.MET,
                            "storage.orderForm",
                            orders.getFirst().title(),
                            area)
                    .citing(placements)
                    .relyingOn(orders)
                    .missing("missing.storage", c.offering().name())
                    .done();
        }
        boolean rises = best.compareTo(Status.CONDITIONAL) < 0
                && zdr.map(f -> f.value().zdr().obtainable()).orElse(false);
        if (rises) {
            return c.finding(
                            id,
                            Status.CONDITIONAL,
                            placements.isEmpty() ? "storage.silent.zdr" : "storage.outside.zdr",
                            area,
                            Sentence.of("zdr." + zdr.get().value().zdr()))
                    .citing(join(placements, zdr.get()))
                    .lift("lift.storage.zdr")
                    .lift("lift.storage.orderForm", area)
                    .done();
        }
        if (placements.isEmpty()) {
            return c.finding(id, Status.UNVERIFIED, "storage.silent")
                    .missing("missing.storage", c.offering().name())
                    .lift("lift.storage.orderForm", area)
                    .done();
        }
        Fact<Placement> chosen = placements.stream()
                .filter(f -> status(c, all, f, area) == best)
                .findFirst()
                .orElseThrow();
        return c.finding(
                        id,
                        best,
                        "storage." + best,
                        best == Status.NOT_MET
                                ? LocationRule.names(placements)
                                : chosen.value().name(),
                        area)
                .citing(best == Status.NOT_MET ? placements : List.of(chosen))
                .lift(best == Status.CONDITIONAL ? "lift.storage.choose" : "lift.storage.orderForm", area)
                .done();
    }

    private static Status status(Context c, List<Fact<Placement>> all, Fact<Placement> fact, Area area) {
        boolean conflict = LocationRule.sameKey(all, fact).stream()
                        .map(Fact::value)
                        .distinct()
                        .count()
                > 1;
        Status status =
                LocationRule.status(inside(c, fact.value(), area), fact.value().selection());
        return conflict ? status.worst(Status.UNVERIFIED) : status;
    }

    /** Storage placements that the buyer selects count per selected place. */
    static Containment inside(Context c, Placement placement, Area area) {
        if (placement.selection() == Selection.DEFAULT || placement.openEnded()) {
            return c.areas().within(placement, area);
        }
        return placement.places().stream()
                .map(p -> c.areas().within(p, area))
                .max(Containment::compareTo)
                .orElseThrow();
    }

    private static List<Fact<? extends FactValue>> join(List<Fact<Placement>> placements, Fact<?> other) {
        List<Fact<? extends FactValue>> all = new java.util.ArrayList<>(placements);
        all.add(other);
        return all;
    }
}
