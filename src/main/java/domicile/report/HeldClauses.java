package domicile.report;

import domicile.document.DocumentFile;
import domicile.document.DocumentQuotes;
import domicile.page.PageReader;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.register.EvidenceLocker;
import domicile.residency.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the clauses of a report's documents again in the files that are in hand: in its archive, or in a register. */
public final class HeldClauses {
    private final Optional<ArchiveFile> archive;
    private final Optional<EvidenceLocker> locker;
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
    HeldClauses(Optional<ArchiveFile> archive, Optional<EvidenceLocker> locker, Optional<String> password) {
        this.archive = archive;
        this.locker = locker;
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
        Optional<ArchiveFile.Document> packed =
                archive.flatMap(a -> Optional.ofNullable(a.documents().get(sha256)));
        if (packed.isPresent()) {
            return packed.get().sound()
                    ? read(
                            archive.orElseThrow().bytes(packed.get()),
                            sha256,
                            packed.get().name())
                    : new Looked.Altered();
        }
        return locker.filter(l -> l.has(sha256))
                .map(l -> read(
                        l.bytes(sha256, PageReader.MAX_BYTES),
                        sha256,
                        kept(l, sha256).orElse(name)))
                .orElse(new Looked.Nowhere());
    }

    /** The name under which a file is kept: its ending says how it is read, and evidence may call it otherwise. */
    private static Optional<String> kept(EvidenceLocker locker, String sha256) {
        return locker.all().stream()
                .filter(k -> k.sha256().equals(sha256))
                .map(EvidenceLocker.Kept::name)
                .findFirst();
    }

    private Looked read(Optional<byte[]> bytes, String sha256, String name) {
        if (bytes.isEmpty()) {
            return new Looked.Unreadable();
        }
        if (!Sha256.hex(bytes.get()).equals(sha256)) {
            return new Looked.Altered();
        }
        try {
            return new Looked.Read(new DocumentQuotes(DocumentFile.of(name, bytes.get(), password)));
        } catch (ProblemException locked) {
            return new Looked.Unreadable();
        }
    }
}
