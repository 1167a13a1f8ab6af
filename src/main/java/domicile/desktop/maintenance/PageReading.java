package domicile.desktop.maintenance;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.PdfReader;
import domicile.desktop.kit.Texts;
import domicile.page.PageComparison;
import domicile.page.QuoteFinder;
import domicile.residency.Capture;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/**
 * What is read of a capture: its page as it was printed where it has one, or its text line by line, or how it differs
 * from another capture. The same words are marked in all.
 */
final class PageReading {
    private final Texts texts;
    private final PageLines lines;
    private final PageChanges changes;
    private final PdfReader paper;
    private final Label nothing = new Label();
    private final StackPane stack;
    private final ToggleButton asPage = new ToggleButton();
    private final ToggleButton asText = new ToggleButton();
    private final Node choice;
    private final BorderPane root = new BorderPane();
    private Optional<OpenPage> open = Optional.empty();
    private Optional<QuoteFinder.Found> marked = Optional.empty();

    PageReading(PagesViewModel model, Texts texts, Background background) {
        this.texts = texts;
        this.lines = new PageLines(model, texts);
        this.changes = new PageChanges(texts);
        this.paper = new PdfReader(texts, background, "page-paper");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("empty");
        nothing.setId("page-nothing");
        stack = new StackPane(lines.node(), changes.node(), paper.node(), nothing);
        choice = choice();
        root.setCenter(stack);
        root.setBottom(lines.words());
        root.getStyleClass().add("page-pane");
        root.setMinWidth(0);
        show(nothing);
    }

    private Node choice() {
        ToggleGroup one = new ToggleGroup();
        asPage.setText(texts.get("page.asPage"));
        asPage.setId("page-as-page");
        asText.setText(texts.get("page.asText"));
        asText.setId("page-as-text");
        asPage.setToggleGroup(one);
        asText.setToggleGroup(one);
        asPage.setSelected(true);
        // one of the two stays chosen
        asPage.setOnAction(e -> {
            asPage.setSelected(true);
            read();
        });
        asText.setOnAction(e -> {
            asText.setSelected(true);
            read();
        });
        return Lines.of(Pos.CENTER_LEFT, "bar-flow", asPage, asText);
    }

    Node node() {
        return root;
    }

    /** Page or text: where a page has both. */
    Node asWhat() {
        return choice;
    }

    PageLines lines() {
        return lines;
    }

    PageChanges changes() {
        return changes;
    }

    void clear() {
        open = Optional.empty();
        marked = Optional.empty();
        lines.clear();
    }

    /** There is nothing to read. */
    void nothing(String why) {
        clear();
        nothing.setText(why);
        show(nothing);
    }

    /** Takes a page in hand; {@link #read} shows it. */
    void take(OpenPage page) {
        boolean same = open.map(OpenPage::capture).equals(Optional.of(page.capture()));
        open = Optional.of(page);
        lines.show(page);
        if (!same) {
            marked = Optional.empty();
            page.printed().ifPresent(p -> paper.show(p.pages(), p.layout()));
        }
    }

    /** Shows the page, as it was printed or as text. */
    void read() {
        boolean printed = open.flatMap(OpenPage::printed).isPresent();
        boolean hidden = !paper.node().isVisible();
        show(printed && asPage.isSelected() ? paper.node() : lines.node());
        if (hidden) {
            markPaper();
        }
    }

    /** Shows the text, in which words are chosen, and puts the keyboard focus on it. */
    void choose() {
        asText.setSelected(true);
        if (!changes.node().isVisible()) {
            read();
        }
        lines.node().requestFocus();
    }

    /** Shows how the page differs from another. */
    void compare(Capture old, Capture now, PageComparison found) {
        changes.show(old, now, found);
        show(changes.node());
    }

    /** Marks words and goes to them; nothing is marked for none. */
    void mark(Optional<QuoteFinder.Found> found) {
        boolean same = found.equals(marked);
        marked = found;
        lines.mark(found);
        if (!same) {
            markPaper();
        }
    }

    /** What is not shown has no height, so that nothing on it can be gone to. */
    private void markPaper() {
        open.filter(p -> p.printed().isPresent() && paper.node().isVisible())
                .ifPresent(p -> paper.mark(
                        marked.map(p::rectangles).orElse(List.of()),
                        marked.map(QuoteFinder.Found::exact).orElse("")));
    }

    /** Whether there is little room. */
    boolean low() {
        return lines.low();
    }

    /** Leaves the room of the chosen words to others, or gives it back. */
    void words(boolean on) {
        shown(lines.words(), on && lines.node().isVisible());
    }

    private void show(Node one) {
        stack.getChildren().forEach(n -> n.setVisible(n == one));
        shown(lines.words(), one == lines.node());
        shown(
                choice,
                (one == lines.node() || one == paper.node())
                        && open.flatMap(OpenPage::printed).isPresent());
    }

    /** Shows a node, or leaves its room to the others. */
    static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
