package domicile.questionnaire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a review meeting decided. Immutable.
 *
 * @param heldOn the day of the meeting; empty before the first
 * @param decisions at most one for each question or candidate
 * @param parked what was put off, in the order in which it came up
 * @param seconds how long it has lasted
 */
public record Meeting(
        Optional<LocalDate> heldOn,
        List<String> attendees,
        List<Decision> decisions,
        List<Action> actions,
        List<String> parked,
        int seconds) {

    /** No meeting was held. */
    public static final Meeting NONE = new Meeting(Optional.empty(), List.of(), List.of(), List.of(), List.of(), 0);

    public Meeting {
        attendees = List.copyOf(attendees);
        decisions = List.copyOf(decisions);
        actions = List.copyOf(actions);
        parked = List.copyOf(parked);
    }

    /** What a decision is about. */
    public enum Subject {
        QUESTION,
        CANDIDATE
    }

    /** What was decided. */
    public enum Outcome {
        AGREED,
        AGREED_WITH_CONDITIONS,
        REJECTED,
        PUT_OFF
    }

    /** A decision on one question or candidate, by its id. */
    public record Decision(Subject subject, String id, Outcome outcome, String rationale) {}

    /** Something that somebody has to do. */
    public record Action(String what, String owner, Optional<LocalDate> due, boolean done) {
        /** The same, done or not. */
        public Action done(boolean now) {
            return new Action(what, owner, due, now);
        }
    }

    /** The decision on one question or candidate. */
    public Optional<Decision> decision(Subject subject, String id) {
        return decisions.stream()
                .filter(d -> d.subject() == subject && d.id().equals(id))
                .findFirst();
    }

    /** With another decision in the place of the one on the same subject. */
    public Meeting with(Decision decision) {
        List<Decision> all = new ArrayList<>(decisions);
        all.removeIf(d -> d.subject() == decision.subject() && d.id().equals(decision.id()));
        all.add(decision);
        return new Meeting(heldOn, attendees, all, actions, parked, seconds);
    }

    /** Without a decision on a subject. */
    public Meeting without(Subject subject, String id) {
        List<Decision> all = decisions.stream()
                .filter(d -> d.subject() != subject || !d.id().equals(id))
                .toList();
        return new Meeting(heldOn, attendees, all, actions, parked, seconds);
    }

    /** With other attendees. */
    public Meeting withAttendees(List<String> others) {
        return new Meeting(heldOn, others, decisions, actions, parked, seconds);
    }

    /** With other actions. */
    public Meeting withActions(List<Action> others) {
        return new Meeting(heldOn, attendees, decisions, others, parked, seconds);
    }

    /** With another parking list. */
    public Meeting withParked(List<String> others) {
        return new Meeting(heldOn, attendees, decisions, actions, others, seconds);
    }

    /** Held on a day, so far for this many seconds. */
    public Meeting held(LocalDate day, int so) {
        return new Meeting(Optional.of(day), attendees, decisions, actions, parked, so);
    }
}
