package domicile.cli;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.assessment.Settling;
import domicile.document.ClauseReader;
import domicile.document.Clauses;
import domicile.document.ClausesJson;
import domicile.document.DocumentFile;
import domicile.page.PageReader;
import domicile.problem.InputFile;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterStore;
import domicile.report.model.CleanText;
import domicile.residency.Evidence;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.vendor.WorkbookReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile document read}: the clauses of a document that could settle a requirement. */
@Command(
        name = "read",
        description =
                "Reads an order form, addendum, DPA, BAA or SOC 2 report (PDF, Word, HTML, Markdown, text; English,"
                        + " German, French) and shows, for each kind of evidence, at most five passages, best first, with what"
                        + " hedges them and what they do not say. Of a CAIQ, AI-CAIQ or HECVAT workbook (XLSX, CSV) it shows what"
                        + " the vendor answered, each answer with its cell. It decides nothing, and nothing leaves the"
                        + " machine.")
final class DocumentReadCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The document; at most 20 MB.")
    private Path file = Path.of(".");

    @Option(
            names = "--workload",
            paramLabel = "FILE",
            description = "A workload file: the table shows what could settle what is open in it; its one candidate is"
                    + " the offering, where --offering names none.")
    private Optional<Path> workload = Optional.empty();

    @Option(
            names = "--offering",
            paramLabel = "ID",
            description = "The offering that the document is for: a passage for another product says so.")
    private Optional<String> offering = Optional.empty();

    @Mixin
    private Password password = new Password();

    @Mixin
    private Output output = new Output();

    private final Common options;

    DocumentReadCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        Clauses clauses;
        Set<Evidence.Kind> asked;
        try (RegisterStore store = options.open()) {
            LocalDate today = options.console().today();
            Register register = store.asOf(today);
            offering.ifPresent(id -> DocumentTexts.offering(register, id));
            byte[] bytes = InputFile.read(file, PageReader.MAX_BYTES);
            if (WorkbookReader.may(bytes, file.toString())) {
                VendorAnswerTexts.tell(
                        WorkbookFiles.read(file, bytes, password.read(), register),
                        output.format(),
                        options.console().out());
                return;
            }
            Optional<Workload> needs = workload.map(file -> WorkloadFile.read(file, register));
            Optional<String> meant = offering.or(() -> needs.map(Workload::candidates)
                    .filter(candidates -> candidates.size() == 1)
                    .map(List::getFirst));
            clauses = new ClauseReader(DocumentFile.of(file, bytes, password.read()), register, meant).clauses();
            asked = needs.map(w -> asked(w, register, meant, today))
                    .orElseGet(() -> EnumSet.allOf(Evidence.Kind.class));
        }
        PrintWriter out = options.console().out();
        switch (output.format()) {
            case json -> out.println(Json.text(ClausesJson.of(clauses)));
            case table -> table(clauses, asked, out);
        }
    }

    /** The kinds that could settle what is open for the offering, or for any candidate. */
    private static Set<Evidence.Kind> asked(
            Workload workload, Register register, Optional<String> offering, LocalDate today) {
        Workload of = offering.map(id -> workload.withCandidates(List.of(id))).orElse(workload);
        Assessment assessment = Assessor.assess(of, register, today, Freshness.DEFAULT);
        return assessment.offerings().stream()
                .flatMap(o -> Settling.of(assessment, register, o).stream())
                .flatMap(s -> s.kinds().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Evidence.Kind.class)));
    }

    private static void table(Clauses clauses, Set<Evidence.Kind> asked, PrintWriter out) {
        out.println(CleanText.of(clauses.file()) + "  " + clauses.sha256()
                + clauses.language().map(l -> "  " + l).orElse("")
                + (clauses.pages().isPresent() ? "  " + clauses.pages().getAsInt() + " pages" : ""));
        if (!clauses.textLayer()) {
            out.println("There is no text in this file: it is a scan. Run text recognition over it and read it again.");
            return;
        }
        for (Clauses.OfKind kind : clauses.kinds()) {
            if (asked.contains(kind.kind())) {
                out.println();
                out.println(
                        DocumentTexts.WORDS.label(kind.kind()) + (kind.found() ? "" : ": not found in this document"));
                kind.passages().forEach(p -> DocumentTexts.passage(kind.found() ? "+" : "?", p, out));
            }
        }
        int others = Evidence.Kind.values().length - asked.size();
        if (others > 0) {
            out.println();
            out.println(others + " kinds of evidence that settle nothing that is open are left out; without --workload"
                    + " all are shown.");
        }
    }
}
