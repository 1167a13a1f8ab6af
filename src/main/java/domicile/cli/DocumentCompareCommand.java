package domicile.cli;

import domicile.document.ClauseCheck;
import domicile.document.ClauseReader;
import domicile.document.DocumentFile;
import domicile.document.Passage;
import domicile.page.PageReader;
import domicile.page.QuoteState;
import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterStore;
import domicile.report.model.CleanText;
import domicile.residency.Evidence;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.vendor.VendorWorkbook;
import domicile.vendor.WorkbookReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile document compare}: which confirmed clauses stand in a newer version of their document. */
@Command(
        name = "compare",
        description = "Says of each clause of a workload that was confirmed in the older file whether it stands in the"
                + " newer one: SAME, MOVED, CHANGED, GONE, AMBIGUOUS, and whether other words limit it now or a term gives"
                + " it another meaning. --out carries over those that stand. Of two CAIQ, AI-CAIQ or HECVAT workbooks it says"
                + " which answers changed.")
final class DocumentCompareCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "OLD", description = "The file in which the clauses were confirmed.")
    private Path old = Path.of(".");

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer version.")
    private Path newer = Path.of(".");

    @Option(
            names = "--workload",
            paramLabel = "FILE",
            description = "The workload file; it stays. Not needed for two workbooks.")
    private @Nullable Path workload;

    @Option(names = "--date", paramLabel = "DATE", description = "The newer version's own day; default: what it says.")
    private @Nullable LocalDate date;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the workload goes in which the clauses that stand rest on the newer file.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private Password password = new Password();

    @Mixin
    private Output output = new Output();

    private final Common options;

    DocumentCompareCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        byte[] bytes = InputFile.read(newer, PageReader.MAX_BYTES);
        if (WorkbookReader.may(bytes, newer.toString())) {
            workbooks(bytes);
            return;
        }
        Path workload = Optional.ofNullable(this.workload)
                .orElseThrow(() -> new ProblemException(
                        "no workload is named whose clauses are looked for", "--workload", "add --workload FILE"));
        out.ifPresent(o -> OutputFile.check(o, "--out", List.of(old, newer, workload)));
        Map<Evidence, ClauseCheck.Standing> standings = new LinkedHashMap<>();
        Workload before;
        DocumentFile now;
        try (RegisterStore store = options.open()) {
            Register register = store.asOf(options.console().today());
            before = WorkloadFile.read(workload, register);
            Optional<String> opens = password.read();
            DocumentFile was = DocumentFile.read(old, opens);
            now = DocumentFile.of(newer, bytes, opens);
            before.evidence().stream().map(Evidence::offering).distinct().forEach(offering -> {
                ClauseReader then = new ClauseReader(was, register, Optional.of(offering));
                ClauseReader today = new ClauseReader(now, register, Optional.of(offering));
                ClauseCheck.newer(
                                before.evidence().stream()
                                        .filter(e -> e.offering().equals(offering))
                                        .toList(),
                                then,
                                today)
                        .forEach(s -> standings.put(s.evidence(), s));
            });
        }
        if (standings.isEmpty()) {
            throw new ProblemException(
                    "no clause of the workload is of this file",
                    old.toString(),
                    "name the file in which they were confirmed: its SHA-256 stands with each");
        }
        List<ClauseCheck.Standing> all = List.copyOf(standings.values());
        // the file first: where it cannot be written, nothing is said
        out.ifPresent(file -> {
            Workload carried = before.withEvidence(before.evidence().stream()
                    .map(e -> Optional.ofNullable(standings.get(e))
                            .filter(ClauseCheck.Standing::stands)
                            .map(s -> s.carried(now, Optional.ofNullable(date))
                                    .orElseThrow(() -> new ProblemException(
                                            "the document names no day of its own",
                                            newer.toString(),
                                            "give it with --date")))
                            .orElse(e))
                    .toList());
            OutputFile.write(file, WorkloadFile.write(carried));
        });
        switch (output.format()) {
            case json ->
                options.console()
                        .out()
                        .println(Json.text(
                                all.stream().map(DocumentCompareCommand::json).toList()));
            case table -> all.forEach(s -> print(s, options.console().out()));
        }
        out.ifPresent(file -> {
            long stand = all.stream().filter(ClauseCheck.Standing::stands).count();
            options.note("domicile: " + file + " rests " + stand + " of " + all.size() + " clauses on " + now.name()
                    + " (" + Sha256.PREFIX + now.sha256() + ")");
        });
    }

    /** Which answers changed from one workbook to a newer one. */
    private void workbooks(byte[] bytes) {
        if (workload != null || out.isPresent()) {
            throw new ProblemException(
                    "no clause of a workload stands in a workbook", newer.toString(), "leave out --workload and --out");
        }
        VendorWorkbook was;
        VendorWorkbook now;
        try (RegisterStore store = options.open()) {
            Register register = store.asOf(options.console().today());
            Optional<String> opens = password.read();
            was = WorkbookFiles.read(old, opens, register);
            now = WorkbookFiles.read(newer, bytes, opens, register);
        }
        VendorAnswerTexts.changes(was, now, output.format(), options.console().out());
    }

    private static void print(ClauseCheck.Standing s, PrintWriter out) {
        out.println((s.stands() ? "+ " : "? ") + s.state() + "  " + s.evidence().offering() + "  "
                + DocumentTexts.WORDS.of(s.evidence().kind()));
        out.println("    " + CleanText.of(s.old()));
        s.now()
                .filter(now -> s.state() != QuoteState.SAME && s.state() != QuoteState.MOVED)
                .ifPresent(now -> out.println("  > " + CleanText.of(now)));
        if (s.after().isPresent() && s.limitsChanged()) {
            out.println("  ! other words limit it now, or it leaves other things unsaid:");
            s.after().get().warnings().stream()
                    .sorted()
                    .forEach(w -> out.println("      ! " + DocumentTexts.WORDS.of(w)));
            s.after()
                    .get()
                    .hedges()
                    .forEach(h -> out.println("      ~ " + DocumentTexts.page(h.page()) + CleanText.of(h.quote())));
        }
        if (s.after().isPresent() && s.valuesChanged()) {
            out.println("  ! it gives other places, another product or other days now");
        }
    }

    private static Map<String, Object> json(ClauseCheck.Standing s) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", s.evidence().offering());
        json.put("kind", s.evidence().kind().name());
        json.put("state", s.state().name());
        json.put("stands", s.stands());
        json.put("limitsChanged", s.after().isPresent() && s.limitsChanged());
        json.put("valuesChanged", s.after().isPresent() && s.valuesChanged());
        json.put("old", s.old());
        json.put("now", s.now());
        json.put(
                "hedges",
                s.after().stream()
                        .flatMap(p -> p.hedges().stream())
                        .map(Passage.Hedge::quote)
                        .toList());
        return json;
    }
}
