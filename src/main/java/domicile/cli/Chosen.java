package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.Difference;
import domicile.register.Difference.Choice;
import domicile.register.RegisterKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which of a pack's differences are taken. */
final class Chosen {
    @Option(
            names = "--only",
            paramLabel = "OFFERING",
            split = ",",
            description = "Takes only what concerns these offerings, and what they cite.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--accept",
            paramLabel = "ID",
            description = "Takes only this, as 'diff' prints it; may be repeated. What it cites comes with it.")
    private List<String> accept = new ArrayList<>();

    @Option(
            names = "--keep-both",
            description =
                    "Where another page says another value, keeps both as a conflict instead of taking the pack's.")
    private boolean keepBoth;

    @Option(
            names = "--remove",
            description =
                    "Takes out what the pack does not name; without it, everything that the pack does not name stays.")
    private boolean remove;

    /** Whether everything that the pack does not name counts as removed. */
    boolean complete() {
        return remove;
    }

    /** Refuses an offering or an id that no difference has: a misspelt one must not look like nothing to do. */
    void check(List<Difference> differences) {
        for (String offering : only) {
            if (differences.stream().noneMatch(d -> d.part().about().equals(offering))) {
                throw new ProblemException(
                        "nothing differs in an offering \"" + offering + "\"",
                        "--only",
                        "name one that 'domicile register diff' shows");
            }
        }
        for (String id : accept) {
            if (differences.stream().noneMatch(d -> d.part().text().equals(id))) {
                throw new ProblemException(
                        "there is no difference \"" + id + "\"",
                        "--accept",
                        "name one as 'domicile register diff' prints it" + (remove ? "" : ", or add --remove"));
            }
        }
    }

    Choice choose(Difference d) {
        RegisterKey part = d.part();
        boolean named = accept.contains(part.text());
        if ((!only.isEmpty() && !only.contains(part.about())) || (!accept.isEmpty() && !named)) {
            return Choice.LEAVE;
        }
        if (d.olderReading() && !named && !remove) {
            return Choice.LEAVE;
        }
        return switch (d.kind()) {
            case ADDED, CHANGED, CITATION_ONLY -> Choice.TAKE;
            case CONTRADICTS -> keepBoth ? Choice.KEEP_BOTH : Choice.TAKE;
            case REMOVED -> remove || named ? Choice.TAKE : Choice.LEAVE;
        };
    }
}
