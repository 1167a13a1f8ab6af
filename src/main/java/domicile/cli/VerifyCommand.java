package domicile.cli;

import domicile.register.RegisterStore;
import domicile.report.Verification;
import domicile.residency.Register;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile verify}: whether a PDF report is what its attachments lead to. */
@Command(
        name = "verify",
        description =
                "Makes a PDF report anew from what is attached to it and answers HOLDS (exit 0), ALTERED or NOT CHECKED"
                        + " (both 1; not checked is a sound report of another version or other rules). With --register: also"
                        + " whether its findings still hold on that register today.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "REPORT.pdf", description = "A PDF report.")
    private Path report = Path.of(".");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}.",
            defaultValue = "table")
    private TableOrJson format = TableOrJson.table;

    private final Common options;

    VerifyCommand(Common options) {
        this.options = options;
    }

    /** What a register says today that a report does not. */
    private record Now(LocalDate day, String hash, List<String> changed) {}

    @Override
    public Integer call() {
        Verification verification = Verification.open(report);
        Verification.Outcome itself = verification.itself();
        Optional<Now> now = options.registerGiven() && itself.answer() != Verification.Answer.ALTERED
                ? Optional.of(now(verification))
                : Optional.empty();
        PrintWriter out = options.console().out();
        switch (format) {
            case table -> {
                out.println(answer(itself) + " " + report
                        + verification.title().map(t -> ": " + t).orElse(""));
                itself.problems().forEach(out::println);
                itself.notes().forEach(out::println);
                itself.news().forEach(n -> out.println("news: " + n));
                now.ifPresent(n -> tell(n, out));
            }
            case json -> out.println(Json.text(json(itself, now)));
        }
        boolean holds = itself.answer() == Verification.Answer.HOLDS;
        return holds && now.map(n -> n.changed().isEmpty()).orElse(true) ? 0 : Cli.FAILED;
    }

    private Now now(Verification verification) {
        LocalDate today = options.console().today();
        try (RegisterStore store = options.open()) {
            Register present = store.asOf(today);
            return new Now(today, present.hash(), verification.on(present, today));
        }
    }

    private void tell(Now now, PrintWriter out) {
        now.changed().forEach(c -> out.println("CHANGED " + report + ": " + c));
        if (now.changed().isEmpty()) {
            out.println(
                    report + ": the findings still hold on the register as of " + now.day() + " (" + now.hash() + ")");
        }
    }

    private static String answer(Verification.Outcome outcome) {
        return switch (outcome.answer()) {
            case HOLDS -> "HOLDS";
            case ALTERED -> "ALTERED";
            case NOT_CHECKED -> "NOT CHECKED";
        };
    }

    private static Map<String, Object> json(Verification.Outcome outcome, Optional<Now> now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", answer(outcome));
        json.put("problems", outcome.problems());
        json.put("notes", outcome.notes());
        json.put("news", outcome.news());
        json.put("changed", now.map(Now::changed));
        return json;
    }
}
