package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.Settings;
import domicile.desktop.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.DialogPane;
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

/** A window that was left with the map, a search and a filter comes back with them, and tells of a fault once. */
@ExtendWith(ApplicationExtension.class)
class ReopenedWindowTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        Path file = folder.resolve("desktop.properties");
        Files.writeString(file, """
                screen=register
                table.map=shown
                table.last=[{"name":"","facets":["inference/EU"],"search":"frankfurt","columns":["OFFERING"],"sort":[]}]
                """);
        shell = Optional.of(TestWindow.open(stage, folder, CLOCK, Locale.ENGLISH, TestWindow.NO_FILE));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void itComesBackAsItWasAndTellsOfAFaultOnce(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#facet-inference-EU").tryQuery().isPresent());
        assertThat(robot.lookup("#map").tryQuery()).isPresent();
        assertThat(robot.lookup("#search").queryAs(TextField.class).getText()).isEqualTo("frankfurt");
        assertThat(robot.lookup("#chips .chip").queryAll()).hasSize(1);

        robot.interact(() -> shell.orElseThrow().unexpected(new IllegalStateException("in every frame")));
        robot.interact(() -> shell.orElseThrow().unexpected(new IllegalStateException("in every frame")));
        assertThat(robot.lookup(".dialog-pane").queryAll()).hasSize(1);
        assertThat(robot.lookup(".dialog-pane").queryAs(DialogPane.class).getContentText())
                .contains("in every frame", "report");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".dialog-pane").tryQuery()).isEmpty();

        shell.ifPresent(Shell::stop);
        assertThat(new Settings(folder.resolve("desktop.properties")).get("table.last"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("inference/EU", "frankfurt"));
    }
}
