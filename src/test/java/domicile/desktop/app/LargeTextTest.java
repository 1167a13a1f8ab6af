package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** At 200 % text, in the longest language, an assessment's pages stay inside a small window. */
@ExtendWith(ApplicationExtension.class)
class LargeTextTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        Path file = folder.resolve("desktop.properties");
        Files.writeString(file, "screen=assessments\ntext.size=26\nwidth=1280\nheight=720\n");
        shell = Optional.of(TestWindow.open(stage, folder, CLOCK, Locale.GERMAN, TestWindow.NO_FILE));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void pagesStayInsideTheWindow(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> robot.lookup(".example").tryQuery().isPresent());
        robot.clickOn(robot.lookup(".example").queryAll().iterator().next());
        await().atMost(PATIENCE).until(() -> robot.lookup("#next").tryQuery().isPresent());
        for (String id : new String[] {"#assessments", "#next", "#back-to-list"}) {
            Node node = robot.lookup(id).query();
            Bounds at = node.localToScene(node.getBoundsInLocal());
            assertThat(at.getMinX()).as(id).isNotNegative();
            assertThat(at.getMaxX()).as(id).isLessThanOrEqualTo(node.getScene().getWidth());
        }
    }
}
