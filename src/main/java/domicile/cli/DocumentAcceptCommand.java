package domicile.cli;

import domicile.assessment.EvidenceFit;
import domicile.assessment.Freshness;
import domicile.document.ClauseFields;
import domicile.document.ClauseReader;
import domicile.document.DocumentFile;
import domicile.document.Passage;
import domicile.problem.ProblemException;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterStore;
import domicile.report.model.AssessmentTexts;
import domicile.report.model.CleanText;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Place;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile document accept}: a clause of a document becomes evidence of a workload. */
@Command(
        name = "accept",
        description =
                "Confirms a clause: writes the workload anew with a piece of evidence that keeps the file's SHA-256,"
                        + " the page, the quote and what hedges it. Places, product, days are those of the clause unless an option"
                        + " says otherwise. Refused when the quote does not stand in the file exactly once.")
final class DocumentAcceptCommand implements Runnable {
    private static final AssessmentTexts WORDS = new AssessmentTexts(Locale.ROOT);

    @Parameters(paramLabel = "FILE", description = "The document; at most 20 MB.")
    private Path file = Path.of(".");

    @Option(names = "--workload", paramLabel = "FILE", required = true, description = "The workload file; it stays.")
    private Path workload = Path.of(".");

    @Option(names = "--offering", paramLabel = "ID", required = true, description = "The offering that it is for.")
    private String offering = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "What the clause is evidence of: ${COMPLETION-CANDIDATES}.")
    private Evidence.Kind kind = Evidence.Kind.DPA_SIGNED;

    @Option(names = "--quote", paramLabel = "TEXT", required = true, description = "The clause, as the file has it.")
    private String quote = "";

    @Option(names = "--page", paramLabel = "N", description = "The page, where the quote stands on several.")
    private @Nullable Integer page;

    @Option(
            names = "--regions",
            paramLabel = "CODE",
            split = ",",
            description = "The places that it commits to, such as EU or eu-central-1; default: those of the clause.")
    private @Nullable List<String> regions;

    @Option(names = "--product", paramLabel = "TEXT", description = "The product; default: that of the clause.")
    private @Nullable String product;

    @Option(names = "--date", paramLabel = "DATE", description = "The document's own day; default: what it says.")
    private @Nullable LocalDate date;

    @Option(names = "--from", paramLabel = "DATE", description = "The day from which the clause holds.")
    private @Nullable LocalDate from;

    @Option(names = "--days", paramLabel = "N", description = "The days of retention that it leaves.")
    private @Nullable Integer days;

    @Option(
            names = "--certification",
            paramLabel = "NAME",
            description = "What a certificate or report is about; default: what the clause names.")
    private Attestation.@Nullable Kind certification;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            converter = ListCommand.Revision5.class,
            completionCandidates = ListCommand.Revision5.class,
            description = "The FedRAMP level: ${COMPLETION-CANDIDATES}; default: what the clause names.")
    private Attestation.@Nullable FedRampLevel level;

    @Option(
            names = "--keep",
            description = "Also keep the file with the register, so that archives hold it and verify reads it.")
    private boolean keep;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the new workload goes.")
    private Path out = Path.of(".");

    @Mixin
    private Password password = new Password();

    @Mixin
    private Who who = new Who();

    private final Common options;

    DocumentAcceptCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate today = options.console().today();
        OutputFile.check(out, "--out", List.of(file, workload));
        try (RegisterStore store = options.open()) {
            Register register = store.asOf(today);
            DocumentTexts.offering(register, offering);
            Workload before = WorkloadFile.read(workload, register);
            ClauseReader clauses =
                    new ClauseReader(DocumentFile.read(file, password.read()), register, Optional.of(offering));
            Passage passage = clauses.passage(kind, quote, page == null ? OptionalInt.empty() : OptionalInt.of(page));
            Evidence evidence = evidence(clauses.file(), passage, register);
            Workload after = before.withEvidence(
                    Stream.concat(before.evidence().stream().filter(e -> !evidence.sameClause(e)), Stream.of(evidence))
                            .toList());
            String text = WorkloadFile.write(after);
            // what is written can be read: a value of an option that no workload may hold is refused here
            WorkloadFile.read(out.toString(), text.getBytes(StandardCharsets.UTF_8), register);
            if (keep) {
                store.evidence().add(file, offering, "", who.name());
            }
            OutputFile.write(out, text);
            tell(passage, EvidenceFit.of(evidence, after, register, today, Freshness.DEFAULT));
        }
    }

    private Evidence evidence(DocumentFile document, Passage passage, Register register) {
        ClauseFields said = ClauseFields.of(passage, kind, register.areas());
        ClauseFields fields = new ClauseFields(
                regions == null ? said.regions() : places(regions, register),
                product == null ? said.product() : product.strip(),
                said.date(),
                from == null ? said.from() : Optional.of(from),
                certification == null ? said.certification() : Optional.of(certification),
                level == null ? said.level() : Optional.of(level),
                days == null ? said.days() : OptionalInt.of(days));
        LocalDate day = Optional.ofNullable(date)
                .or(fields::date)
                .orElseThrow(() -> new ProblemException(
                        "the document names no day of its own", file.toString(), "give it with --date"));
        return fields.evidence(offering, kind, day, document, ClauseFields.words(document, passage));
    }

    private static List<Place> places(List<String> codes, Register register) {
        return codes.stream()
                .map(code -> register.areas()
                        .place(code)
                        .orElseThrow(() -> new ProblemException(
                                "there is no place '" + code + "'",
                                "--regions",
                                "name countries (DE), blocs (EU) or cloud regions (eu-central-1)")))
                .distinct()
                .toList();
    }

    private void tell(Passage passage, EvidenceFit fit) {
        options.note("domicile: " + out + " keeps \"" + CleanText.of(passage.quote()) + "\" as "
                + DocumentTexts.WORDS.of(kind) + " of " + offering);
        passage.warnings().stream().sorted().forEach(w -> options.note("domicile: mind: " + DocumentTexts.WORDS.of(w)));
        passage.hedges().forEach(h -> options.note("domicile: hedged: " + CleanText.of(h.quote())));
        fit.notCounted().ifPresent(why -> options.note("domicile: it does not count: " + WORDS.of(why)));
        fit.misfits().stream()
                .sorted()
                .forEach(m -> options.note("domicile: it does not fit: " + DocumentTexts.WORDS.of(m)));
    }
}
