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
        return new Alternative(
                other.id(), deployment(findings), List.of(), List.of(), Rules.verdict(findings.values()));
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
                useful.stream().map(e -> new Need(e, document(c, e))).toList(),
                List.of(),
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
        return findings.values().stream()
                .filter(f -> f.status() != Status.MET)
                .flatMap(f -> Demands.document(f.requirement()).stream())
                .filter(kind -> kind != Evidence.Kind.ZDR_ADDENDUM || zeroRetentionCanBeHad(c))
                .map(kind -> held(c, kind))
                .toList();
    }

    private static boolean zeroRetentionCanBeHad(Context c) {
        return c.zdr().map(f -> f.value().zdr().obtainable()).orElse(false);
    }

    private static Evidence held(Context c, Evidence.Kind kind) {
        Workload w = c.workload();
        Optional<Area> area = switch (kind) {
            case ORDER_FORM_INFERENCE_REGION -> w.inference();
            case ORDER_FORM_STORAGE_REGION -> w.storage();
            case ENDPOINT_SERVICES_REGION -> w.endpointServices();
            case ZDR_ADDENDUM,
                    BAA_PRODUCT_SCHEDULE,
                    VENDOR_BAA,
                    SOC2_REPORT,
                    ORDER_FORM_NO_TRAINING,
                    DPA_SIGNED,
                    STORAGE_RESIDENCY_CLAIM,
                    CERTIFICATE,
                    FEDRAMP_AUTHORIZATION,
                    OWNERSHIP_DECLARATION -> Optional.empty();
        };
        // Named by lane and by model, so that a schedule is sure to mean this offering.
        String product = c.offering().name() + " " + c.offering().id();
        return new Evidence(
                c.offering().id(), kind, c.date(), area.map(Area::members).orElse(List.of()), product, "");
    }
}
