package domicile.assessment;

import domicile.assessment.rule.Judged;
import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Reads;
import domicile.assessment.rule.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What a candidate comes to over all its uses. What the workload names is judged each by its own facts, and the worst
 * counts; where only facts about some models would satisfy it and the workload names none, it is conditional on them.
 *
 * @param uses every use that the workload makes of it
 * @param byModel the plain use of each model that a narrower fact speaks of, where the workload names no model
 */
record Evaluation(Candidate c, List<Judged> uses, Map<String, Judged> byModel) {

    /** Judges every use, and every model that the workload might have named. */
    static Evaluation of(Candidate c) {
        return of(c, (use, at) -> Judged.of(use));
    }

    /**
     * The same candidate after a change of documents or of who says its facts.
     *
     * @param touched whether the change is of something that is looked at
     */
    Evaluation after(Candidate changed, Predicate<Reads> touched) {
        List<Judged> before = new ArrayList<>(uses);
        before.addAll(byModel.values());
        return of(changed, (use, at) -> before.get(at).after(use, touched));
    }

    /** @param judge judges a use; counted from 0, those by model last */
    private static Evaluation of(Candidate c, BiFunction<Candidate, Integer, Judged> judge) {
        List<Judged> uses = new ArrayList<>();
        for (Candidate use : uses(c)) {
            uses.add(judge.apply(use, uses.size()));
        }
        Map<String, Judged> byModel = new LinkedHashMap<>();
        if (c.workload().models().isEmpty()) {
            for (String model : c.listed().modelsOfNarrowerFacts()) {
                Candidate use = c.usedAs(Optional.of(model), Optional.empty());
                byModel.put(model, judge.apply(use, uses.size() + byModel.size()));
            }
        }
        return new Evaluation(c, uses, byModel);
    }

    static Map<Requirement, Finding> findings(Candidate c) {
        return Rules.findings(c, of(c).outcomes());
    }

    /** What each requirement comes to, the worst over all uses. */
    Map<Requirement, Outcome> outcomes() {
        Map<Requirement, Outcome> worst = new EnumMap<>(Requirement.class);
        for (Judged use : uses) {
            use.outcomes()
                    .forEach((requirement, outcome) -> worst.merge(
                            requirement, outcome, (a, b) -> b.status().compareTo(a.status()) < 0 ? b : a));
        }
        return byModel.isEmpty() ? worst : orByModel(worst);
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
    private Map<Requirement, Outcome> orByModel(Map<Requirement, Outcome> plain) {
        Map<String, Map<Requirement, Outcome>> models = new LinkedHashMap<>();
        byModel.forEach((model, judged) -> models.put(model, judged.outcomes()));
        Map<Requirement, Outcome> lifted = new EnumMap<>(Requirement.class);
        plain.forEach((requirement, outcome) -> lifted.put(requirement, orByModel(requirement, outcome, models)));
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
