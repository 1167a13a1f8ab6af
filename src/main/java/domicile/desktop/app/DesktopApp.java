package domicile.desktop.app;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Language;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.desktop.shell.Shell;
import domicile.desktop.startup.FontWarmup;
import domicile.desktop.startup.SplashFrame;
import domicile.desktop.startup.SplashSequence;
import domicile.desktop.startup.StartupLoader;
import domicile.desktop.startup.StartupProbe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The JavaFX application. A sketch of the frame is shown first; the register is opened beside it. */
public final class DesktopApp extends Application {
    // JavaFX makes the application by its constructor without arguments: this is the one way to hand it anything.
    private static final AtomicReference<Optional<Begun>> DESK = new AtomicReference<>(Optional.empty());

    private static final AtomicReference<Optional<FontWarmup>> FONTS = new AtomicReference<>(Optional.empty());

    private record Begun(DesktopContext desk, StartupLoader beginning) {
        Begun(DesktopContext desk) {
            this(desk, StartupLoader.of(desk));
        }
    }

    /** What the window is as high as when nobody has changed it, in pixels. */
    static final double HEIGHT = 760;

    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 560;
    /** What the window's icon is as wide and as high as, in pixels. */
    private static final double ICON = 128;

    private final Function<Settings, Rectangle2D> room;
    private Optional<Shell> shell = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    /** As JavaFX makes it. */
    public DesktopApp() {
        this(DesktopApp::screen);
    }

    /** @param room what there is for a window that remembers itself in these settings */
    public DesktopApp(Function<Settings, Rectangle2D> room) {
        this.room = room;
    }

    /** Opens the window and returns when it is closed. */
    public static void open(DesktopContext desk) {
        DESK.set(Optional.of(new Begun(desk)));
        FONTS.set(Optional.of(FontWarmup.begin()));
        Application.launch(DesktopApp.class);
    }

    @Override
    public void start(Stage stage) throws Exception {
        if (FONTS.get().isPresent()) {
            FONTS.get().get().await();
        }
        begin(stage, DESK.get().orElseThrow());
    }

    /** The window over a desk, as it is when the program starts. */
    void begin(Stage stage, DesktopContext desk) {
        begin(stage, new Begun(desk));
    }

    private void begin(Stage stage, Begun begun) {
        Settings settings = new Settings(begun.desk().settings());
        sketch(stage, settings, begun.desk().locale(), () -> shell(stage, begun, settings));
    }

    /**
     * Shows a sketch of the frame, makes the shell when that has been drawn, and puts it in when the register is there.
     */
    public void sketch(Stage stage, Settings settings, Locale system, Supplier<Shell> make) {
        Texts texts = new Texts(Language.speak(settings, system));
        Scene scene =
                window(stage, SplashFrame.node(texts, settings, Screens.names(texts)), settings, room.apply(settings));
        stage.show();
        SplashSequence.run(
                scene,
                () -> {
                    Shell made = make.get();
                    return new SplashSequence.Content(made.node(), made::start);
                },
                "shell.css",
                () -> icon(stage),
                e -> {
                    // as a failure in start() itself: without a shell nobody is there to tell of it
                    failure = Optional.of(e);
                    Platform.exit();
                });
    }

    /** Read and made smaller beside the FX thread. */
    private static void icon(Stage stage) {
        Image icon = new Image(Styles.address("domicile.png"), ICON, ICON, true, true, true);
        icon.progressProperty().subscribe(done -> {
            if (done.doubleValue() == 1 && !icon.isError()) {
                stage.getIcons().setAll(icon);
            }
        });
    }

    private Shell shell(Stage stage, Begun begun, Settings settings) {
        Shell made = new Shell(
                begun.desk(),
                begun.beginning(),
                settings,
                url -> getHostServices().showDocument(url),
                () -> restart(stage, begun.desk(), settings),
                Screens::of);
        shell = Optional.of(made);
        // A fault is told, wherever it happens: a window in which a click does nothing leaves everybody guessing.
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> Platform.runLater(() -> made.unexpected(fault)));
        return made;
    }

    private void restart(Stage stage, DesktopContext desk, Settings settings) {
        stop(Shell::stop);
        Language.speak(settings, desk.locale());
        Shell made = shell(stage, new Begun(desk.withoutFile()), settings);
        stage.getScene().setRoot(made.node());
        made.start(() -> {});
    }

    /** Gives a window its content, and the size and place that it had, unless it finds no room; it is not shown yet. */
    static Scene window(Stage stage, Parent content, Settings settings, Rectangle2D room) {
        Scene scene = new Scene(
                content,
                Math.min(settings.number("width", SplashFrame.WIDTH), room.getWidth()),
                Math.min(settings.number("height", HEIGHT), room.getHeight()));
        stage.setTitle("Domicile");
        stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
        stage.setScene(scene);
        stage.setOnShown(e -> into(stage, room));
        place(stage, settings);
        StartupProbe.watch(scene);
        return scene;
    }

    /**
     * What a screen has for a window: the one on which it was, or the first. Larger letters of the system leave less.
     */
    private static Rectangle2D screen(Settings settings) {
        return screensAt(settings).stream()
                .findFirst()
                .orElse(javafx.stage.Screen.getPrimary())
                .getVisualBounds();
    }

    /** Whole on its screen: how much its frame takes is known when it is shown. */
    private static void into(Stage stage, Rectangle2D room) {
        if (stage.getWidth() > room.getWidth()) {
            stage.setWidth(room.getWidth());
        }
        if (stage.getHeight() > room.getHeight()) {
            stage.setHeight(room.getHeight());
        }
    }

    private static List<javafx.stage.Screen> screensAt(Settings settings) {
        double x = settings.number("x", Double.NaN);
        double y = settings.number("y", Double.NaN);
        return Double.isNaN(x) || Double.isNaN(y)
                ? List.of()
                : javafx.stage.Screen.getScreensForRectangle(x, y, 200, 100);
    }

    /** Puts the window where it was, unless that screen is no longer there, and remembers where it is. */
    private static void place(Stage stage, Settings settings) {
        if (!screensAt(settings).isEmpty()) {
            stage.setX(settings.number("x", 0));
            stage.setY(settings.number("y", 0));
        }
        stage.setMaximized(settings.get("maximised").map("true"::equals).orElse(false));
        stage.maximizedProperty().subscribe((was, on) -> settings.put("maximised", String.valueOf(on)));
        remember(stage, stage.xProperty(), "x", settings);
        remember(stage, stage.yProperty(), "y", settings);
        remember(stage, stage.getScene().widthProperty(), "width", settings);
        remember(stage, stage.getScene().heightProperty(), "height", settings);
    }

    private static void remember(Stage stage, ReadOnlyDoubleProperty value, String key, Settings settings) {
        value.subscribe((was, now) -> {
            if (!stage.isMaximized()) {
                settings.put(key, String.valueOf(now.doubleValue()));
            }
        });
    }

    @Override
    public void stop() {
        stop(Shell::close);
    }

    private void stop(Consumer<Shell> how) {
        shell.ifPresent(how);
        failure.ifPresent(e -> {
            throw e;
        });
    }
}
