package domicile.desktop.assessment.report;

import domicile.assessment.Assessment;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.FileName;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.kit.PdfPage;
import domicile.report.Reports;
import domicile.report.document.Kind;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import domicile.scan.ScannedProject;
import domicile.vendor.KeptWorkbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The report of an assessment: its pages as they will be exported, and the export itself. */
final class ReportViewModel {
    private final AssessmentViewModel model;
    private final Locale locale;
    private final Locker locker;
    private final Supplier<Callable<Letterhead>> letterhead;
    private int asked;

    /**
     * What is shown of a report before it is exported.
     *
     * @param vendors who has something to answer, by their ids
     */
    record Preview(List<String> vendors, List<PdfPage> pages) {}

    /**
     * An archive that was written.
     *
     * @param lacks the documents whose clauses the report shows and that nobody has kept
     */
    record Archived(Path file, List<String> lacks) {}

    /** @param letterhead whose report it is; its callable reads the logo, off the FX thread */
    ReportViewModel(
            AssessmentViewModel model, Locale locale, Locker locker, Supplier<Callable<Letterhead>> letterhead) {
        this.model = model;
        this.locale = locale;
        this.locker = locker;
        this.letterhead = letterhead;
    }

    /** A vendor's name. */
    String vendor(String id) {
        return model.register().providerName(id);
    }

    /** The report of what is answered now; made where it is called, off the FX thread. */
    private Callable<ReportModel> report() {
        List<String> open = model.open().stream().map(q -> q.title().in(locale)).toList();
        Assessment assessment = model.assessmentProperty().get();
        Minutes minutes = model.minutes(locale);
        Optional<ScannedProject> project = model.dossierProperty().get().project();
        List<KeptWorkbook> workbooks = model.dossierProperty().get().workbooks();
        Callable<Letterhead> head = letterhead.get();
        return () -> ReportModel.of(
                assessment,
                model.register(),
                open,
                new Enclosed(
                        Optional.of(minutes.with(locker.approvals().apply(model.id()))),
                        head.call(),
                        project,
                        workbooks,
                        locker.chain().get()),
                locale);
    }

    /** Renders the pages anew; only the latest request is answered. */
    void preview(Kind kind, Optional<String> vendor, Consumer<Preview> then) {
        int request = ++asked;
        Callable<ReportModel> making = report();
        locker.background()
                .run(
                        () -> {
                            ReportModel report = making.call();
                            List<PdfPage> all = new ArrayList<>();
                            for (ReportModel part : parts(report, kind, vendor)) {
                                all.addAll(PdfPage.of(Reports.render(part, Reports.Format.PDF, kind)));
                            }
                            return new Preview(report.vendors(), all);
                        },
                        preview -> {
                            if (request == asked) {
                                then.accept(preview);
                            }
                        });
    }

    /** What becomes a file each: a letter for every vendor, or the one report. */
    private static List<ReportModel> parts(ReportModel report, Kind kind, Optional<String> to) {
        return switch (kind) {
            case DILIGENCE, BOARD -> List.of(report);
            case LETTER ->
                to.filter(report.vendors()::contains)
                        .map(v -> List.of(report.to(v)))
                        .orElse(
                                report.vendors().isEmpty()
                                        ? List.of(report)
                                        : report.vendors().stream()
                                                .map(report::to)
                                                .toList());
        };
    }

    /** What the file is called that somebody is offered to save. */
    String fileName(Kind kind, Optional<String> vendor, Reports.Format format) {
        return FileName.of(model.name())
                + (kind == Kind.DILIGENCE ? "" : "-" + kind.name().toLowerCase(Locale.ROOT))
                + vendor.filter(v -> kind == Kind.LETTER).map(v -> "-" + v).orElse("")
                + "." + format.ending();
    }

    /** What the archive is called that somebody is offered to save. */
    String archiveName() {
        return FileName.of(model.name()) + ".zip";
    }

    /** Writes the report; a letter for every vendor becomes a file each. */
    void export(Path file, Kind kind, Optional<String> vendor, Consumer<List<Path>> done, Consumer<Exception> failed) {
        Callable<ReportModel> making = report();
        locker.background()
                .run(
                        () -> {
                            ReportModel report = making.call();
                            return Reports.write(
                                    vendor.filter(report.vendors()::contains)
                                            .map(report::to)
                                            .orElse(report),
                                    kind,
                                    List.of(file));
                        },
                        done,
                        e -> {
                            failed.accept(e);
                            locker.background().failed(e);
                        });
    }

    /** The file that an archive is written to: one without the ending gets it. */
    static Path archive(Path chosen) {
        return chosen.toString().endsWith(".zip") ? chosen : chosen.resolveSibling(chosen.getFileName() + ".zip");
    }

    /**
     * Writes the report with the register, the documents of its candidates and the pages whose words are cited; the
     * file is there when it is whole.
     *
     * @param text what is being done, for the person who waits
     */
    void archive(Path file, String text, Consumer<Archived> done) {
        Callable<ReportModel> making = report();
        locker.background()
                .job(
                        text,
                        progress -> {
                            ReportModel report = making.call();
                            Path written = Reports.archive(
                                    report, file, locker.documents(), Optional.of(locker.captures()), progress);
                            return new Archived(written, Reports.notKept(report, locker.documents()));
                        },
                        done);
    }
}
