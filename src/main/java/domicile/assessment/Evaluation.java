package domicile.assessment;

import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a candidate comes to over all its uses. What the workload names is judged each by its own facts, and the worst
 * counts; where only facts about some models would satisfy it and the workload names none, it is conditional on them.
 */
final class Evaluation {

    private Evaluation() {}

    static Map<Requirement, Finding> findings(Candidate c) {
        return Rules.findings(c, outcomes(c));
    }

    /** What each requirement comes to, the worst over all uses. */
    static Map<Requirement, Outcome> outcomes(Candidate c) {
        Map<Requirement, Outcome> worst = new EnumMap<>(Requirement.class);
        for (Candidate use : uses(c)) {
            Rules.outcomes(use)
                    .forEach((requirement, outcome) -> worst.merge(
                            requirement, outcome, (a, b) -> b.status().compareTo(a.status()) < 0 ? b : a));
        }
        return c.workload().models().isEmpty() ? orByModel(c, worst) : worst;
    }

    static Verdict verdict(Collection<Finding> findings) {
        return Verdict.of(Status.worstOf(findings.stream().map(Finding::status)));
    }

    /** Every model and service that the workload names and a narrower fact speaks of, and the plain use. */
    static List<Candidate> uses(Candidate c) {
        List<String> narrower = c.listed().servicesOfNarrowerFacts();
        List<Optional<String>> services = new ArrayList<>(List.of(Optional.empty()));
        c.workload().services().orElse(List.of()).stream()
                .filter(narrower::contains)
                .forEach(s -> services.add(Optional.of(s)));
        List<Optional<String>> models = c.workload().models().isEmpty()
                ? List.of(Optional.empty())
                : c.workload().models().stream().map(Optional::of).toList();
        List<Candidate> uses = new ArrayList<>();
        for (Optional<String> model : models) {
            services.forEach(service -> uses.add(c.usedAs(model, service)));
        }
        return uses;
    }

    /**
     * Lifts each requirement that facts about some models would satisfy better, to CONDITIONAL at best: the model has
     * to be named.
     */
    private static Map<Requirement, Outcome> orByModel(Candidate c, Map<Requirement, Outcome> plain) {
        List<String> models = c.listed().modelsOfNarrowerFacts();
        if (models.isEmpty()) {
            return plain;
        }
        Map<String, Map<Requirement, Outcome>> byModel = new LinkedHashMap<>();
        models.forEach(m -> byModel.put(m, Rules.outcomes(c.usedAs(Optional.of(m), Optional.empty()))));
        Map<Requirement, Outcome> lifted = new EnumMap<>(Requirement.class);
        plain.forEach((requirement, outcome) -> lifted.put(requirement, orByModel(requirement, outcome, byModel)));
        return lifted;
    }

    private static Outcome orByModel(
            Requirement requirement, Outcome plain, Map<String, Map<Requirement, Outcome>> byModel) {
        if (plain.status().compareTo(Status.CONDITIONAL) >= 0) {
            return plain;
        }
        Outcome best = plain;
        List<String> models = new ArrayList<>();
        for (Map.Entry<String, Map<Requirement, Outcome>> entry : byModel.entrySet()) {
            Outcome with = entry.getValue().getOrDefault(requirement, plain);
            int better = with.status().compareTo(best.status());
            if (better > 0) {
                best = with;
                models.clear();
            }
            if (better > 0 || better == 0 && !models.isEmpty()) {
                models.add(entry.getKey());
            }
        }
        return models.isEmpty() ? plain : best.forModels(models);
    }
}
