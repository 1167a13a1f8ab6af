package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.shell.Shell;
import domicile.register.KnownHeads;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The window tells that the register is older than the one that it last saw, until somebody means it. */
@ExtendWith(ApplicationExtension.class)
class OlderRegisterWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Optional<Shell> shell = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    private RegisterStore store() {
        return RegisterStore.open(folder.resolve("register").toString(), CLOCK);
    }

    @Start
    void start(Stage on) throws IOException {
        stage = Optional.of(on);
        store().close();
        Path file = folder.resolve("register/register.mv.db");
        Path before = Files.copy(file, folder.resolve("before"));
        KnownHeads heads = KnownHeads.in(folder);
        try (RegisterStore store = store()) {
            store.confirm(
                    List.of(RegisterKey.fact("groq", "attestation/BAA")), LocalDate.of(2026, 6, 30), "Ada", "read");
            heads.see(store);
        }
        Files.move(before, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        WalkSteps.settings(folder.resolve("desktop.properties"));
        open();
    }

    private void open() {
        shell = Optional.of(TestWindow.open(
                stage.orElseThrow(),
                TestDesk.in(folder, CLOCK).speaking(WalkSteps.language()).desk()));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    private static void told(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#older-register").tryQuery().isPresent());
    }

    @Test
    void itIsToldUntilSomebodyMeansIt(FxRobot robot) throws IOException {
        told(robot);
        WalkSteps.picture(robot, "#older-register", "older-register");
        assertThat(all(robot, "#older-register"))
                .contains("30")
                .doesNotContain("\nthe register")
                // what is done in the command line is done here by a button
                .doesNotContain("--accept-older");
        // of the two, Enter is later
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#older-register").tryQuery()).isEmpty();

        shell.ifPresent(s -> robot.interact(s::stop));
        robot.interact(this::open);
        told(robot);
        robot.interact(() -> robot.lookup("#older-meant").queryButton().fire());
        await().atMost(PATIENCE).until(() -> {
            try (RegisterStore store = store()) {
                return KnownHeads.in(folder).of(store).equals(Optional.of(store.head()));
            }
        });
    }
}
