package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The smallest sets of changes that lift a candidate: documents for the same offering, or another offering of the same model
 * family as it stands.
 */
final class Alternatives {
    /** How many other offerings are named at most. */
    static final int MOST = 5;

    private Alternatives() {}

    /**
     * @param verdict the candidate's own verdict
     * @param findings the candidate's findings
     * @param others what any offering of the register comes to for this workload
     */
    static List<Alternative> all(
            Context c,
            Verdict verdict,
            Map<Requirement, Finding> findings,
            Map<String, List<Offering>> byFamily,
            Function<Offering, Map<Requirement, Finding>> others) {
        if (verdict == Verdict.SUITABLE) {
            return List.of();
        }
        List<Alternative> all = new ArrayList<>();
        documents(c, verdict, findings).ifPresent(all::add);
        Set<Offering> lanes = new LinkedHashSet<>();
        FailureModes.families(c.offering()).forEach(family -> lanes.addAll(byFamily.getOrDefault(family, List.of())));
        lanes.stream()
                .filter(o -> !o.id().equals(c.offering().id()))
                .map(o -> lane(o, others.apply(o)))
                .filter(a -> a.reaches().compareTo(verdict) > 0)
                .sorted(Comparator.comparing(Alternative::reaches).reversed().thenComparing(Alternative::offering))
                .limit(MOST)
                .forEach(all::add);
        return all;
    }

    private static Alternative lane(Offering other, Map<Requirement, Finding> findings) {
        return new Alternative(other.id(), deployment(findings), List.of(), Rules.verdict(findings.values()));
    }

    private static Optional<String> deployment(Map<Requirement, Finding> findings) {
        return Optional.ofNullable(findings.get(Requirement.SAME_DEPLOYMENT))
                .flatMap(Finding::deployment)
                .or(() -> Optional.ofNullable(findings.get(Requirement.INFERENCE_LOCATION))
                        .flatMap(Finding::deployment));
    }

    /** The fewest documents that, once held, reach the best verdict that documents can reach; empty when none helps. */
    private static Optional<Alternative> documents(Context c, Verdict verdict, Map<Requirement, Finding> findings) {
        List<Evidence> useful = new ArrayList<>(candidates(c, findings));
        Verdict best = Rules.verdict(Rules.findings(c.with(useful)).values());
        if (best.compareTo(verdict) <= 0) {
            return Optional.empty();
        }
        for (Evidence document : List.copyOf(useful)) {
            List<Evidence> fewer = useful.stream().filter(e -> e != document).toList();
            if (Rules.verdict(Rules.findings(c.with(fewer)).values()).compareTo(best) >= 0) {
                useful.remove(document);
            }
        }
        return Optional.of(new Alternative(
                c.offering().id(),
                deployment(findings),
                useful.stream().map(e -> document(c, e)).toList(),
                best));
    }

    private static Sentence document(Context c, Evidence document) {
        return Sentence.of(
                "document." + document.kind(),
                c.offering().name(),
                document.regions().isEmpty() ? "" : new Area(document.regions()));
    }

    /** A document of each kind that could help, as it would have to read. */
    private static List<Evidence> candidates(Context c, Map<Requirement, Finding> findings) {
        Workload w = c.workload();
        List<Evidence> documents = new ArrayList<>();
        for (Finding finding : findings.values()) {
            if (finding.status() == Status.MET) {
                continue;
            }
            switch (finding.requirement()) {
                case INFERENCE_LOCATION ->
                    w.inference().ifPresent(a -> documents.add(held(c, Evidence.Kind.ORDER_FORM_INFERENCE_REGION, a)));
                case STORAGE_LOCATION -> {
                    w.storage().ifPresent(a -> documents.add(held(c, Evidence.Kind.ORDER_FORM_STORAGE_REGION, a)));
                }
                case ENDPOINT_SERVICES_LOCATION ->
                    w.endpointServices()
                            .ifPresent(a -> documents.add(held(c, Evidence.Kind.ENDPOINT_SERVICES_REGION, a)));
                case RETENTION -> {
                    if (c.offering()
                            .zeroRetention()
                            .map(f -> f.value().zdr().obtainable())
                            .orElse(false)) {
                        documents.add(held(c, Evidence.Kind.ZDR_ADDENDUM));
                    }
                }
                case TRAINING_REUSE -> documents.add(held(c, Evidence.Kind.ORDER_FORM_NO_TRAINING));
                case HIPAA_BAA -> documents.add(held(c, Evidence.Kind.BAA_PRODUCT_SCHEDULE));
                case DPA -> documents.add(held(c, Evidence.Kind.DPA_SIGNED));
                case FEDRAMP,
                        SOC1,
                        SOC2_TYPE_I,
                        SOC2_TYPE_II,
                        SOC3,
                        ISO_9001,
                        ISO_27001,
                        ISO_27017,
                        ISO_27018,
                        ISO_27701,
                        ISO_42001,
                        CSA_STAR_2,
                        EU_CLOUD_COC,
                        SCC,
                        EXCLUDED_JURISDICTIONS,
                        MODEL_AVAILABILITY,
                        REGISTER_RECORD,
                        SAME_DEPLOYMENT -> {
                    // no document of the buyer's speaks to these
                }
            }
        }
        return documents;
    }

    private static Evidence held(Context c, Evidence.Kind kind, Area area) {
        return new Evidence(c.offering().id(), kind, c.date(), area.members(), "", "");
    }

    private static Evidence held(Context c, Evidence.Kind kind) {
        // Named by lane and by model, so that the schedule is sure to mean this offering.
        String product = c.offering().name() + " " + c.offering().id();
        return new Evidence(c.offering().id(), kind, c.date(), List.of(), product, "");
    }
}
