package domicile.desktop;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Short notices at the foot of the window, with a way to take back what was done. One at a time; the next takes its place. */
public final class Notices {
    private static final Duration STAYS = Duration.seconds(12);

    private final StackPane over;
    private final Texts texts;
    private final HBox box = new HBox();
    private final PauseTransition leaves = new PauseTransition(STAYS);

    Notices(StackPane over, Texts texts) {
        this.over = over;
        this.texts = texts;
        box.getStyleClass().add("toast");
        box.setId("notice");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.BOTTOM_CENTER);
        leaves.setOnFinished(e -> over.getChildren().remove(box));
    }

    /** Says something that asks for nothing. */
    public void say(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        show(label);
    }

    private void show(Node... what) {
        box.getChildren().setAll(what);
        if (!over.getChildren().contains(box)) {
            over.getChildren().add(box);
        }
        leaves.playFromStart();
    }

    /** Says what was done and offers to take it back. */
    public void undo(String text, Runnable undo) {
        Label label = new Label(text);
        label.setWrapText(true);
        Button back = new Button(texts.get("notice.undo"));
        back.setId("undo");
        back.setAccessibleText(texts.get("notice.undo") + ": " + text);
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(e -> {
            over.getChildren().remove(box);
            undo.run();
        });
        show(label, back);
    }
}
