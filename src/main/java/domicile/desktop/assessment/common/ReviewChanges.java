package domicile.desktop.assessment.common;

import domicile.assessment.Assessment;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.questionnaire.Answers;
import domicile.questionnaire.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What changed since the last review, in the answers and in the register.
 *
 * @param questions the ids of the questions whose answers changed
 * @param evidence whether the documents in hand changed
 * @param register whether the register is another
 * @param findings the findings that changed, with those of candidates that came or went
 */
public record ReviewChanges(List<String> questions, boolean evidence, boolean register, List<Changed> findings) {

    /**
     * A finding, or a verdict when there is no requirement, before and now; empty where there was or is none.
     *
     * @param requirement by its id; empty for the verdict
     */
    public record Changed(
            String offering, Optional<String> requirement, Optional<String> before, Optional<String> now) {}

    public boolean none() {
        return questions.isEmpty() && !evidence && !register && findings.isEmpty();
    }

    /** What an assessment came to, to be kept. */
    public static Review review(Assessment a, Answers answers) {
        Map<String, Review.Outcome> candidates = new LinkedHashMap<>();
        for (OfferingAssessment o : a.offerings()) {
            Map<String, String> statuses = new LinkedHashMap<>();
            for (Finding f : o.requirements()) {
                statuses.put(f.requirement().name(), f.status().name());
            }
            candidates.put(o.offering(), new Review.Outcome(o.verdict().name(), statuses));
        }
        return new Review(a.date(), a.registerAsOf(), a.registerHash(), a.rulesVersion(), answers, candidates);
    }

    public static ReviewChanges between(Review then, Answers answers, Assessment now) {
        Review today = review(now, answers);
        TreeSet<String> asked = new TreeSet<>(then.answers().byQuestion().keySet());
        asked.addAll(answers.byQuestion().keySet());
        List<String> questions = asked.stream()
                .filter(q -> !then.answers().to(q).equals(answers.to(q)))
                .toList();
        TreeSet<String> offerings = new TreeSet<>(then.candidates().keySet());
        offerings.addAll(today.candidates().keySet());
        List<Changed> findings = new ArrayList<>();
        for (String offering : offerings) {
            Optional<Review.Outcome> before =
                    Optional.ofNullable(then.candidates().get(offering));
            Optional<Review.Outcome> after =
                    Optional.ofNullable(today.candidates().get(offering));
            changed(
                    findings,
                    offering,
                    Optional.empty(),
                    before.map(Review.Outcome::verdict),
                    after.map(Review.Outcome::verdict));
            TreeSet<String> requirements = new TreeSet<>();
            before.ifPresent(o -> requirements.addAll(o.statuses().keySet()));
            after.ifPresent(o -> requirements.addAll(o.statuses().keySet()));
            for (String r : requirements) {
                changed(
                        findings,
                        offering,
                        Optional.of(r),
                        before.flatMap(o -> Optional.ofNullable(o.statuses().get(r))),
                        after.flatMap(o -> Optional.ofNullable(o.statuses().get(r))));
            }
        }
        return new ReviewChanges(
                questions,
                !then.answers().evidence().equals(answers.evidence()),
                !then.registerHash().equals(now.registerHash()),
                findings);
    }

    private static void changed(
            List<Changed> into,
            String offering,
            Optional<String> requirement,
            Optional<String> before,
            Optional<String> now) {
        if (!before.equals(now)) {
            into.add(new Changed(offering, requirement, before, now));
        }
    }
}
