package domicile.desktop.assessment.common;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.PdfReader;
import domicile.desktop.kit.TextReader;
import domicile.desktop.kit.Texts;
import domicile.page.Rectangle;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** A document to read in: its pages as they are printed, or its text where it has none, with words marked. */
public final class DocumentPane {
    private final PdfReader paper;
    private final TextReader text;
    private final StackPane root = new StackPane();
    private Optional<ReadDocument> shown = Optional.empty();

    /** @param id of the pages; that of the text ends with {@code -text} */
    public DocumentPane(Texts texts, Background background, String id) {
        paper = new PdfReader(texts, background, id);
        text = new TextReader(texts, id + "-text");
        root.setMinWidth(0);
    }

    public Node node() {
        return root;
    }

    /** Shows something else in its place. */
    public void instead(Node other) {
        shown = Optional.empty();
        root.getChildren().setAll(other);
    }

    /** Shows a document from its beginning; one that is shown already stays where it is. */
    public void show(ReadDocument document) {
        if (shown.equals(Optional.of(document))) {
            return;
        }
        shown = Optional.of(document);
        if (document.pages().isEmpty()) {
            text.show(document.file().layout());
            root.getChildren().setAll(text.node());
        } else {
            root.getChildren().setAll(paper.node());
            paper.show(document.pages(), document.file().layout());
        }
    }

    /** Marks words and goes to them. */
    public void mark(String words, List<Rectangle> rectangles) {
        shown.ifPresent(d -> {
            if (d.pages().isEmpty()) {
                text.mark(words);
            } else {
                paper.mark(rectangles, words);
            }
        });
    }

    public void focus() {
        if (shown.filter(d -> d.pages().isEmpty()).isPresent()) {
            text.node().requestFocus();
        } else {
            paper.focus();
        }
    }
}
