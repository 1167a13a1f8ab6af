package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.OpenDecisions;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.residency.Attestation;
import domicile.residency.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What one use of a candidate comes to, in the order of {@link Requirement}. */
    public static Map<Requirement, Outcome> outcomes(Candidate c) {
        Map<Rule, Outcome> decided = new LinkedHashMap<>();
        for (Rule rule : asked(c.workload())) {
            decided.put(rule, rule.decide(c).settled(c));
        }
        Optional<Outcome> same = SameDeploymentRule.decide(c, decided);
        Optional<Outcome> undecided = UndecidedRule.decide(c, decided);
        Map<Requirement, Outcome> outcomes = new EnumMap<>(Requirement.class);
        decided.forEach((rule, outcome) -> outcomes.put(rule.id(), outcome));
        same.ifPresent(o -> outcomes.put(Requirement.SAME_DEPLOYMENT, sameOfDecided(c, o, decided)));
        undecided.ifPresent(o -> outcomes.put(Requirement.UNDECIDED, o));
        if (decided.isEmpty()) {
            outcomes.put(
                    Requirement.NOTHING_ASKED,
                    Outcome.unverified("nothingAsked")
                            .missing("undecided.missing")
                            .lift("nothingAsked.lift"));
        }
        return outcomes;
    }

    /** Where the first day is undecided, what a date bears on is unverified together, too. */
    private static Outcome sameOfDecided(Candidate c, Outcome same, Map<Rule, Outcome> decided) {
        boolean open = c.workload().undecided().contains(Workload.Part.STARTS_ON)
                && decided.entrySet().stream()
                        .anyMatch(e -> e.getKey().regionScoped()
                                && OpenDecisions.reason(Workload.Part.STARTS_ON)
                                        .equals(e.getValue().reason()));
        return open
                ? same.because(
                        Status.UNVERIFIED,
                        OpenDecisions.reason(Workload.Part.STARTS_ON).key())
                : same;
    }

    /** Outcomes as findings. */
    public static Map<Requirement, Finding> findings(Candidate c, Map<Requirement, Outcome> outcomes) {
        Map<Requirement, Finding> findings = new EnumMap<>(Requirement.class);
        outcomes.forEach((requirement, outcome) -> findings.put(requirement, outcome.finding(requirement, c)));
        return findings;
    }
}
