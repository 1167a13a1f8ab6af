package domicile.desktop.shell;

import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands in the window's place while its register is closed and something is done to the files. */
final class ClosedView {
    /** In units of the text's size. */
    private static final double WIDTH = 36;

    private final Texts texts;
    private final VBox form = new VBox(10);
    private final ScrollPane root;

    ClosedView(String text, Texts texts) {
        this.texts = texts;
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        form.getChildren().setAll(Ui.text(text, "title-3"), bar, Ui.muted(texts.get("closed.wait")));
        form.setStyle("-fx-max-width: " + WIDTH + "em;");
        form.setMaxHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(form);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("detail");
        root = Ui.scroll(box);
        root.setFitToHeight(true);
        root.setId("closed");
    }

    Node node() {
        return root;
    }

    void show(Node result) {
        form.getChildren().setAll(result);
    }

    void failed(Exception e, Runnable goOn) {
        Button open = Ui.button(texts.get("closed.open"), "closed-open", goOn, "accent");
        form.getChildren()
                .setAll(Ui.text(texts.get("closed.failed"), "title-3"), Ui.text(ErrorMessage.line(e, texts)), open);
        open.requestFocus();
    }
}
