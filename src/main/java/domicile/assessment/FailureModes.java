package domicile.assessment;

import domicile.assessment.FailureMode.State;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue.ModelFamilies;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Workload;
import domicile.residency.Workload.DataCategory;
import domicile.residency.Workload.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The three failure modes, stated for every candidate whether they apply or not. */
final class FailureModes {

    private FailureModes() {}

    static List<FailureFinding> all(Context c, Map<Requirement, Finding> findings) {
        return List.of(storageIsNotInference(c, findings), soc2IsNotGeography(c), baaIsNotProductCoverage(c));
    }

    private static FailureFinding storageIsNotInference(Context c, Map<Requirement, Finding> findings) {
        FailureMode mode = FailureMode.STORAGE_IS_NOT_INFERENCE;
        Finding inference = findings.get(Requirement.INFERENCE_LOCATION);
        Optional<Area> required = c.workload().inference();
        if (inference == null || required.isEmpty()) {
            return notAsked(c, mode, "mode.storage.notAsked", Part.INFERENCE);
        }
        Area area = required.get();
        return switch (inference.status()) {
            case MET, CONDITIONAL ->
                new FailureFinding(
                        mode,
                        State.CLEARED,
                        Sentence.of("mode.storage.cleared", area, inference.reason()),
                        inference.citations());
            case UNVERIFIED ->
                new FailureFinding(
                        mode,
                        State.OPEN,
                        Sentence.of("mode.storage.open", area, inference.reason()),
                        inference.citations());
            case NOT_MET -> residencyClaimed(c, area, inference);
        };
    }

    /** Inference is outside; is there anything that a reader could take for residency inside? */
    private static FailureFinding residencyClaimed(Context c, Area area, Finding inference) {
        FailureMode mode = FailureMode.STORAGE_IS_NOT_INFERENCE;
        List<Fact<Placement>> storage = c.offering().placements(Layer.STORAGE).stream()
                .filter(f -> f.value().places().stream().anyMatch(p -> c.areas().within(p, area) != Containment.NO))
                .toList();
        List<Evidence> claims = c.evidence(Evidence.Kind.STORAGE_RESIDENCY_CLAIM).stream()
                .filter(e -> e.regions().isEmpty()
                        || e.regions().stream().anyMatch(p -> c.areas().within(p, area) != Containment.NO))
                .toList();
        if (storage.isEmpty() && claims.isEmpty()) {
            return said(mode, State.NOT_APPLICABLE, inference.citations(), "mode.storage.noClaim", area);
        }
        String claimed = storage.isEmpty() ? claims.getFirst().title() : LocationRule.names(storage);
        List<Fact<Placement>> cited = new ArrayList<>(c.offering().deployments());
        cited.addAll(storage);
        Sentence flagged = Sentence.of("mode.storage.flagged", claimed, area, inference.reason());
        String words = String.join(
                " ",
                c.offering().deployments().stream()
                        .map(Fact::text)
                        .filter(t -> !t.isEmpty())
                        .distinct()
                        .toList());
        Sentence quoted = words.isEmpty() ? flagged : Sentence.of("mode.storage.quoted", flagged, words);
        List<Way> ways = waysOut(c, area);
        ways.forEach(way -> cited.addAll(way.deployments()));
        Sentence reason = ways.isEmpty()
                ? quoted
                : Sentence.of(
                        "mode.storage.wayOut",
                        quoted,
                        ways.stream().map(Way::named).collect(Collectors.joining("; ")));
        return new FailureFinding(mode, State.FLAGGED, reason, Context.citations(cited));
    }

    /** Another lane, and its deployments that are or could be inside. */
    private record Way(Offering offering, List<Fact<Placement>> deployments) {
        String named() {
            return offering.name() + " (" + LocationRule.names(deployments) + ")";
        }
    }

    /** Other lanes to the same models with deployments that are, or could be, inside. */
    private static List<Way> waysOut(Context c, Area area) {
        List<String> own = families(c.offering());
        List<Way> ways = new ArrayList<>();
        for (Offering other : c.register().offerings()) {
            if (other.id().equals(c.offering().id()) || families(other).stream().noneMatch(own::contains)) {
                continue;
            }
            List<Fact<Placement>> possible = other.deployments().stream()
                    .filter(f -> c.areas().within(f.value(), area) != Containment.NO)
                    .toList();
            if (!possible.isEmpty()) {
                ways.add(new Way(other, possible));
            }
        }
        return ways.subList(0, Math.min(ways.size(), Alternatives.MOST));
    }

    static List<String> families(Offering offering) {
        return offering.facts(ModelFamilies.class).stream()
                .flatMap(f -> f.value().families().stream())
                .toList();
    }

