package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.OpenDecisions;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.residency.Workload;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One use of a candidate, judged: from it the same candidate after a change is judged by the rules alone that look at
 * what changed.
 *
 * @param decided what each rule that is asked comes to, while what is undecided does not count yet
 * @param same what they come to together; empty when fewer than two depend on the region
 */
public record Judged(Candidate c, Map<Rule, Outcome> decided, Optional<Outcome> same) {

    /** Judges all that is asked. */
    public static Judged of(Candidate c) {
        Map<Rule, Outcome> decided = new LinkedHashMap<>();
        for (Rule rule : Rules.asked(c.workload())) {
            decided.put(rule, rule.decide(c).settled(c));
        }
        return new Judged(c, decided, SameDeploymentRule.decide(c, decided));
    }

    /**
     * The same use after a change.
     *
     * @param touched whether the change is of something that is looked at
     */
    public Judged after(Candidate changed, Predicate<Reads> touched) {
        Map<Rule, Outcome> anew = new LinkedHashMap<>(decided);
        boolean together = touched.test(SameDeploymentRule.READS);
        for (Map.Entry<Rule, Outcome> entry : anew.entrySet()) {
            Rule rule = entry.getKey();
            if (touched.test(rule.reads())) {
                entry.setValue(rule.decide(changed).settled(changed));
                together |= rule.regionScoped();
            }
        }
        return new Judged(changed, anew, together ? SameDeploymentRule.decide(changed, anew) : same);
    }

    /** What each requirement comes to, in the order of {@link Requirement}. */
    public Map<Requirement, Outcome> outcomes() {
        Map<Rule, Outcome> settled = new LinkedHashMap<>(decided);
        Optional<Outcome> undecided = UndecidedRule.decide(c, settled);
        Map<Requirement, Outcome> outcomes = new EnumMap<>(Requirement.class);
        settled.forEach((rule, outcome) -> outcomes.put(rule.id(), outcome));
        same.ifPresent(o -> outcomes.put(Requirement.SAME_DEPLOYMENT, sameOfDecided(o, settled)));
        undecided.ifPresent(o -> outcomes.put(Requirement.UNDECIDED, o));
        if (settled.isEmpty()) {
            outcomes.put(
                    Requirement.NOTHING_ASKED,
                    Outcome.unverified("nothingAsked")
                            .missing("undecided.missing")
                            .lift("nothingAsked.lift"));
        }
        return outcomes;
    }

    /** Where the first day is undecided, what a date bears on is unverified together, too. */
    private Outcome sameOfDecided(Outcome together, Map<Rule, Outcome> settled) {
        boolean open = c.workload().undecided().contains(Workload.Part.STARTS_ON)
                && settled.entrySet().stream()
                        .anyMatch(e -> e.getKey().regionScoped()
                                && OpenDecisions.reason(Workload.Part.STARTS_ON)
                                        .equals(e.getValue().reason()));
        return open
                ? together.because(
                        Status.UNVERIFIED,
                        OpenDecisions.reason(Workload.Part.STARTS_ON).key())
                : together;
    }
}
