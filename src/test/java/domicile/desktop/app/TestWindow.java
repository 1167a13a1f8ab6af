package domicile.desktop.app;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.desktop.shell.Shell;
import domicile.desktop.startup.SplashFrame;
import domicile.desktop.startup.StartupLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
                TestDesk.in(folder, clock).speaking(locale).choosing(picker).desk());
    }

    static Shell open(Stage stage, DesktopContext desk) {
        return open(stage, desk, StartupLoader.of(desk));
    }

    static Shell open(Stage stage, DesktopContext desk, StartupLoader beginning) {
        return open(stage, desk, beginning, ROOM);
    }

    static Shell open(Stage stage, DesktopContext desk, StartupLoader beginning, Rectangle2D room) {
        return open(stage, desk, beginning, room, Screens::of);
    }

    /** The window with screens of a test's own. */
    public static Shell open(
            Stage stage,
            DesktopContext desk,
            StartupLoader beginning,
            Rectangle2D room,
            Function<ScreenContext, List<Screen>> screens) {
        Settings settings = new Settings(desk.settings());
        Shell shell = new Shell(desk, beginning, settings, url -> {}, () -> {}, screens);
        // without the sketch, so that a test finds at once what it looks for
        DesktopApp.window(stage, shell.node(), settings, room).getStylesheets().add(Styles.address("shell.css"));
        size(stage, settings, room);
        stage.show();
        shell.start(() -> {});
        return shell;
    }

    /** The window's content with the program's screens; no browser is opened. */
    public static Shell shell(DesktopContext desk, StartupLoader beginning, Settings settings) {
        return new Shell(desk, beginning, settings, url -> {}, () -> {}, Screens::of);
    }

    /** The program's screens. */
    public static List<Screen> screens(ScreenContext context) {
        return Screens.of(context);
    }

    /** What the program's screens are called, in the order of the navigation. */
    public static List<String> names(Texts texts) {
        return Screens.names(texts);
    }

    /**
     * The size that a window begins with: the stage is the same for all tests, and keeps what the last of them gave it.
     */
    public static void size(Stage stage, Settings settings, Rectangle2D room) {
        stage.setWidth(Math.min(settings.number("width", SplashFrame.WIDTH), room.getWidth()));
        stage.setHeight(Math.min(settings.number("height", DesktopApp.HEIGHT), room.getHeight()));
    }
}
