package domicile.desktop.startup;

import domicile.desktop.kit.Icons;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/**
 * Loads the system's fonts and the font of the signs beside the toolkit's own start, on Linux, which takes long to name
 * its fonts. The first sign takes 23 ms of the FX thread, which has some 550 ms to do between the first frame and the
 * first rows.
 */
public final class FontWarmup {
    private final FutureTask<Void> task;

    private FontWarmup(FutureTask<Void> task) {
        this.task = task;
    }

    /** Begins to load, where that pays. */
    public static FontWarmup begin() {
        FutureTask<Void> task = new FutureTask<>(FontWarmup::load, null);
        if (System.getProperty("os.name").equals("Linux")) {
            Thread.ofPlatform().daemon().name("domicile-fonts").start(task);
        } else {
            task.cancel(false);
        }
        return new FontWarmup(task);
    }

    private static void load() {
        // measured: only then is a font loaded
        new Text("x").getLayoutBounds();
        Icons.of(Feather.DATABASE).getLayoutBounds();
    }

    /**
     * Waits for what was begun; to be called before any other node is made: two threads that load the toolkit's classes
     * from two ends could wait for each other.
     */
    public void await() throws InterruptedException, ExecutionException {
        if (!task.isCancelled()) {
            task.get();
        }
    }
}
