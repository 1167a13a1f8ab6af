package domicile.desktop;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Measures a start when the system property {@code domicile.startup} is set: prints the milliseconds from the process's start to
 * the first frame and to the first row of the register, then closes the window. Building a package runs it to record what a
 * start loads; the benchmarks run it to time one.
 */
final class StartUp {
    /** Two frames after something was laid out it has been drawn. */
    private static final int FRAMES = 2;

    private final Scene scene;
    private final Instant began;
    private int frames;
    private int framesWithRows;
    private long firstFrame;

    private StartUp(Scene scene) {
        this.scene = scene;
        this.began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    /** Watches a scene that is about to be shown; does nothing unless the property is set. */
    static void watch(Scene scene) {
        if (System.getProperty("domicile.startup") != null) {
            StartUp watching = new StartUp(scene);
            scene.addPostLayoutPulseListener(watching::pulse);
        }
    }

    private void pulse() {
        frames++;
        if (frames == FRAMES) {
            firstFrame = sinceStart();
        }
        if (scene.lookup("#offerings .table-row-cell:filled") != null) {
            framesWithRows++;
        }
        if (framesWithRows == FRAMES) {
            System.out.printf(Locale.ROOT, "frame %d ms, register %d ms%n", firstFrame, sinceStart());
            Platform.exit();
        } else {
            Platform.requestNextPulse();
        }
    }

    private long sinceStart() {
        return Duration.between(began, Instant.now()).toMillis();
    }
}
