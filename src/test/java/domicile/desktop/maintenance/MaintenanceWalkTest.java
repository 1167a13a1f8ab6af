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
import domicile.residency.Citation;
import domicile.residency.TrustPortal;
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
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Dropped;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The maintenance screen in a window: a fact read again by one key, a pack looked at and taken. */
@DefaultLocale("en") // as a window in English sets it: the toolkit reads days by it
@ExtendWith(ApplicationExtension.class)
class MaintenanceWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private static Path all;

    private Path folder = Path.of("");

    private final List<Exception> failures = new ArrayList<>();
    private Optional<RegisterStore> opened = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory(all, "walk");
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
        Texts texts = new Texts(Locale.ENGLISH);
        Jobs jobs = new Jobs(texts, failures::add);
        MaintenanceContext keeper = new MaintenanceContext(store, CLOCK, "officer", jobs, () -> {});
        MaintenanceView screen = new MaintenanceView(
                keeper,
                texts,
                picker,
                url -> {},
                new Notices(new StackPane(), texts),
                new Settings(folder.resolve("settings")),
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

    /** By the keyboard alone, once the form is there: a fact is refused without its page, then added with it. */
    @Test
    void addsAFactByKeys(FxRobot robot) {
        RegisterStore store = opened.orElseThrow();
        robot.clickOn("#tab-history");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#history-facts").tryQueryAs(TableView.class).stream()
                        .anyMatch(t -> !t.getItems().isEmpty()));
        robot.clickOn("#add-fact");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#edit-shape").tryQuery().isPresent());
        ComboBox<?> shape = robot.lookup("#edit-shape").queryAs(ComboBox.class);
        await().atMost(PATIENCE).until(shape::isFocused);
        EditableKind portal = EditableKind.of(TrustPortal.FACT_KIND);
        for (int i = 0; i < shape.getItems().indexOf(portal); i++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(shape.getValue()).isEqualTo(portal);
        robot.type(KeyCode.TAB).write("https://trust.example/");
        ScrollPane form = around(shape);
        double height = form.getScene().getWindow().getHeight();
        robot.interact(() -> form.getScene().getWindow().setHeight(420));
        robot.interact(() -> form.setVvalue(0));
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#problem-citation-0").queryAs(Label.class).getText())
                .startsWith("✗");
        assertThat(robot.lookup("#problem-why").queryAs(Label.class).getText()).startsWith("✗");
        assertThat(robot.lookup("#history-facts").query().isDisabled()).isTrue();
        // the keyboard focus are where something is to be mended
        Node wrong = robot.lookup("#edit-source-0").query();
        assertThat(wrong.isFocused()).isTrue();
        assertThat(form.localToScene(form.getBoundsInLocal()).contains(wrong.localToScene(wrong.getBoundsInLocal())))
                .as("and it can be seen")
                .isTrue();
        robot.interact(() -> form.getScene().getWindow().setHeight(height));
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT).write("other");
        robot.type(KeyCode.TAB).type(KeyCode.DOWN).type(KeyCode.TAB).write("11/24/2026");
        // past what takes the page away, what adds another, and the day from which it is in force
        for (int i = 0; i < 4; i++) {
            robot.type(KeyCode.TAB);
        }
        robot.write("Another portal").type(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> store.changes().getLast().why().equals("Another portal"));
        assertThat(store.asOf(TODAY).offerings().getFirst().facts())
                .filteredOn(f -> f.id().equals("trustPortal#other"))
                .singleElement()
                .satisfies(f -> assertThat(f.citations()).containsExactly(new Citation(0, TODAY)));
        await().atMost(PATIENCE)
                .until(() -> !robot.lookup("#history-facts").query().isDisabled());
        assertThat(failures).isEmpty();
    }

    @Test
    void keepsWhatIsDroppedOnceItIsSaidWhoseItIs(FxRobot robot) throws IOException {
        RegisterStore store = opened.orElseThrow();
        Path order = Files.writeString(folder.resolve("order-form.pdf"), "an order form");
        robot.clickOn("#tab-trail");
        ComboBox<String> offering = robot.lookup("#document-offering").queryComboBox();
        await().atMost(PATIENCE).until(() -> !offering.getItems().isEmpty());
        boolean[] taken = new boolean[2];
        robot.interact(() -> taken[0] = Dropped.on(robot.lookup("#documents").query(), List.of(order)));
        robot.interact(() -> offering.setValue("groq"));
        robot.interact(() -> taken[1] = Dropped.on(robot.lookup("#documents").query(), List.of(order)));
        assertThat(taken).containsExactly(false, true);
        await().atMost(PATIENCE).until(() -> store.evidence().all().size() == 1);
        assertThat(store.check()).isEmpty();
        assertThat(failures).isEmpty();
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

    private static ScrollPane around(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n instanceof ScrollPane scroll) {
                return scroll;
            }
        }
        throw new AssertionError("nothing scrolls around " + node);
    }
}
