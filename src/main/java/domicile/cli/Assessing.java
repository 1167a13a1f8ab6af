package domicile.cli;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Finding;
import domicile.assessment.Freshness;
import domicile.questionnaire.WorkloadFile;
import domicile.residency.Citation;
import domicile.residency.InputException;
import domicile.residency.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

    /** What was assessed, and the register that it was assessed against. */
    record Result(Register register, List<Assessment> assessments) {}

    /** Reads all workloads before it assesses the first, so that a bad one stops the run before anything is written. */
    Result assess(Common options, List<Path> workloads) {
        checkAge("--max-age-days", maxAgeDays);
        checkAge("--max-document-age-days", maxDocumentAgeDays);
        LocalDate day = options.orToday(date);
        Register register = asOf.register(options, day);
        Freshness freshness = new Freshness(maxAgeDays, maxDocumentAgeDays, hardLimit);
        return new Result(
                register,
                workloads.stream().map(file -> WorkloadFile.read(file, register)).toList().stream()
                        .map(w -> Assessor.assess(w, register, day, freshness))
                        .toList());
    }

    /** Refuses an age that is none. */
    static void checkAge(String option, int days) {
        if (days < 0) {
            throw new InputException("the age " + days + " is negative", option, "give a number of days, 0 or more");
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
