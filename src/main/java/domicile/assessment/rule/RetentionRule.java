package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.residency.Evidence;
import domicile.residency.Published;
import domicile.residency.Retention;
import domicile.residency.Workload;
import domicile.residency.ZeroRetention;
import domicile.residency.ZeroRetention.Zdr;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** RETENTION: are prompts and outputs kept no longer than allowed? */
final class RetentionRule implements Rule {

    @Override
    public Requirement id() {
        return Requirement.RETENTION;
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.retentionMaxDays().isPresent();
    }

    private static int limit(Candidate c) {
        return c.workload().retentionMaxDays().orElseThrow();
    }

    @Override
    public Outcome decide(Candidate c) {
        int limit = limit(c);
        Published<Retention> published = c.offering().retentionOn(c.workload().startsOn());
        Published<ZeroRetention> zdr = c.offering().zeroRetention();
        List<Evidence> addenda = c.documents(Evidence.Kind.ZDR_ADDENDUM).stream()
                .filter(e -> e.days().orElse(0) <= limit)
                .toList();
        if (!addenda.isEmpty()) {
            return Outcome.met("retention.zdrEvidence", LocationDocuments.titles(addenda))
                    .citing(published)
                    .citing(zdr)
                    .relyingOn(addenda)
                    .missing("missing.retention", c.name());
        }
        Sentence said = switch (published) {
            case Published.Silent<Retention> s -> Sentence.of("retention.unpublished");
            case Published.Disputed<Retention> d -> Sentence.of("retention.disputed");
            case Published.Agreed<Retention> a ->
                Sentence.of("retention.published", a.value().days());
        };
        if (published.surely(r -> r.days() <= limit)) {
            int days = published.agreed().orElseThrow().days();
            Outcome within = Outcome.met(days == 0 ? "retention.none" : "retention.within", days, limit)
                    .citing(published);
            return within.lift("lift.retention.zdr");
        }
        Optional<Zdr> obtainable = c.obtainableZdr();
        if (obtainable.isPresent()) {
            return Outcome.conditional("retention.obtainable", said, limit, Sentence.of("zdr." + obtainable.get()))
                    .citing(published)
                    .citing(zdr)
                    .lift("lift.retention.zdr");
        }
        boolean unknown = published.agreed().isEmpty() || zdr.disputed() || zdr.surely(z -> z.zdr() == Zdr.VERIFY);
        return (unknown
                        ? Outcome.unverified("retention.unknown", said, limit)
                        : Outcome.notMet("retention.over", said, limit))
                .citing(published)
                .citing(zdr)
                .missing("missing.retention", c.name())
                .lift("lift.retention.zdr");
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(Evidence.Kind.ZDR_ADDENDUM), fact -> fact instanceof Retention || fact instanceof ZeroRetention);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.RETENTION_MAX_DAYS);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        return c.obtainableZdr().isEmpty()
                ? List.of()
                : List.of(Needed.document(
                        c,
                        Evidence.Kind.ZDR_ADDENDUM,
                        List.of(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        limit(c) == 0 ? OptionalInt.empty() : OptionalInt.of(limit(c)),
                        List.of(),
                        List.of()));
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.of(Evidence.Kind.ZDR_ADDENDUM);
    }

    @Override
    public Sentence ask(Candidate c, Finding finding) {
        return Sentence.of("ask." + id(), c.name(), limit(c));
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.of(
                limit(c) == 0 ? Sentence.of("clause.RETENTION.none") : Sentence.of("clause." + id(), limit(c)));
    }
}
