package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Placement;
import domicile.residency.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** INFERENCE_LOCATION and ENDPOINT_SERVICES_LOCATION: is the best deployment inside the required area? */
final class LocationRule {

    private LocationRule() {}

    /** YES by default is met, YES by another selection has to be chosen, MAYBE is not verified. */
    static Status status(Containment inside, Selection selection) {
        return switch (inside) {
            case NO -> Status.NOT_MET;
            case MAYBE -> Status.UNVERIFIED;
            case YES ->
                switch (selection) {
                    case DEFAULT -> Status.MET;
                    case SELECTABLE, BY_CONTRACT, DEDICATED -> Status.CONDITIONAL;
                    case UNSTATED -> Status.UNVERIFIED;
                };
        };
    }

    static Optional<Finding> inference(Context c) {
        return c.workload().inference().map(area -> inference(c, area));
    }

    private static Finding inference(Context c, Area area) {
        List<Fact<Placement>> deployments = c.offering().deployments();
        List<Evidence> orders = c.commitments(Evidence.Kind.ORDER_FORM_INFERENCE_REGION, area);
        if (deployments.isEmpty()) {
            return orders.isEmpty()
                    ? c.finding(Requirement.INFERENCE_LOCATION, Status.UNVERIFIED, "inference.silent")
                            .missing("missing.inference", c.offering().name())
                            .lift("lift.inference.orderForm", area)
                            .done()
                    : c.finding(
                                    Requirement.INFERENCE_LOCATION,
                                    Status.MET,
                                    "inference.orderForm",
                                    orders.getFirst().title(),
                                    area)
                            .relyingOn(orders)
                            .missing("missing.inference", c.offering().name())
                            .done();
        }
        Choice best = best(c, deployments, area);
        Placement chosen = best.fact().value();
        if (!orders.isEmpty() && best.status() != Status.MET) {
            String document = orders.getFirst().title();
            return best.status() == Status.NOT_MET
                    ? c.finding(
                                    Requirement.INFERENCE_LOCATION,
                                    Status.UNVERIFIED,
                                    "inference.contradiction",
                                    document,
                                    area,
                                    names(deployments))
                            .at(Optional.of(chosen.id()))
                            .citing(deployments)
                            .relyingOn(orders)
                            .lift("lift.inference.contradiction", document)
                            .done()
                    : c.finding(Requirement.INFERENCE_LOCATION, Status.MET, "inference.orderForm", document, area)
                            .at(Optional.of(chosen.id()))
                            .citing(List.of(best.fact()))
                            .relyingOn(orders)
                            .done();
        }
        Context.Draft draft = switch (best.status()) {
            case MET ->
                c.finding(Requirement.INFERENCE_LOCATION, Status.MET, "inference.default", chosen.name(), area)
                        .citing(List.of(best.fact()));
            case CONDITIONAL ->
                c.finding(
                                Requirement.INFERENCE_LOCATION,
                                Status.CONDITIONAL,
                                "inference.selectable",
                                chosen.name(),
                                area,
                                Sentence.of("selection." + chosen.selection()))
                        .citing(List.of(best.fact()))
                        .lift("lift.inference.choose", chosen.name(), area);
            case UNVERIFIED ->
                c.finding(
                                Requirement.INFERENCE_LOCATION,
                                Status.UNVERIFIED,
                                best.conflict() ? "location.conflict" : maybe(chosen),
                                chosen.name(),
                                places(chosen),
                                area)
                        .citing(sameKey(deployments, best.fact()))
                        .lift("lift.inference.orderForm", area);
            case NOT_MET ->
                c.finding(
                                Requirement.INFERENCE_LOCATION,
                                Status.NOT_MET,
                                deployments.size() == 1 ? "inference.outside.one" : "inference.outside",
                                outside(deployments),
                                area)
                        .citing(deployments)
                        .lift("lift.inference.other", area);
        };
        if (!c.evidence(Evidence.Kind.ORDER_FORM_INFERENCE_REGION).isEmpty() && orders.isEmpty()) {
            draft.lift("lift.inference.orderFormOutside", area);
        }
        return draft.at(Optional.of(chosen.id())).done();
    }

