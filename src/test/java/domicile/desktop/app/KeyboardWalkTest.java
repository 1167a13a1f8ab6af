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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * From the first start to an exported report by keys alone: nothing is clicked, and no key goes to a control but to the
 * window.
 */
@ExtendWith(ApplicationExtension.class)
class KeyboardWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final int FAR = 60;

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) {
        shell = Optional.of(TestWindow.open(
                stage, folder, CLOCK, Locale.ENGLISH, (name, owner) -> Optional.of(folder.resolve(name))));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void fromTheStartToTheReport(FxRobot robot) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings .table-row-cell:filled")
                        .tryQuery()
                        .isPresent());
        ctrl(robot, KeyCode.DIGIT2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(focus(robot)).isEqualTo("new-assessment"));
        ctrl(robot, KeyCode.DIGIT1);
        assertThat(focus(robot)).isEqualTo("search");
        ctrl(robot, KeyCode.DIGIT2);
        assertThat(focus(robot)).isEqualTo("new-assessment");

        robot.push(KeyCode.ENTER);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(focus(robot)).isEqualTo("answer"));
        robot.write("Claims triage").push(KeyCode.ENTER);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < FAR && robot.lookup("#matrix").tryQuery().isEmpty(); i++) {
            asked.add(robot.lookup("#question").queryAs(Label.class).getText());
            robot.push(new KeyCodeCombination(KeyCode.PAGE_DOWN));
            if (asked.size() > 1 && asked.getLast().equals(asked.get(asked.size() - 2))) {
                break;
            }
        }
        assertThat(asked).hasSizeGreaterThan(15);

        ctrl(robot, KeyCode.K);
        robot.write("Report").push(KeyCode.ENTER);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#export-html").tryQuery().isPresent());
        tabTo(robot, "export-html");
        robot.push(KeyCode.SPACE);
        Path html = folder.resolve("Claims-triage.html");
        await().atMost(PATIENCE).until(() -> Files.exists(html));
        assertThat(Files.readString(html)).contains("Claims triage");

        // the button that had the keyboard focus is gone with its assessment
        tabTo(robot, "back-to-list");
        robot.push(KeyCode.SPACE);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(focus(robot)).isEqualTo("new-assessment"));
    }

    private static void ctrl(FxRobot robot, KeyCode key) {
        robot.push(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
    }

    private static void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < FAR && !focus(robot).equals(id); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(focus(robot)).isEqualTo(id);
    }

    private static String focus(FxRobot robot) {
        Node on = robot.lookup(".shell").query().getScene().getFocusOwner();
        return on == null || on.getId() == null ? "" : on.getId();
    }
}
