package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Placement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** ENDPOINT_SERVICES_LOCATION: do the services beside the model run inside the required area? */
final class EndpointServicesLocationRule implements LocationRule {
    private static final String WORD = "endpoint";

    @Override
    public Layer layer() {
        return Layer.ENDPOINT_SERVICES;
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(Evidence.Kind.ENDPOINT_SERVICES_REGION),
                fact -> fact instanceof Placement p && p.layer() == Layer.ENDPOINT_SERVICES);
    }

    @Override
    public Outcome decide(Candidate c) {
        return decide(c, p -> true);
    }

    private Outcome decide(Candidate c, Predicate<Placement> goes) {
        Area area = area(c);
        return LocationDocuments.govern(
                c, WORD, area, c.commitments(Layer.ENDPOINT_SERVICES, area), register(c, area, goes));
    }

    private Outcome register(Candidate c, Area area, Predicate<Placement> goes) {
        List<Fact<Placement>> all = c.available(Layer.ENDPOINT_SERVICES);
        Optional<BestPlacement> best = BestPlacement.of(c, Layer.ENDPOINT_SERVICES, area, goes);
        List<Fact<Placement>> later = c.offering().placements(Layer.ENDPOINT_SERVICES);
        if (best.isEmpty() && all.isEmpty() && !later.isEmpty()) {
            return Outcome.notMet(
                            "location.notYet",
                            BestPlacement.names(later),
                            c.workload().startsOn())
                    .citingEach(later)
                    .lift("lift.endpoint", area);
        }
        if (best.isEmpty()) {
            return Outcome.unverified("endpoint.silent")
                    .missing("missing.endpoint", c.name())
                    .lift("lift.endpoint", area);
        }
        Placement chosen = best.get().placement();
        Outcome said = Outcome.of(
                        best.get().status(),
                        "endpoint." + best.get().status(),
                        chosen.name(),
                        BestPlacement.places(chosen),
                        area)
                .lift("lift.endpoint", area);
        return best.get().status() == domicile.assessment.Status.NOT_MET
                ? said.citingEach(all)
                : said.citing(c.offering().published(chosen));
    }

    @Override
    public Outcome at(Candidate c, Placement deployment, Outcome overall) {
        return decide(c, p -> p.goesWith(deployment.id())).settled(c);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        return List.of(Needed.committing(c, Evidence.Kind.ENDPOINT_SERVICES_REGION, area(c).members()));
    }
}
