package domicile.desktop.assessment;

import domicile.desktop.FilePicker;
import domicile.desktop.Texts;
import domicile.desktop.Work;
import domicile.report.ReportModel;
import domicile.report.Reports;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The report as it will be exported, page by page, and the export itself. */
final class ReportView {
    private static final float DOTS_PER_INCH = 84;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final Consumer<Exception> failed;
    private final BorderPane root = new BorderPane();
    private final VBox pages = new VBox();
    private final Label said = new Label();
    private int asked;

    ReportView(AssessmentViewModel model, Texts texts, FilePicker picker, Consumer<Exception> failed) {
        this.model = model;
        this.texts = texts;
        this.picker = picker;
        this.failed = failed;
        pages.getStyleClass().add("pages");
        pages.setAlignment(Pos.TOP_CENTER);
        pages.setId("pages");
        ScrollPane scroll = new ScrollPane(pages);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        root.setTop(bar());
        root.setCenter(scroll);
    }

    Node node() {
        return root;
    }

    private Node bar() {
        Label label = new Label(texts.get("report.export"));
        HBox bar = new HBox(label);
        for (Reports.Format format : Reports.Format.values()) {
            Button button = new Button(format.name());
            button.setId("export-" + format.ending());
            button.setAccessibleText(texts.get("report.export") + " " + format.name());
            button.setOnAction(e -> export(format));
            bar.getChildren().add(button);
        }
        said.setId("exported");
        said.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().addAll(gap, said);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("bar", "assessment-head");
        return bar;
    }

    private ReportModel report() {
        List<String> open =
                model.open().stream().map(q -> q.title().in(texts.locale())).toList();
        Locale locale = texts.locale();
        return ReportModel.of(
                model.assessmentProperty().get(), model.register(), open, MinutesOf.recorded(model, texts), locale);
    }

    /** Renders the pages anew, off the FX thread; only the latest request is shown. */
    void refresh() {
        int request = ++asked;
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(40, 40);
        pages.getChildren().setAll(turning, new Label(texts.get("report.rendering")));
        ReportModel report = report();
        Work.run(
                () -> images(Reports.render(report, Reports.Format.PDF)),
                images -> {
                    if (request == asked) {
                        show(images);
                    }
                },
                failed);
    }

    private static List<Image> images(byte[] pdf) throws IOException {
        List<Image> images = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, DOTS_PER_INCH);
                images.add(SwingFXUtils.toFXImage(image, null));
            }
        }
        return images;
    }

    private void show(List<Image> images) {
        pages.getChildren().clear();
        int page = 1;
        for (Image image : images) {
            ImageView view = new ImageView(image);
            view.setAccessibleText(texts.get("report.page", page++, images.size()));
            view.getStyleClass().add("page");
            pages.getChildren().add(view);
        }
    }

    private void export(Reports.Format format) {
        picker.save(OpenAssessment.fileName(model.name()) + "." + format.ending(), root)
                .ifPresent(file -> {
                    ReportModel report = report();
                    said.setText(texts.get("report.writing", String.valueOf(file.getFileName())));
                    Work.run(
                            () -> {
                                Reports.write(report, List.of(file));
                                return file;
                            },
                            this::exported,
                            e -> {
                                said.setText("");
                                failed.accept(e);
                            });
                });
    }

    private void exported(Path file) {
        said.setText(texts.get("report.written", file.toString()));
    }
}
