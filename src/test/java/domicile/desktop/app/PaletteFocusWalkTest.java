package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.fire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.Command;
import domicile.desktop.shell.Shell;
import domicile.desktop.startup.StartupProbe;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
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

    private void byName(FxRobot robot, String name) {
        await().atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(
                        stage.orElseThrow().getScene().getRoot().getProperties().get(StartupProbe.OPENED)));
        robot.push(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN));
        await().atMost(PATIENCE).until(() -> robot.lookup("#palette").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#palette").queryAs(TextField.class).setText(name));
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#palette-list").queryListView().getItems().stream()
                        .limit(1)
                        .anyMatch(c ->
                                c instanceof Command command && command.name().startsWith(name)));
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
        atFocus(robot, focus);
        // and stays there when the screen has read what it shows
        byName(robot, "Encryption");
        atFocus(robot, "tab-encryption");
        byName(robot, name);
        atFocus(robot, focus);
    }

    private void atFocus(FxRobot robot, String id) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage.orElseThrow().getScene().getFocusOwner())
                        .extracting(Node::getId)
                        .isEqualTo(id));
    }

    @Test
    void aWindowThatIsMadeAnewShowsTheTabThatItShowed(FxRobot robot) {
        byName(robot, "Encryption");
        atFocus(robot, "tab-encryption");
        shell.ifPresent(s -> robot.interact(s::stop));
        robot.interact(this::open);
        fire(robot, "#nav-maintenance");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#tab-encryption").tryQuery().isPresent());
        assertThat(robot.lookup("#tab-encryption").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }
}
