package domicile.register;

import com.fasterxml.jackson.databind.node.TextNode;
import domicile.register.AnswerMerge.Conflict;
import domicile.register.SavedAssessments.Known;
import domicile.register.SavedAssessments.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings what was answered in a copy of a server's register back to the server: one upon the other by
 * {@link AnswerMerge}, from the state that the copy keeps. What both have changed, and differently, stays on the server
 * as it is and in the copy as it is, until somebody says which of them counts.
 */
public final class CopyMerge {
    /** The path of a conflict about an assessment's name. */
    private static final String NAME = "name";

    /** What counts of what both have changed. */
    public enum Keep {
        COPY,
        SERVER
    }

    /**
     * What came of an assessment.
     *
     * @param conflicts what both have changed, decided or not; mine is the copy's
     */
    public record Merged(UUID id, String name, List<Conflict> conflicts) {
        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    private CopyMerge() {}

    /**
     * Merges all that waits in a copy.
     *
     * @param keep empty to leave what both have changed to a person
     * @param acceptOlder whether a server that has gone back behind the copy is meant to be so
     */
    public static List<Merged> merge(
            RegisterStore copy, RegisterStore server, Optional<Keep> keep, boolean acceptOlder) {
        RegisterCopy about = copy.copy().orElseThrow(() -> RegisterProblem.NO_COPY.at(copy.where()));
        if (server.copy().isPresent() || !server.assessments().shared()) {
            throw RegisterProblem.ONLY_SERVERS_COPIED.at(server.where());
        }
        if (!acceptOlder) {
            server.goneBack(about.head()).ifPresent(older -> {
                throw older;
            });
        }
        List<Merged> all = new ArrayList<>();
        for (SavedAssessments.Waiting waiting : copy.assessments().waiting()) {
            List<Conflict> conflicts = server.assessments().bringBack(waiting, keep);
            if (conflicts.isEmpty() || keep.isPresent()) {
                copy.assessments().broughtBack(waiting);
            }
            all.add(new Merged(waiting.mine().id(), waiting.mine().name(), conflicts));
        }
        return all;
    }

    /** A state upon the one that is stored, and what both have changed. */
    record Both(Known state, List<Conflict> conflicts) {}

    static Both both(Optional<Known> base, Saved mine, Known theirs, Optional<Keep> keep) {
        Known from = base.orElse(new Known(theirs.name(), "{}"));
        AnswerMerge.Merged merged = AnswerMerge.of(from.answers(), mine.answers(), theirs.answers());
        List<Conflict> conflicts = new ArrayList<>(merged.conflicts());
        String answers = merged.answers();
        String name = from.name().equals(mine.name()) ? theirs.name() : mine.name();
        if (!name.equals(theirs.name()) && !from.name().equals(theirs.name())) {
            if (conflicts.stream().noneMatch(c -> c.path().equals(List.of("answers", NAME)))) {
                conflicts.add(new Conflict(List.of(NAME), said(mine.name()), said(theirs.name())));
            }
            name = keep.equals(Optional.of(Keep.COPY)) ? mine.name() : theirs.name();
        }
        if (keep.equals(Optional.of(Keep.COPY))) {
            for (Conflict conflict : merged.conflicts()) {
                answers = AnswerMerge.with(answers, conflict, conflict.mine());
            }
        }
        return new Both(new Known(name, answers), conflicts);
    }

    private static String said(String name) {
        return TextNode.valueOf(name).toString();
    }
}
