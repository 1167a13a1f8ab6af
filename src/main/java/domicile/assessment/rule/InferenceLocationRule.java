package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Commitments;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Area;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** INFERENCE_LOCATION: is the best deployment inside the required area? */
final class InferenceLocationRule implements LocationRule {
    private static final String WORD = "inference";

    @Override
    public Layer layer() {
        return Layer.INFERENCE;
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(Evidence.Kind.ORDER_FORM_INFERENCE_REGION),
                fact -> fact instanceof Placement p && p.layer() == Layer.INFERENCE);
    }

    @Override
    public Outcome decide(Candidate c) {
        return LocationDocuments.govern(c, WORD, area(c), c.commitments(Layer.INFERENCE, area(c)), register(c));
    }

    private Outcome register(Candidate c) {
        Area area = area(c);
        List<Fact<Placement>> deployments = c.available(Layer.INFERENCE);
        Optional<BestPlacement> best = BestPlacement.of(c, Layer.INFERENCE, area, p -> true);
        if (best.isEmpty()) {
            List<Fact<Placement>> later = c.offering().deployments();
            return later.isEmpty()
                    ? Outcome.unverified("inference.silent")
                            .missing("missing.inference", c.name())
                            .lift("lift.inference.orderForm", area)
                    : Outcome.notMet(
                                    "location.notYet",
                                    BestPlacement.names(later),
                                    c.workload().startsOn())
                            .citingEach(later)
                            .lift("lift.inference.other", area);
        }
        return outcome(c, best.get(), deployments, area);
    }

    private static Outcome outcome(Candidate c, BestPlacement best, List<Fact<Placement>> all, Area area) {
        Placement chosen = best.placement();
        Outcome said = switch (best.status()) {
            case MET ->
                Outcome.met("inference.default", chosen.name(), area)
                        .citing(c.offering().published(chosen));
            case CONDITIONAL ->
                Outcome.conditional(
                                "inference.selectable",
                                chosen.name(),
                                area,
                                Sentence.of("selection." + chosen.selection()))
                        .citing(c.offering().published(chosen))
                        .lift("lift.inference.choose", chosen.name(), area);
            case UNVERIFIED ->
                Outcome.unverified(best.unverified(), chosen.name(), BestPlacement.places(chosen), area)
                        .citing(c.offering().published(chosen))
                        .lift("lift.inference.orderForm", area);
            case NOT_MET ->
                Outcome.notMet(
                                all.size() == 1 ? "inference.outside.one" : "inference.outside",
                                BestPlacement.namesAndPlaces(all),
                                area)
                        .citingEach(all)
                        .lift("lift.inference.other", area);
        };
        return said.at(chosen.id());
    }

    /**
     * A document that contradicts the register makes every deployment unverified; one that supports it lifts those
     * inside.
     */
    @Override
    public Outcome at(Candidate c, Placement deployment, Outcome overall) {
        Area area = area(c);
        Commitments documents = c.commitments(Layer.INFERENCE, area);
        List<Fact<Placement>> facts = c.offering().published(deployment).facts();
        Outcome here = facts.isEmpty()
                ? Outcome.unverified("inference.silent")
                : outcome(c, BestPlacement.of(c, facts.getFirst(), area), facts, area);
        boolean outside = here.status() == Status.NOT_MET;
        boolean others = overall.status() != Status.UNVERIFIED || documents.say() == Commitments.Say.NOTHING;
        return outside && others
                ? here
                : LocationDocuments.govern(c, WORD, area, documents, here).settled(c);
    }

    /** An order form for the whole area, or for the places of a deployment inside it. */
    @Override
    public List<Evidence> settledBy(Candidate c) {
        Area area = area(c);
        Set<List<Place>> regions = new LinkedHashSet<>();
        regions.add(area.members());
        for (Fact<Placement> fact : c.available(Layer.INFERENCE)) {
            Placement p = fact.value();
            if (!p.openEnded()
                    && p.places().stream().allMatch(place -> c.areas().within(place, area) == Containment.YES)) {
                regions.add(p.places());
            }
        }
        // clean of what is excluded: the countries of the area, one by one
        c.workload().excludedJurisdictions().ifPresent(excluded -> {
            List<Place> clean = new ArrayList<>();
            for (Place member : area.members()) {
                c.areas().countriesOf(member).stream()
                        .map(code -> (Place) new Place.Country(code))
                        .filter(country -> c.areas().overlaps(country, excluded) == Containment.NO
                                && c.areas().within(country, area) == Containment.YES)
                        .forEach(clean::add);
            }
            if (!clean.isEmpty()) {
                regions.add(clean);
            }
        });
        return regions.stream()
                .map(r -> Needed.committing(c, Evidence.Kind.ORDER_FORM_INFERENCE_REGION, r))
                .toList();
    }

    /**
     * The one deployment that documents alone make where the register publishes none; nothing where none commits
     * inference.
     */
    static Optional<Placement> byDocuments(Candidate c) {
        List<Evidence> orders = c.documents(Evidence.Kind.ORDER_FORM_INFERENCE_REGION);
        return orders.isEmpty()
                ? Optional.empty()
                : Optional.of(new Placement(
                        Layer.INFERENCE,
                        "",
                        LocationDocuments.titles(orders),
                        Selection.BY_CONTRACT,
                        orders.stream()
                                .flatMap(e -> e.regions().stream())
                                .distinct()
                                .toList(),
                        false,
                        List.of()));
    }
}
