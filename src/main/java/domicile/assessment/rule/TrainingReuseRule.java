package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.residency.Evidence;
import domicile.residency.Published;
import domicile.residency.TrainingReuse;
import domicile.residency.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TRAINING_REUSE: does a contract forbid training on prompts? A contract beats a page. */
final class TrainingReuseRule implements Rule {

    @Override
    public Requirement id() {
        return Requirement.TRAINING_REUSE;
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.trainingReuse()
                .filter(p -> p == Workload.TrainingPolicy.FORBIDDEN)
                .isPresent();
    }

    @Override
    public Outcome decide(Candidate c) {
        Published<TrainingReuse> published = c.offering().published(TrainingReuse.class);
        List<Evidence> orders = c.documents(Evidence.Kind.ORDER_FORM_NO_TRAINING);
        if (!orders.isEmpty()) {
            return Outcome.met("training.orderForm", LocationDocuments.titles(orders))
                    .citing(published)
                    .relyingOn(orders)
                    .missing("missing.training", c.name());
        }
        Outcome stated = switch (published) {
            case Published.Silent<TrainingReuse> s -> Outcome.unverified("training.silent");
            case Published.Disputed<TrainingReuse> d -> Outcome.unverified("training.conflict");
            case Published.Agreed<TrainingReuse> a ->
                switch (a.value().reuse()) {
                    case NOT_USED_BY_DEFAULT -> Outcome.conditional("training.NOT_USED_BY_DEFAULT");
                    case VERIFY -> Outcome.unverified("training.VERIFY");
                    case USED_BY_DEFAULT -> Outcome.notMet("training.USED_BY_DEFAULT");
                };
        };
        return stated.citing(published).missing("missing.training", c.name()).lift("lift.training");
    }

    @Override
    public Reads reads() {
        return new Reads(Set.of(Evidence.Kind.ORDER_FORM_NO_TRAINING), TrainingReuse.class::isInstance);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.TRAINING_REUSE);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        return List.of(Needed.document(c, Evidence.Kind.ORDER_FORM_NO_TRAINING));
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.of(Evidence.Kind.ORDER_FORM_NO_TRAINING);
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.of(Sentence.of("clause." + id()));
    }
}
