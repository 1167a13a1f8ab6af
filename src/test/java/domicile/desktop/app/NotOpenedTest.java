package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.AfterFrames;
import domicile.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A register that cannot be opened: the window says so, and goes on saying it. */
@ExtendWith(ApplicationExtension.class)
class NotOpenedTest {
    @TempDir
    private static Path folder;

    @Start
    void start(Stage stage) {
        TestWindow.open(
                stage,
                TestDesk.in(folder, Clock.systemUTC())
                        .opening(() -> {
                            throw new ProblemException("the register is damaged", "register.mv.db", "restore a backup");
                        })
                        .desk());
    }

    @Test
    void itIsSaid(FxRobot robot) throws InterruptedException {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        CountDownLatch frames = new CountDownLatch(1);
        robot.interact(() -> AfterFrames.after(
                robot.window(0).getScene().getRoot(),
                () -> AfterFrames.after(robot.window(0).getScene().getRoot(), frames::countDown)));
        assertThat(frames.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(robot.lookup("The register could not be opened.").tryQuery()).isPresent();
        assertThat(robot.lookup("#offerings").tryQuery()).isEmpty();
    }
}
