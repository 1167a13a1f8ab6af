package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.shell.Shell;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * Every control of every screen has a name and a role and is reached by Tab; what is done by the palette is taken back
 * by a key.
 */
@ExtendWith(ApplicationExtension.class)
class EveryScreenWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final int MOST_TABS = 600;

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();
    private final List<String> wrong = new ArrayList<>();

    @Start
    void start(Stage stage) {
        shell = Optional.of(TestWindow.open(stage, folder, CLOCK, Locale.GERMAN, TestWindow.NO_FILE));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void everyControlHasANameAndIsReachedByTab(FxRobot robot) {
        shown(robot, "#facet-inference-EU");
        check(robot, "register");
        go(robot, "compare", "#nav-compare");
        assessments(robot);
        maintenance(robot);
        go(robot, "help", "#nav-help");
        assertThat(wrong).isEmpty();
        byName(robot);
        confirmedAndTakenBack(robot);
    }

    /** What the screens can do is done from elsewhere by its name. */
    private void byName(FxRobot robot) {
        palette(robot, "Alles prüfen");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#check-result .mark-good").tryQuery().isPresent());
        palette(robot, "Fehlschluss");
        assertThat(robot.lookup("#help-search").queryAs(TextField.class).getText())
                .isEqualTo("Fehlschluss");
        palette(robot, "Karte zeigen");
        assertThat(robot.lookup("#map").tryQuery()).isPresent();
        palette(robot, "Karte ausblenden");
        assertThat(robot.lookup("#map").tryQuery()).isEmpty();
        fire(robot, "#nav-help");
        fire(robot, "#help-keys");
        assertThat(robot.lookup("Strg+K").tryQuery())
                .as("as the key is labelled")
                .isPresent();
    }

    /** From the foot of the window to what is to be read again; a page that was read is taken back by a key. */
    private void confirmedAndTakenBack(FxRobot robot) {
        String due = robot.lookup("#status-due").queryAs(Labeled.class).getText();
        fire(robot, "#status-due");
        TableView<?> queue = robot.lookup("#due").queryAs(TableView.class);
        await().atMost(PATIENCE).until(() -> !queue.getItems().isEmpty());
        int all = queue.getItems().size();
        robot.interact(queue::requestFocus);
        robot.push(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> queue.getItems().size() == all - 1);
        robot.push(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
        await().atMost(PATIENCE).until(() -> queue.getItems().size() == all);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#status-due")
                        .queryAs(Labeled.class)
                        .getText()
                        .equals(due));
        assertThat(robot.lookup("#undo-confirm").query().isVisible()).isFalse();
    }

    private void assessments(FxRobot robot) {
        fire(robot, "#nav-assessments");
        shown(robot, "#example-us-health");
        check(robot, "assessments");
        fire(robot, "#example-us-health");
        shown(robot, "#question");
        for (String section : List.of("S0", "S1", "S2", "S3", "S4", "S5", "S7")) {
            go(robot, "questionnaire " + section, "#section-" + section);
        }
        go(robot, "findings", "#tab-findings");
        go(robot, "documents", "#tab-documents");
        go(robot, "in use", "#tab-inUse");
        go(robot, "meeting", "#tab-meeting");
        fire(robot, "#tab-report");
        check(robot, "report");
        undo(robot);
        fire(robot, "#back-to-list");
        shown(robot, "#duplicate");
        check(robot, "list of assessments");
    }

    /** By the palette to the meeting; what is removed there comes back by a key. */
    private void undo(FxRobot robot) {
        palette(robot, "Besprechung");
        shown(robot, "#parking-what");
        robot.interact(() -> {
            TextField field = robot.lookup("#parking-what").queryAs(TextField.class);
            field.setText("Ausstieg");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        fire(robot, "#parking-remove");
        assertThat(robot.lookup("#parking-remove").tryQuery()).isEmpty();
        robot.interact(() -> robot.lookup("#present").query().requestFocus());
        robot.push(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
        assertThat(robot.lookup("#parking-remove").tryQuery()).as("taken back").isPresent();
        robot.interact(() -> robot.lookup("#parking-what").query().requestFocus());
        robot.push(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
        assertThat(robot.lookup("#parking-remove").tryQuery()).as("once").isPresent();
    }

    private void palette(FxRobot robot, String name) {
        robot.push(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN));
        robot.interact(() -> robot.lookup("#palette").queryAs(TextField.class).setText(name));
        robot.push(KeyCode.ENTER);
    }

    private void maintenance(FxRobot robot) {
        fire(robot, "#nav-maintenance");
        for (String tab : List.of(
                "tab-due", "tab-import", "tab-pages", "tab-history", "tab-sources", "tab-conflicts", "tab-trail")) {
            go(robot, "maintenance " + tab, "#" + tab);
        }
        fire(robot, "#tab-pages");
        await().atMost(PATIENCE)
                .until(() -> !robot.lookup("#open-source-page").query().isDisabled());
        go(robot, "a page", "#open-source-page");
        fire(robot, "#page-back");
    }

    private void go(FxRobot robot, String screen, String button) {
        fire(robot, button);
        check(robot, screen);
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button)
                .queryAs(javafx.scene.control.ButtonBase.class)
                .fire());
        robot.interact(() -> {});
    }

    private static void shown(FxRobot robot, String node) {
        await().atMost(PATIENCE).until(() -> robot.lookup(node).tryQuery().isPresent());
    }

    private void check(FxRobot robot, String screen) {
        robot.interact(() -> {});
        robot.interact(() -> {
            Parent root = shell.orElseThrow().node();
            root.applyCss();
            root.layout();
            List<Node> focusable = new ArrayList<>();
            collect(root, focusable);
            assertThat(focusable).as(screen).hasSizeGreaterThan(5);
            focusable.stream()
                    .filter(n -> name(n).isBlank() || n.getAccessibleRole() == javafx.scene.AccessibleRole.NODE)
                    .forEach(n -> wrong.add(screen + ": no name or role: " + said(n)));
            Set<Node> reached = walk(root, focusable.getFirst());
            focusable.stream()
                    // a detail that follows the keyboard focus is made anew on the way
                    .filter(n -> n.getScene() != null && !reached.contains(n) && !byArrows(n, reached))
                    .forEach(n -> wrong.add(screen + ": not reached by Tab: " + said(n)));
        });
    }

    /** All that take the keyboard focus when Tab is pressed until it comes around. */
    private static Set<Node> walk(Parent root, Node first) {
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        first.requestFocus();
        Node at = root.getScene().getFocusOwner();
        for (int i = 0; i < MOST_TABS && at != null; i++) {
            boolean again = !reached.add(at) && at == first;
            if (again) {
                break;
            }
            Event.fireEvent(
                    at, new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, false, false, false, false));
            at = root.getScene().getFocusOwner();
        }
        return reached;
    }

    /** Of toggles that exclude each other Tab reaches one; the arrow keys go on from there. */
    private static boolean byArrows(Node node, Set<Node> reached) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() instanceof ToggleGroup group
                && group.getToggles().stream().anyMatch(t -> t instanceof Node n && reached.contains(n));
    }

    private static String said(Node n) {
        return n.getClass().getSimpleName() + "#" + n.getId() + " " + n.getStyleClass();
    }

    private static void collect(Node node, List<Node> focusable) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        // a spinner has the keyboard focus for its editor, which only looks as if it had them
        if (node.isFocusTraversable() && !node.getClass().getSimpleName().startsWith("FakeFocus")) {
            focusable.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(n -> collect(n, focusable));
        }
    }

    /** What assistive technology says of it: its own name, its text, or the label that stands for it. */
    private static String name(Node node) {
        if (node.getAccessibleText() instanceof String said) {
            return said;
        }
        if (node instanceof Labeled labeled && labeled.getText() instanceof String text) {
            return text;
        }
        return labels(node.getScene().getRoot(), node) ? "labelled" : "";
    }

    private static boolean labels(Node at, Node node) {
        if (at instanceof javafx.scene.control.Label label && label.getLabelFor() == node) {
            return true;
        }
        return at instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(n -> labels(n, node));
    }
}
