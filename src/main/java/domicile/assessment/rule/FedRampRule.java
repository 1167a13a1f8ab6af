package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Commitments;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.PublishedDate;
import domicile.residency.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** FEDRAMP: is the level held, within a boundary that holds this service and region? */
final class FedRampRule implements Rule {
    private static final Area UNITED_STATES = new Area(List.of(new Place.Country("US")));

    @Override
    public Requirement id() {
        return Requirement.FEDRAMP;
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.fedRampLevel().isPresent();
    }

    private static FedRampLevel asked(Candidate c) {
        return c.workload().fedRampLevel().orElseThrow();
    }

    @Override
    public Outcome decide(Candidate c) {
        FedRampLevel asked = asked(c);
        Published<Attestation> published = c.offering().published(Attestation.Kind.FEDRAMP);
        List<Evidence> letters = c.documents(Evidence.Kind.FEDRAMP_AUTHORIZATION).stream()
                .filter(e -> e.level().filter(l -> l.reaches(asked)).isPresent())
                .toList();
        Outcome said = register(c, published, asked);
        boolean liftable = said.status() == Status.CONDITIONAL || said.status() == Status.UNVERIFIED;
        boolean accepted = said.reason().key().equals("fedramp.20x");
        return letters.isEmpty() || !liftable || accepted
                ? said
                : said.because(Status.MET, "fedramp.authorized", LocationDocuments.titles(letters), asked)
                        .relyingOn(letters);
    }

    private static Outcome register(Candidate c, Published<Attestation> published, FedRampLevel asked) {
        Optional<Attestation> held = Attested.held(published);
        if (held.isEmpty()) {
            boolean denied = Attested.denied(published);
            return Outcome.of(denied ? Status.NOT_MET : Status.UNVERIFIED, "fedramp." + Attested.word(published))
                    .citing(published)
                    .missing("missing.fedramp", c.name())
                    .lift(denied ? "lift.fedramp.other" : "lift.fedramp.verify", asked);
        }
        Attestation authorization = held.get();
        Optional<PublishedDate> late = Attested.notYet(authorization, c);
        if (late.isPresent()) {
            return Outcome.notMet("fedramp.late", late.get(), c.workload().startsOn())
                    .citing(published)
                    .lift("lift.fedramp.start", late.get());
        }
        if (authorization.level().isEmpty()) {
            return Outcome.unverified("fedramp.levelUnknown", asked)
                    .citing(published)
                    .lift("lift.fedramp.verify", asked);
        }
        FedRampLevel level = authorization.level().get();
        if (!level.reaches(asked)) {
            return Outcome.notMet("fedramp.lower", level, asked)
                    .citing(published)
                    .lift("lift.fedramp.other", asked);
        }
        if (!level.revision5()) {
            return Outcome.conditional("fedramp.20x", level, asked)
                    .citing(published)
                    .lift("lift.fedramp.20x", asked);
        }
        String scope = authorization.scope().isEmpty()
                ? String.join(", ", authorization.deployments())
                : authorization.scope();
        return Outcome.conditional(scope.isEmpty() ? "fedramp.held" : "fedramp.scoped", level, asked, scope)
                .at(authorization.deployments().stream().findFirst().orElse(""))
                .citing(published)
                .lift("lift.fedramp.boundary", asked, c.name());
    }

    @Override
    public boolean regionScoped() {
        return true;
    }

    /**
     * Outside the deployments that it is limited to it does not hold; where its regions are not published it holds for
     * what lies surely in the United States, by the register or by an order form.
     */
    @Override
    public Outcome at(Candidate c, Placement deployment, Outcome overall) {
        List<Attestation> all = c.offering().published(Attestation.Kind.FEDRAMP).facts().stream()
                .map(Fact::value)
                .toList();
        boolean limited = all.stream().anyMatch(a -> !a.deployments().isEmpty());
        if (limited) {
            boolean elsewhere = all.stream()
                    .anyMatch(
                            a -> !a.deployments().isEmpty() && !a.deployments().contains(deployment.id()));
            return elsewhere ? overall.because(Status.NOT_MET, "fedramp.elsewhere", deployment.name()) : overall;
        }
        if (overall.status().compareTo(Status.UNVERIFIED) <= 0) {
            return overall;
        }
        boolean inside = c.areas().within(deployment, UNITED_STATES) == Containment.YES
                || c.commitments(Layer.INFERENCE, UNITED_STATES).say() == Commitments.Say.SUPPORTS;
        return inside ? overall : overall.because(Status.UNVERIFIED, "fedramp.regionsUnpublished", deployment.name());
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(Evidence.Kind.FEDRAMP_AUTHORIZATION, Evidence.Kind.ORDER_FORM_INFERENCE_REGION),
                fact -> fact instanceof Attestation a && a.kind() == Attestation.Kind.FEDRAMP);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.FEDRAMP_LEVEL);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        return List.of(Needed.document(
                c,
                Evidence.Kind.FEDRAMP_AUTHORIZATION,
                List.of(),
                Needed.product(c),
                Optional.empty(),
                Optional.of(asked(c)),
                OptionalInt.empty(),
                List.of(),
                List.of()));
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.of(Evidence.Kind.FEDRAMP_AUTHORIZATION);
    }

    @Override
    public Sentence ask(Candidate c, Finding finding) {
        return Sentence.of("ask." + id(), c.name(), asked(c));
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.of(Sentence.of("clause." + id(), asked(c)));
    }
}
