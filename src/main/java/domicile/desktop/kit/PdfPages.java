package domicile.desktop.kit;

import domicile.page.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/**
 * The pages of a document below each other, with words of it marked: as large as the text is, and no wider than the
 * window unless somebody looks closer. A page is drawn when it comes near and forgotten when it goes, so that a long
 * document takes no more memory than a short one.
 */
public final class PdfPages {
    private static final double DOTS = 84;
    private static final double USUAL = 13;
    /** How far a mark reaches beyond its words, in points. */
    private static final double BEYOND = 1.2;

    private static final double CLOSEST = 4;
    private static final double FARTHEST = 0.25;

    private final Texts texts;
    private final Labeled measure;
    private final Background background;
    private final VBox column = new VBox();
    private final ScrollPane scroll;
    private final List<Sheet> sheets = new ArrayList<>();
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private List<Rectangle> marked = List.of();
    private Optional<Rectangle> goal = Optional.empty();
    private double zoom = 1;
    private boolean drawing;

    /**
     * @param measure anything with text: its letters are the measure
     * @param name what the pages are called for a screen reader
     */
    public PdfPages(Texts texts, Labeled measure, Background background, String name) {
        this.texts = texts;
        this.measure = measure;
        this.background = background;
        column.getStyleClass().add("pages");
        column.setAlignment(Pos.TOP_CENTER);
        scroll = Ui.readable(column, name);
        scroll.setFitToHeight(true);
        measure.fontProperty().subscribe(f -> resize());
        scroll.viewportBoundsProperty().subscribe(b -> resize());
        scroll.vvalueProperty().subscribe(v -> draw());
    }

    /** The pages; they scroll, and take the keyboard focus. */
    public ScrollPane node() {
        return scroll;
    }

    /** The page that is read now, counted from 1; 0 while there is none. */
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** How many there are. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** A page's place, with or without its picture, and the marks over it. */
    private static final class Sheet {
        private final PdfPage page;
        private final ImageView view = new ImageView();
        private final Pane marks = new Pane();
        private final StackPane place = new StackPane(view, marks);
        /** What the picture was drawn for; 0 while there is none. */
        private double drawn;

        private boolean broken;

        Sheet(PdfPage page) {
            this.page = page;
            marks.setMouseTransparent(true);
            place.getStyleClass().add("page");
        }

        void size(double dots) {
            view.setFitWidth(page.width() / PdfPage.POINTS * dots);
            view.setFitHeight(page.height() / PdfPage.POINTS * dots);
            place.setMinSize(view.getFitWidth(), view.getFitHeight());
            place.setMaxSize(view.getFitWidth(), view.getFitHeight());
        }

        void mark(List<Rectangle> rectangles, double dots) {
            double scale = dots / PdfPage.POINTS;
            marks.getChildren().clear();
            for (Rectangle r : rectangles) {
                // the tint lets the words through; the frame is seen without colours
                Region tint = new Region();
                tint.getStyleClass().add("page-mark-tint");
                StackPane mark = new StackPane(tint);
                mark.getStyleClass().add("page-mark");
                mark.resizeRelocate(
                        (r.x() - BEYOND) * scale,
                        (r.y() - BEYOND) * scale,
                        (r.width() + 2 * BEYOND) * scale,
                        (r.height() + 2 * BEYOND) * scale);
                mark.setManaged(false);
                marks.getChildren().add(mark);
            }
        }

        void forget() {
            view.setImage(null);
            drawn = 0;
        }
    }

    /** Says that pages are being made. */
    public void waiting(String text) {
        clear();
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(40, 40);
        column.getChildren().setAll(turning, new Label(text));
    }

    private void clear() {
        sheets.clear();
        marked = List.of();
        goal = Optional.empty();
        current.set(0);
        count.set(0);
        column.getChildren().clear();
    }

    /**
     * Shows pages in the place of others, from the first.
     *
     * @param says what a screen reader says of a page, counted from 1
     */
    public void show(List<PdfPage> pages, IntFunction<String> says) {
        clear();
        for (PdfPage page : pages) {
            Sheet sheet = new Sheet(page);
            sheets.add(sheet);
            sheet.view.setAccessibleText(says.apply(sheets.size()));
        }
        count.set(sheets.size());
        column.getChildren().setAll(sheets.stream().map(s -> s.place).toList());
        scroll.setVvalue(0);
        resize();
    }

    /** Marks words, and goes to the first of them; nothing is marked for none. */
    public void mark(List<Rectangle> rectangles) {
        marked = List.copyOf(rectangles);
        remark(dots());
        goal = marked.stream().findFirst();
        reach();
    }

