package domicile.desktop.kit;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/**
 * Puts the effect on the candidates at a page's right where there is room, and below it where text is large or the
 * window small.
 */
public final class ResponsiveSidePane {
    private static final double ROOMY_EM = 62;

    private final BorderPane root;
    private final Pane page;
    private final Node effect;
    private final Labeled measure;
    private final ScrollPane scroll = new PlainScrollPane();

    /**
     * @param page what it is put below
     * @param measure anything with text: its letters are the measure
     */
    public ResponsiveSidePane(BorderPane root, Pane page, Node effect, Labeled measure) {
        this.root = root;
        this.page = page;
        this.effect = effect;
        this.measure = measure;
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "beside");
        // or it would be given the width that both need beside each other, and never know that there is none
        root.setMinWidth(0);
        atTheRight();
        root.widthProperty().subscribe(w -> place());
        measure.fontProperty().subscribe(f -> place());
    }

    private void place() {
        boolean roomy = root.getWidth() == 0
                || root.getWidth() >= ROOMY_EM * measure.getFont().getSize();
        boolean below = page.getChildren().contains(effect);
        if (roomy && below) {
            page.getChildren().remove(effect);
            atTheRight();
        } else if (!roomy && !below) {
            root.getChildren().remove(scroll);
            scroll.setContent(new Pane());
            page.getChildren().add(effect);
        }
    }

    private void atTheRight() {
        scroll.setContent(effect);
        root.setRight(scroll);
    }
}