    private static String maybe(Placement chosen) {
        return chosen.openEnded() ? "location.openEnded" : "location.maybe";
    }

    static Optional<Finding> endpointServices(Context c) {
        return c.workload().endpointServices().map(area -> endpointServices(c, area));
    }

    private static Finding endpointServices(Context c, Area area) {
        Requirement id = Requirement.ENDPOINT_SERVICES_LOCATION;
        List<Fact<Placement>> placements = c.offering().placements(Layer.ENDPOINT_SERVICES);
        List<Evidence> documents = c.evidence(Evidence.Kind.ENDPOINT_SERVICES_REGION).stream()
                .filter(e -> !e.regions().isEmpty())
                .toList();
        Optional<Evidence> outside = documents.stream()
                .filter(e -> e.regions().stream().anyMatch(p -> c.areas().within(p, area) == Containment.NO))
                .findFirst();
        if (outside.isPresent()) {
            return c.finding(
                            id,
                            Status.NOT_MET,
                            "endpoint.outside",
                            outside.get().title(),
                            area)
                    .relyingOn(List.of(outside.get()))
                    .missing("missing.endpoint", c.offering().name())
                    .lift("lift.endpoint", area)
                    .done();
        }
        List<Evidence> inside =
                documents.stream().filter(e -> c.commitsTo(e, area)).toList();
        if (!inside.isEmpty()) {
            return c.finding(
                            id,
                            Status.MET,
                            "endpoint.evidence",
                            inside.getFirst().title(),
                            area)
                    .relyingOn(inside)
                    .citing(placements)
                    .missing("missing.endpoint", c.offering().name())
                    .done();
        }
        if (placements.isEmpty()) {
            return c.finding(id, Status.UNVERIFIED, "endpoint.silent")
                    .missing("missing.endpoint", c.offering().name())
                    .lift("lift.endpoint", area)
                    .done();
        }
        Choice best = best(c, placements, area);
        return c.finding(
                        id,
                        best.status(),
                        "endpoint." + best.status(),
                        best.fact().value().name(),
                        places(best.fact().value()),
                        area)
                .citing(placements)
                .lift("lift.endpoint", area)
                .done();
    }

    /** A placement, the status that it gives, and whether sources disagree about it. */
    record Choice(Fact<Placement> fact, Status status, boolean conflict) {}

    /** The best placement; the first of them in the register's order when several are as good. */
    static Choice best(Context c, List<Fact<Placement>> placements, Area area) {
        List<Choice> choices = new ArrayList<>();
        for (Fact<Placement> fact : placements) {
            choices.add(choice(c, placements, fact, area));
        }
        Choice best = choices.getFirst();
        for (Choice choice : choices) {
            if (choice.status().compareTo(best.status()) > 0) {
                best = choice;
            }
        }
        return best;
    }

    /** What one placement gives; where sources disagree about it, no better than UNVERIFIED. */
    static Choice choice(Context c, List<Fact<Placement>> all, Fact<Placement> fact, Area area) {
        Status status =
                status(c.areas().within(fact.value(), area), fact.value().selection());
        List<Fact<Placement>> same = sameKey(all, fact);
        boolean conflict = same.stream().map(Fact::value).distinct().count() > 1;
        return new Choice(fact, conflict ? status.worst(Status.UNVERIFIED) : status, conflict);
    }

    static List<Fact<Placement>> sameKey(List<Fact<Placement>> all, Fact<Placement> fact) {
        return all.stream()
                .filter(f -> f.value().key().equals(fact.value().key()))
                .toList();
    }

    static String names(List<Fact<Placement>> facts) {
        return String.join(
                ", ", facts.stream().map(f -> f.value().name()).distinct().toList());
    }

    private static String outside(List<Fact<Placement>> facts) {
        return String.join(
                "; ",
                facts.stream()
                        .map(f -> f.value().name() + " (" + places(f.value()) + ")")
                        .distinct()
                        .toList());
    }

    static String places(Placement placement) {
        return String.join(", ", placement.places().stream().map(p -> p.code()).toList());
    }
}
