package domicile.cli;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Finding;
import domicile.assessment.Freshness;
import domicile.json.StrictJson;
import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Head;
import domicile.residency.Citation;
import domicile.residency.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that assesses, and the assessing itself. */
final class Assessing {
    @Mixin
    private AsOf asOf = new AsOf();

    @Option(names = "--date", paramLabel = "DATE", description = "The assessment's date; default: today.")
    private @Nullable LocalDate date;

    @Option(
            names = "--max-age-days",
            paramLabel = "N",
            description = "Citations older than this are listed as stale; default: ${DEFAULT-VALUE}.",
            defaultValue = "90")
    private int maxAgeDays = Freshness.DEFAULT.maxAgeDays();

    @Option(
            names = "--max-document-age-days",
            paramLabel = "N",
            description = "Documents in hand older than this are listed as stale; default: ${DEFAULT-VALUE}.",
            defaultValue = "" + Freshness.DOCUMENT_DAYS)
    private int maxDocumentAgeDays = Freshness.DOCUMENT_DAYS;

    @Option(
            names = "--hard-limit",
            description = "What rests on a stale citation counts as unverified, and a stale document not at all.")
    private boolean hardLimit;

    @Option(
            names = "--require-quotes",
            description = "What rests on a fact without the words of its page in hand counts as unverified.")
    private boolean requireQuotes;

    /**
     * Workloads that were all read and found right, and what they are assessed against. Of each only its file is kept,
     * packed, so that ten thousand find room: an assessment is many times as large.
     */
    record Ready(Register register, Optional<Head> chain, LocalDate day, Freshness freshness, List<PackedFile> files) {

        /**
         * The assessments in the order of the files, each made when it is asked for; none more when nobody takes the
         * data.
         */
        Iterable<Assessment> assessments(Console console) {
            return () -> files.stream()
                    .takeWhile(file -> {
                        console.out().flush();
                        return console.data().open();
                    })
                    .map(this::assess)
                    .iterator();
        }

        private Assessment assess(PackedFile file) {
            return Assessor.assess(WorkloadFile.read(file.name(), file.bytes(), register), register, day, freshness);
        }
    }

    /** Reads all workloads, so that a bad one stops the run before anything is written. */
    Ready ready(Common options, List<Path> workloads) {
        checkAge("--max-age-days", maxAgeDays);
        checkAge("--max-document-age-days", maxDocumentAgeDays);
        LocalDate day = options.orToday(date);
        AsOf.State state = asOf.state(options, day);
        Register register = state.register();
        List<PackedFile> files = new ArrayList<>();
        for (Path file : workloads) {
            byte[] bytes = InputFile.read(file, StrictJson.MAX_BYTES);
            WorkloadFile.read(file.toString(), bytes, register);
            files.add(PackedFile.of(file.toString(), bytes));
        }
        Freshness freshness = new Freshness(maxAgeDays, maxDocumentAgeDays, hardLimit, requireQuotes);
        return new Ready(register, state.chain(), day, freshness, files);
    }

    /** Refuses an age that is none. */
    static void checkAge(String option, int days) {
        if (days < 0) {
            throw new ProblemException("the age " + days + " is negative", option, "give a number of days, 0 or more");
        }
    }

    /** A finding in one line, with its citations: a claim without one says so. */
    static String said(Finding f) {
        return f.requirement() + ": " + f.reason().english() + cited(f.citations());
    }

    static String cited(List<Citation> citations) {
        return citations.isEmpty()
                ? " [no citation]"
                : " "
                        + citations.stream()
                                .map(c -> "[" + c.source() + "]")
                                .distinct()
                                .collect(Collectors.joining());
    }
}
