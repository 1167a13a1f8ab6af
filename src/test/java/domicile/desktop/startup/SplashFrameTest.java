package domicile.desktop.startup;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import domicile.desktop.app.DesktopApp;
import domicile.desktop.app.TestDesk;
import domicile.desktop.app.TestWindow;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.desktop.shell.Shell;
import domicile.register.RegisterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
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
 * The window begins with a sketch, which has the words and colours of the frame that takes its place, and where that
 * has them.
 */
@DefaultLocale("de") // the program has one window, and sets it for good
@ExtendWith(ApplicationExtension.class)
class SplashFrameTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private final CountDownLatch looked = new CountDownLatch(1);
    private Optional<Shell> shell = Optional.empty();
    private Optional<Scene> scene = Optional.empty();
    private boolean begunWithSketch;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.writeString(folder.resolve("desktop.properties"), "theme=light");
        DesktopContext desk = TestDesk.in(folder, CLOCK)
                .speaking(Locale.GERMAN)
                .opening(this::slowly)
                .desk();
        Settings settings = new Settings(file);
        TestWindow.size(stage, settings, TestWindow.ROOM);
        new DesktopApp(s -> TestWindow.ROOM).sketch(stage, settings, Locale.GERMAN, () -> {
            begunWithSketch = stage.getScene().getRoot().lookup("#sketch-bar") != null;
            Shell made = TestWindow.shell(desk, StartupLoader.of(desk), settings);
            shell = Optional.of(made);
            return made;
        });
        scene = Optional.of(stage.getScene());
    }

    private RegisterStore slowly() throws InterruptedException {
        assertThat(looked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return RegisterStore.open(folder.resolve("register").toString(), CLOCK);
    }

    @Stop
    void stop() {
        looked.countDown();
        shell.ifPresent(Shell::stop);
    }

    @Test
    void theFrameTakesThePlaceOfItsSketch(FxRobot robot) {
        // it does not wait for a register that takes its time
        await().atMost(PATIENCE)
                .until(() ->
                        robot.lookup(".shell #nav-register .text").tryQuery().isPresent());
        assertThat(begunWithSketch).isTrue();
        robot.interact(() -> compare("light"));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        robot.interact(() -> compare("dark"));

        looked.countDown();
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings .table-row-cell:filled")
                        .tryQuery()
                        .isPresent());
    }

    private void compare(String theme) {
        Parent real = scene.orElseThrow().getRoot();
        real.applyCss();
        real.layout();
        Settings settings = new Settings(folder.resolve("none"));
        settings.put("theme", theme);
        Parent sketch =
                SplashFrame.node(new Texts(Locale.GERMAN), settings, TestWindow.names(new Texts(Locale.GERMAN)));
        new Scene(sketch, real.getScene().getWidth(), real.getScene().getHeight());
        sketch.applyCss();
        sketch.layout();

        List<Text> words = texts(sketch, "#sketch-bar Text");
        List<Text> shown = real.lookupAll(".navigation > .toggle-button").stream()
                .filter(tab -> tab.getId().startsWith("nav-"))
                .map(tab -> (Text) tab.lookup(".text"))
                .toList();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(5);
        assertThat(words)
                .extracting(Text::getText)
                .isEqualTo(shown.stream().map(Text::getText).toList());
        for (int i = 0; i < words.size(); i++) {
            Bounds drawn = words.get(i).localToScene(words.get(i).getLayoutBounds());
            Bounds there = shown.get(i).localToScene(shown.get(i).getLayoutBounds());
            assertThat(drawn.getMinX()).as(words.get(i).getText()).isCloseTo(there.getMinX(), within(2.0));
            assertThat(drawn.getCenterY()).as(words.get(i).getText()).isCloseTo(there.getCenterY(), within(3.0));
        }
        // the first is the screen that is shown, in a colour of its own
        assertThat(words.getLast().getFill()).isEqualTo(shown.getLast().getFill());
        assertThat(ground(sketch.lookup("#sketch-bar"))).isEqualTo(ground(real.lookup(".navigation")));
        assertThat(ground(sketch.lookup("#sketch-foot"))).isEqualTo(ground(real.lookup(".status-line")));
        assertThat(ground(sketch)).isEqualTo(ground(real));
        assertThat(width(sketch.lookup("#sketch-bar"))).isCloseTo(width(real.lookup(".navigation")), within(1.0));
    }

    private static List<Text> texts(Parent in, String selector) {
        return in.lookupAll(selector).stream().map(Text.class::cast).toList();
    }

    private static Object ground(Node node) {
        Background background = ((Region) node).getBackground();
        List<BackgroundFill> fills = background.getFills();
        return fills.getLast().getFill();
    }

    private static double width(Node node) {
        return ((Region) node).getWidth();
    }
}