    private static FailureFinding soc2IsNotGeography(Context c) {
        FailureMode mode = FailureMode.SOC2_IS_NOT_GEOGRAPHY;
        Optional<Area> asked = c.workload()
                .inference()
                .or(() -> c.workload().storage())
                .or(() -> c.workload().endpointServices());
        if (asked.isEmpty()) {
            return notAsked(c, mode, "mode.soc2.notAsked", Part.INFERENCE, Part.STORAGE, Part.ENDPOINT_SERVICES);
        }
        List<Citation> soc2 = Context.citations(c.offering().attestations(Attestation.Kind.SOC2_TYPE_II));
        List<Evidence> orders = c.commitments(Evidence.Kind.ORDER_FORM_INFERENCE_REGION, asked.get());
        if (!orders.isEmpty()) {
            return said(
                    mode,
                    State.CLEARED,
                    soc2,
                    "mode.soc2.cleared",
                    orders.getFirst().title(),
                    asked.get());
        }
        List<Evidence> reports = c.evidence(Evidence.Kind.SOC2_REPORT);
        return reports.isEmpty() || storageIsCommitted(c)
                ? said(mode, State.OPEN, soc2, "mode.soc2.open", asked.get())
                : said(
                        mode,
                        State.FLAGGED,
                        soc2,
                        "mode.soc2.flagged",
                        reports.getFirst().title(),
                        asked.get());
    }

    /** Whether storage is all that is asked, and an order form commits it: then no SOC 2 report stands in for a commitment. */
    private static boolean storageIsCommitted(Context c) {
        Workload w = c.workload();
        return w.inference().isEmpty()
                && w.endpointServices().isEmpty()
                && w.storage()
                        .filter(area -> !c.commitments(Evidence.Kind.ORDER_FORM_STORAGE_REGION, area)
                                .isEmpty())
                        .isPresent();
    }

    private static FailureFinding baaIsNotProductCoverage(Context c) {
        FailureMode mode = FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE;
        if (!c.workload().dataCategories().contains(DataCategory.PHI)) {
            return notAsked(c, mode, "mode.baa.notAsked", Part.DATA_CATEGORIES);
        }
        List<Fact<Attestation>> facts = c.offering().attestations(Attestation.Kind.BAA);
        List<Citation> citations = Context.citations(facts);
        Attestations.Reading reading = Attestations.read(facts);
        if (reading instanceof Attestations.Held held) {
            Optional<PublishedDate> late = Attestations.notYet(held.fact().value(), c);
            if (late.isPresent()) {
                return said(
                        mode,
                        State.FLAGGED,
                        citations,
                        "mode.baa.late",
                        late.get(),
                        c.workload().startsOn());
            }
            List<String> outside = ContractRules.servicesOutOfScope(c, facts);
            if (!outside.isEmpty()) {
                return said(mode, State.FLAGGED, citations, "mode.baa.outOfScope", String.join(", ", outside));
            }
        }
        List<Evidence> schedules = ContractRules.productSchedules(c);
        if (!schedules.isEmpty()) {
            return said(
                    mode,
                    State.CLEARED,
                    citations,
                    "mode.baa.cleared",
                    schedules.getFirst().title());
        }
        List<Evidence> vendor = c.evidence(Evidence.Kind.VENDOR_BAA);
        if (!vendor.isEmpty()) {
            return said(
                    mode,
                    State.FLAGGED,
                    citations,
                    "mode.baa.vendorOnly",
                    vendor.getFirst().title());
        }
        return switch (reading) {
            case Attestations.NotHeld n -> said(mode, State.NOT_APPLICABLE, citations, "mode.baa.none");
            case Attestations.NotPublished n -> said(mode, State.NOT_APPLICABLE, citations, "mode.baa.none");
            case Attestations.Silent n -> said(mode, State.NOT_APPLICABLE, citations, "mode.baa.none");
            case Attestations.Held h -> said(mode, State.OPEN, citations, "mode.baa.open");
            case Attestations.Verify v -> said(mode, State.OPEN, citations, "mode.baa.verify");
            case Attestations.Conflict x -> said(mode, State.OPEN, citations, "mode.baa.verify");
        };
    }

    /** Does not apply, unless the buyer has yet to decide what would make it apply. */
    private static FailureFinding notAsked(Context c, FailureMode mode, String key, Part... parts) {
        return Undecided.reason(c.workload(), parts)
                .map(reason -> new FailureFinding(mode, State.OPEN, reason, List.of()))
                .orElse(said(mode, State.NOT_APPLICABLE, List.of(), key));
    }

    private static FailureFinding said(
            FailureMode mode, State state, List<Citation> citations, String key, Object... args) {
        return new FailureFinding(mode, state, Sentence.of(key, args), citations);
    }
}
