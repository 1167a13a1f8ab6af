package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.fire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.Language;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A window that another language has replaced is let go: its screens, what listens for it, and its register. */
@DefaultLocale("en") // each window sets it to what it speaks
@ExtendWith(ApplicationExtension.class)
class WindowLeakTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final int SWITCHES = 10;

    @TempDir
    private static Path folder;

    private final DesktopApp app = new DesktopApp(s -> TestWindow.ROOM);
    private final Optional<Thread.UncaughtExceptionHandler> handler =
            Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    private Optional<Stage> stage = Optional.empty();

    @Start
    void start(Stage unused) throws IOException {
        // one of its own: of the usual one TestFX keeps every event, and thereby every node
        Stage window = new Stage();
        stage = Optional.of(window);
        Path file = Files.writeString(folder.resolve("w.workload.json"), """
                {"schema": "domicile.workload/1", "name": "Claims", "startsOn": "2026-07-01", "dataCategories": ["PERSONAL"],
                 "location": {"inference": ["EU"]}, "retention": {"maxDays": 30}, "candidates": ["openai-azure", "groq"]}
                """);
        app.begin(window, TestDesk.in(folder, CLOCK).with(file).desk());
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(() -> {
            app.stop();
            stage.ifPresent(Stage::close);
        });
        Thread.setDefaultUncaughtExceptionHandler(handler.orElse(null));
    }

    @Test
    void tenSwitchesOfTheLanguageLeaveOneWindowAlive(FxRobot robot) {
        List<WeakReference<Parent>> gone = new ArrayList<>();
        int windows = windows(robot);
        for (int i = 0; i < SWITCHES; i++) {
            if (i % 4 == 0) {
                walk(robot, i == 0);
            }
            gone.add(new WeakReference<>(stage.orElseThrow().getScene().getRoot()));
            Language next = Language.values()[i % Language.values().length];
            robot.interact(() -> item(robot, next).fire());
        }
        walk(robot, false);
        await().atMost(PATIENCE).untilAsserted(() -> {
            System.gc();
            robot.interact(() -> {}); // what the toolkit keeps until its next frame
            assertThat(gone)
                    .filteredOn(r -> !r.refersTo(null))
                    .as("shells that live on")
                    .isEmpty();
        });
        assertThat(windows(robot)).as("stages and popups").isEqualTo(windows);
    }

    /** The toolkit's pool does not get back the picture of a node that was let go. */
    @Test
    void nothingThatIsShownKeepsAPicture(FxRobot robot) {
        List<String> fields = new ArrayList<>();
        for (String step : List.of("#tab-findings", "#tab-documents", "#tab-meeting", "#tab-report", "#back-to-list")) {
            pictures(robot, fields);
            fire(robot, step);
        }
        for (String step : List.of("#nav-register", "#nav-compare", "#nav-maintenance")) {
            fire(robot, step);
            pictures(robot, fields);
        }
        for (String tab : List.of("pages", "import", "history", "sources", "conflicts", "trail")) {
            fire(robot, "#tab-" + tab);
            pictures(robot, fields);
        }
        assertThat(fields).as("fields of several lines on the way").isNotEmpty();
    }

    private void pictures(FxRobot robot, List<String> fields) {
        robot.interact(() -> {
            Parent root = stage.orElseThrow().getScene().getRoot();
            root.applyCss();
            root.lookupAll("*").forEach(node -> {
                assertThat(node.isCache()).as("%s keeps a picture", node).isFalse();
                if (node instanceof TextArea area) {
                    fields.add(area.toString());
                }
            });
        });
    }

    private static void walk(FxRobot robot, boolean opened) {
        if (opened) {
            fire(robot, "#tab-findings");
            fire(robot, "#tab-documents");
            fire(robot, "#tab-meeting");
            fire(robot, "#tab-report");
        }
        for (String screen : List.of("#nav-register", "#nav-compare", "#nav-assessments", "#nav-maintenance")) {
            fire(robot, screen);
        }
        for (String tab : List.of("due", "sources", "conflicts", "trail")) {
            fire(robot, "#tab-" + tab);
        }
        fire(robot, "#nav-help");
    }

    private static MenuItem item(FxRobot robot, Language language) {
        return robot.lookup("#language").queryAs(MenuButton.class).getItems().stream()
                .filter(i -> language.ownName().equals(i.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static int windows(FxRobot robot) {
        List<Integer> count = new ArrayList<>();
        robot.interact(() -> count.add(Window.getWindows().size()));
        return count.getFirst();
    }
}
