package domicile.desktop;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/** What is to be seen first is shown first; the rest is made after it. */
public final class Frame {
    /** What is laid out in one frame has been drawn when the next is laid out; a table makes its rows in a second one. */
    private static final int FRAMES = 3;

    private Frame() {}

    /** Runs something when what is there now has been drawn; at once for what is in no window. */
    public static void after(Node node, Runnable run) {
        Scene scene = node.getScene();
        if (scene == null) {
            run.run();
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            private int frames;

            @Override
            public void run() {
                frames++;
                if (frames < FRAMES) {
                    Platform.requestNextPulse();
                } else if (frames == FRAMES) {
                    scene.removePostLayoutPulseListener(this);
                    Platform.runLater(run);
                }
            }
        });
        Platform.requestNextPulse();
    }
}
