package domicile.desktop.assessment.documents;

import domicile.document.ClauseCheck;
import domicile.document.DocumentFile;
import domicile.residency.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * How the confirmed clauses of a document stand in a newer version of it.
 *
 * @param newer the file as it is kept
 */
record NewerVersion(HeldDocument old, HeldDocument newer, DocumentFile file, List<ClauseCheck.Standing> standings) {
    NewerVersion {
        standings = List.copyOf(standings);
    }

    /** Those that stand, and can be carried over: the newer version names its own day. */
    List<ClauseCheck.Standing> standing() {
        return standings.stream()
                .filter(s -> s.carried(file, Optional.empty()).isPresent())
                .toList();
    }

    /** The evidence with that which stands carried over to the newer version. */
    List<Evidence> carried(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> standing().stream()
                        .filter(s -> s.evidence().equals(e))
                        .findFirst()
                        .flatMap(s -> s.carried(file, Optional.empty()))
                        .orElse(e))
                .toList();
    }
}
