package domicile.desktop.kit;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

    /** A window that closes: what has steps stops at the next, and nothing comes back to what is gone. */
    @Test
    void whenTheWindowClosesJobsStopAndNothingIsHandedBack(FxRobot robot) throws InterruptedException {
        List<String> ended = new CopyOnWriteArrayList<>();
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        robot.interact(() -> {
            jobs.job(
                    "Counting …",
                    progress -> {
                        mayGoOn.await();
                        try {
                            progress.at(1, 4);
                            return ended.add("went on");
                        } finally {
                            stopped.countDown();
                        }
                    },
                    done -> ended.add("done"),
                    e -> ended.add("failed"));
            jobs.run(
                    () -> {
                        mayGoOn.await();
                        return "read";
                    },
                    ended::add);
            jobs.close();
        });
        mayGoOn.countDown();
        assertThat(stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        robot.interact(() -> {});
        assertThat(ended).isEmpty();
    }

    /** A queue does what was handed over, in order, and drops what was for later. */
    @Test
    void aQueueThatClosesHasDoneWhatWasHandedOverAndNothingAfter() {
        List<Integer> done = new CopyOnWriteArrayList<>();
        Background.Queue queue = jobs.queue("test");
        for (int i = 0; i < 100; i++) {
            int number = i;
            queue.add(() -> done.add(number));
        }
        queue.addIn(Duration.ofHours(1), () -> done.add(-1));
        assertThat(queue.close(PATIENCE)).isTrue();
        queue.add(() -> done.add(-2));
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }
}
