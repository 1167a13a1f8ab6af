package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.assessment.FactDependency;
import domicile.desktop.shell.Shell;
import domicile.register.RegisterStore;
import domicile.residency.Offering;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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

/**
 * By keyboard through register, comparison, palette and help, in light and dark: all of it has a name, no stylesheet
 * complains.
 */
@ExtendWith(ApplicationExtension.class)
class ScreensWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    // held, so that it is not collected with its handler
    private static final Logger CSS = Logger.getLogger("javafx.css");

    @TempDir
    private static Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Optional<Shell> shell = Optional.empty();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            complaints.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Start
    void start(Stage stage) {
        CSS.addHandler(listener);
        shell = Optional.of(TestWindow.open(stage, folder, CLOCK, Locale.ENGLISH, TestWindow.NO_FILE));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
        CSS.removeHandler(listener);
    }

    @Test
    void everyScreenCanBeNamedAndIsDressedWithoutComplaint(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#facet-inference-EU").tryQuery().isPresent());
        named(robot, "register");
        assertThat(robot.lookup("#status-due").queryAs(Labeled.class).getText())
                .as("what is to be read again is told without going there")
                .isEqualTo(due() + " facts to read again");
        robot.interact(() -> table(robot).getSelectionModel().select(1));
        press(robot, KeyCode.E);
        assertThat(robot.lookup("#comparison").tryQuery()).isPresent();
        named(robot, "compare");
        press(robot, KeyCode.D);
        robot.push(KeyCode.F1);
        assertThat(robot.lookup("#terms").tryQuery()).isPresent();
        named(robot, "help");
        press(robot, KeyCode.K);
        named(robot, "palette");
        robot.interact(() -> robot.lookup("#palette").queryAs(TextField.class).setText("groq"));
        robot.push(KeyCode.ENTER);
        assertThat(table(robot).getSelectionModel().getSelectedItem())
                .extracting(Offering::id)
                .isEqualTo("groq");
        robot.interact(() -> {});
        assertThat(complaints).isEmpty();
    }

    private static int due() {
        LocalDate today = LocalDate.now(CLOCK);
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK)) {
            int due =
                    FactDependency.due(store.asOf(today), today, 90, List.of()).size();
            assertThat(due).isPositive();
            return due;
        }
    }

    @SuppressWarnings("unchecked")
    private static TableView<Offering> table(FxRobot robot) {
        return robot.lookup("#offerings").queryAs(TableView.class);
    }

    private static void press(FxRobot robot, KeyCode code) {
        robot.push(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
    }

    private void named(FxRobot robot, String screen) {
        List<String> nameless = new ArrayList<>();
        List<Node> focusable = new ArrayList<>();
        robot.interact(() -> {
            Parent root = shell.orElseThrow().node();
            root.applyCss();
            root.layout();
            collect(root, focusable);
            focusable.stream()
                    .filter(n -> name(n).isBlank())
                    .forEach(n ->
                            nameless.add(n.getClass().getSimpleName() + "#" + n.getId() + " " + n.getStyleClass()));
        });
        assertThat(focusable).as(screen).hasSizeGreaterThan(5);
        assertThat(nameless).as(screen).isEmpty();
    }

    private static void collect(Node node, List<Node> focusable) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            focusable.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(n -> collect(n, focusable));
        }
    }

    private static String name(Node node) {
        String said = node.getAccessibleText();
        if (said != null) {
            return said;
        }
        String text = node instanceof Labeled labeled ? labeled.getText() : "";
        return text == null ? "" : text;
    }
}
