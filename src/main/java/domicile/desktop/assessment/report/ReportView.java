package domicile.desktop.assessment.report;

import domicile.assessment.Assessment;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.FileName;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.report.Enclosed;
import domicile.report.Letterhead;
import domicile.report.Minutes;
import domicile.report.ReportModel;
import domicile.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The report as it will be exported, page by page, and the export itself. */
public final class ReportView {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final Locker locker;
    private final BorderPane root = new BorderPane();
    private final Label said = Ui.text("", "muted");
    private final ReportPages pages;
    private final ChoiceBox<Reports.Kind> kind =
            new ChoiceBox<>(FXCollections.observableArrayList(Reports.Kind.values()));
    private final ChoiceBox<Optional<String>> vendor = new ChoiceBox<>();
    private final LetterheadFields letterhead;
    private int asked;
    private boolean offering;

    public ReportView(AssessmentViewModel model, Texts texts, DesktopContext desk, Locker locker) {
        this.model = model;
        this.texts = texts;
        this.picker = desk.picker();
        this.locker = locker;
        this.letterhead = new LetterheadFields(
                desk.settings().toAbsolutePath().resolveSibling("."),
                texts,
                picker,
                this::refresh,
                locker.background());
        pages = new ReportPages(texts, said, locker.background());
        root.setTop(bar());
        root.setCenter(pages.node());
    }

    public Node node() {
        return root;
    }

    private Node bar() {
        kind.setId("report-kind");
        kind.setAccessibleText(texts.get("report.kind"));
        kind.setConverter(words(texts::of));
        kind.setValue(Reports.Kind.DILIGENCE);
        vendor.setId("report-vendor");
        vendor.setAccessibleText(texts.get("report.vendor"));
        vendor.setConverter(
                words(id -> id.map(model.register()::providerName).orElse(texts.get("report.everyVendor"))));
        vendor.getItems().setAll(List.of(Optional.empty()));
        vendor.setValue(Optional.empty());
        vendor.managedProperty().bind(vendor.visibleProperty());
        vendor.visibleProperty().bind(kind.valueProperty().isEqualTo(Reports.Kind.LETTER));
        kind.valueProperty().subscribe((was, now) -> refresh());
        vendor.valueProperty().subscribe((was, now) -> {
            if (!offering) {
                refresh();
            }
        });
        HBox exports = new HBox(new Label(texts.get("report.export")));
        for (Reports.Format format : Reports.Format.values()) {
            Button button =
                    Ui.button(format.name(), "export-" + format.name().toLowerCase(Locale.ROOT), () -> export(format));
            button.setAccessibleText(texts.get("report.export") + " " + format.name());
            button.disableProperty().bind(kind.valueProperty().map(k -> !Reports.writes(k, format)));
            exports.getChildren().add(button);
        }
        Button archive = Ui.button("ZIP", "export-zip", this::archive);
        archive.setAccessibleText(texts.get("report.archive"));
        archive.setTooltip(new Tooltip(texts.get("report.archive")));
        archive.disableProperty().bind(kind.valueProperty().map(k -> k != Reports.Kind.DILIGENCE));
        exports.getChildren().add(archive);
        exports.setAlignment(Pos.CENTER_LEFT);
        exports.getStyleClass().add("bar");
        said.setId("exported");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        // in lines, so that nothing is cut off where text is large
        FlowPane bar = new FlowPane(kind, vendor, exports, letterhead.node(), said);
        Ui.wrapWithin(bar, said);
        bar.getStyleClass().addAll("buttons", "assessment-head");
        return bar;
    }

