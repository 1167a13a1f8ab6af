package domicile.desktop.app;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Styles;
import domicile.desktop.shell.Shell;
import domicile.desktop.startup.SplashFrame;
import domicile.desktop.startup.StartupLoader;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** The real window over a register and settings in a folder of a test's own. */
public final class TestWindow {
    /** Nobody chooses a file. */
    public static final FilePicker NO_FILE = (name, owner) -> Optional.empty();

    /** More than there is on the screen of a test, so that a window has the size that it would have on a desk. */
    public static final Rectangle2D ROOM = new Rectangle2D(0, 0, 4000, 3000);

    private TestWindow() {}

    static Shell open(Stage stage, Path folder, Clock clock, Locale locale, FilePicker picker) {
        return open(
                stage,
                new DesktopContext(
                        () -> RegisterStore.open(folder.resolve("register").toString(), clock),
                        folder.resolve("desktop.properties"),
                        clock,
                        locale,
                        picker));
    }

    static Shell open(Stage stage, DesktopContext desk) {
        return open(stage, desk, StartupLoader.of(desk));
    }

    static Shell open(Stage stage, DesktopContext desk, StartupLoader beginning) {
        return open(stage, desk, beginning, ROOM);
    }

    static Shell open(Stage stage, DesktopContext desk, StartupLoader beginning, Rectangle2D room) {
        Settings settings = new Settings(desk.settings());
        Shell shell = new Shell(desk, beginning, settings, url -> {}, () -> {});
        // without the sketch, so that a test finds at once what it looks for
        DesktopApp.window(stage, shell.node(), settings, room).getStylesheets().add(Styles.address("shell.css"));
        size(stage, settings, room);
        stage.show();
        shell.start(() -> {});
        return shell;
    }

    /**
     * The size that a window begins with: the stage is the same for all tests, and keeps what the last of them gave it.
     */
    public static void size(Stage stage, Settings settings, Rectangle2D room) {
        stage.setWidth(Math.min(settings.number("width", SplashFrame.WIDTH), room.getWidth()));
        stage.setHeight(Math.min(settings.number("height", DesktopApp.HEIGHT), room.getHeight()));
    }
}
