package domicile.desktop.maintenance;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.theme.PrimerLight;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Jobs;
import domicile.desktop.kit.Locks;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.register.RegisterStore;
import domicile.register.Upgrade;
import domicile.register.VersionOne;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A register of rules version 1 in the window: its old and new forms side by side, and one button. */
@ExtendWith(ApplicationExtension.class)
class UpgradeWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private static Path all;

    private final List<Exception> failures = new ArrayList<>();
    private Optional<RegisterStore> opened = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        RegisterStore store =
                VersionOne.open(Files.createTempDirectory(all, "walk").toString(), CLOCK);
        opened = Optional.of(store);
        Texts texts = new Texts(Locale.ENGLISH);
        MaintenanceContext keeper =
                new MaintenanceContext(store, CLOCK, "officer", new Jobs(texts, failures::add), () -> {});
        FilePicker picker = new FilePicker() {
            @Override
            public Optional<Path> save(String name, Node owner) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> folder(Node owner) {
                return Optional.empty();
            }
        };
        MaintenanceView screen = new MaintenanceView(
                keeper,
                texts,
                picker,
                url -> {},
                new Notices(new StackPane(), texts),
                new Settings(all.resolve("settings")),
                address -> {
                    throw new AssertionError("nothing is fetched unasked");
                },
                new MaintenanceView.Closing(Locks.none(), new NoFrame()));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene((javafx.scene.Parent) screen.node(), 1200, 760);
        scene.getStylesheets().add(Styles.address("shell.css"));
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void stop() {
        opened.ifPresent(RegisterStore::close);
    }

    @Test
    void showsBothFormsAndBringsThemToVersionTwo(FxRobot robot) {
        RegisterStore store = opened.orElseThrow();
        int waiting = Upgrade.waiting(store, TODAY);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#tab-upgrade")
                        .tryQuery()
                        .filter(Node::isVisible)
                        .isPresent());
        robot.clickOn("#tab-upgrade");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#accept-upgrade").tryQuery().isPresent());
        assertThat(robot.lookup("#upgrade-count").queryAs(Labeled.class).getText())
                .isEqualTo(waiting + " facts are worded for rules version 1");
        List<String> said = robot.lookup("#upgrade .field-change").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
        assertThat(said)
                .contains(
                        "How it is obtained: Selectable",
                        "How it is obtained: Data centre named; whether it can be pinned is not published")
                .contains("Product names: –")
                .contains("Models: claude-opus-4-6, claude-sonnet-4-6");
        robot.clickOn("#accept-upgrade");
        await().atMost(PATIENCE).until(() -> Upgrade.waiting(store, TODAY) == 0);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#accept-upgrade").tryQuery().isEmpty());
        assertThat(store.changes()).hasSize(2);
        assertThat(failures).isEmpty();
    }
}
