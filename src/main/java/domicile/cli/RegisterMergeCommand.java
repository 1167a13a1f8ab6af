package domicile.cli;

import domicile.problem.SafeText;
import domicile.register.AnswerMerge.Conflict;
import domicile.register.CopyMerge;
import domicile.register.CopyMerge.Keep;
import domicile.register.Progress;
import domicile.register.RegisterCopy;
import domicile.register.RegisterProblem;
import domicile.register.RegisterStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code domicile register merge}: what was answered in a copy goes back to the server. */
@Command(
        name = "merge",
        description =
                "Brings what was answered in a copy, which --register names, back to the register on the server"
                        + " that it was taken from, question by question, and takes the copy anew. What was answered in both,"
                        + " and differently, is listed, each with an id, and stays in both as it is (exit 1) until --keep says what counts.")
final class RegisterMergeCommand implements Callable<Integer> {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Where the register is now, as a jdbc:postgresql: URL; default: where the copy was taken.")
    private Optional<String> server = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "[ID=]SIDE",
            converter = Kept.Read.class,
            description =
                    "What counts where both have answered, and differently: COPY or SERVER for all that is listed,"
                            + " ID=COPY or ID=SERVER for one of it or for one assessment, by the id that is listed. May be given"
                            + " several times; the narrowest counts.")
    private List<Kept> keep = List.of();

    @Option(
            names = "--accept-older",
            description =
                    "The server is meant to have gone back behind the copy, such as after its backup was restored.")
    private boolean older;

    private final Common options;

    RegisterMergeCommand(Common options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        PrintWriter out = options.console().out();
        try (RegisterStore copy = options.openAsItIs()) {
            RegisterCopy about = copy.copy().orElseThrow(() -> RegisterProblem.NO_COPY.at(copy.where()));
            try (RegisterStore there = options.openOther(server.orElse(about.address()))) {
                Map<String, Keep> decisions =
                        keep.isEmpty() ? Map.of() : Kept.decisions(keep, CopyMerge.conflicts(copy, there, older));
                List<CopyMerge.Merged> merged = CopyMerge.merge(copy, there, decisions, older);
                merged.forEach(m -> print(out, m));
                boolean left = merged.stream().anyMatch(m -> !m.undecided().isEmpty());
                options.note("domicile: " + told(merged.size()) + " to " + there.where()
                        + (left
                                ? "; for the rest say which answers count: --keep COPY or --keep SERVER for all, --keep"
                                        + " ID=COPY or --keep ID=SERVER for one"
                                : ""));
                if (left) {
                    return Cli.FAILED;
                }
                if (there.where().equals(about.server()) && !older) {
                    there.copyInto(options.location(), Progress.NONE);
                    options.note("domicile: took the copy anew");
                }
                return 0;
            }
        }
    }

    private static String told(int assessments) {
        return assessments == 1
                ? "brought 1 assessment back"
                : "brought " + (assessments == 0 ? "no" : assessments) + " assessments back";
    }

    private static void print(PrintWriter out, CopyMerge.Merged merged) {
        String name = SafeText.shown(merged.name().isBlank() ? merged.id().toString() : merged.name());
        out.println(name + ": " + (merged.undecided().isEmpty() ? "merged" : "merged but for what both have answered")
                + (merged.conflicts().isEmpty() ? "" : ", " + merged.id()));
        for (CopyMerge.Decided decided : merged.conflicts()) {
            Conflict conflict = decided.conflict();
            out.println("  " + decided.id() + "  " + SafeText.shown(String.join(" ", conflict.path())));
            out.println("    copy:   " + said(conflict.mine()) + counts(decided, Keep.COPY));
            out.println("    server: " + said(conflict.theirs()) + counts(decided, Keep.SERVER));
        }
    }

    private static String counts(CopyMerge.Decided decided, Keep side) {
        return decided.keep().filter(side::equals).isPresent() ? "  (counts)" : "";
    }

    private static String said(String side) {
        return side.isEmpty() ? "(no answer)" : SafeText.shown(side);
    }
}
