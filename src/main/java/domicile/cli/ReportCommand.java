package domicile.cli;

import domicile.assessment.Assessment;
import domicile.problem.ProblemException;
import domicile.register.Captures;
import domicile.register.RegisterStore;
import domicile.report.Reports;
import domicile.report.data.Csv;
import domicile.report.document.Kind;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.Logo;
import domicile.report.model.ReportModel;
import domicile.residency.Register;
import domicile.scan.ScannedProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile report}: the diligence report of a workload. */
@Command(
        name = "report",
        description =
                "Writes the diligence report. The ending of each --out chooses the format: html, pdf, docx, xlsx, csv, json or"
                        + " oscal.json (OSCAL assessment results); zip packs pdf, html and json with the workload, the"
                        + " register, the candidates' documents and those whose clauses the report shows. With --scan the"
                        + " report also tells what a project calls, place by place, beside what is asked; with"
                        + " --answers what vendors answered in questionnaires, beside the findings.")
final class ReportCommand implements Runnable {
    @Parameters(paramLabel = "WORKLOAD.json", description = "A workload file (domicile.workload/1).")
    private Path workload = Path.of(".");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; may be given several times.")
    private List<Path> out = new ArrayList<>();

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
            defaultValue = "en")
    private Language language = Language.en;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "diligence: all of it; letter: the questions to a vendor, a file for each that has any; board: one page."
                            + " Default: diligence.",
            defaultValue = "diligence")
    private Kind kind = Kind.DILIGENCE;

    @Option(
            names = "--vendor",
            paramLabel = "ID",
            description = "With --kind letter: writes to this vendor alone, such as openai.")
    private Optional<String> vendor = Optional.empty();

    @Option(names = "--organisation", paramLabel = "NAME", description = "Whose report it is; stands at its head.")
    private String organisation = "";

    @Option(
            names = "--logo",
            paramLabel = "FILE",
            description = "The organisation's logo: a PNG or JPEG picture of at most 1 MB.")
    private Optional<Path> logo = Optional.empty();

    @Option(
            names = "--captures",
            description =
                    "Packs the captures whose words are cited into the zip too, under the SHA-256 of their bytes.")
    private boolean captures;

    @Mixin
    private ProjectUse project = new ProjectUse();

    @Mixin
    private WorkbookFiles answers = new WorkbookFiles();

    @Mixin
    private Password password = new Password();

    @Mixin
    private CsvSeparator separator = new CsvSeparator();

    @Mixin
    private Assessing assessing = new Assessing();

    private final Common options;

    /** The languages that a report is written in. */
    enum Language {
        en,
        de,
        fr
    }

    ReportCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        // A wrong ending is told before anything is read or written.
        out.forEach(Reports::checkEnding);
        vendor.filter(v -> kind != Kind.LETTER).ifPresent(v -> {
            throw new ProblemException("only a letter is written to a vendor", "--vendor", "add --kind letter");
        });
        project.check(false);
        if (project.asked() && kind != Kind.DILIGENCE) {
            throw new ProblemException(
                    "only the diligence report tells what a project calls", "--scan", "leave --kind out");
        }
        if (answers.asked() && kind == Kind.BOARD) {
            throw new ProblemException(
                    "one page has no room for what vendors answered", "--answers", "leave out --kind board");
        }
        if (captures && out.stream().noneMatch(Reports::archived)) {
            throw new ProblemException("no archive is written", "--captures", "name an --out that ends in .zip");
        }
        Csv csv = separator.csv(out.stream().anyMatch(Reports.Format.CSV::ends), "name an --out that ends in .csv");
        Letterhead letterhead = new Letterhead(organisation, logo.map(Logo::read));
        Assessing.Ready ready = assessing.ready(options, List.of(workload));
        Assessment assessment = ready.assessments(options.console()).iterator().next();
        ReportModel report = ReportModel.of(
                assessment,
                ready.register(),
                List.of(),
                new Enclosed(
                        Optional.empty(),
                        letterhead,
                        used(assessment, ready.register()),
                        answers.kept(
                                assessment.workload(),
                                ready.register(),
                                options.console().today(),
                                password.read()),
                        ready.chain()),
                Locale.of(language.name()));
        ReportModel addressed = vendor.map(v -> to(v, report)).orElse(report);
        List<Path> read = Stream.of(
                        Stream.of(workload),
                        logo.stream(),
                        project.files().stream(),
                        answers.files(assessment.workload()).stream())
                .flatMap(files -> files)
                .toList();
        Reports.files(addressed, kind, out).forEach(file -> OutputFile.check(file, "--out", read));
        List<Path> written;
        try (RegisterStore store = options.open()) {
            Optional<Captures> pages = captures ? Optional.of(store.captures()) : Optional.empty();
            written = Reports.write(addressed, kind, out, store.evidence(), pages, csv);
            if (out.stream().anyMatch(Reports::archived)) {
                Reports.notKept(addressed, store.evidence())
                        .forEach(name -> options.note("domicile: the archive lacks " + name
                                + ", which is not kept with the register (domicile register evidence)"));
            }
        }
        written.forEach(file -> options.note("domicile: wrote " + file));
    }

    /** What the project uses, as of today, where one is named. */
    private Optional<ScannedProject> used(Assessment assessment, Register register) {
        if (!project.asked()) {
            return Optional.empty();
        }
        ProjectUse.checkCandidates(assessment.workload());
        return Optional.of(new ScannedProject(options.console().today(), project.scanned(register), project.scope()));
    }

    private static ReportModel to(String vendor, ReportModel report) {
        if (!report.vendors().contains(vendor)) {
            throw new ProblemException(
                    "no vendor \"" + vendor + "\" has anything to answer for this workload",
                    "--vendor",
                    report.vendors().isEmpty()
                            ? "leave it out: nothing is to be asked"
                            : "name one of " + String.join(", ", report.vendors()));
        }
        return report.to(vendor);
    }
}
