package domicile.desktop.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What stands where the register will be while it is being opened; something turns when that takes long. */
public final class LoadingPlaceholder {
    private static final Duration LONG = Duration.millis(700);

    private LoadingPlaceholder() {}

    /** The words, and what turns. */
    public static Node node(Texts texts) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(40, 40);
        VBox box = new VBox(12, new Label(texts.get("app.opening")));
        box.setAlignment(Pos.CENTER);
        PauseTransition pause = new PauseTransition(LONG);
        pause.setOnFinished(e -> {
            if (box.getScene() != null) {
                box.getChildren().addFirst(turning);
            }
        });
        pause.play();
        return box;
    }
}
