package domicile.report;

import domicile.document.DocumentFile;
import domicile.document.DocumentQuotes;
import domicile.problem.ProblemException;
import domicile.residency.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the clauses of a report's documents again in the files that are in hand: in its archive, or in a register. */
public final class HeldClauses {
    private final HeldFiles files;
    private final Optional<String> password;

    /**
     * A document in hand, as a report says it.
     *
     * @param kind of evidence; a word of another version may be unknown here
     * @param document its file's name; empty when none is given
     * @param words its clause
     */
    public record Held(String offering, String kind, String document, Evidence.Passage words) {}

    /** How a clause stands. */
    public enum State {
        FOUND,
        /** Nobody here has the file. */
        NOT_IN_HAND,
        /** The file is in hand and cannot be read: it is locked, or larger than any that is read. */
        UNREADABLE,
        /** The file is in hand, and the clause or what limits it does not stand in it exactly once, on its page. */
        NOT_FOUND,
        /** What stands for the file is not what was added. */
        ALTERED,
        /** Somebody typed it: no clause is shown. */
        TYPED
    }

    /** A document, and how its clause stands. */
    public record Stands(Held held, State state) {
        /** Whether it has to be looked at: the file does not bear the report out. */
        public boolean wrong() {
            return switch (state) {
                case NOT_FOUND, ALTERED -> true;
                case FOUND, NOT_IN_HAND, UNREADABLE, TYPED -> false;
            };
        }
    }

    /** What came of looking for a file. */
    private sealed interface Looked {
        record Nowhere() implements Looked {}

        record Altered() implements Looked {}

        record Unreadable() implements Looked {}

        record Read(DocumentQuotes quotes) implements Looked {}
    }

    /** @param password that opens files which are locked */
    HeldClauses(HeldFiles files, Optional<String> password) {
        this.files = files;
        this.password = password;
    }

    /** In their order; one file after the other is read, and none is kept. */
    List<Stands> of(List<Held> held) {
        Map<Held, State> states = new HashMap<>();
        held.stream().filter(h -> h.words().quote().isBlank()).forEach(h -> states.put(h, State.TYPED));
        held.stream()
                .filter(h -> !states.containsKey(h))
                .collect(Collectors.groupingBy(h -> h.words().sha256()))
                .forEach((sha256, shown) -> {
                    Looked looked = look(sha256, shown.getFirst().document());
                    shown.forEach(h -> states.put(h, state(h.words(), looked)));
                });
        return held.stream()
                .map(h -> new Stands(h, states.getOrDefault(h, State.NOT_IN_HAND)))
                .toList();
    }

    private static State state(Evidence.Passage words, Looked looked) {
        return switch (looked) {
            case Looked.Nowhere n -> State.NOT_IN_HAND;
            case Looked.Altered a -> State.ALTERED;
            case Looked.Unreadable u -> State.UNREADABLE;
            case Looked.Read read -> read.quotes().bear(words) ? State.FOUND : State.NOT_FOUND;
        };
    }

    private Looked look(String sha256, String name) {
        return switch (files.look(sha256, name)) {
            case HeldFiles.Looked.Nowhere n -> new Looked.Nowhere();
            case HeldFiles.Looked.Altered a -> new Looked.Altered();
            case HeldFiles.Looked.TooLarge t -> new Looked.Unreadable();
            case HeldFiles.Looked.Found found -> read(found);
        };
    }

    private Looked read(HeldFiles.Looked.Found found) {
        try {
            return new Looked.Read(new DocumentQuotes(DocumentFile.of(found.name(), found.bytes(), password)));
        } catch (ProblemException locked) {
            return new Looked.Unreadable();
        }
    }
}
