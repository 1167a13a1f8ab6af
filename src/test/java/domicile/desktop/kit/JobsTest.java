package domicile.desktop.kit;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What takes long is seen, and stopped by a key. */
@ExtendWith(ApplicationExtension.class)
class JobsTest {

    private Jobs jobs = new Jobs(new Texts(Locale.ENGLISH), e -> {});

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(jobs.node()), 700, 200));
        stage.show();
    }

    @Test
    void whatTakesLongIsSeenAndStops(FxRobot robot) {
        List<String> ended = new ArrayList<>();
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Platform.runLater(() -> jobs.job(
                "Counting …",
                progress -> {
                    progress.at(1, 4);
                    mayGoOn.await();
                    progress.at(2, 4);
                    return "done";
                },
                ended::add,
                e -> ended.add(e instanceof CancellationException ? "stopped" : e.toString())));
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#job-stop").tryQuery().isPresent());
        assertThat(robot.lookup(".progress-bar").queryAs(ProgressBar.class).getProgress())
                .isEqualTo(0.25);
        robot.interact(() -> robot.lookup("#job-stop").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(ended).as("it is not over before the work is").isEmpty();
        mayGoOn.countDown();
        await().atMost(PATIENCE).until(() -> !ended.isEmpty());
        assertThat(ended).containsExactly("stopped");
    }

    @Test
    void whatWasDoneBeforeItCouldBeStoppedIsDone(FxRobot robot) {
        List<String> ended = new ArrayList<>();
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Platform.runLater(() -> jobs.job(
                "Counting …",
                progress -> {
                    mayGoOn.await();
                    return "done";
                },
                ended::add,
                e -> ended.add(e.toString())));
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#job-stop").tryQuery().isPresent());
        robot.clickOn("#job-stop");
        mayGoOn.countDown();
        await().atMost(PATIENCE).until(() -> !ended.isEmpty());
        assertThat(ended).containsExactly("done");
        assertThat(robot.lookup("#job-stop").tryQuery()).isEmpty();
    }
}
