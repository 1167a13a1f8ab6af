package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Placement;
import domicile.residency.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** ENDPOINT_SERVICES_LOCATION: do the services beside the model run inside the required area? */
final class EndpointServicesLocationRule implements Rule {
    private static final String WORD = "endpoint";

    @Override
    public Requirement id() {
        return Requirement.ENDPOINT_SERVICES_LOCATION;
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.endpointServices().isPresent();
    }

    private static Area area(Candidate c) {
        return c.workload().endpointServices().orElseThrow();
    }

    @Override
    public Outcome decide(Candidate c) {
        return decide(c, p -> true);
    }

    private static Outcome decide(Candidate c, Predicate<Placement> goes) {
        Area area = area(c);
        return LocationDocuments.govern(
                c, WORD, area, c.commitments(Layer.ENDPOINT_SERVICES, area), register(c, area, goes));
    }

    private static Outcome register(Candidate c, Area area, Predicate<Placement> goes) {
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
    public boolean regionScoped() {
        return true;
    }

    @Override
    public Outcome at(Candidate c, Placement deployment, Outcome overall) {
        return decide(c, p -> p.goesWith(deployment.id())).settled(c);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.ENDPOINT_SERVICES);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        return List.of(Needed.committing(c, Evidence.Kind.ENDPOINT_SERVICES_REGION, area(c).members()));
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.of(Evidence.Kind.ENDPOINT_SERVICES_REGION);
    }

    @Override
    public Sentence ask(Candidate c, Finding finding) {
        return Sentence.of("ask." + id(), c.name(), area(c));
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.of(Sentence.of("clause." + id(), area(c)));
    }
}
