package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.fire;
import static domicile.desktop.app.WalkSteps.focused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.shell.Shell;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The keyboard focus goes where the command palette leads, and a window that is made anew shows what it showed. */
@ExtendWith(ApplicationExtension.class)
class PaletteFocusWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    @Start
    void start(Stage on) {
        stage = Optional.of(on);
        open();
    }

    private void open() {
        shell = Optional.of(TestWindow.open(stage.orElseThrow(), folder, CLOCK, Locale.ENGLISH, TestWindow.NO_FILE));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    private static void byName(FxRobot robot, String name) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings .table-row-cell:filled")
                                .tryQuery()
                                .isPresent()
                        || robot.lookup("#maintenance").tryQuery().isPresent());
        robot.push(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN));
        await().atMost(PATIENCE).until(() -> robot.lookup("#palette").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#palette").queryAs(TextField.class).setText(name));
        robot.push(KeyCode.ENTER);
    }

    @ParameterizedTest
    @CsvSource({
        "'Check everything', tab-trail",
        "Encryption, tab-encryption",
        "'History and edits', tab-history",
        "Conflicts, tab-conflicts",
        "Cohere, offerings",
        "'ZDR, zero data retention', help-search"
    })
    void theFocusIsWhereTheCommandLeads(String name, String focus, FxRobot robot) {
        byName(robot, name);
        focused(robot, "#" + focus);
        // and stays there when the screen has read what it shows
        byName(robot, "Encryption");
        focused(robot, "#tab-encryption");
        byName(robot, name);
        focused(robot, "#" + focus);
    }

    @Test
    void aWindowThatIsMadeAnewShowsTheTabThatItShowed(FxRobot robot) {
        byName(robot, "Encryption");
        focused(robot, "#tab-encryption");
        shell.ifPresent(s -> robot.interact(s::stop));
        robot.interact(this::open);
        fire(robot, "#nav-maintenance");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#tab-encryption").tryQuery().isPresent());
        assertThat(robot.lookup("#tab-encryption").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }
}
