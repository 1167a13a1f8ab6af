package domicile.assessment;

import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.PublishedDate;
import domicile.residency.Workload.DataCategory;
import java.util.List;
import java.util.Optional;

/** HIPAA_BAA and DPA: is the contract held, does it cover this product from the first day, and is it in hand? */
final class ContractRules {

    private ContractRules() {}

    static Optional<Finding> baa(Context c) {
        return c.workload().dataCategories().contains(DataCategory.PHI) ? Optional.of(baaFinding(c)) : Optional.empty();
    }

    private static Finding baaFinding(Context c) {
        Requirement id = Requirement.HIPAA_BAA;
        List<Fact<Attestation>> facts = c.offering().attestations(Attestation.Kind.BAA);
        List<Evidence> schedules = productSchedules(c);
        Attestations.Reading reading = Attestations.read(facts);
        if (reading instanceof Attestations.Held held) {
            Attestation baa = held.fact().value();
            Optional<PublishedDate> late = Attestations.notYet(baa, c);
            if (late.isPresent()) {
                return c.finding(
                                id,
                                Status.NOT_MET,
                                "baa.late",
                                late.get(),
                                c.workload().startsOn())
                        .citing(facts)
                        .lift("lift.baa.start", late.get())
                        .done();
            }
            List<String> outside = servicesOutOfScope(c, facts);
            if (!outside.isEmpty()) {
                return c.finding(id, Status.NOT_MET, "baa.outOfScope", String.join(", ", outside))
                        .citing(facts)
                        .lift("lift.baa.services", String.join(", ", outside))
                        .done();
            }
            if (!schedules.isEmpty()) {
                return c.finding(
                                id,
                                Status.MET,
                                "baa.schedule",
                                schedules.getFirst().title())
                        .citing(facts)
                        .relyingOn(schedules)
                        .done();
            }
            return c.finding(
                            id,
                            Status.CONDITIONAL,
                            baa.scope().isEmpty() ? "baa.held" : "baa.held.scope",
                            c.register().providerName(baa.holder()),
                            baa.scope())
                    .citing(facts)
                    .lift("lift.baa.schedule", c.offering().name())
                    .done();
        }
        return unheld(c, id, "baa", facts, reading, schedules, "lift.baa.schedule");
    }

    static Optional<Finding> dpa(Context c) {
        boolean asked =
                c.workload().dpaRequired() || c.workload().dataCategories().contains(DataCategory.PERSONAL);
        return asked ? Optional.of(dpaFinding(c)) : Optional.empty();
    }

    private static Finding dpaFinding(Context c) {
        Requirement id = Requirement.DPA;
        List<Fact<Attestation>> facts = c.offering().attestations(Attestation.Kind.DPA);
        List<Evidence> signed = c.evidence(Evidence.Kind.DPA_SIGNED);
        Attestations.Reading reading = Attestations.read(facts);
        if (reading instanceof Attestations.Held held) {
            return signed.isEmpty()
                    ? c.finding(
                                    id,
                                    Status.CONDITIONAL,
                                    "dpa.held",
                                    c.register()
                                            .providerName(held.fact().value().holder()))
                            .citing(facts)
                            .lift("lift.dpa")
                            .done()
                    : c.finding(id, Status.MET, "dpa.signed", signed.getFirst().title())
                            .citing(facts)
                            .relyingOn(signed)
                            .done();
        }
        return unheld(c, id, "dpa", facts, reading, signed, "lift.dpa");
    }

    /**
     * A contract that the register does not show as held. A signed one in the buyer's hand settles what nobody has published; it
     * does not settle a page that says the opposite.
     */
    private static Finding unheld(
            Context c,
            Requirement id,
            String prefix,
            List<Fact<Attestation>> facts,
            Attestations.Reading reading,
            List<Evidence> signed,
            String lift) {
        boolean refused = reading instanceof Attestations.NotHeld;
        if (!signed.isEmpty()) {
            return c.finding(
                            id,
                            refused ? Status.UNVERIFIED : Status.MET,
                            prefix + (refused ? ".contradiction" : ".unpublishedSigned"),
                            signed.getFirst().title())
                    .citing(facts)
                    .relyingOn(signed)
                    .missing("missing." + prefix, c.offering().name())
                    .lift(lift, c.offering().name())
                    .done();
        }
        return c.finding(id, refused ? Status.NOT_MET : Status.UNVERIFIED, prefix + "." + reading.word())
                .citing(facts)
                .missing("missing." + prefix, c.offering().name())
                .lift(lift, c.offering().name())
                .done();
    }

    /** The schedules that name this offering's product. */
    static List<Evidence> productSchedules(Context c) {
        return c.evidence(Evidence.Kind.BAA_PRODUCT_SCHEDULE).stream()
                .filter(e -> ProductNames.names(e.product(), c.offering()))
                .toList();
    }

    /** The services that the workload uses and the register marks as out of the BAA's scope. */
    static List<String> servicesOutOfScope(Context c, List<Fact<Attestation>> facts) {
        return c.workload().services().orElse(List.of()).stream()
                .filter(s -> facts.stream().anyMatch(f -> f.value().outOfScope().contains(s)))
                .toList();
    }
}
