package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.javafx.stage.WindowHelper;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.shell.Shell;
import domicile.register.Attribution;
import domicile.register.Edit;
import domicile.register.EvidenceLocker;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Citation;
import domicile.residency.Offering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Dropped;
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
 * What another program changes is seen when the window is turned to again; a document goes from a drop into the
 * archive.
 */
@ExtendWith(ApplicationExtension.class)
class LifeWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private static Path all;

    private Path folder = Path.of("");
    private Optional<Shell> shell = Optional.empty();
    private Optional<Stage> window = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory(all, "life");
        DesktopContext desk = TestDesk.in(folder, CLOCK)
                .choosing((name, owner) -> Optional.of(folder.resolve(name)))
                .desk();
        shell = Optional.of(TestWindow.open(stage, desk));
        window = Optional.of(stage);
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    private RegisterStore store() {
        return RegisterStore.open(folder.resolve("register").toString(), CLOCK);
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatAnotherProgramChangedIsShownAndNothingHalfWrittenIsLost(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#facet-inference-EU").tryQuery().isPresent());
        TableView<Offering> table = robot.lookup("#offerings").queryAs(TableView.class);
        robot.interact(() ->
                robot.lookup("#facet-inference-EU").queryAs(CheckBox.class).fire());
        List<String> filtered = table.getItems().stream().map(Offering::id).toList();
        robot.interact(() -> table.getSelectionModel().select(2));
        String selected = table.getSelectionModel().getSelectedItem().id();
        press(robot, KeyCode.DIGIT3);
        robot.clickOn("#tab-history");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#history-facts").tryQueryAs(TableView.class).stream()
                        .anyMatch(t -> !t.getItems().isEmpty()));
        robot.clickOn("#edit-fact");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#edit-why").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#edit-why").queryAs(TextField.class).setText("half a rea"));

        // as the system tells a window; a headless one tells none that another took its place
        robot.interact(() -> WindowHelper.setFocused(window.orElseThrow(), false));
        try (RegisterStore elsewhere = store()) {
            elsewhere.edit(
                    List.of(new Edit.Put(
                            RegisterKey.offering("groq"),
                            "{\"id\":\"groq\",\"name\":\"Groq Cloud\",\"provider\":\"groq\",\"operator\":\"groq\"}")),
                    new Attribution(TODAY, "elsewhere", "renamed", Optional.of(new Citation(19, TODAY))));
        }
        robot.interact(() -> WindowHelper.setFocused(window.orElseThrow(), true));
        await().atMost(PATIENCE).until(() -> robot.lookup("#notice").tryQuery().isPresent());
        assertThat(robot.lookup("#notice .label").queryAs(Label.class).getText())
                .contains("Another program");
        assertThat(robot.lookup("#edit-why").queryAs(TextField.class).getText()).isEqualTo("half a rea");
        press(robot, KeyCode.DIGIT1);
        assertThat(table.getItems()).extracting(Offering::id).isEqualTo(filtered);
        assertThat(table.getSelectionModel().getSelectedItem().id()).isEqualTo(selected);
        robot.interact(() ->
                robot.lookup("#facet-inference-EU").queryAs(CheckBox.class).fire());
        assertThat(table.getItems()).extracting(Offering::name).contains("Groq Cloud");
    }

    @Test
    void aDroppedDocumentAnswersItsQuestionAndComesWithTheArchive(FxRobot robot) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings").tryQuery().isPresent());
        press(robot, KeyCode.DIGIT2);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#new-assessment").tryQuery().isPresent());
        robot.clickOn("#new-assessment");
        robot.clickOn("#answer").write("Claims triage");
        Path order = Files.writeString(folder.resolve("order, form.pdf"), "an order form");
        boolean[] taken = new boolean[1];
        robot.interact(() -> taken[0] = Dropped.on(robot.lookup("#question").query(), List.of(order)));
        assertThat(taken[0]).isTrue();
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#attach-groq").tryQuery().isPresent());
        robot.clickOn("#attach-groq");
        TextInputControl evidence = robot.lookup("#evidence").queryAs(TextInputControl.class);
        await().atMost(PATIENCE).until(() -> evidence.getText().equals("\"order, form.pdf\""));
        try (RegisterStore store = store()) {
            assertThat(store.evidence().all())
                    .singleElement()
                    .extracting(EvidenceLocker.Kept::name, EvidenceLocker.Kept::offering, EvidenceLocker.Kept::question)
                    .containsExactly("order, form.pdf", "groq", "name");
            assertThat(store.check()).isEmpty();
        }
        robot.clickOn("#tab-report");
        robot.clickOn("#export-zip");
        Path zip = folder.resolve("Claims-triage.zip");
        await().atMost(PATIENCE)
                .until(() ->
                        robot.lookup("#exported").queryAs(Label.class).getText().startsWith("Written"));
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            assertThat(archive.stream())
                    .extracting(ZipEntry::getName)
                    .contains("report.pdf", "register.json", "SHA256SUMS")
                    .anyMatch(name -> name.startsWith("documents/groq/"));
        }
        try (var left = Files.list(folder)) {
            assertThat(left).noneMatch(f -> f.getFileName().toString().startsWith(".domicile"));
        }
    }

    private static void press(FxRobot robot, KeyCode code) {
        robot.push(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
    }
}
