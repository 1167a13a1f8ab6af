package domicile.desktop.madeup;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.app.TestDesk;
import domicile.desktop.app.TestWindow;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Settings;
import domicile.desktop.shell.Shell;
import domicile.desktop.startup.StartupLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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

/** A screen more is a package and a line: the frame shows it, goes to it, lists what it can do, and lets it save. */
@ExtendWith(ApplicationExtension.class)
class MadeUpScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();
    private Optional<MadeUpScreen> made = Optional.empty();

    @Start
    void start(Stage stage) {
        DesktopContext desk = TestDesk.in(folder, CLOCK).speaking(Locale.GERMAN).desk();
        shell = Optional.of(TestWindow.open(stage, desk, StartupLoader.of(desk), TestWindow.ROOM, this::screens));
    }

    private List<Screen> screens(ScreenContext context) {
        MadeUpScreen one = new MadeUpScreen(context);
        made = Optional.of(one);
        List<Screen> all = new ArrayList<>(TestWindow.screens(context));
        all.add(one);
        return all;
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void theFrameAsksItForEverything(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#facet-inference-EU").tryQuery().isPresent());
        MadeUpScreen screen = made.orElseThrow();
        assertThat(screen.asked())
                .as("its content is made when somebody goes there")
                .containsExactly("shows", "opened");
        assertThat(robot.lookup("#nav-madeup").queryAs(Labeled.class).getText()).isEqualTo("Ausgedacht");
        assertThat(robot.lookup(".status-line #made-up-status").tryQuery()).isPresent();

        press(robot, KeyCode.DIGIT5);
        assertThat(robot.lookup("#made-up-button").query().isFocused())
                .as("the keyboard focus is in it")
                .isTrue();
        assertThat(robot.lookup("#nav-madeup").queryAs(ToggleButton.class).isSelected())
                .isTrue();

        named(robot, "zigzag");
        press(robot, KeyCode.DIGIT1);
        named(robot, "zeppelin");
        assertThat(robot.lookup("#made-up").tryQuery()).as("one is taken there").isPresent();
        press(robot, KeyCode.DIGIT1);
        press(robot, KeyCode.J);
        assertThat(robot.lookup("#made-up").tryQuery()).as("by its key too").isPresent();
        assertThat(screen.asked()).containsExactly("shows", "opened", "node", "zigzag", "zeppelin", "jump");

        robot.push(KeyCode.F1);
        robot.interact(
                () -> robot.lookup("#help-keys").queryAs(ToggleButton.class).fire());
        assertThat(texts(robot)).contains("Strg+5", "Ausgedacht", "Strg+J", "Jump about");

        robot.interact(() -> shell.orElseThrow().stop());
        assertThat(screen.asked().getLast()).isEqualTo("flush");
        assertThat(new Settings(folder.resolve("desktop.properties")).get("madeup"))
                .contains("7");
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".keys .label").queryAll().stream()
                .map((Node n) -> ((Labeled) n).getText())
                .toList();
    }

    private static void named(FxRobot robot, String name) {
        press(robot, KeyCode.K);
        robot.interact(() -> robot.lookup("#palette").queryAs(TextField.class).setText(name));
        robot.push(KeyCode.ENTER);
    }

    private static void press(FxRobot robot, KeyCode code) {
        robot.push(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
    }
}
