package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.residency.Attestation;
import domicile.residency.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules, in the order of their table. */
public final class Rules {
    /** The rules that decide one requirement each. */
    public static final List<Rule> ALL = all();

    /** The requirements that depend on places. */
    public static final Set<Requirement> PLACED = placed();

    private Rules() {}

    private static Set<Requirement> placed() {
        Set<Requirement> placed = EnumSet.of(Requirement.SAME_DEPLOYMENT, Requirement.REGISTER_RECORD);
        ALL.stream().filter(Rule::regionScoped).map(Rule::id).forEach(placed::add);
        return Set.copyOf(placed);
    }

    private static List<Rule> all() {
        List<Rule> all = new ArrayList<>(List.of(
                new InferenceLocationRule(),
                new StorageLocationRule(),
                new EndpointServicesLocationRule(),
                new RetentionRule(),
                new TrainingReuseRule(),
                new HipaaBaaRule(),
                new DpaRule(),
                new FedRampRule()));
        Arrays.stream(Attestation.Kind.values())
                .filter(Attestation.Kind::certification)
                .map(CertificationRule::new)
                .forEach(all::add);
        all.add(new ExcludedJurisdictionsRule());
        all.add(new ModelAvailabilityRule());
        all.add(new RegisterRecordRule());
        return List.copyOf(all);
    }

    /** The rules whose requirement a workload asks for. */
    public static List<Rule> asked(Workload workload) {
        return ALL.stream().filter(r -> r.asked(workload)).toList();
    }

    /** Outcomes as findings. */
    public static Map<Requirement, Finding> findings(Candidate c, Map<Requirement, Outcome> outcomes) {
        Map<Requirement, Finding> findings = new EnumMap<>(Requirement.class);
        outcomes.forEach((requirement, outcome) -> findings.put(requirement, outcome.finding(requirement, c)));
        return findings;
    }
}
