package domicile.assessment;

import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.FactValue.Retention;
import domicile.residency.FactValue.TrainingReuse;
import domicile.residency.FactValue.Zdr;
import domicile.residency.FactValue.ZeroRetention;
import domicile.residency.Workload.TrainingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RETENTION and TRAINING_REUSE: for how long prompts are kept, and whether models are trained on them. */
final class HandlingRules {

    private HandlingRules() {}

    static Optional<Finding> retention(Context c) {
        return c.workload().retentionMaxDays().isPresent()
                ? Optional.of(retention(c, c.workload().retentionMaxDays().getAsInt()))
                : Optional.empty();
    }

    private static Finding retention(Context c, int maxDays) {
        Requirement id = Requirement.RETENTION;
        Optional<Fact<Retention>> inForce = c.retention();
        Optional<Fact<ZeroRetention>> zdr = c.zdr();
        boolean disagree = inForce.isPresent()
                && c.offering().facts(Retention.class).stream()
                                .filter(f -> f.value()
                                        .key()
                                        .equals(inForce.get().value().key()))
                                .map(f -> f.value().days())
                                .distinct()
                                .count()
                        > 1;
        List<Evidence> addenda = c.evidence(Evidence.Kind.ZDR_ADDENDUM);
        if (!disagree && inForce.isPresent() && inForce.get().value().days() <= maxDays) {
            int days = inForce.get().value().days();
            return c.finding(id, Status.MET, days == 0 ? "retention.none" : "retention.within", days, maxDays)
                    .citing(List.of(inForce.get()))
                    .done();
        }
        List<Fact<? extends FactValue>> facts = new ArrayList<>();
        inForce.ifPresent(facts::add);
        zdr.ifPresent(facts::add);
        if (!addenda.isEmpty()) {
            return c.finding(
                            id,
                            Status.MET,
                            "retention.zdrEvidence",
                            addenda.getFirst().title())
                    .citing(facts)
                    .relyingOn(addenda)
                    .missing("missing.retention", c.offering().name())
                    .done();
        }
        Sentence published = inForce.map(
                        f -> Sentence.of("retention.published", f.value().days()))
                .orElse(Sentence.of("retention.unpublished"));
        if (zdr.map(f -> f.value().zdr().obtainable()).orElse(false)) {
            return c.finding(
                            id,
                            Status.CONDITIONAL,
                            "retention.obtainable",
                            published,
                            maxDays,
                            Sentence.of("zdr." + zdr.get().value().zdr()))
                    .citing(facts)
                    .lift("lift.retention.zdr")
                    .done();
        }
        boolean unknown = disagree
                || inForce.isEmpty()
                || zdr.map(f -> f.value().zdr() == Zdr.VERIFY).orElse(false);
        return c.finding(
                        id,
                        unknown ? Status.UNVERIFIED : Status.NOT_MET,
                        unknown ? "retention.unknown" : "retention.over",
                        published,
                        maxDays)
                .citing(facts)
                .missing("missing.retention", c.offering().name())
                .lift("lift.retention.zdr")
                .done();
    }

    static Optional<Finding> trainingReuse(Context c) {
        return c.workload()
                .trainingReuse()
                .filter(policy -> policy == TrainingPolicy.FORBIDDEN)
                .map(policy -> trainingForbidden(c));
    }

    private static Finding trainingForbidden(Context c) {
        Requirement id = Requirement.TRAINING_REUSE;
        List<Fact<TrainingReuse>> facts = c.offering().facts(TrainingReuse.class);
        List<Evidence> orders = c.evidence(Evidence.Kind.ORDER_FORM_NO_TRAINING);
        if (!orders.isEmpty()) {
            return c.finding(
                            id,
                            Status.MET,
                            "training.orderForm",
                            orders.getFirst().title())
                    .citing(facts)
                    .relyingOn(orders)
                    .missing("missing.training", c.offering().name())
                    .done();
        }
        boolean agree = facts.stream().map(Fact::value).distinct().count() == 1;
        if (!agree) {
            return c.finding(id, Status.UNVERIFIED, facts.isEmpty() ? "training.silent" : "training.conflict")
                    .citing(facts)
                    .missing("missing.training", c.offering().name())
                    .lift("lift.training")
                    .done();
        }
        Status status = switch (facts.getFirst().value().reuse()) {
            case NOT_USED_BY_DEFAULT -> Status.CONDITIONAL;
            case VERIFY -> Status.UNVERIFIED;
            case USED_BY_DEFAULT -> Status.NOT_MET;
        };
        return c.finding(id, status, "training." + facts.getFirst().value().reuse())
                .citing(facts)
                .lift("lift.training")
                .done();
    }
}
