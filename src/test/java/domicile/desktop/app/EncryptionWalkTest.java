package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.fire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Locks;
import domicile.register.Encryption;
import domicile.vault.Keyring;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Somebody encrypts the register in the window, notes its recovery key, and goes on with the window made anew. */
@DefaultLocale("en")
@ExtendWith(ApplicationExtension.class)
class EncryptionWalkTest {
    @TempDir
    private static Path folder;

    private final DesktopApp app = new DesktopApp(s -> TestWindow.ROOM);
    private final Optional<Thread.UncaughtExceptionHandler> handler =
            Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    private Optional<Stage> stage = Optional.empty();
    private String register = "";

    @Start
    void start(Stage unused) {
        DesktopContext desk = TestDesk.in(folder, Clock.systemUTC()).desk();
        register = folder.resolve("register").toString();
        Stage window = new Stage();
        stage = Optional.of(window);
        app.begin(
                window,
                new DesktopContext(
                        desk.snapshot(),
                        desk.open(),
                        desk.settings(),
                        desk.clock(),
                        desk.locale(),
                        desk.picker(),
                        desk.file(),
                        Locks.of(register, Keyring.NONE)));
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(() -> {
            app.stop();
            stage.ifPresent(Stage::close);
        });
        Thread.setDefaultUncaughtExceptionHandler(handler.orElse(null));
        Encryption.lock(register);
    }

    @Test
    void encryptsTheRegisterAndGoesOn(FxRobot robot) {
        toTheTab(robot);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#encryption-new").tryQuery().isPresent());
        type(robot, "#encryption-new", "lantern otter gravel mint");
        type(robot, "#encryption-again", "lantern otter gravel mint");
        fire(robot, "#encryption-encrypt");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#recovery-key").tryQuery().isPresent());
        String recovery = robot.lookup("#recovery-key").queryAs(TextField.class).getText();
        assertThat(Encryption.state(register)).isEqualTo(Encryption.State.OPEN);
        assertThat(robot.lookup("#recovery-go-on").query().isDisabled()).isTrue();
        WalkSteps.staysOpenForTheKey(robot);
        robot.interact(
                () -> robot.lookup("#recovery-written").queryAs(CheckBox.class).setSelected(true));
        fire(robot, "#recovery-go-on");

        // the window that is made anew is where it was
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#encryption-decrypt").tryQuery().isPresent());
        assertThat(robot.lookup("#recovery-key").tryQuery()).isEmpty();
        type(robot, "#encryption-current", recovery);
        fire(robot, "#encryption-decrypt");
        await().atMost(PATIENCE).until(() -> Encryption.state(register) == Encryption.State.PLAIN);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#nav-maintenance").tryQuery().isPresent());
    }

    /** The tab of the window as it is now: the one before is gone with its frame. */
    private static void toTheTab(FxRobot robot) {
        fire(robot, "#nav-maintenance");
        fire(robot, "#tab-encryption");
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }
}
