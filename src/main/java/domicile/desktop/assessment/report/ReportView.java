package domicile.desktop.assessment.report;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.kit.ChoiceWords;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.PdfPages;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.report.Reports;
import domicile.report.document.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** The report as it will be exported, page by page, and the export itself. */
public final class ReportView {
    private final ReportViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final BorderPane root = new BorderPane();
    private final Label said = Ui.text("", "muted");
    private final PdfPages pages;
    private final ChoiceBox<Kind> kind = new ChoiceBox<>(FXCollections.observableArrayList(Kind.values()));
    private final ChoiceBox<Optional<String>> vendor = new ChoiceBox<>();
    private final LetterheadFields letterhead;
    private boolean offering;

    public ReportView(AssessmentViewModel assessment, Texts texts, DesktopContext desk, Locker locker) {
        this.texts = texts;
        this.picker = desk.picker();
        this.letterhead = new LetterheadFields(
                desk.settings().toAbsolutePath().resolveSibling("."),
                texts,
                picker,
                this::refresh,
                locker.background());
        this.model = new ReportViewModel(assessment, texts.locale(), locker, letterhead::letterhead);
        pages = new PdfPages(texts, said, locker.background(), texts.get("report.pages"));
        pages.node().setId("pages");
        root.setTop(bar());
        root.setCenter(pages.node());
    }

    public Node node() {
        return root;
    }

    private Node bar() {
        kind.setId("report-kind");
        kind.setAccessibleText(texts.get("report.kind"));
        kind.setConverter(new ChoiceWords<>(texts::of));
        kind.setValue(Kind.DILIGENCE);
        vendor.setId("report-vendor");
        vendor.setAccessibleText(texts.get("report.vendor"));
        vendor.setConverter(new ChoiceWords<>(id -> id.map(model::vendor).orElse(texts.get("report.everyVendor"))));
        vendor.getItems().setAll(List.of(Optional.empty()));
        vendor.setValue(Optional.empty());
        vendor.managedProperty().bind(vendor.visibleProperty());
        vendor.visibleProperty().bind(kind.valueProperty().isEqualTo(Kind.LETTER));
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
        archive.disableProperty().bind(kind.valueProperty().map(k -> k != Kind.DILIGENCE));
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

    /** Renders the pages anew. */
    public void refresh() {
        pages.waiting(texts.get("report.rendering"));
        model.preview(kind.getValue(), vendor.getValue(), preview -> {
            offer(preview.vendors());
            int count = preview.pages().size();
            pages.show(preview.pages(), page -> texts.get("report.page", page, count));
        });
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
        Kind written = kind.getValue();
        Optional<String> to = vendor.getValue();
        picker.save(model.fileName(written, to, format), root).ifPresent(file -> {
            said.setText(writingTo(file));
            model.export(file, written, to, this::exported, e -> said.setText(""));
        });
    }

    private String writingTo(Path file) {
        return texts.get("report.writing", String.valueOf(file.getFileName()));
    }

    /** The report with all that it rests on; what an archive lacks is said. */
    private void archive() {
        picker.save(model.archiveName(), root).ifPresent(chosen -> {
            Path file = ReportViewModel.archive(chosen);
            said.setText("");
            model.archive(file, writingTo(file), this::archived);
        });
    }

    private void archived(ReportViewModel.Archived archive) {
        exported(List.of(archive.file()));
        if (!archive.lacks().isEmpty()) {
            said.setText(said.getText() + " " + texts.get("report.lacks", String.join(", ", archive.lacks())));
        }
    }

    private void exported(List<Path> files) {
        Path first = files.getFirst();
        said.setText(
                files.size() == 1
                        ? texts.get("report.written", first.toString())
                        : texts.get("report.writtenEach", files.size(), String.valueOf(first.getParent())));
    }
}
