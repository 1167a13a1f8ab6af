package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Locks;
import domicile.register.Encryption;
import domicile.register.RegisterStore;
import domicile.vault.Keyring;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An encrypted register: the window asks for its passphrase, again after a wrong one, and shows the register. */
@ExtendWith(ApplicationExtension.class)
class UnlockWalkTest {
    @TempDir
    private static Path folder;

    @Start
    void start(Stage stage) {
        Clock clock = Clock.systemUTC();
        String register = folder.resolve("register").toString();
        RegisterStore.open(register, clock).close();
        Encryption.encrypt(register, "five plain words".toCharArray(), clock);
        Encryption.lock(register);
        DesktopContext desk = TestDesk.in(folder, clock).desk();
        TestWindow.open(
                stage,
                new DesktopContext(
                        desk.snapshot(),
                        desk.open(),
                        desk.settings(),
                        clock,
                        desk.locale(),
                        desk.picker(),
                        desk.file(),
                        Locks.of(register, Keyring.NONE)));
    }

    @Test
    void theWindowAsksUntilTheRegisterIsOpen(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#unlock-passphrase").tryQuery().isPresent());
        assertThat(robot.lookup("#offerings").tryQuery()).isEmpty();
        type(robot, "five plain wrods");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#unlock-wrong").queryAs(Label.class).isVisible());
        type(robot, "five plain words");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings").tryQuery().isPresent());
    }

    private static void type(FxRobot robot, String passphrase) {
        robot.interact(() -> {
            robot.lookup("#unlock-passphrase").queryAs(PasswordField.class).setText(passphrase);
            robot.lookup("#unlock-open").queryAs(Button.class).fire();
        });
    }
}
