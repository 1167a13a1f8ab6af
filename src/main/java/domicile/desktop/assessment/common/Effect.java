package domicile.desktop.assessment.common;

import domicile.assessment.Assessment;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer did to a candidate.
 *
 * @param before its verdict before the answer; empty when it was not a candidate
 * @param moves the findings that appeared or changed, the worst first
 */
public record Effect(String offering, Optional<Verdict> before, Verdict after, List<Move> moves) {

    public Effect {
        moves = List.copyOf(moves);
    }

    /** Which way a candidate went. */
    public enum Direction {
        FALLS,
        RISES,
        STAYS
    }

    /** A finding that appeared or changed. */
    public record Move(Optional<Status> before, Finding after) {}

    /** Which way the verdict went. */
    public Direction direction() {
        int by = before.map(after::compareTo).orElse(0);
        if (by == 0) {
            return Direction.STAYS;
        }
        return by < 0 ? Direction.FALLS : Direction.RISES;
    }

    /**
     * What changed between two assessments, in the order of the second; candidates of whom nothing changed are left
     * out.
     */
    static List<Effect> between(Assessment before, Assessment after) {
        List<Effect> effects = new ArrayList<>();
        for (OfferingAssessment now : after.offerings()) {
            Optional<OfferingAssessment> was = before.offerings().stream()
                    .filter(o -> o.offering().equals(now.offering()))
                    .findFirst();
            Map<Requirement, Finding> old = new EnumMap<>(Requirement.class);
            was.ifPresent(o -> o.requirements().forEach(f -> old.put(f.requirement(), f)));
            List<Move> moves = now.requirements().stream()
                    .filter(f -> !f.equals(old.get(f.requirement())))
                    .map(f -> new Move(
                            Optional.ofNullable(old.get(f.requirement())).map(Finding::status), f))
                    .sorted(java.util.Comparator.comparing(m -> m.after().status()))
                    .toList();
            Optional<Verdict> verdict = was.map(OfferingAssessment::verdict);
            if (!moves.isEmpty() || !verdict.equals(Optional.of(now.verdict()))) {
                effects.add(new Effect(now.offering(), verdict, now.verdict(), moves));
            }
        }
        return effects;
    }
}
