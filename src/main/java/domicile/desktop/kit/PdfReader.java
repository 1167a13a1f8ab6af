package domicile.desktop.kit;

import domicile.page.Layout;
import domicile.page.Rectangle;
import domicile.page.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * A PDF to read in, with words marked: page so and so of so many, closer and farther, by mouse and by keys. A screen
 * reader hears the words of each page, and the marked ones.
 */
public final class PdfReader {
    private static final double STEP = 1.25;
    /** More of a page is no sentence to listen to. */
    private static final int MOST_SAID = 6_000;

    private final Texts texts;
    private final Label at = new Label();
    private final PdfPages pages;
    private final BorderPane root = new BorderPane();
    private List<String> words = List.of();

    /** @param id of the pages that scroll; the buttons' ids begin with it */
    public PdfReader(Texts texts, Background background, String id) {
        this.texts = texts;
        at.setId(id + "-at");
        at.setMinWidth(Region.USE_PREF_SIZE);
        pages = new PdfPages(texts, at, background, texts.get("pdf.pages"));
        pages.node().setId(id);
        FlowPane bar = new FlowPane(
                button("pdf.back", id + "-back", Feather.CHEVRON_UP, () -> turn(-1)),
                at,
                button("pdf.next", id + "-next", Feather.CHEVRON_DOWN, () -> turn(1)),
                button("pdf.farther", id + "-farther", Feather.ZOOM_OUT, () -> pages.closer(1 / STEP)),
                button("pdf.wide", id + "-wide", Feather.MAXIMIZE_2, pages::wide),
                button("pdf.closer", id + "-closer", Feather.ZOOM_IN, () -> pages.closer(STEP)));
        bar.getStyleClass().addAll("bar-flow", "pdf-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        root.setTop(bar);
        root.setCenter(pages.node());
        pages.currentProperty().subscribe(n -> told());
        pages.countProperty().subscribe(n -> told());
        pages.node().addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    public Node node() {
        return root;
    }

    /** Puts the keyboard focus on the pages. */
    public void focus() {
        pages.node().requestFocus();
    }

    /** Says that the pages are being made. */
    public void waiting() {
        pages.waiting(texts.get("pdf.waiting"));
    }

    /** Shows a document from its first page. */
    public void show(List<PdfPage> shown, Layout layout) {
        words = words(layout, shown.size());
        pages.show(shown, page -> texts.pair(texts.get("pdf.page", page, shown.size()), words.get(page - 1)));
    }

    /**
     * Marks words and goes to them.
     *
     * @param says the words
     */
    public void mark(List<Rectangle> rectangles, String says) {
        pages.mark(rectangles);
        String name = texts.get("pdf.pages");
        pages.node()
                .setAccessibleText(
                        rectangles.isEmpty()
                                ? name
                                : texts.pair(
                                        texts.get(
                                                "pdf.marked",
                                                rectangles.getFirst().page()),
                                        says));
    }

    /** What stands on each page. */
    private static List<String> words(Layout layout, int count) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new ArrayList<>());
        }
        List<Unit> units = layout.text().units();
        IntStream.range(0, units.size())
                .forEach(i -> layout.spots().get(i).rectangles().stream()
                        .findFirst()
                        .filter(r -> r.page() <= count)
                        .ifPresent(r -> all.get(r.page() - 1).add(units.get(i).text())));
        return all.stream()
                .map(page -> page.stream().collect(Collectors.joining(" ")))
                .map(page -> page.length() > MOST_SAID ? page.substring(0, MOST_SAID) : page)
                .toList();
    }

    private Button button(String key, String id, Ikon sign, Runnable does) {
        Button button = Ui.button("", id, does, "flat", "small");
        button.setGraphic(Icons.of(sign));
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new javafx.scene.control.Tooltip(texts.get(key)));
        return button;
    }

    private void told() {
        int count = pages.countProperty().get();
        at.setText(
                count == 0
                        ? ""
                        : texts.get(
                                "pdf.page", Math.max(1, pages.currentProperty().get()), count));
    }

    private void turn(int by) {
        pages.go(Math.clamp(
                pages.currentProperty().get() + (long) by,
                1,
                Math.max(1, pages.countProperty().get())));
    }

    private void press(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case PLUS, ADD, EQUALS -> pages.closer(STEP);
            case MINUS, SUBTRACT -> pages.closer(1 / STEP);
            case DIGIT0, NUMPAD0 -> pages.wide();
            case N -> turn(1);
            case P -> turn(-1);
            case HOME -> pages.go(1);
            case END -> pages.go(pages.countProperty().get());
            default -> {
                return;
            }
        }
        e.consume();
    }
}
