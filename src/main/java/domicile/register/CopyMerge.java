package domicile.register;

import com.fasterxml.jackson.databind.node.TextNode;
import domicile.problem.Sha256;
import domicile.register.AnswerMerge.Conflict;
import domicile.register.SavedAssessments.Known;
import domicile.register.SavedAssessments.Saved;
import domicile.register.SavedAssessments.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings what was answered in a copy of a server's register back to the server: one upon the other by
 * {@link AnswerMerge}, from the state that the copy keeps. What both have changed, and differently, stays on the server
 * as it is and in the copy as it is, until somebody says of each which of them counts.
 */
public final class CopyMerge {
    /** The path of a conflict about an assessment's name. */
    private static final String NAME = "name";
    /** So many hexadecimal digits tell conflicts apart, and can be typed. */
    private static final int ID = 12;

    /** What counts of what both have changed. */
    public enum Keep {
        COPY,
        SERVER
    }

    /**
     * What both have changed.
     *
     * @param id of the assessment, the part and what both say of it: once either says something else it is another one,
     *     so that nobody decides about what they have not seen
     * @param conflict mine is the copy's
     * @param keep what counts; empty until somebody has said so
     */
    public record Decided(String id, Conflict conflict, Optional<Keep> keep) {
        private static Decided of(UUID assessment, Conflict conflict, Map<String, Keep> decisions) {
            String id = Sha256.hex(assessment + "\0" + String.join("\0", conflict.path()) + "\0\0" + conflict.mine()
                            + "\0\0" + conflict.theirs())
                    .substring(0, ID);
            return new Decided(id, conflict, Optional.ofNullable(decisions.get(id)));
        }

        private boolean keeps(Keep side) {
            return keep.equals(Optional.of(side));
        }
    }

    /** What came of an assessment. */
    public record Merged(UUID id, String name, List<Decided> conflicts) {
        public Merged {
            conflicts = List.copyOf(conflicts);
        }

        /** What stays on both sides as it is. */
        public List<Decided> undecided() {
            return conflicts.stream().filter(c -> c.keep().isEmpty()).toList();
        }
    }

    private CopyMerge() {}

    /** What both have changed, and differently, in all that waits in a copy. Writes nothing. */
    public static List<Merged> conflicts(RegisterStore copy, RegisterStore server, boolean acceptOlder) {
        return waiting(copy, server, acceptOlder).stream()
                .map(waiting -> merged(
                        waiting,
                        server.assessments()
                                .find(waiting.mine().id())
                                .map(there -> both(waiting, new Known(there.name(), there.answers()), Map.of()))
                                .map(Both::conflicts)
                                .orElse(List.of())))
                .toList();
    }

    /**
     * Merges all that waits in a copy. What is decided is settled on both sides; an assessment of which something is
     * not goes on waiting.
     *
     * @param decisions what counts, by the id of a {@link Decided}; what has none is left to a person
     * @param acceptOlder whether a server that has gone back behind the copy is meant to be so
     */
    public static List<Merged> merge(
            RegisterStore copy, RegisterStore server, Map<String, Keep> decisions, boolean acceptOlder) {
        List<Merged> all = new ArrayList<>();
        for (Waiting waiting : waiting(copy, server, acceptOlder)) {
            Both both = server.assessments().bringBack(waiting, decisions);
            Merged merged = merged(waiting, both.conflicts());
            Known was = new Known(waiting.mine().name(), waiting.mine().answers());
            if (merged.undecided().isEmpty()) {
                copy.assessments().broughtBack(waiting);
            } else if (!both.left().equals(was)) {
                copy.assessments()
                        .save(merged.id(), both.left().name(), both.left().answers(), Optional.of(was));
            }
            all.add(merged);
        }
        return all;
    }

    private static Merged merged(Waiting waiting, List<Decided> conflicts) {
        return new Merged(waiting.mine().id(), waiting.mine().name(), conflicts);
    }

    private static List<Waiting> waiting(RegisterStore copy, RegisterStore server, boolean acceptOlder) {
        RegisterCopy about = copy.copy().orElseThrow(() -> RegisterProblem.NO_COPY.at(copy.where()));
        if (server.copy().isPresent() || !server.assessments().shared()) {
            throw RegisterProblem.ONLY_SERVERS_COPIED.at(server.where());
        }
        if (!acceptOlder) {
            server.goneBack(about.head()).ifPresent(older -> {
                throw older;
            });
        }
        return copy.assessments().waiting();
    }

    /**
     * A state upon the one that is stored.
     *
     * @param state for the server
     * @param left what goes on waiting where something is not decided: the server's, where that counts
     */
    record Both(Known state, Known left, List<Decided> conflicts) {}

    static Both both(Waiting waiting, Known theirs, Map<String, Keep> decisions) {
        Saved mine = waiting.mine();
        Known from = waiting.base().orElse(new Known(theirs.name(), "{}"));
        AnswerMerge.Merged merged = AnswerMerge.of(from.answers(), mine.answers(), theirs.answers());
        List<Decided> conflicts = new ArrayList<>();
        String answers = merged.answers();
        String left = mine.answers();
        for (Conflict conflict : merged.conflicts()) {
            Decided decided = Decided.of(mine.id(), conflict, decisions);
            if (decided.keeps(Keep.COPY)) {
                answers = AnswerMerge.with(answers, conflict, conflict.mine());
            } else if (decided.keeps(Keep.SERVER)) {
                left = AnswerMerge.with(left, conflict, conflict.theirs());
            }
            conflicts.add(decided);
        }
        if (from.name().equals(mine.name()) || mine.name().equals(theirs.name())) {
            return new Both(new Known(theirs.name(), answers), new Known(mine.name(), left), conflicts);
        }
        if (from.name().equals(theirs.name())) {
            return new Both(new Known(mine.name(), answers), new Known(mine.name(), left), conflicts);
        }
        // a name that is an answer as well is decided with it
        Decided name = conflicts.stream()
                .filter(c -> c.conflict().path().equals(List.of("answers", NAME)))
                .findFirst()
                .orElseGet(() -> {
                    Decided alone = Decided.of(
                            mine.id(), new Conflict(List.of(NAME), said(mine.name()), said(theirs.name())), decisions);
                    conflicts.add(alone);
                    return alone;
                });
        return new Both(
                new Known(name.keeps(Keep.COPY) ? mine.name() : theirs.name(), answers),
                new Known(name.keeps(Keep.SERVER) ? theirs.name() : mine.name(), left),
                conflicts);
    }

    private static String said(String name) {
        return TextNode.valueOf(name).toString();
    }
}
