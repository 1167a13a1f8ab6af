package domicile.report;

import domicile.document.DocumentFile;
import domicile.document.DocumentQuotes;
import domicile.problem.ProblemException;
import domicile.residency.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        TYPED;

        /** Whether it has to be looked at: the file does not bear the report out. */
        boolean wrong() {
            return switch (this) {
                case NOT_FOUND, ALTERED -> true;
                case FOUND, NOT_IN_HAND, UNREADABLE, TYPED -> false;
            };
        }
    }

    /** A document, and how its clause stands. */
    public record Stands(Held held, State state) {
        /** Whether it has to be looked at: the file does not bear the report out. */
        public boolean wrong() {
            return state.wrong();
        }
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
                    Function<Evidence.Passage, State> standing =
                            standing(files.look(sha256, shown.getFirst().document()));
                    shown.forEach(h -> states.put(h, standing.apply(h.words())));
                });
        return held.stream()
                .map(h -> new Stands(h, states.getOrDefault(h, State.NOT_IN_HAND)))
                .toList();
    }

    /** How any words of a file stand, which is read once. */
    private Function<Evidence.Passage, State> standing(HeldFiles.Looked looked) {
        return switch (looked) {
            case HeldFiles.Looked.Without without -> words -> without.state();
            case HeldFiles.Looked.Found found -> standing(found);
        };
    }

    private Function<Evidence.Passage, State> standing(HeldFiles.Looked.Found found) {
        try {
            DocumentQuotes quotes = new DocumentQuotes(DocumentFile.of(found.name(), found.bytes(), password));
            return words -> quotes.bear(words) ? State.FOUND : State.NOT_FOUND;
        } catch (ProblemException locked) {
            return words -> State.UNREADABLE;
        }
    }
}
