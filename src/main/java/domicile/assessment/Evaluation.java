package domicile.assessment;

import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a candidate comes to over all its uses. What the workload names is judged each by its own facts, and the worst counts; where
 * only facts about some models would satisfy it and the workload names none, it is conditional on them.
 */
final class Evaluation {

    private Evaluation() {}

    static Map<Requirement, Finding> findings(Candidate c) {
        Map<Requirement, Outcome> worst = new EnumMap<>(Requirement.class);
        for (Candidate use : uses(c)) {
            Rules.outcomes(use)
                    .forEach((requirement, outcome) -> worst.merge(
                            requirement, outcome, (a, b) -> b.status().compareTo(a.status()) < 0 ? b : a));
        }
        return Rules.findings(c, c.workload().models().isEmpty() ? orByModel(c, worst) : worst);
    }

    static Verdict verdict(Collection<Finding> findings) {
        return Verdict.of(findings.stream().map(Finding::status).reduce(Status.MET, Status::worst));
    }

    static Verdict verdict(Candidate c) {
        return verdict(findings(c).values());
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

    /** Lifts what is better with one and the same model, to CONDITIONAL at best: the model has to be named. */
    private static Map<Requirement, Outcome> orByModel(Candidate c, Map<Requirement, Outcome> plain) {
        Map<Requirement, Outcome> best = plain;
        Set<String> models = new LinkedHashSet<>();
        Optional<Status> reached = Optional.empty();
        for (String model : c.listed().modelsOfNarrowerFacts()) {
            Map<Requirement, Outcome> with = Rules.outcomes(c.usedAs(Optional.of(model), Optional.empty()));
            Status worst = with.values().stream().map(Outcome::status).reduce(Status.MET, Status::worst);
            boolean helps = with.entrySet().stream().anyMatch(e -> lifts(plain.get(e.getKey()), e.getValue()));
            if (!helps) {
                continue;
            }
            int better = reached.map(worst::compareTo).orElse(1);
            if (better > 0) {
                models.clear();
                best = with;
                reached = Optional.of(worst);
            }
            if (better >= 0) {
                models.add(model);
            }
        }
        if (models.isEmpty()) {
            return plain;
        }
        Map<Requirement, Outcome> lifted = new EnumMap<>(plain);
        for (Map.Entry<Requirement, Outcome> entry : best.entrySet()) {
            Outcome with = entry.getValue();
            if (lifts(plain.get(entry.getKey()), with)) {
                lifted.put(
                        entry.getKey(),
                        with.because(
                                with.status().worst(Status.CONDITIONAL),
                                "narrower.models",
                                with.reason(),
                                String.join(", ", models)));
            }
        }
        return lifted;
    }

    private static boolean lifts(@org.jspecify.annotations.Nullable Outcome plain, Outcome with) {
        return plain != null
                && plain.status().compareTo(Status.CONDITIONAL) < 0
                && with.status().compareTo(plain.status()) > 0;
    }
}
