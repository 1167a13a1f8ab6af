package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Placement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SAME_DEPLOYMENT: requirements that depend on the region must hold in one deployment, not each in another. */
final class SameDeploymentRule {

    private SameDeploymentRule() {}

    /**
     * @param findings the findings so far, by requirement
     */
    static Optional<Finding> apply(Context c, Map<Requirement, Finding> findings) {
        List<Requirement> scoped = scoped(c);
        List<Fact<Placement>> deployments = c.offering().deployments();
        if (scoped.size() < 2) {
            return Optional.empty();
        }
        if (deployments.isEmpty()) {
            return Optional.of(c.finding(Requirement.SAME_DEPLOYMENT, Status.UNVERIFIED, "same.silent", said(scoped))
                    .missing("missing.inference", c.offering().name())
                    .lift("lift.same.silent", said(scoped))
                    .done());
        }
        Fact<Placement> best = deployments.getFirst();
        Map<Requirement, Status> there = statuses(c, scoped, findings, best.value());
        for (Fact<Placement> deployment : deployments) {
            Map<Requirement, Status> here = statuses(c, scoped, findings, deployment.value());
            if (worst(here).compareTo(worst(there)) > 0) {
                best = deployment;
                there = here;
            }
        }
        return Optional.of(finding(c, findings, scoped, deployments, best, worst(there)));
    }

    private static Finding finding(
            Context c,
            Map<Requirement, Finding> findings,
            List<Requirement> scoped,
            List<Fact<Placement>> deployments,
            Fact<Placement> best,
            Status status) {
        Requirement id = Requirement.SAME_DEPLOYMENT;
        if (status != Status.NOT_MET) {
            return c.finding(id, status, "same.holds." + status, best.value().name(), said(scoped))
                    .at(Optional.of(best.value().id()))
                    .citing(List.of(best))
                    .lift("lift.same.choose", best.value().name())
                    .done();
        }
        List<Requirement> failing = scoped.stream()
                .filter(r -> findings.containsKey(r) && findings.get(r).status() == Status.NOT_MET)
                .toList();
        if (!failing.isEmpty()) {
            return c.finding(id, status, "same.failing", said(failing))
                    .citing(deployments)
                    .lift("lift.same.failing", said(failing))
                    .done();
        }
        return c.finding(id, status, "same.apart", where(c, findings, scoped, deployments))
                .citing(deployments)
                .lift("lift.same.apart", said(scoped))
                .done();
    }

    /** Each requirement with the deployments that it holds in. */
    private static Sentence where(
            Context c,
            Map<Requirement, Finding> findings,
            List<Requirement> scoped,
            List<Fact<Placement>> deployments) {
        List<Sentence> parts = new ArrayList<>();
        for (Requirement requirement : scoped) {
            List<Fact<Placement>> holding = deployments.stream()
                    .filter(d -> statuses(c, List.of(requirement), findings, d.value())
                                    .getOrDefault(requirement, Status.NOT_MET)
                            != Status.NOT_MET)
                    .toList();
            if (holding.size() < deployments.size()) {
                parts.add(Sentence.of(
                        "same.where", Sentence.of("requirement." + requirement), LocationRule.names(holding)));
            }
        }
        Sentence joined = parts.getFirst();
        for (Sentence part : parts.subList(1, parts.size())) {
            joined = Sentence.of("list.but", joined, part);
        }
        return joined;
    }

    private static List<Requirement> scoped(Context c) {
        List<Requirement> scoped = new ArrayList<>();
        c.workload().inference().ifPresent(a -> scoped.add(Requirement.INFERENCE_LOCATION));
        c.workload().storage().ifPresent(a -> scoped.add(Requirement.STORAGE_LOCATION));
        c.workload().endpointServices().ifPresent(a -> scoped.add(Requirement.ENDPOINT_SERVICES_LOCATION));
        c.workload().fedRampLevel().ifPresent(l -> scoped.add(Requirement.FEDRAMP));
        c.workload().excludedJurisdictions().ifPresent(a -> scoped.add(Requirement.EXCLUDED_JURISDICTIONS));
        return scoped;
    }

    /** What each requirement comes to if this deployment is chosen; never better than what it comes to at all. */
    private static Map<Requirement, Status> statuses(
            Context c, List<Requirement> scoped, Map<Requirement, Finding> findings, Placement deployment) {
        Map<Requirement, Status> statuses = new EnumMap<>(Requirement.class);
        for (Requirement requirement : scoped) {
            Finding overall = findings.get(requirement);
            if (overall == null) {
                continue;
            }
            Status here = switch (requirement) {
                case INFERENCE_LOCATION ->
                    c.workload()
                            .inference()
                            .map(area -> inferenceAt(c, area, deployment, overall))
                            .orElse(Status.MET);
                case STORAGE_LOCATION ->
                    c.workload()
                            .storage()
                            .map(area -> StorageRule.at(c, area, deployment.id()))
                            .orElse(Status.MET);
                case FEDRAMP -> Attestations.fedRampAt(c, overall, deployment.id());
                case EXCLUDED_JURISDICTIONS ->
                    c.workload()
                            .excludedJurisdictions()
                            .map(area -> JurisdictionRule.at(c, area, deployment))
                            .orElse(Status.MET);
                case ENDPOINT_SERVICES_LOCATION,
                        RETENTION,
                        TRAINING_REUSE,
                        HIPAA_BAA,
                        DPA,
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
                        MODEL_AVAILABILITY,
                        REGISTER_RECORD,
                        SAME_DEPLOYMENT,
                        UNDECIDED,
                        NOTHING_ASKED -> overall.status();
            };
            statuses.put(requirement, here);
        }
        return statuses;
    }

    /** An order form lifts a deployment as it lifts the requirement: one that leaves the area by design stays out. */
    private static Status inferenceAt(Context c, Area area, Placement deployment, Finding overall) {
        Fact<Placement> fact = c.offering().deployments().stream()
                .filter(f -> f.value().equals(deployment))
                .findFirst()
                .orElseThrow();
        Status status =
                LocationRule.choice(c, c.offering().deployments(), fact, area).status();
        boolean ordered =
                !c.commitments(Evidence.Kind.ORDER_FORM_INFERENCE_REGION, area).isEmpty();
        if (!ordered) {
            return status;
        }
        if (status == Status.NOT_MET) {
            return overall.status() == Status.UNVERIFIED ? Status.UNVERIFIED : Status.NOT_MET;
        }
        return Status.MET;
    }

    private static Status worst(Map<Requirement, Status> statuses) {
        return statuses.values().stream().reduce(Status.MET, Status::worst);
    }

    private static Sentence said(List<Requirement> requirements) {
        Sentence joined = Sentence.of("requirement." + requirements.getFirst());
        for (Requirement requirement : requirements.subList(1, requirements.size())) {
            joined = Sentence.of("list.and", joined, Sentence.of("requirement." + requirement));
        }
        return joined;
    }
}