    private static <T> StringConverter<T> words(Function<T, String> say) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : say.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types into a choice");
            }
        };
    }

    /** The report of what is answered now; made where it is called, off the FX thread. */
    private Callable<ReportModel> report() {
        List<String> open =
                model.open().stream().map(q -> q.title().in(texts.locale())).toList();
        Locale locale = texts.locale();
        Assessment assessment = model.assessmentProperty().get();
        Minutes minutes = model.minutes(locale);
        Callable<Letterhead> head = letterhead.letterhead();
        return () -> ReportModel.of(
                assessment, model.register(), open, new Enclosed(Optional.of(minutes), head.call()), locale);
    }

    private record Preview(List<String> vendors, List<ReportPages.Page> pages) {}

    /** Renders the pages anew, off the FX thread; only the latest request is shown. */
    public void refresh() {
        int request = ++asked;
        pages.waiting();
        Callable<ReportModel> making = report();
        Reports.Kind shown = kind.getValue();
        Optional<String> to = vendor.getValue();
        locker.background()
                .run(
                        () -> {
                            ReportModel report = making.call();
                            List<ReportPages.Page> all = new ArrayList<>();
                            for (ReportModel part : parts(report, shown, to)) {
                                all.addAll(ReportPages.Page.of(Reports.render(part, Reports.Format.PDF, shown)));
                            }
                            return new Preview(report.vendors(), all);
                        },
                        preview -> {
                            if (request == asked) {
                                offer(preview.vendors());
                                pages.show(preview.pages());
                            }
                        });
    }

    /** What becomes a file each: a letter for every vendor, or the one report. */
    private static List<ReportModel> parts(ReportModel report, Reports.Kind kind, Optional<String> to) {
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

    /** The vendors that have something to answer; the choice stays where it still can. */
    private void offer(List<String> vendors) {
        offering = true;
        Optional<String> chosen = vendor.getValue().filter(vendors::contains);
        vendor.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<String>empty()),
                                vendors.stream().map(Optional::of))
                        .toList());
        vendor.setValue(chosen);
        offering = false;
    }

    private void export(Reports.Format format) {
        Reports.Kind written = kind.getValue();
        Optional<String> to = vendor.getValue();
        String name = FileName.of(model.name())
                + (written == Reports.Kind.DILIGENCE ? "" : "-" + written.name().toLowerCase(Locale.ROOT))
                + to.filter(v -> written == Reports.Kind.LETTER)
                        .map(v -> "-" + v)
                        .orElse("");
        picker.save(name + "." + format.ending(), root).ifPresent(file -> {
            Callable<ReportModel> making = report();
            said.setText(texts.get("report.writing", String.valueOf(file.getFileName())));
            locker.background()
                    .run(
                            () -> {
                                ReportModel report = making.call();
                                return Reports.write(
                                        to.filter(report.vendors()::contains)
                                                .map(report::to)
                                                .orElse(report),
                                        written,
                                        List.of(file));
                            },
                            this::exported,
                            e -> {
                                said.setText("");
                                locker.background().failed(e);
                            });
        });
    }

    /** The report with the register and the documents of its candidates. */
    private void archive() {
        picker.save(FileName.of(model.name()) + ".zip", root).ifPresent(chosen -> {
            Path file =
                    chosen.toString().endsWith(".zip") ? chosen : chosen.resolveSibling(chosen.getFileName() + ".zip");
            Path making = file.resolveSibling(".domicile-" + UUID.randomUUID() + ".zip");
            Callable<ReportModel> report = report();
            said.setText("");
            locker.background()
                    .job(
                            texts.get("report.writing", String.valueOf(file.getFileName())),
                            progress -> {
                                try {
                                    Reports.write(
                                            report.call(), Reports.Kind.DILIGENCE, List.of(making), locker.documents());
                                    progress.at(1, 1);
                                    Files.move(making, file, StandardCopyOption.REPLACE_EXISTING);
                                } finally {
                                    Files.deleteIfExists(making);
                                }
                                return List.of(file);
                            },
                            this::exported);
        });
    }

    private void exported(List<Path> files) {
        Path first = files.getFirst();
        said.setText(
                files.size() == 1
                        ? texts.get("report.written", first.toString())
                        : texts.get("report.writtenEach", files.size(), String.valueOf(first.getParent())));
    }
}
