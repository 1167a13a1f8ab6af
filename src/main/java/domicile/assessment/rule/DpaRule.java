package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Published;
import domicile.residency.PublishedDate;
import domicile.residency.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DPA: is a data processing agreement offered, and signed? */
final class DpaRule implements Rule {

    @Override
    public Requirement id() {
        return Requirement.DPA;
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.dpaRequired() || workload.personal();
    }

    @Override
    public Outcome decide(Candidate c) {
        Published<Attestation> published = c.offering().published(Attestation.Kind.DPA);
        Optional<Attestation> held = Attested.held(published);
        Optional<PublishedDate> late = held.flatMap(a -> Attested.notYet(a, c));
        if (late.isPresent()) {
            return Outcome.notMet("dpa.late", late.get(), c.workload().startsOn())
                    .citing(published)
                    .lift("lift.baa.start", late.get());
        }
        List<Evidence> signed = c.documents(Evidence.Kind.DPA_SIGNED);
        String titles = LocationDocuments.titles(signed);
        Outcome said;
        if (signed.isEmpty()) {
            said = held.isPresent()
                    ? Outcome.conditional(
                            "dpa.held", c.register().providerName(held.get().holder()))
                    : Outcome.of(
                            Attested.denied(published) ? Status.NOT_MET : Status.UNVERIFIED,
                            "dpa." + Attested.word(published));
        } else if (Attested.denied(published)) {
            said = Outcome.unverified("dpa.contradiction", titles).relyingOn(signed);
        } else {
            said = Outcome.met(held.isPresent() ? "dpa.signed" : "dpa.unpublishedSigned", titles)
                    .relyingOn(signed);
        }
        return said.citing(published).missing("missing.dpa", c.name()).lift("lift.dpa", c.name());
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(Evidence.Kind.DPA_SIGNED),
                fact -> fact instanceof Attestation a && a.kind() == Attestation.Kind.DPA);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.DPA_REQUIRED);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        return List.of(Needed.document(c, Evidence.Kind.DPA_SIGNED));
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.of(Evidence.Kind.DPA_SIGNED);
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.of(Sentence.of("clause." + id()));
    }
}
