package domicile.desktop.startup;

import domicile.desktop.kit.AfterFrames;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Tells a start when the system property {@code domicile.startup} is set: prints a line when the first frame is shown,
 * another when the shell is, and another when the first rows of the register are, then closes the window. Who started
 * the process takes the time of the lines: the system's own record of a process's start is too coarse. Building a
 * package runs it to record what a start loads; the benchmarks run it to time one.
 */
public final class StartupProbe {
    /** By then what is made after the rows, the facets and the detail, has been drawn too, so that it is recorded. */
    private static final int LAST_FRAME = 20;
    /**
     * What the shell says of itself when the register has been opened, before which a start is not recorded as a whole.
     */
    public static final String OPENED = "opened";
    /** Why the register could not be opened, as the shell says it: such a start ends at once, and not well. */
    public static final String REFUSED = "refused";

    private final Scene scene;
    private int frames;
    private int framesWithShell;
    private int framesWithRows;
    private Optional<Node> table = Optional.empty();

    private StartupProbe(Scene scene) {
        this.scene = scene;
    }

    /** Watches a scene that is about to be shown; does nothing unless the property is set. */
    public static void watch(Scene scene) {
        if (System.getProperty("domicile.startup") != null) {
            scene.addPostLayoutPulseListener(new StartupProbe(scene)::pulse);
        }
    }

    private void pulse() {
        frames++;
        if (frames == AfterFrames.DRAWN) {
            System.out.println("frame");
        }
        if (framesWithShell > 0 || scene.lookup(".shell") != null) {
            framesWithShell++;
        }
        if (framesWithShell == AfterFrames.DRAWN) {
            System.out.println("desktop");
        }
        if (framesWithRows > 0 || framesWithShell > 0 && rows()) {
            framesWithRows++;
        }
        if (framesWithRows == AfterFrames.DRAWN) {
            System.out.println("register");
        }
        Object why = scene.getRoot().getProperties().get(REFUSED);
        if (why != null) {
            System.out.println(why);
            // there is a dialog, which waits for somebody; and what was recorded of such a start is not to be kept
            Runtime.getRuntime().halt(1);
        }
        if (framesWithRows >= LAST_FRAME && scene.getRoot().getProperties().containsKey(OPENED)) {
            Platform.exit();
        } else {
            Platform.requestNextPulse();
        }
    }

    /** Whether there is the register, or the assessment that a file was opened as. Looks through a window once. */
    private boolean rows() {
        table = table.filter(t -> t.getScene() == scene).or(() -> Optional.ofNullable(scene.lookup("#offerings")));
        return table.map(t -> t.lookup(".table-row-cell:filled") != null)
                .orElseGet(() -> scene.lookup("#tab-findings") != null);
    }
}
