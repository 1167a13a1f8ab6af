package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.shell.Shell;
import domicile.register.RegisterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A workload file that was double-clicked. */
@ExtendWith(ApplicationExtension.class)
class OpenFileWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.copy(
                Path.of("src/test/resources/cases/eu-inference.workload.json"), folder.resolve("triage.domicile"));
        DesktopContext desk = TestDesk.in(folder, CLOCK).with(file).desk();
        shell = Optional.of(TestWindow.open(stage, desk));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void isOpenedAsANewAssessmentAndABadOneIsToldAndChangesNothing(FxRobot robot) throws IOException {
        await().atMost(PATIENCE).until(() -> robot.lookup("#notice").tryQuery().isPresent());
        assertThat(robot.lookup("#notice .label").queryAs(Label.class).getText())
                .isEqualTo("Opened as a new assessment: “EU-only inference”, from triage.domicile");
        // the tabs are there a frame after the assessment is
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#tab-findings").tryQuery().isPresent());

        Path bad = Files.writeString(folder.resolve("bad.domicile"), "{\"schema\": \"domicile.workload/1\"}");
        robot.interact(() -> shell.orElseThrow().openFile(bad));

        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        DialogPane told = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        assertThat(told.getContentText()).contains("bad.domicile", "What to do");
        robot.interact(() -> told.getScene().getWindow().hide());
        assertThat(robot.lookup("#tab-findings").tryQuery())
                .as("what was open stays open")
                .isPresent();
        shell.ifPresent(Shell::stop);
        shell = Optional.empty();
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK)) {
            assertThat(store.assessments().all()).hasSize(1);
        }
    }
}
