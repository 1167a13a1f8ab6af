package domicile.cli;

import domicile.assessment.Alternative;
import domicile.assessment.Assessment;
import domicile.assessment.DocumentNotCounted;
import domicile.assessment.FailureFinding;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.StaleDocument;
import domicile.assessment.Status;
import domicile.report.data.JsonReport;
import domicile.report.model.AssessmentTexts;
import domicile.report.model.CleanText;
import domicile.residency.Evidence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code domicile assess}: workloads against the register. */
@Command(
        name = "assess",
        description = "Assesses workloads. Several files in one run; JSON is one array in their order.")
final class AssessCommand implements Runnable {
    private static final AssessmentTexts WORDS = new AssessmentTexts(Locale.ROOT);

    @Parameters(paramLabel = "WORKLOAD.json", arity = "1..*", description = "Workload files (domicile.workload/1).")
    private List<Path> workloads = new ArrayList<>();

    @Mixin
    private Assessing assessing = new Assessing();

    @Mixin
    private Output output = new Output();

    private final Common options;

    AssessCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        Iterable<Assessment> assessments = assessing.ready(options, workloads).assessments(options.console());
        PrintWriter out = options.console().out();
        switch (output.format()) {
            case json -> {
                try {
                    JsonReport.write(assessments, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            case table -> assessments.forEach(a -> print(a, out));
        }
    }

    private static void print(Assessment a, PrintWriter out) {
        out.println(CleanText.of(a.workload().name()) + "  (assessed " + a.date() + ", register as of "
                + a.registerAsOf() + ")");
        Table table = new Table("OFFERING", "VERDICT", "DECIDED BY");
        for (OfferingAssessment o : a.offerings()) {
            Optional<Finding> worst = o.requirements().stream()
                    .filter(f -> f.status() != Status.MET)
                    .min(java.util.Comparator.comparing(Finding::status));
            table.row(
                    o.offering(), o.verdict().name(), worst.map(Assessing::said).orElse("nothing stands against it"));
        }
        table.print(out);
        if (!a.notAsked().isEmpty()) {
            out.println(WORDS.notAsked(a.notAsked()));
        }
        for (OfferingAssessment o : a.offerings()) {
            for (FailureFinding f : o.failureModes()) {
                if (f.state() == domicile.assessment.FailureMode.State.FLAGGED) {
                    out.println("FLAGGED " + o.offering() + " " + f.failureMode() + ": "
                            + f.reason().english() + Assessing.cited(f.citations()));
                }
            }
            reliedOn(o)
                    .forEach((document, findings) -> out.println("RELIED ON " + o.offering() + " "
                            + WORDS.withClause(document) + ": " + String.join(", ", findings)));
            for (DocumentNotCounted d : o.documentsNotCounted()) {
                out.println(
                        "NOT COUNTED " + o.offering() + " " + WORDS.marked(d.document()) + ": " + WORDS.of(d.why()));
            }
            for (StaleDocument s : o.staleDocuments()) {
                out.println("STALE " + o.offering() + " " + WORDS.marked(s.document()) + ": " + s.ageDays() + " days");
            }
            o.alternatives()
                    .forEach(way -> out.println("WAY " + o.offering() + " -> " + way.reaches() + ": " + way(way)));
        }
        out.println();
    }

    /** The documents that findings rest on, each with the requirements that it serves. */
    private static Map<Evidence, List<String>> reliedOn(OfferingAssessment o) {
        Map<Evidence, List<String>> reliedOn = new LinkedHashMap<>();
        for (Finding f : o.requirements()) {
            f.evidence()
                    .forEach(e -> reliedOn.computeIfAbsent(e, d -> new ArrayList<>())
                            .add(f.requirement().name()));
        }
        return reliedOn;
    }

    /** Where to go, what to obtain and what to read, in one line. */
    private static String way(Alternative way) {
        List<String> steps = new ArrayList<>();
        steps.add("choose " + way.offering()
                + way.deployment().map(d -> " (" + d + ")").orElse(""));
        way.needs().forEach(n -> steps.add("obtain " + n.says().english()));
        way.readFirstHand().forEach(fact -> steps.add("read first-hand " + way.offering() + ":" + fact));
        return String.join("; ", steps);
    }
}
