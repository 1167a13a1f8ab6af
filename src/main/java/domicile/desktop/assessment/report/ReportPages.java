package domicile.desktop.assessment.report;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a report below each other: as large as the text is, and no wider than the window. A page is drawn when
 * it comes near and forgotten when it goes, so that a long report takes no more memory than a short one.
 */
final class ReportPages {
    private static final double POINTS = 72;
    private static final double DOTS = 84;
    private static final double USUAL = 13;

    private final Texts texts;
    private final Labeled measure;
    private final Background background;
    private final VBox column = new VBox();
    private final ScrollPane scroll;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean drawing;

    /** @param measure anything with text: its letters are the measure */
    ReportPages(Texts texts, Labeled measure, Background background) {
        this.texts = texts;
        this.measure = measure;
        this.background = background;
        column.getStyleClass().add("pages");
        column.setAlignment(Pos.TOP_CENTER);
        column.setId("pages");
        scroll = Ui.readable(column, texts.get("report.pages"));
        scroll.setFitToHeight(true);
        measure.fontProperty().subscribe(f -> resize());
        scroll.viewportBoundsProperty().subscribe(b -> resize());
        scroll.vvalueProperty().subscribe(v -> draw());
    }

    Node node() {
        return scroll;
    }

    /** A page of a document, in points. */
    record Page(byte[] pdf, int number, double width, double height) {

        /** All pages of a document; not for the FX thread. */
        static List<Page> of(byte[] pdf) throws IOException {
            List<Page> pages = new ArrayList<>();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                for (int number = 0; number < document.getNumberOfPages(); number++) {
                    PDRectangle box = document.getPage(number).getCropBox();
                    pages.add(new Page(pdf, number, box.getWidth(), box.getHeight()));
                }
            }
            return pages;
        }

        private Image picture(double dots) throws IOException {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                return SwingFXUtils.toFXImage(new PDFRenderer(document).renderImageWithDPI(number, (float) dots), null);
            }
        }
    }

    /** A page's place, with or without its picture. */
    private static final class Sheet {
        private final Page page;
        private final ImageView view = new ImageView();
        private final StackPane place = new StackPane(view);
        /** What the picture was drawn for; 0 while there is none. */
        private double drawn;

        Sheet(Page page) {
            this.page = page;
            place.getStyleClass().add("page");
        }

        void size(double dots) {
            view.setFitWidth(page.width() / POINTS * dots);
            view.setFitHeight(page.height() / POINTS * dots);
            place.setMinSize(view.getFitWidth(), view.getFitHeight());
            place.setMaxSize(view.getFitWidth(), view.getFitHeight());
        }

        void forget() {
            view.setImage(null);
            drawn = 0;
        }
    }

    /** Says that pages are being made. */
    void waiting() {
        sheets.clear();
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(40, 40);
        column.getChildren().setAll(turning, new Label(texts.get("report.rendering")));
    }

    /** Shows pages in the place of others, from the first. */
    void show(List<Page> pages) {
        sheets.clear();
        for (Page page : pages) {
            Sheet sheet = new Sheet(page);
            sheet.view.setAccessibleText(texts.get("report.page", sheets.size() + 1, pages.size()));
            sheets.add(sheet);
        }
        column.getChildren().setAll(sheets.stream().map(s -> s.place).toList());
        scroll.setVvalue(0);
        resize();
    }

    private double dots() {
        double wanted = DOTS * measure.getFont().getSize() / USUAL;
        double room = scroll.getViewportBounds().getWidth()
                - column.getInsets().getLeft()
                - column.getInsets().getRight();
        double widest = sheets.stream().mapToDouble(s -> s.page.width()).max().orElse(0);
        return room <= 0 || widest == 0 ? wanted : Math.min(wanted, room / widest * POINTS);
    }

    private void resize() {
        double dots = dots();
        sheets.forEach(s -> s.size(dots));
        column.applyCss();
        column.layout();
        draw();
    }

    /** Draws the nearest page that is in sight or about to be, one at a time. */
    private void draw() {
        double view = scroll.getViewportBounds().getHeight();
        if (drawing || view <= 0) {
            return;
        }
        double hidden = Math.max(0, column.getHeight() - view);
        double top = scroll.getVvalue() * hidden;
        double dots = dots() * scale();
        Optional<Sheet> next = Optional.empty();
        for (Sheet s : sheets) {
            double from = s.place.getBoundsInParent().getMinY();
            double to = s.place.getBoundsInParent().getMaxY();
            boolean near = to > top - view && from < top + 2 * view;
            if (!near) {
                s.forget();
            } else if (s.drawn != dots && (next.isEmpty() || to > top && from < top)) {
                next = Optional.of(s);
            }
        }
        next.ifPresent(s -> draw(s, dots));
    }

    private void draw(Sheet sheet, double dots) {
        drawing = true;
        background.run(
                () -> sheet.page.picture(dots),
                picture -> {
                    sheet.view.setImage(picture);
                    sheet.drawn = dots;
                    drawing = false;
                    draw();
                },
                e -> {
                    drawing = false;
                    background.failed(e);
                });
    }

    /** Pixels of the screen for each pixel of the window. */
    private double scale() {
        return scroll.getScene() == null
                ? 1
                : Optional.ofNullable(scroll.getScene().getWindow())
                        .map(Window::getRenderScaleX)
                        .orElse(1.0);
    }
}
