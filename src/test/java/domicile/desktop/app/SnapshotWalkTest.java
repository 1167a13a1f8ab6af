package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.shell.Shell;
import domicile.desktop.startup.StartupLoader;
import domicile.problem.ProblemException;
import domicile.register.Attribution;
import domicile.register.Edit;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The rows are there before the register has been opened; what the register says then is what counts. */
@ExtendWith(ApplicationExtension.class)
class SnapshotWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private static Path all;

    private final CountDownLatch opening = new CountDownLatch(1);
    private Path folder = Path.of("");
    private Optional<Stage> stage = Optional.empty();
    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage window) throws IOException {
        stage = Optional.of(window);
        folder = Files.createTempDirectory(all, "snapshot");
        try (RegisterStore store = store()) {
            store.takeSnapshot(TODAY);
        }
    }

    @Stop
    void stop() {
        opening.countDown();
        shell.ifPresent(Shell::stop);
    }

    private RegisterStore store() {
        return RegisterStore.open(folder.resolve("register").toString(), CLOCK);
    }

    /** Opens the window; the register waits until it is let. */
    private void open(FxRobot robot, Callable<RegisterStore> open) {
        DesktopContext desk = desk(open);
        robot.interact(() -> shell = Optional.of(TestWindow.open(stage.orElseThrow(), desk)));
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings .table-row-cell:filled")
                        .tryQuery()
                        .isPresent());
    }

    /** Opens the window when the snapshot has been read, and does something before the next frame. */
    private void openWithRowsAtOnce(FxRobot robot, Consumer<Parent> then) throws Exception {
        DesktopContext desk = desk(this::store);
        StartupLoader beginning = StartupLoader.of(desk);
        assertThat(beginning.seen()).isPresent();
        robot.interact(() -> {
            Shell made = TestWindow.open(stage.orElseThrow(), desk, beginning);
            shell = Optional.of(made);
            then.accept(made.node());
        });
    }

    private DesktopContext desk(Callable<RegisterStore> open) {
        return TestDesk.in(folder, CLOCK)
                .remembering(
                        () -> RegisterStore.snapshot(folder.resolve("register").toString(), TODAY))
                .opening(() -> {
                    assertThat(opening.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .isTrue();
                    return open.call();
                })
                .desk();
    }

    /**
     * The rows come at once, and the navigation after them, with the keyboard focus where a window without a snapshot
     * has them.
     */
    @Test
    void theNavigationComesAfterRowsThatAreThereAtOnce(FxRobot robot) throws Exception {
        List<String> beside = new ArrayList<>();
        openWithRowsAtOnce(
                robot,
                window -> beside.addAll(robot.lookup("#sketch-bar Text").queryAllAs(Text.class).stream()
                        .map(Text::getText)
                        .toList()));
        assertThat(beside).startsWith("Register", "Assessments");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#nav-register")
                        .tryQuery()
                        .filter(Node::isFocused)
                        .isPresent());
        assertThat(robot.lookup("#sketch-bar").tryQuery()).isEmpty();
        assertThat(robot.lookup("#nav-register").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    /** Whoever is faster than the navigation keeps the keyboard focus. */
    @Test
    void theNavigationTakesTheKeysFromNobody(FxRobot robot) throws Exception {
        openWithRowsAtOnce(robot, window -> {
            window.applyCss();
            window.layout(); // a split pane puts its content in then
            window.lookup("#search").requestFocus();
        });
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#nav-register").tryQuery().isPresent());
        assertThat(robot.lookup("#search").query().isFocused()).isTrue();
    }

    /** A snapshot that takes its time takes the keyboard focus from nobody either. */
    @Test
    void aLateSnapshotTakesTheKeysFromNobody(FxRobot robot) {
        CountDownLatch reading = new CountDownLatch(1);
        DesktopContext quick = desk(this::store);
        DesktopContext late = new TestDesk(quick)
                .remembering(() -> {
                    assertThat(reading.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .isTrue();
                    return quick.snapshot().call();
                })
                .desk();
        robot.interact(() -> shell = Optional.of(TestWindow.open(stage.orElseThrow(), late)));
        robot.clickOn("#search");
        reading.countDown();
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#nav-register")
                        .queryAs(ToggleButton.class)
                        .isSelected());
        assertThat(robot.lookup("#search").query().isFocused()).isTrue();
    }

    /** Whoever goes on at once finds the navigation where it was gone to. */
    @Test
    void theNavigationComesWithTheScreenThatWasGoneTo(FxRobot robot) throws Exception {
        openWithRowsAtOnce(
                robot,
                window -> Event.fireEvent(
                        window, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT2, false, true, false, false)));
        CountDownLatch frames = new CountDownLatch(1);
        robot.interact(() -> AfterFrames.after(
                shell.orElseThrow().node(),
                () -> AfterFrames.after(shell.orElseThrow().node(), frames::countDown)));
        assertThat(frames.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(robot.lookup("#nav-assessments").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void whatIsAskedForBeforeIsDoneWhenTheRegisterIsOpen(FxRobot robot) {
        open(robot, this::store);
        robot.clickOn("#search").write("groq");
        assertThat(names(robot)).containsExactly("Groq");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(robot.lookup("#new-assessment").tryQuery()).isEmpty();
        opening.countDown();
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#new-assessment").tryQuery().isPresent());
        assertThat(robot.lookup("#notice").tryQuery()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(names(robot)).containsExactly("Groq");
    }

    @Test
    void aRegisterThatSaysSomethingElseIsShownInItsPlace(FxRobot robot) throws IOException {
        Path snapshot = folder.resolve("register").resolve("snapshot.tsv");
        byte[] before = Files.readAllBytes(snapshot);
        try (RegisterStore store = store()) {
            store.edit(
                    List.of(new Edit.Put(
                            RegisterKey.offering("groq"),
                            "{\"id\":\"groq\",\"name\":\"Groq Cloud\",\"provider\":\"groq\",\"operator\":\"groq\"}")),
                    new Attribution(TODAY, "me", "renamed", Optional.of(new Citation(19, TODAY))));
        }
        Files.write(snapshot, before); // as a program that knows no snapshots would leave it
        open(robot, this::store);
        assertThat(names(robot)).contains("Groq");
        opening.countDown();
        await().atMost(PATIENCE).until(() -> names(robot).contains("Groq Cloud"));
        assertThat(robot.lookup("#notice .label").queryAs(Label.class).getText())
                .contains("Another program");
        await().atMost(PATIENCE)
                .until(() -> RegisterStore.snapshot(folder.resolve("register").toString(), TODAY)
                        .flatMap(r -> r.offering("groq"))
                        .filter(o -> o.name().equals("Groq Cloud"))
                        .isPresent());
    }

    @Test
    void aRegisterThatCannotBeOpenedTakesTheRowsAway(FxRobot robot) {
        open(robot, () -> {
            throw new ProblemException("the register is damaged", "register.mv.db", "restore a backup");
        });
        opening.countDown();
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        assertThat(robot.lookup("The register could not be opened.").tryQuery()).isPresent();
        assertThat(robot.lookup("#offerings").tryQuery()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(FxRobot robot) {
        TableView<Offering> table = robot.lookup("#offerings").queryAs(TableView.class);
        return table.getItems().stream().map(Offering::name).toList();
    }
}
