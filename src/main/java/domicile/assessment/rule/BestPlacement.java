package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Status;
import domicile.residency.Area;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Selection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The placement of a layer that serves best.
 *
 * @param fact the first of them in the register's order when several are as good
 * @param status what it gives, were it read at first hand
 * @param disputed whether sources contradict each other about it
 */
record BestPlacement(Fact<Placement> fact, Status status, boolean disputed) {

    /** The best of those that pass a test and can be had on the first day; empty when there is none. */
    static Optional<BestPlacement> of(Candidate c, Layer layer, Area area, Predicate<Placement> test) {
        BestPlacement best = null;
        for (Fact<Placement> fact : c.available(layer)) {
            if (test.test(fact.value())) {
                BestPlacement one = of(c, fact, area);
                if (best == null || one.rank(c).compareTo(best.rank(c)) > 0) {
                    best = one;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** What one placement gives; where sources disagree about it, no better than UNVERIFIED. */
    static BestPlacement of(Candidate c, Fact<Placement> fact, Area area) {
        Placement placement = fact.value();
        Status status = Rule.status(c.areas().withinAsSelected(placement, area), placement.selection());
        boolean disputed = c.disputed(placement);
        return new BestPlacement(fact, disputed ? Status.UNVERIFIED : status, disputed);
    }

    /**
     * Among equals one that is read at first hand is better: only that can be MET. One that counts as unverified is
     * UNVERIFIED.
     */
    private Status rank(Candidate c) {
        if (c.discounted(fact)) {
            return status.worst(Status.UNVERIFIED);
        }
        return status == Status.MET && !c.firstHand(fact) ? Status.CONDITIONAL : status;
    }

    Placement placement() {
        return fact.value();
    }

    /** The sentence key of why it is unverified. */
    String unverified() {
        if (disputed) {
            return "location.conflict";
        }
        if (placement().selection() == Selection.UNSTATED) {
            return "location.unstated";
        }
        return placement().openEnded() ? "location.openEnded" : "location.maybe";
    }

    /** The names of placements, each once. */
    static String names(List<Fact<Placement>> facts) {
        return String.join(
                ", ", facts.stream().map(f -> f.value().name()).distinct().toList());
    }

    /** The names of placements with their places. */
    static String namesAndPlaces(List<Fact<Placement>> facts) {
        return String.join(
                "; ",
                facts.stream()
                        .map(f -> f.value().name() + " (" + places(f.value()) + ")")
                        .distinct()
                        .toList());
    }

    static String places(Placement placement) {
        return String.join(", ", placement.places().stream().map(Place::code).toList());
    }
}
