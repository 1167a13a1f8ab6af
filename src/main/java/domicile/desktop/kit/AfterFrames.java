package domicile.desktop.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** What is to be seen first is shown first; the rest is made after it. */
public final class AfterFrames {
    /** What is laid out in one frame has been drawn when the next is laid out. */
    public static final int DRAWN = 2;
    /** A table makes its rows in a second frame. */
    private static final int DRAWN_WITH_ROWS = 3;

    private AfterFrames() {}

    /** Runs something when what is there now has been drawn; at once for what is in no window. */
    public static void after(Node node, Runnable run) {
        Scene scene = node.getScene();
        if (scene == null) {
            run.run();
        } else {
            after(scene, DRAWN_WITH_ROWS, run);
        }
    }

    /** Runs something when what {@link #after} makes has been drawn, too; at once for what is in no window. */
    public static void later(Node node, Runnable run) {
        after(node, () -> after(node, run));
    }

    /** Runs something when a window's first frame, which has no tables, has been drawn. */
    public static void first(Scene scene, Runnable run) {
        after(scene, DRAWN, run);
    }

    /** Runs something whenever a window was laid out. */
    public static Subscription each(Scene scene, Runnable run) {
        scene.addPostLayoutPulseListener(run);
        return () -> scene.removePostLayoutPulseListener(run);
    }

    /** Runs something as soon as what is happening now is over; called on the FX thread. */
    public static void soon(Runnable run) {
        Platform.runLater(run);
    }

    private static void after(Scene scene, int wanted, Runnable run) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private int frames;

            @Override
            public void run() {
                frames++;
                if (frames < wanted) {
                    Platform.requestNextPulse();
                } else if (frames == wanted) {
                    scene.removePostLayoutPulseListener(this);
                    Platform.runLater(run);
                }
            }
        });
        Platform.requestNextPulse();
    }
}
