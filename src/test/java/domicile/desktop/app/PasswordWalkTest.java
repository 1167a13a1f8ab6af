package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.register.RegisterProblem;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A server that asks for a password: the window asks for it, again after a wrong one, and opens the register. */
@ExtendWith(ApplicationExtension.class)
class PasswordWalkTest {
    private static final String SERVER = "jdbc:postgresql://db.example:5432/register";

    @TempDir
    private static Path folder;

    private final List<Optional<String>> tried = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) {
        Clock clock = Clock.systemUTC();
        TestWindow.open(
                stage,
                TestDesk.in(folder, clock)
                        .speaking(Locale.forLanguageTag(System.getProperty("domicile.language", "en")))
                        .asking(password -> {
                            tried.add(password);
                            return switch (password.orElse("")) {
                                case "" -> throw RegisterProblem.PASSWORD_MISSING.at(SERVER);
                                case "right" -> RegisterStore.open(folder.toString(), clock);
                                default -> throw RegisterProblem.WRONG_PASSWORD.at(SERVER);
                            };
                        })
                        .desk());
    }

    @Test
    void theWindowAsksUntilTheRegisterIsOpen(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#password").tryQuery().isPresent());
        assertThat(robot.lookup(".dialog-pane .label").queryAllAs(javafx.scene.control.Label.class))
                .anyMatch(label -> label.getText().contains(SERVER));
        type(robot, "wrong");
        await().atMost(PATIENCE).until(() -> tried.size() == 2);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#password")
                        .tryQueryAs(PasswordField.class)
                        .filter(field -> field.getText().isEmpty())
                        .isPresent());
        type(robot, "right");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings").tryQuery().isPresent());
        assertThat(tried).containsExactly(Optional.empty(), Optional.of("wrong"), Optional.of("right"));
    }

    private static void type(FxRobot robot, String password) {
        robot.interact(() -> {
            robot.lookup("#password").queryAs(PasswordField.class).setText(password);
            robot.lookup(".dialog-pane .button").queryAllAs(javafx.scene.control.Button.class).stream()
                    .filter(javafx.scene.control.Button::isDefaultButton)
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
    }
}
