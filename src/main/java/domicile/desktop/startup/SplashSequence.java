package domicile.desktop.startup;

import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Styles;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Duration;

/**
 * From the splash to the window's content: the content is made when the splash has been drawn, and takes its place when
 * it has something to show. The first frame then takes 0.8 of a blank window's time; with the content in it, it took
 * 1.4.
 */
public final class SplashSequence {
    /** So long the splash waits for the content's rows: shown together they are laid out once. */
    private static final Duration PATIENCE = Duration.millis(100);

    /**
     * What takes the splash's place.
     *
     * @param start begins to fill it, and runs what it is given when there is something to show
     */
    public record Content(Parent node, Consumer<Runnable> start) {}

    private SplashSequence() {}

    /**
     * Runs the sequence in a window that shows the splash.
     *
     * @param make makes the content
     * @param stylesheet the content's; the splash, which has it not, would be styled by it once more
     * @param after runs when the content has been drawn, and what it makes after that
     * @param failed takes what the making threw
     */
    public static void run(
            Scene scene, Supplier<Content> make, String stylesheet, Runnable after, Consumer<RuntimeException> failed) {
        AfterFrames.first(scene, () -> {
            try {
                Content made = make.get();
                Runnable put = () -> {
                    if (scene.getRoot() != made.node()) {
                        scene.getStylesheets().add(Styles.address(stylesheet));
                        scene.setRoot(made.node());
                        AfterFrames.later(made.node(), after);
                    }
                };
                PauseTransition patience = new PauseTransition(PATIENCE);
                patience.setOnFinished(e -> put.run());
                patience.play();
                made.start().accept(put);
            } catch (RuntimeException e) {
                failed.accept(e);
            }
        });
    }
}
