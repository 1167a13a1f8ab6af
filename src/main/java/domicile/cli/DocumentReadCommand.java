package domicile.cli;

import domicile.document.Clauses;
import domicile.document.ClausesJson;
import domicile.document.Passage;
import domicile.problem.ProblemException;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterStore;
import domicile.report.model.CleanText;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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
                        + " hedges them and what they do not say. It decides nothing, and nothing leaves the machine.")
final class DocumentReadCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The document; at most 20 MB.")
    private Path file = Path.of(".");

    @Option(
            names = "--workload",
            paramLabel = "FILE",
            description = "A workload file: its one candidate is the offering, where --offering names none.")
    private Optional<Path> workload = Optional.empty();

    @Option(
            names = "--offering",
            paramLabel = "ID",
            description = "The offering that the document is for: a passage for another product says so.")
    private Optional<String> offering = Optional.empty();

    @Mixin
    private Output output = new Output();

    private final Common options;

    DocumentReadCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        Clauses clauses;
        try (RegisterStore store = options.open()) {
            Register register = store.asOf(options.console().today());
            offering.ifPresent(id -> known(register, id));
            Optional<String> meant = offering.or(() -> workload.map(w -> WorkloadFile.read(w, register))
                    .map(Workload::candidates)
                    .filter(candidates -> candidates.size() == 1)
                    .map(List::getFirst));
            clauses = Clauses.read(file, register, meant);
        }
        PrintWriter out = options.console().out();
        switch (output.format()) {
            case json -> out.println(Json.text(ClausesJson.of(clauses)));
            case table -> table(clauses, out);
        }
    }

    private static void known(Register register, String id) {
        if (register.offering(id).isEmpty()) {
            throw new ProblemException(
                    "there is no offering '" + id + "'",
                    "--offering",
                    "name one of: "
                            + String.join(
                                    ", ",
                                    register.offerings().stream()
                                            .map(Offering::id)
                                            .toList()));
        }
    }

    private static void table(Clauses clauses, PrintWriter out) {
        Words words = Words.in(Locale.ENGLISH);
        out.println(CleanText.of(clauses.file()) + "  " + clauses.sha256()
                + clauses.language().map(l -> "  " + l).orElse("")
                + (clauses.pages().isPresent() ? "  " + clauses.pages().getAsInt() + " pages" : ""));
        if (!clauses.textLayer()) {
            out.println("There is no text in this file: it is a scan. Run text recognition over it and read it again.");
            return;
        }
        for (Clauses.OfKind kind : clauses.kinds()) {
            out.println();
            out.println(words.label(kind.kind()) + (kind.found() ? "" : ": not found in this document"));
            kind.passages().forEach(p -> passage(p, kind.found(), words, out));
        }
    }

    private static void passage(Passage passage, boolean found, Words words, PrintWriter out) {
        out.println((found ? "  + " : "  ? ") + page(passage.page()) + CleanText.of(passage.quote()));
        Passage.Values values = passage.values();
        StringBuilder line = new StringBuilder();
        add(line, "places", String.join(", ", values.places()));
        add(line, "regions", String.join(", ", values.regions()));
        add(line, "product", values.product().orElse(""));
        add(line, "from", values.date().orElse(""));
        add(line, "document of", values.documentDate().orElse(""));
        add(
                line,
                "days",
                values.days().isPresent() ? String.valueOf(values.days().getAsInt()) : "");
        if (!line.isEmpty()) {
            out.println("      " + CleanText.of(line.toString()));
        }
        passage.warnings().stream().sorted().forEach(w -> out.println("      ! " + words.of(w)));
        passage.hedges().forEach(h -> out.println("      ~ " + page(h.page()) + CleanText.of(h.quote())));
    }

    private static String page(OptionalInt page) {
        return page.isPresent() ? "p. " + page.getAsInt() + "  " : "";
    }

    private static void add(StringBuilder line, String name, String value) {
        if (!value.isEmpty()) {
            line.append(line.isEmpty() ? "" : "; ").append(name).append(' ').append(value);
        }
    }
}
