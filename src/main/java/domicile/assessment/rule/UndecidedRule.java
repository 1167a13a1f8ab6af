package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.OpenDecisions;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Workload.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * UNDECIDED: what the buyer has not decided passes nowhere. A part that an asked requirement carries makes that one
 * unverified; a part that none carries is a finding of its own.
 */
final class UndecidedRule {

    private UndecidedRule() {}

    /** Lowers what rests on an undecided part, in place; gives the finding for the parts that nothing carries. */
    static Optional<Outcome> decide(Candidate c, Map<Rule, Outcome> outcomes) {
        List<Part> alone = new ArrayList<>();
        for (Part part : c.workload().undecided()) {
            boolean carried = part == Part.STARTS_ON ? start(c, outcomes) : carry(part, outcomes);
            if (!carried) {
                alone.add(part);
            }
        }
        return alone.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.unverified(
                                "undecided.alone",
                                Sentences.listed(alone.stream()
                                        .map(OpenDecisions::reason)
                                        .toList()))
                        .missing("undecided.missing")
                        .lift("undecided.lift"));
    }

    private static boolean carry(Part part, Map<Rule, Outcome> outcomes) {
        boolean carried = false;
        for (Map.Entry<Rule, Outcome> entry : outcomes.entrySet()) {
            if (entry.getKey().carries().contains(part)) {
                carried = true;
                if (entry.getValue().status().compareTo(Status.UNVERIFIED) > 0) {
                    entry.setValue(lowered(entry.getValue(), part));
                }
            }
        }
        return carried;
    }

    /**
     * Whatever rests on a date, or would come out otherwise on another day, is unverified: what fails today may hold
     * then.
     */
    private static boolean start(Candidate c, Map<Rule, Outcome> outcomes) {
        boolean carried = false;
        for (Map.Entry<Rule, Outcome> entry : outcomes.entrySet()) {
            if (entry.getValue().restsOnADate() || changes(c, entry.getKey(), entry.getValue())) {
                carried = true;
                entry.setValue(lowered(entry.getValue(), Part.STARTS_ON));
            }
        }
        return carried;
    }

    private static boolean changes(Candidate c, Rule rule, Outcome today) {
        return List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)).stream()
                .map(day -> c.startingOn(day))
                .map(then -> rule.decide(then).settled(then).status())
                .anyMatch(status -> status != today.status());
    }

    private static Outcome lowered(Outcome outcome, Part part) {
        Sentence why = OpenDecisions.reason(part);
        return new Outcome(
                Status.UNVERIFIED,
                why,
                Optional.empty(),
                outcome.things(),
                Optional.of(Sentence.of("undecided.missing")),
                outcome.documents(),
                List.of(Sentence.of("undecided.lift")));
    }
}
