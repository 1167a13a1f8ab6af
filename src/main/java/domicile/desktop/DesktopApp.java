package domicile.desktop;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The JavaFX application. The frame is shown first; the register is opened beside it. */
public final class DesktopApp extends Application {
    // JavaFX makes the application by its constructor without arguments: this is the one way to hand it anything.
    private static final AtomicReference<Optional<Desk>> DESK = new AtomicReference<>(Optional.empty());

    private Optional<Shell> shell = Optional.empty();

    /** Opens the window and returns when it is closed. */
    public static void open(Desk desk) {
        DESK.set(Optional.of(desk));
        Application.launch(DesktopApp.class);
    }

    @Override
    public void start(Stage stage) {
        Desk desk = DESK.get().orElseThrow();
        Settings settings = new Settings(desk.settings());
        Shell made = shell(stage, desk, settings);
        show(stage, made, settings);
    }

    private Shell shell(Stage stage, Desk desk, Settings settings) {
        // The toolkit's own words, such as those of a date picker, follow the default locale.
        Locale.setDefault(Language.locale(settings, desk.locale()));
        Shell made = new Shell(desk, settings, getHostServices()::showDocument, () -> restart(stage, desk, settings));
        shell = Optional.of(made);
        // A fault is told, wherever it happens: a window in which a click does nothing leaves everybody guessing.
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> Platform.runLater(() -> made.unexpected(fault)));
        return made;
    }

    private void restart(Stage stage, Desk desk, Settings settings) {
        stop();
        Shell made = shell(stage, desk.withoutFile(), settings);
        stage.getScene().setRoot(made.node());
        made.start();
    }

    /** Puts a shell into a window and starts it. */
    static void show(Stage stage, Shell shell, Settings settings) {
        Scene scene = new Scene(shell.node(), settings.number("width", 1280), settings.number("height", 760));
        scene.getStylesheets().add(Styles.address("shell.css"));
        stage.setTitle(shell.title());
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        stage.setScene(scene);
        stage.getIcons().add(new Image(Styles.address("domicile.png")));
        place(stage, settings);
        StartUp.watch(scene);
        stage.show();
        shell.start();
    }

    /** Puts the window where it was, unless that screen is no longer there, and remembers where it is. */
    private static void place(Stage stage, Settings settings) {
        double x = settings.number("x", Double.NaN);
        double y = settings.number("y", Double.NaN);
        if (!Double.isNaN(x)
                && !Double.isNaN(y)
                && !javafx.stage.Screen.getScreensForRectangle(x, y, 200, 100).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
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
        shell.ifPresent(Shell::stop);
    }
}
