package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Area;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Place;
import domicile.residency.Placement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SAME_DEPLOYMENT: requirements that depend on the region must hold in one deployment, not each in another. */
final class SameDeploymentRule {
    /** What it looks at beside what the rules look at that have to hold together. */
    static final Reads READS = new Reads(
            Set.of(Evidence.Kind.ORDER_FORM_INFERENCE_REGION),
            fact -> fact instanceof Placement p && p.layer() == Layer.INFERENCE);

    private SameDeploymentRule() {}

    /** What every region-scoped requirement comes to in one deployment. */
    private record There(Placement deployment, Map<Rule, Outcome> outcomes) {
        Status status(Rule rule) {
            return Optional.ofNullable(outcomes.get(rule)).map(Outcome::status).orElse(Status.NOT_MET);
        }

        Status worst() {
            return Status.worstOf(outcomes.values().stream().map(Outcome::status));
        }
    }

    /** @param before what the requirements come to at all; empty when fewer than two depend on the region */
    static Optional<Outcome> decide(Candidate c, Map<Rule, Outcome> before) {
        Map<Rule, Outcome> scoped = new LinkedHashMap<>();
        before.forEach((rule, outcome) -> {
            if (rule.regionScoped()) {
                scoped.put(rule, outcome);
            }
        });
        return scoped.size() < 2 ? Optional.empty() : Optional.of(together(c, scoped));
    }

    private static Outcome together(Candidate c, Map<Rule, Outcome> scoped) {
        List<Fact<Placement>> facts = c.available(Layer.INFERENCE);
        List<There> all =
                deployments(c, facts).stream().map(d -> there(c, scoped, d)).toList();
        if (all.isEmpty()) {
            return Outcome.unverified("same.silent", names(scoped))
                    .missing("missing.inference", c.name())
                    .lift("lift.same.silent", names(scoped));
        }
        There best = all.getFirst();
        for (There one : all) {
            if (one.worst().compareTo(best.worst()) > 0) {
                best = one;
            }
        }
        List<Evidence> documents = new ArrayList<>();
        scoped.values().forEach(o -> documents.addAll(o.documents()));
        Outcome said = best.worst() == Status.NOT_MET ? apart(scoped, all, facts) : holds(c, scoped, best, facts);
        return said.relyingOn(documents.stream().distinct().toList());
    }

    /**
     * What can be chosen; where an order form in hand names places, what has them, as the contract does not buy another
     * one.
     */
    private static List<Placement> deployments(Candidate c, List<Fact<Placement>> facts) {
        List<Placement> published = facts.stream().map(Fact::value).distinct().toList();
        Optional<Placement> ordered = InferenceLocationRule.byDocuments(c);
        if (published.isEmpty() || ordered.isEmpty()) {
            return published.isEmpty() ? ordered.map(List::of).orElse(List.of()) : published;
        }
        List<Placement> bought = published.stream()
                .filter(d -> ordered.get().places().stream().anyMatch(place -> mayBe(c, place, d)))
                .toList();
        return bought.isEmpty() ? published : bought;
    }

    /** Whether a committed place may be one of a deployment's, or the other way round. */
    private static boolean mayBe(Candidate c, Place committed, Placement deployment) {
        return deployment.places().stream()
                .anyMatch(p -> p instanceof Place.World
                        || c.areas().within(committed, new Area(List.of(p))) != Containment.NO
                        || c.areas().within(p, new Area(List.of(committed))) != Containment.NO);
    }

    private static There there(Candidate c, Map<Rule, Outcome> scoped, Placement deployment) {
        Map<Rule, Outcome> outcomes = new LinkedHashMap<>();
        scoped.forEach((rule, overall) -> outcomes.put(rule, rule.at(c, deployment, overall)));
        return new There(deployment, outcomes);
    }

    private static Outcome holds(Candidate c, Map<Rule, Outcome> scoped, There best, List<Fact<Placement>> facts) {
        Placement chosen = best.deployment();
        boolean byZdr = best.outcomes().values().stream().anyMatch(StorageLocationRule::byZdr);
        Outcome said = Outcome.of(
                        best.worst(),
                        "same.holds." + best.worst() + (byZdr && best.worst() == Status.CONDITIONAL ? ".zdr" : ""),
                        chosen.name(),
                        names(scoped))
                .at(chosen.id())
                .citingOne(facts.stream().filter(f -> f.value().equals(chosen)).toList())
                .missing("missing.inference", c.name())
                .lift("lift.same.choose", chosen.name());
        return byZdr ? said.lift("lift.storage.zdr") : said;
    }

    private static Outcome apart(Map<Rule, Outcome> scoped, List<There> all, List<Fact<Placement>> facts) {
        List<Requirement> failing = scoped.entrySet().stream()
                .filter(e -> e.getValue().status() == Status.NOT_MET)
                .map(e -> e.getKey().id())
                .toList();
        if (!failing.isEmpty()) {
            return Outcome.notMet("same.failing", Sentences.requirements(failing))
                    .citingEach(facts)
                    .lift("lift.same.failing", Sentences.requirements(failing));
        }
        List<Sentence> parts = new ArrayList<>();
        for (Rule rule : scoped.keySet()) {
            List<String> holding = all.stream()
                    .filter(t -> t.status(rule) != Status.NOT_MET)
                    .map(t -> t.deployment().name())
                    .distinct()
                    .toList();
            if (holding.size() < all.size()) {
                parts.add(Sentence.of(
                        holding.isEmpty() ? "same.nowhere" : "same.where", rule.id(), String.join(", ", holding)));
            }
        }
        return Outcome.notMet("same.apart", Sentences.against(parts))
                .citingEach(facts)
                .lift("lift.same.apart", names(scoped));
    }

    private static Sentence names(Map<Rule, Outcome> scoped) {
        return Sentences.requirements(scoped.keySet().stream().map(Rule::id).toList());
    }
}
