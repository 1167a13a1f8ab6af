package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.all;
import static domicile.desktop.app.WalkSteps.fire;
import static domicile.desktop.app.WalkSteps.focused;
import static domicile.desktop.app.WalkSteps.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.PdfOf;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.shell.Shell;
import domicile.register.RegisterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/**
 * From the order form to the verdict, in the real window and by keys: a document is chosen and read, its clause
 * confirmed, the verdict changes, it is taken back, kept again, and carried over to a newer version.
 */
@DefaultLocale("en")
@ExtendWith(ApplicationExtension.class)
class ClauseWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final String CLAUSE = "For Amazon Bedrock, the vendor runs all model inference in Germany only.";
    private static final String HEDGE = "The vendor may use other regions during failover.";
    private static final String STORED = "Customer data is stored at rest in Germany only.";
    private static final KeyCodeCombination CHOOSE = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    @TempDir
    private static Path all;

    private final AtomicReference<Path> file = new AtomicReference<>(Path.of(""));
    private Path folder = Path.of("");
    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory(all, "clauses");
        Path workload = Files.writeString(folder.resolve("needs.json"), """
                {"schema": "domicile.workload/1", "name": "Letters", "startsOn": "2026-07-01",
                 "location": {"inference": ["DE"]}, "candidates": ["aws-bedrock"]}
                """);
        FilePicker picker = new FilePicker() {
            @Override
            public Optional<Path> save(String name, Node owner) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> open(Node owner) {
                return Optional.of(file.get());
            }
        };
        RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK);
        shell = Optional.of(TestWindow.open(
                stage,
                TestDesk.in(folder, CLOCK)
                        .with(workload)
                        .choosing(picker)
                        .opening(() -> store)
                        .desk()));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    private static List<List<String>> order(String day) {
        return List.of(
                List.of("Order Form", "Effective Date: " + day + ".", STORED),
                List.of("The parties agree as follows.", CLAUSE + " " + HEDGE));
    }

    @Test
    void aClauseTurnsAVerdict(FxRobot robot) throws IOException {
        // the question in front takes the keys when the assessment has opened
        await().atMost(PATIENCE).until(() -> robot.lookup("#note").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        fire(robot, "#tab-documents");
        fire(robot, "#documents-read");
        focused(robot, "#reader-add");
        // a locked file asks for its password, and Enter gives it
        file.set(Files.write(folder.resolve("order.pdf"), PdfOf.locked(order("4 May 2026"), "open sesame")));
        robot.push(CHOOSE);
        focused(robot, "#document-password");
        robot.write("wrong").type(KeyCode.ENTER);
        says(robot, "#reader", "This password does not open it.");
        focused(robot, "#document-password");
        robot.write("open sesame").type(KeyCode.ENTER);

        focused(robot, "#clauses");
        ListView<?> clauses = robot.lookup("#clauses").queryListView();
        await().atMost(PATIENCE).until(() -> clauses.getSelectionModel().getSelectedIndex() >= 0);
        says(robot, "#clauses", CLAUSE);
        assertThat(all(robot, "#clauses")).contains("hedged: “" + HEDGE + "”");
        says(robot, "#reader", "Page 2 of 2");
        await().atMost(PATIENCE)
                .until(() -> !robot.lookup(".page-mark").queryAll().isEmpty());

        // Enter fills the form, and keeps nothing yet
        robot.type(KeyCode.ENTER);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#confirm-form").tryQuery().isPresent());
        assertThat(robot.lookup("#document-regions")
                        .queryAs(TextInputControl.class)
                        .getText())
                .isEqualTo("DE");
        assertThat(robot.lookup("#document-product")
                        .queryAs(TextInputControl.class)
                        .getText())
                .isEqualTo("Amazon Bedrock");
        assertThat(robot.lookup("#documents-evidence").queryAs(Labeled.class).getText())
                .endsWith("(0)");
        // what does not fit is told before it is kept
        robot.interact(() -> robot.lookup("#document-regions")
                .queryAs(TextInputControl.class)
                .setText("US"));
        says(robot, "#confirm-form", "A place that it commits to is outside what is asked");
        robot.interact(() -> robot.lookup("#document-regions")
                .queryAs(TextInputControl.class)
                .setText("DE"));
        assertThat(robot.lookup("#document-misfits").queryLabeled().getText()).isEmpty();
        focused(robot, "#document-add");
        robot.type(KeyCode.ENTER);
        focused(robot, "#clauses");
        assertThat(robot.lookup("#documents-evidence").queryAs(Labeled.class).getText())
                .endsWith("(1)");
        says(robot, "#clauses", "confirmed");
        verdict(robot, "Met");
        robot.push(UNDO);
        assertThat(robot.lookup("#documents-evidence").queryAs(Labeled.class).getText())
                .endsWith("(0)");
        verdict(robot, "Conditional");

        // Del puts the passage off; a finding leads back to what is left
        robot.type(KeyCode.DELETE);
        says(robot, "#clauses", "1 put off");
        assertThat(all(robot, "#clauses")).doesNotContain("“" + CLAUSE + "”");
        fire(robot, "#tab-findings");
        robot.interact(() -> robot.lookup(".matrix-cell").queryAllAs(ButtonBase.class).stream()
                .filter(b -> b.getAccessibleText().contains("Inference location"))
                .forEach(ButtonBase::fire));
        fire(robot, "#read-for-it");
        says(robot, "#clauses", "1 put off");
    }

    /** What the matrix says of where the model runs; then back to the documents. */
    private static void verdict(FxRobot robot, String word) {
        fire(robot, "#tab-findings");
        says(robot, ".matrix-cell", word);
        fire(robot, "#tab-documents");
        focused(robot, "#clauses");
    }
}