    /** Goes to the beginning of a page, counted from 1. */
    public void go(int page) {
        if (page >= 1 && page <= sheets.size()) {
            goal = Optional.of(new Rectangle(page, 0, 0, 0, 0));
            reach();
        }
    }

    /** So many times as large as it is now. */
    public void closer(double times) {
        zoom(zoom * times);
    }

    /** As wide as the window again. */
    public void wide() {
        zoom(1);
    }

    private void zoom(double wanted) {
        int page = current.get();
        zoom = Math.clamp(wanted, FARTHEST, CLOSEST);
        resize();
        goal = marked.stream()
                .filter(r -> r.page() == page)
                .findFirst()
                .or(() -> page == 0 ? Optional.empty() : Optional.of(new Rectangle(page, 0, 0, 0, 0)));
        reach();
    }

    private double dots() {
        double wanted = DOTS * measure.getFont().getSize() / USUAL;
        double room = scroll.getViewportBounds().getWidth()
                - column.getInsets().getLeft()
                - column.getInsets().getRight()
                // or what is rounded up would have to be scrolled to
                - 1;
        double widest = sheets.stream().mapToDouble(s -> s.page.width()).max().orElse(0);
        return zoom * (room <= 0 || widest == 0 ? wanted : Math.min(wanted, room / widest * PdfPage.POINTS));
    }

    private void resize() {
        double dots = dots();
        sheets.forEach(s -> s.size(dots));
        remark(dots);
        column.applyCss();
        column.layout();
        if (goal.isPresent()) {
            reach();
        }
        draw();
    }

    private void remark(double dots) {
        for (int i = 0; i < sheets.size(); i++) {
            int page = i + 1;
            sheets.get(i).mark(marked.stream().filter(r -> r.page() == page).toList(), dots);
        }
    }

    /** Scrolls to the goal, as soon as there is room to be seen in; what comes to lie above it moves it no more. */
    private void reach() {
        goal.filter(g -> g.page() <= sheets.size() && scroll.getViewportBounds().getHeight() > 0)
                .ifPresent(g -> {
                    to(g);
                    AfterFrames.soon(() -> goal.filter(g::equals).ifPresent(same -> {
                        to(same);
                        goal = Optional.empty();
                    }));
                });
    }

    private void to(Rectangle target) {
        if (scroll.getScene() == null || target.page() > sheets.size()) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        double scale = dots() / PdfPage.POINTS;
        StackPane place = sheets.get(target.page() - 1).place;
        double view = scroll.getViewportBounds().getHeight();
        boolean whole = target.height() == 0;
        double y = place.getBoundsInParent().getMinY()
                + target.y() * scale
                - (whole ? column.getInsets().getTop() / 2 : view / 3);
        double hidden = column.getHeight() - view;
        scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(y / hidden, 0, 1));
        double aside = column.getWidth() - scroll.getViewportBounds().getWidth();
        double x = place.getBoundsInParent().getMinX()
                + target.x() * scale
                - column.getInsets().getLeft();
        scroll.setHvalue(aside <= 0 ? 0 : Math.clamp(x / aside, 0, 1));
        draw();
    }

    /** Draws the nearest page that is in sight or about to be, one at a time. */
    private void draw() {
        double view = scroll.getViewportBounds().getHeight();
        if (view <= 0 || sheets.isEmpty()) {
            return;
        }
        double hidden = Math.max(0, column.getHeight() - view);
        double top = scroll.getVvalue() * hidden;
        read(top + view / 3);
        if (drawing) {
            return;
        }
        double dots = dots() * scale();
        Optional<Sheet> next = Optional.empty();
        for (Sheet s : sheets) {
            double from = s.place.getBoundsInParent().getMinY();
            double to = s.place.getBoundsInParent().getMaxY();
            boolean near = to > top - view && from < top + 2 * view;
            if (!near) {
                s.forget();
            } else if (!s.broken && s.drawn != dots && (next.isEmpty() || to > top && from < top)) {
                next = Optional.of(s);
            }
        }
        next.ifPresent(s -> draw(s, dots));
    }

    private void read(double height) {
        int page = 1;
        for (int i = 0; i < sheets.size(); i++) {
            if (sheets.get(i).place.getBoundsInParent().getMinY() <= height) {
                page = i + 1;
            }
        }
        current.set(page);
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
                    sheet.broken = true;
                    sheet.place.getChildren().add(Ui.text(texts.get("pdf.broken"), "page-broken"));
                    drawing = false;
                    draw();
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
