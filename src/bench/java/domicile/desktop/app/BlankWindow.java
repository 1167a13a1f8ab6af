package domicile.desktop.app;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least that JavaFX can show: a window with nothing in it, closed after its second frame. */
public final class BlankWindow extends Application {

    @Override
    public void start(Stage stage) {
        Scene scene = new Scene(new StackPane(), 1280, 760);
        AtomicInteger frames = new AtomicInteger();
        scene.addPostLayoutPulseListener(() -> {
            if (frames.incrementAndGet() == 2) {
                System.out.println("frame");
                Platform.exit();
            } else {
                Platform.requestNextPulse();
            }
        });
        stage.setScene(scene);
        stage.show();
    }

    /** JavaFX on the class path does not start from a class that extends Application. */
    public static final class Main {
        private Main() {}

        /** Opens the window and ends with it. */
        public static void main(String[] args) {
            Application.launch(BlankWindow.class);
            System.exit(0);
        }
    }
}
