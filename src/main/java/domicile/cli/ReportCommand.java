package domicile.cli;

import domicile.register.RegisterStore;
import domicile.report.ReportModel;
import domicile.report.Reports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile report}: the diligence report of a workload. */
@Command(
        name = "report",
        description =
                "Writes the diligence report. The ending of each --out chooses the format: html, pdf, docx, xlsx, csv or json; zip packs pdf, html and json with the"
                        + " workload, the register and the candidates' documents.")
final class ReportCommand implements Runnable, Cli.Runs {
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
            description = "diligence: all of it; letter: a page for each vendor; board: one page. Default: diligence.",
            defaultValue = "diligence")
    private Reports.Kind kind = Reports.Kind.DILIGENCE;

    @Mixin
    private Assessing assessing = new Assessing();

    private Optional<Common> common = Optional.empty();

    /** The languages that a report is written in. */
    enum Language {
        en,
        de,
        fr
    }

    @Override
    public void use(Common options) {
        common = Optional.of(options);
    }

    @Override
    public void run() {
        Common options = common.orElseThrow();
        // A wrong ending is told before anything is read or written.
        out.forEach(Reports::checkEnding);
        Assessing.Result result = assessing.assess(options, List.of(workload));
        ReportModel report = ReportModel.of(
                result.assessments().getFirst(), result.register(), List.of(), Locale.of(language.name()));
        try (RegisterStore store = options.open()) {
            Reports.write(report, kind, out, store.evidence());
        }
        out.forEach(file -> options.note("domicile: wrote " + file));
    }
}
