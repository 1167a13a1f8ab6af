package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Commitments;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Placement;
import domicile.residency.Retention;
import domicile.residency.ZeroRetention;
import domicile.residency.ZeroRetention.Zdr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** STORAGE_LOCATION: is what is written to disk written inside the required area, or not at all? */
final class StorageLocationRule implements LocationRule {
    private static final String WORD = "storage";
    /** The reasons under which storage holds by a zero data retention that is not in hand. */
    private static final List<String> BY_ZDR = List.of("storage.silent.zdr", "storage.outside.zdr");

    @Override
    public Layer layer() {
        return Layer.STORAGE;
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(Evidence.Kind.ORDER_FORM_STORAGE_REGION, Evidence.Kind.ZDR_ADDENDUM),
                StorageLocationRule::reads);
    }

    /** Whether a fact bears on what is stored, and where. */
    static boolean reads(FactValue fact) {
        return fact instanceof Placement p && p.layer() == Layer.STORAGE
                || fact instanceof ZeroRetention
                || fact instanceof Retention;
    }

    @Override
    public Outcome decide(Candidate c) {
        return decide(c, p -> true);
    }

    private Outcome decide(Candidate c, Predicate<Placement> goes) {
        Area area = area(c);
        Commitments documents = c.commitments(Layer.STORAGE, area);
        List<Evidence> addenda = c.nothingAtRest();
        if (!addenda.isEmpty()) {
            return Outcome.met("storage.zdr", LocationDocuments.titles(addenda))
                    .citing(c.offering().zeroRetention())
                    .relyingOn(addenda);
        }
        if (c.stateless()) {
            Outcome stateless =
                    Outcome.met("storage.stateless").citing(c.offering().zeroRetention());
            return LocationDocuments.govern(c, WORD, area, documents, stateless);
        }
        Outcome register = register(c, area, goes);
        Outcome governed = LocationDocuments.govern(c, WORD, area, documents, register);
        Optional<Zdr> zdr = c.obtainableZdr().filter(z -> z != Zdr.STATELESS);
        if (governed.status().compareTo(Status.CONDITIONAL) >= 0 || zdr.isEmpty()) {
            return governed;
        }
        boolean silent = register.reason().key().equals("storage.silent");
        Outcome risen = Outcome.conditional(
                        silent ? BY_ZDR.getFirst() : BY_ZDR.getLast(),
                        area,
                        Sentence.of("zdr." + zdr.get()),
                        governed.reason())
                .citingEach(governed.things().stream().flatMap(List::stream).toList())
                .citing(c.offering().zeroRetention())
                .lift("lift.storage.zdr")
                .lift("lift.storage.orderForm", area);
        return risen.relyingOn(governed.documents());
    }

    private Outcome register(Candidate c, Area area, Predicate<Placement> goes) {
        List<Fact<Placement>> all = c.available(Layer.STORAGE).stream()
                .filter(f -> goes.test(f.value()))
                .toList();
        Optional<BestPlacement> best = BestPlacement.of(c, Layer.STORAGE, area, goes);
        List<Fact<Placement>> later = c.offering().placements(Layer.STORAGE);
        if (all.isEmpty() && c.available(Layer.STORAGE).isEmpty() && !later.isEmpty()) {
            return Outcome.unverified(
                            "location.notYet",
                            BestPlacement.names(later),
                            c.workload().startsOn())
                    .citingEach(later)
                    .lift("lift.storage.orderForm", area);
        }
        if (best.isEmpty()) {
            return Outcome.unverified("storage.silent")
                    .missing("missing.storage", c.name())
                    .lift("lift.storage.orderForm", area);
        }
        Placement chosen = best.get().placement();
        return switch (best.get().status()) {
            case MET ->
                Outcome.met("storage.MET", chosen.name(), area)
                        .citing(c.offering().published(chosen));
            case CONDITIONAL ->
                Outcome.conditional("storage.CONDITIONAL", chosen.name(), area)
                        .citing(c.offering().published(chosen))
                        .lift("lift.storage.choose", area);
            case UNVERIFIED ->
                Outcome.unverified(
                                best.get().disputed() ? "storage.conflict" : "storage.UNVERIFIED", chosen.name(), area)
                        .citing(c.offering().published(chosen))
                        .lift("lift.storage.orderForm", area);
            case NOT_MET ->
                Outcome.notMet("storage.NOT_MET", BestPlacement.names(all), area)
                        .citingEach(all)
                        .lift("lift.storage.orderForm", area);
        };
    }

    /** Whether an outcome holds only by a zero data retention that is not in hand. */
    static boolean byZdr(Outcome outcome) {
        return BY_ZDR.contains(outcome.reason().key());
    }

    /** Only storage placements that go with the deployment count. */
    @Override
    public Outcome at(Candidate c, Placement deployment, Outcome overall) {
        return decide(c, p -> p.goesWith(deployment.id())).settled(c);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        Evidence order = Needed.committing(c, Evidence.Kind.ORDER_FORM_STORAGE_REGION, area(c).members());
        return c.obtainableZdr().isPresent()
                ? List.of(order, Needed.document(c, Evidence.Kind.ZDR_ADDENDUM))
                : List.of(order);
    }
}
