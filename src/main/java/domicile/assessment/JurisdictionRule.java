package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Containment;
import domicile.residency.Fact;
import domicile.residency.FactValue.CorporateTie;
import domicile.residency.Place;
import domicile.residency.Placement;
import java.util.List;
import java.util.Optional;

/** EXCLUDED_JURISDICTIONS: neither an owner's country nor a place of processing may be an excluded one. */
final class JurisdictionRule {

    private JurisdictionRule() {}

    static Optional<Finding> apply(Context c) {
        return c.workload().excludedJurisdictions().map(area -> apply(c, area));
    }

    private static Finding apply(Context c, Area excluded) {
        Requirement id = Requirement.EXCLUDED_JURISDICTIONS;
        List<Fact<CorporateTie>> ties = ties(c, excluded);
        if (!ties.isEmpty()) {
            CorporateTie tie = ties.getFirst().value();
            return c.finding(
                            id,
                            Status.NOT_MET,
                            "excluded.tie",
                            tie.party(),
                            new Place.Country(tie.country()),
                            Sentence.of("relation." + tie.relation()))
                    .citing(ties)
                    .lift("lift.excluded.other", excluded)
                    .done();
        }
        List<Fact<Placement>> deployments = c.offering().deployments();
        if (deployments.isEmpty()) {
            return c.finding(id, Status.UNVERIFIED, "inference.silent")
                    .missing("missing.inference", c.offering().name())
                    .lift("lift.excluded.commit", excluded)
                    .done();
        }
        List<Fact<Placement>> inside = answering(c, deployments, excluded, Containment.YES);
        List<Fact<Placement>> unsure = answering(c, deployments, excluded, Containment.MAYBE);
        List<Fact<Placement>> clear = answering(c, deployments, excluded, Containment.NO);
        if (inside.size() == deployments.size()) {
            return c.finding(id, Status.NOT_MET, "excluded.all", excluded)
                    .citing(inside)
                    .lift("lift.excluded.other", excluded)
                    .done();
        }
        if (!inside.isEmpty() && !clear.isEmpty()) {
            Placement choice = clear.getFirst().value();
            return c.finding(
                            id,
                            Status.CONDITIONAL,
                            "excluded.some",
                            LocationRule.names(inside),
                            excluded,
                            LocationRule.names(clear))
                    .at(Optional.of(choice.id()))
                    .citing(deployments)
                    .lift("lift.excluded.choose", LocationRule.names(clear), excluded)
                    .done();
        }
        if (!unsure.isEmpty()) {
            return c.finding(id, Status.UNVERIFIED, "excluded.unsure", LocationRule.names(unsure), excluded)
                    .citing(unsure)
                    .lift("lift.excluded.commit", excluded)
                    .done();
        }
        return c.finding(id, Status.MET, "excluded.none", excluded)
                .citing(deployments)
                .done();
    }

    private static List<Fact<CorporateTie>> ties(Context c, Area excluded) {
        return c.offering().facts(CorporateTie.class).stream()
                .filter(f -> c.areas().within(new Place.Country(f.value().country()), excluded) != Containment.NO)
                .toList();
    }

    private static List<Fact<Placement>> answering(
            Context c, List<Fact<Placement>> deployments, Area excluded, Containment answer) {
        return deployments.stream()
                .filter(f -> c.areas().overlaps(f.value(), excluded) == answer)
                .toList();
    }

    /** The status in one deployment: a tie counts everywhere, an overlap where it is. */
    static Status at(Context c, Area excluded, Placement deployment) {
        if (!ties(c, excluded).isEmpty()) {
            return Status.NOT_MET;
        }
        return switch (c.areas().overlaps(deployment, excluded)) {
            case YES -> Status.NOT_MET;
            case MAYBE -> Status.UNVERIFIED;
            case NO -> Status.MET;
        };
    }
}
