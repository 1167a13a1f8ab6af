package domicile.desktop;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.scene.Scene;
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
        return made;
    }

    private void restart(Stage stage, Desk desk, Settings settings) {
        stop();
        Shell made = shell(stage, desk, settings);
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
        scene.widthProperty().subscribe(w -> settings.put("width", String.valueOf(w.doubleValue())));
        scene.heightProperty().subscribe(h -> settings.put("height", String.valueOf(h.doubleValue())));
        StartUp.watch(scene);
        stage.show();
        shell.start();
    }

    @Override
    public void stop() {
        shell.ifPresent(Shell::stop);
    }
}
