package domicile.desktop.shell;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.Locks;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.register.Encryption;
import domicile.register.RegisterStore;
import domicile.vault.Keyring;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** An encrypted register is locked when nobody has used the window for a while; a plain one has nothing to lock. */
@ExtendWith(ApplicationExtension.class)
class IdleLockTest {
    @TempDir
    private Path folder;

    private final AtomicInteger restarts = new AtomicInteger();

    private IdleLock idle(Settings settings, Locks locks) {
        return new IdleLock(new StackPane(), settings, locks, restarts::incrementAndGet);
    }

    @Test
    void theKeyGoesWhenNobodyIsThere(FxRobot robot) {
        String register = folder.resolve("register").toString();
        RegisterStore.open(register, Clock.systemUTC()).close();
        Settings settings = new Settings(folder.resolve("desktop.properties"));
        settings.put("idle.minutes", "0.001");
        Locks locks = Locks.of(register, Keyring.NONE);
        Texts texts = new Texts(Locale.ENGLISH);

        IdleLock plain = idle(settings, locks);
        robot.interact(plain::watch);
        assertThat(plain.commands("do", texts)).isEmpty();

        Encryption.encrypt(register, "five plain words".toCharArray(), Clock.systemUTC());
        IdleLock idle = idle(settings, locks);
        assertThat(idle.commands("do", texts)).hasSize(5);
        robot.interact(idle::watch);
        await().atMost(PATIENCE).until(() -> restarts.get() == 1);
        // the key stays until what the window was writing is written
        assertThat(Encryption.state(register)).isEqualTo(Encryption.State.OPEN);
        robot.interact(idle::stop);
        assertThat(Encryption.state(register)).isEqualTo(Encryption.State.LOCKED);
        robot.interact(plain::stop);
        assertThat(restarts).hasValue(1);
    }
}
