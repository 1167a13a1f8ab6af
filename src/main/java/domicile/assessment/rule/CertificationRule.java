package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
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
import java.util.OptionalInt;
import java.util.Set;

/** One rule for each certification: is it held, in force, and for this product? */
record CertificationRule(Attestation.Kind kind) implements Rule {

    @Override
    public Requirement id() {
        return Requirement.of(kind);
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.certifications().contains(kind);
    }

    @Override
    public Outcome decide(Candidate c) {
        Outcome said = register(c).settled(c);
        List<Evidence> shown = c.documents().certifying(kind);
        boolean liftable = said.status() == Status.CONDITIONAL || said.status() == Status.UNVERIFIED;
        return shown.isEmpty() || !liftable
                ? said
                : said.because(Status.MET, "certification.shown", kind, LocationDocuments.titles(shown))
                        .relyingOn(shown);
    }

    private Outcome register(Candidate c) {
        Published<Attestation> published = c.offering().published(kind);
        Optional<Attestation> held = Attested.held(published);
        if (held.isEmpty()) {
            boolean denied = Attested.denied(published);
            return Outcome.of(
                            denied ? Status.NOT_MET : Status.UNVERIFIED,
                            "certification." + Attested.word(published),
                            kind)
                    .citing(published)
                    .missing("missing.certification", c.name(), kind)
                    .lift(denied ? "lift.certification.other" : "lift.certification.verify", kind);
        }
        Attestation attestation = held.get();
        Optional<PublishedDate> late = Attested.notYet(attestation, c);
        if (late.isPresent()) {
            return Outcome.notMet(
                            "certification.late", kind, late.get(), c.workload().startsOn())
                    .citing(published)
                    .lift("lift.certification.start", kind, late.get());
        }
        String holder = c.register().providerName(attestation.holder());
        return attestation.status() == Attestation.Status.SCOPED
                ? Outcome.conditional(
                                attestation.scope().isEmpty() ? "certification.scopedUnnamed" : "certification.scoped",
                                kind,
                                holder,
                                attestation.scope())
                        .citing(published)
                        .lift("lift.certification.scope", kind, Needed.product(c))
                : Outcome.met("certification.held", kind, holder)
                        .citing(published)
                        .lift("lift.certification.verify", kind);
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(Evidence.Kind.SOC2_REPORT, Evidence.Kind.CERTIFICATE),
                fact -> fact instanceof Attestation a && a.kind() == kind);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.CERTIFICATIONS);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        Evidence.Kind document = soc2() ? Evidence.Kind.SOC2_REPORT : Evidence.Kind.CERTIFICATE;
        return List.of(Needed.document(
                c,
                document,
                List.of(),
                Needed.product(c),
                Optional.of(kind),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of()));
    }

    private boolean soc2() {
        return kind == Attestation.Kind.SOC2_TYPE_I || kind == Attestation.Kind.SOC2_TYPE_II;
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.of(soc2() ? Evidence.Kind.SOC2_REPORT : Evidence.Kind.CERTIFICATE);
    }

    @Override
    public Sentence ask(Candidate c, Finding finding) {
        return Sentence.of("ask.certification", c.name(), kind);
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.empty();
    }
}
