package domicile.desktop.assessment.findings;

import domicile.assessment.Assessment;
import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.ReviewChanges;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Review;
import domicile.residency.Attestation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What other rules change about an assessment. Rules of an earlier version are not kept: what they came to is known
 * only where a review recorded it.
 *
 * @param then the version of the earlier rules
 * @param now the version of today's
 * @param recorded the review that recorded what the earlier rules came to; empty when none did
 * @param candidates what differs from that, by the offering's id: the verdict and the findings
 * @param asked the requirements that are asked today
 */
record RulesChange(
        String then,
        String now,
        Optional<Review> recorded,
        Map<String, List<ReviewChanges.Changed>> candidates,
        List<Requirement> asked) {

    /** What there is to tell; empty when the rules are the same, or somebody has seen it. */
    static Optional<RulesChange> of(Dossier dossier, Assessment today) {
        if (!dossier.unseen(today.rulesVersion())) {
            return Optional.empty();
        }
        Map<String, List<ReviewChanges.Changed>> candidates = new LinkedHashMap<>();
        dossier.reviewed()
                .ifPresent(r -> ReviewChanges.between(r, dossier.answers(), today).findings().stream()
                        // who is a candidate only since then did not become one by the rules
                        .filter(c -> r.candidates().containsKey(c.offering()))
                        .forEach(c -> candidates.merge(c.offering(), List.of(c), RulesChange::both)));
        TreeSet<Requirement> asked = new TreeSet<>();
        today.offerings().forEach(o -> o.requirements().forEach(f -> asked.add(f.requirement())));
        return Optional.of(new RulesChange(
                dossier.lastRules(), today.rulesVersion(), dossier.reviewed(), candidates, List.copyOf(asked)));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The key of what version 2 changed in a requirement's rule. */
    static String key(Requirement requirement) {
        boolean certification = requirement
                .attestation()
                .filter(Attestation.Kind::certification)
                .isPresent();
        return "rules.changed." + (certification ? "certification" : requirement.name());
    }
}
