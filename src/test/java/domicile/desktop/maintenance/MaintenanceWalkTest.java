package domicile.desktop.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.theme.PrimerLight;
import domicile.desktop.FilePicker;
import domicile.desktop.Styles;
import domicile.desktop.Texts;
import domicile.desktop.Work;
import domicile.register.RegisterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The maintenance screen in a window: a fact read again by one key, a pack looked at and taken. */
@ExtendWith(ApplicationExtension.class)
class MaintenanceWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private static Path folder;

    private final List<Exception> failures = new ArrayList<>();
    private Optional<RegisterStore> opened = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK);
        opened = Optional.of(store);
        Path pack = folder.resolve("pack");
        store.export(TODAY).write(pack);
        Path groq = pack.resolve("groq.json");
        Files.writeString(
                groq,
                Files.readString(groq)
                        .replace("\"kind\":\"BAA\",\"status\":\"VERIFY\"", "\"kind\":\"BAA\",\"status\":\"HELD\"")
                        .replace("\"zdr\":\"VERIFY\"", "\"zdr\":\"DEFAULT\""));
        FilePicker picker = new FilePicker() {
            @Override
            public Optional<Path> save(String name, Node owner) {
                return Optional.of(folder.resolve(name));
            }

            @Override
            public Optional<Path> folder(Node owner) {
                return Optional.of(pack);
            }
        };
        Keeper keeper = new Keeper(store, CLOCK, "officer", Work::run, () -> {}, failures::add);
        MaintenanceScreen screen = new MaintenanceScreen(keeper, new Texts(Locale.ENGLISH), picker, url -> {});
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
    void readsAgainAndImports(FxRobot robot) {
        RegisterStore store = opened.orElseThrow();
        TableView<?> due = robot.lookup("#due").queryTableView();
        await().atMost(PATIENCE).until(() -> !due.getItems().isEmpty() && due.isFocused());
        int all = due.getItems().size();
        robot.type(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> due.getItems().size() == all - 1);
        assertThat(robot.lookup("#confirmed").queryAs(Label.class).getText()).endsWith("was read today.");
        assertThat(store.changes()).hasSize(2);

        robot.clickOn("#tab-import").clickOn("#choose-pack");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#accept-pack")
                        .tryQuery()
                        .map(n -> !n.isDisabled())
                        .orElse(false));
        robot.clickOn("#accept-pack");
        await().atMost(PATIENCE).until(() -> store.changes().size() == 3);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#import-said")
                        .tryQuery()
                        .map(n -> ((Label) n).getText().startsWith("2 "))
                        .orElse(false));
        assertThat(failures).isEmpty();
    }
}
