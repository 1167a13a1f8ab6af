package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Settings;
import domicile.desktop.shell.Shell;
import domicile.desktop.startup.StartupLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * A window that never comes to its end has its settings on disk all the same; and one from a larger screen fits this
 * one.
 */
@ExtendWith(ApplicationExtension.class)
class KilledWindowTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    /** What is left of 1366 x 768 pixels where the system draws everything at 175 %. */
    private static final Rectangle2D SMALL = new Rectangle2D(0, 0, 780, 410);

    @TempDir
    private static Path folder;

    private Optional<Stage> window = Optional.empty();
    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage usual) throws IOException {
        Stage stage = new Stage(); // the usual one has the size of other tests
        Files.writeString(folder.resolve("desktop.properties"), "theme=light\nwidth=9000\nheight=7000\n");
        window = Optional.of(stage);
        DesktopContext desk = TestDesk.in(folder, CLOCK).desk();
        shell = Optional.of(TestWindow.open(stage, desk, StartupLoader.of(desk), SMALL));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
        window.ifPresent(Stage::close);
    }

    private static Settings kept() {
        return new Settings(folder.resolve("desktop.properties"));
    }

    @Test
    void whatChangedIsOnDiskAndTheWindowOnItsScreen(FxRobot robot) {
        Stage stage = window.orElseThrow();
        assertThat(stage.getWidth()).isLessThanOrEqualTo(SMALL.getWidth());
        assertThat(stage.getHeight()).isLessThanOrEqualTo(SMALL.getHeight());

        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings .table-row-cell:filled")
                        .tryQuery()
                        .isPresent());
        robot.interact(() -> robot.lookup("#search").queryAs(TextField.class).setText("frankfurt"));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        await().atMost(PATIENCE).until(() -> kept().get("theme").equals(Optional.of("dark")));
        await().atMost(PATIENCE)
                .until(() -> kept().get("table.last")
                        .filter(v -> v.contains("frankfurt"))
                        .isPresent());
    }
}
