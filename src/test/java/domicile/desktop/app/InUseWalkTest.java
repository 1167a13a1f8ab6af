package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.all;
import static domicile.desktop.app.WalkSteps.focused;
import static domicile.desktop.app.WalkSteps.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.FilePicker;
import domicile.desktop.shell.Shell;
import domicile.register.RegisterStore;
import domicile.scan.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.input.Dropped;
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

/**
 * From a project to the report, in the real window and by keys: a folder is chosen, what it calls stands beside what
 * was approved, it is chosen from, taken out and back, and the report tells of it.
 */
@DefaultLocale("en")
@ExtendWith(ApplicationExtension.class)
class InUseWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final KeyCodeCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    @TempDir
    private static Path all;

    private Path folder = Path.of("");
    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory(all, "in-use");
        Path workload = Files.writeString(folder.resolve("needs.json"), """
                {"schema": "domicile.workload/1", "name": "Letters", "startsOn": "2026-07-01",
                 "location": {"inference": ["EU"]}, "candidates": ["anthropic-bedrock", "openai-azure"]}
                """);
        Path tree = folder.resolve("shop");
        Trees.write(tree, "app.py", "U = \"us.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(tree, "ok.py", "U = \"eu.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(tree, "other.py", "U = \"https://api.x.ai\"\n");
        Trees.write(tree, "bad.json", "{\n\"a\": ");
        FilePicker picker = new FilePicker() {
            @Override
            public Optional<Path> save(String name, Node owner) {
                return Optional.of(folder.resolve(name));
            }

            @Override
            public Optional<Path> folder(Node owner) {
                return Optional.of(tree);
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

    /** Goes on by Tab until something has the keyboard focus. */
    private static void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < 40; i++) {
            if (robot.lookup(id).tryQuery().filter(Node::isFocused).isPresent()) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        focused(robot, id);
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).requestFocus());
        robot.type(KeyCode.SPACE);
    }

    @Test
    void whatAProjectCallsStandsBesideWhatWasApprovedAndInTheReport(FxRobot robot) throws IOException {
        await().atMost(PATIENCE).until(() -> robot.lookup("#note").tryQuery().isPresent());
        press(robot, "#tab-inUse");
        says(robot, "#in-use-empty", "Choose the project’s folder or a zip of it");
        focused(robot, "#in-use-folder");
        robot.type(KeyCode.SPACE);

        says(robot, "#in-use-places", "app.py:1");
        tabTo(robot, "#in-use-places");
        says(robot, "#in-use-detail", "openai-azure is a candidate, and nothing in the project uses it");
        ListView<?> list = robot.lookup("#in-use-places").queryListView();
        assertThat(list.getItems()).hasSize(5);
        // by arrows from the whole to the first place
        robot.type(KeyCode.DOWN);
        says(robot, "#in-use-detail", "app.py:1");
        assertThat(all(robot, "#in-use-detail"))
                .contains(
                        "✗ Not met",
                        "Anthropic via AWS Bedrock",
                        "Approved",
                        "EU inference profile",
                        "Inference location",
                        "write eu.anthropic.",
                        "docs.aws.amazon.com");
        robot.type(KeyCode.DOWN);
        says(robot, "#in-use-detail", "bad.json:2");
        assertThat(all(robot, "#in-use-detail")).contains("? Unverified", "mend the file");

        // what is not assessed alone
        robot.interact(() -> robot.lookup("#in-use-only").query().requestFocus());
        robot.interact(() -> {
            ChoiceBox<?> only = robot.lookup("#in-use-only").queryAs(ChoiceBox.class);
            only.getSelectionModel().select(1);
        });
        await().atMost(PATIENCE).until(() -> list.getItems().size() == 2);
        says(robot, "#in-use-places", "other.py:1");
        robot.interact(() -> robot.lookup("#in-use-only")
                .queryAs(ChoiceBox.class)
                .getSelectionModel()
                .select(0));
        await().atMost(PATIENCE).until(() -> list.getItems().size() == 5);

        // taken out, and back by a key
        press(robot, "#in-use-forget");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#in-use-empty").tryQuery().isPresent());
        robot.push(UNDO);
        says(robot, "#in-use-places", "app.py:1");

        press(robot, "#tab-report");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#export-html").tryQuery().isPresent());
        press(robot, "#export-html");
        Path report = folder.resolve("letters.html");
        await().atMost(PATIENCE)
                .until(() -> Files.exists(report)
                        || !robot.lookup("#exported").queryLabeled().getText().isEmpty());
        Path written;
        try (Stream<Path> files = Files.list(folder)) {
            written = files.filter(f -> f.toString().endsWith(".html"))
                    .findFirst()
                    .orElse(report);
        }
        Path html = written;
        await().atMost(PATIENCE).until(() -> Files.exists(html));
        assertThat(Files.readString(html, StandardCharsets.UTF_8))
                .contains("What the project calls", "app.py:1", "other.py:1")
                .doesNotContain(folder.toString());

        // a zip that is dropped takes its place, and stays where it lies
        Path zip = folder.resolve("shop.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("shop-main/only.py"));
            out.write("U = \"eu.anthropic.claude-sonnet-4-6\"\n".getBytes(StandardCharsets.UTF_8));
        }
        press(robot, "#tab-inUse");
        boolean[] taken = {false};
        robot.interact(() -> taken[0] = Dropped.on(robot.lookup("#in-use").query(), List.of(zip)));
        assertThat(taken[0]).isTrue();
        says(robot, "#in-use-places", "only.py:1");
        await().atMost(PATIENCE).until(() -> list.getItems().size() == 2);
    }
}
